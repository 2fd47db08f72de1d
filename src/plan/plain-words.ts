// Takes a question in everyday words; gives it in the words that the law and its guidance use for the same things.

/** What people say, and the law's word for it. Each pattern matches whole words. */
const sayings: readonly (readonly [pattern: string, term: string])[] = [
  // People
  ["mum|dad|mother|father|mums|dads", "parent"],
  [
    "cousins?|aunt(?:ie)?s?|uncles?|grand(?:mother|father|parent|ma|dad)s?|brothers?|sisters?|siblings?|nan|gran|step(?:mother|father)",
    "relative",
  ],
  ["mates?|boyfriends?|girlfriends?", "friend"],
  ["kids?|teenagers?|youngsters?|young (?:person|people)|residents?", "child"],
  ["support workers?|care workers?|key ?workers?|carers?|workers?", "person employed to work"],
  ["area managers?|line managers?", "person employed by the registered provider"],
  [
    "(?:proposed |our |the )?(?:registered |home['’]s |home )?managers?|boss|head of home",
    "a person who manages a home",
  ],
  ["owners?", "registered provider"],
  ["RI", "responsible individual"],
  ["RM", "person who manages a home"],
  ["IRO", "independent reviewing officer"],
  ["LADO", "designated officer"],
  ["SENCO", "special educational needs co-ordinator"],
  ["reg(?:ulation)? 44 visitors?", "independent person"],
  ["Ofsted", "HMCI"],
  ["GP|family doctor|doctors?", "registered medical practitioner"],
  ["social services|council", "local authority"],
  // Contact and privacy
  ["phon(?:e|es|ing|ed)|ring(?:s|ing)?|calls?|calling|texting|facetime", "contact by telephone"],
  ["mobiles?|smartphones?|internet|wi-?fi|online|social media", "electronic communication"],
  [
    "see(?:ing)? (?=(?:his|her|their) (?:mum|dad|mother|father|famil|friend|brother|sister))",
    "contact with",
  ],
  ["CCTV|cameras?|listening devices?|audio monitors?", "electronic monitoring and surveillance"],
  // Behaviour
  ["phys(?:ical)? interventions?|hold(?:s|ing)?|hands[- ]on|pinn(?:ed|ing)", "restraint"],
  ["punish(?:ed|ing|ments?)?|sanctions?|consequences?|ground(?:ed|ing)", "discipline measure"],
  [
    "run(?:s|ning)? (?:away|off)|ran (?:away|off)|runaways?|abscond(?:s|ed|ing)?",
    "missing or absent without permission",
  ],
  ["lock(?:s|ed|ing)? (?:in|up|doors?)", "deprivation of liberty"],
  ["fights?|assaults?|attacks?", "violence"],
  ["smok(?:e|es|ing)|vap(?:e|es|ing)|drink(?:s|ing)?|drunk", "drugs and alcohol"],
  // Health and everyday life
  ["tablets?|pills?|paracetamol|medications?|prescriptions?|inhalers?", "medicines"],
  ["food|meals?|diets?|cook(?:s|ing)?", "food nutrition"],
  ["church|mosque|faith|religion", "religious persuasion"],
  ["pocket money|fin(?:e|es|ed|ing)|allowances?|savings", "money or a financial penalty"],
  ["die[sd]?|dead|dying", "death"],
  ["school(?:ing|s)?|college|exclu(?:ded|sion)", "education"],
  // Running the home
  ["DBS|CRB|police checks?|criminal checks?|background checks?", "criminal record certificate"],
  [
    "hir(?:e|es|ing|ed)|tak(?:e|ing) on|recruit(?:s|ed|ing|ment)?|start(?:s|ing)? work",
    "employment recruitment fitness of workers",
  ],
  [
    "sack(?:ed|ing)?|fir(?:ed|ing)|dismiss(?:ed|al|ing)?",
    "employment is terminated disciplinary procedure",
  ],
  [
    "agency|bank staff|temps?|zero[- ]hours?",
    "temporary staff employed otherwise than under a contract",
  ],
  ["off sick|on leave|holidays?|away|maternity", "absence"],
  [
    "quit(?:s|ting)?|resign(?:s|ed|ing)?|leaves?|step(?:s|ping)? down",
    "ceases to carry on or manage",
  ],
  ["shut(?:s|ting)?(?: down)?|clos(?:e|es|ing|ure)", "home ceases closure"],
  [
    "sell(?:s|ing)?|bankrupt(?:cy)?|insolven(?:t|cy)|goes? bust",
    "liquidator receiver trustee financial viability",
  ],
  ["files?|paperwork|logs?|daily notes?", "records"],
  ["inspections?|inspectors?", "HMCI inspection"],
  ["monthly visits?", "visits by the independent person"],
  ["supervisions?|one[- ]to[- ]ones?|appraisals?", "supervision and performance appraisal"],
  ["whistle-?blow(?:s|ing|ers?)?", "concerns about the welfare of children raised by staff"],
  ["grievances?|unhappy|moan(?:s|ing)?", "complaint"],
  ["buildings?|houses?|bedrooms?|neighbourhoods?", "premises location"],
];

/** All sayings as one pattern, so that nothing put in is itself replaced; the group that matched tells the term. */
const pattern = new RegExp(`\\b(?:${sayings.map(([said]) => `(${said})`).join("|")})\\b`, "gi");
const letters = /^[A-Z]{2,6}$/;

/**
 * "Can we stop him phoning his cousin?" → "Can we stop him contact by telephone his relative?": no sentence, but the
 * words by which the passage can be found. Null where the question has no such word.
 */
export function sayInTermsOfLaw(question: string): string | null {
  const text = question.replace(pattern, (...match: string[]) => {
    const [found = "", ...groups] = match;
    const [said = "", term = ""] = sayings[groups.findIndex((group) => group !== undefined)] ?? [];
    // "RI" and "GP" are letters, "ri" and "gp" nothing; where the law's own word stands already, nothing is missing.
    const meant = !said.split("|").some((one) => letters.test(one)) || /[A-Z]{2}|\w{4}/.test(found);
    return meant && !question.toLowerCase().includes(term.toLowerCase()) ? term : found;
  });
  return text === question ? null : text;
}
