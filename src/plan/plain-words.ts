// Takes a question in everyday words; gives it in the words that the law and its guidance use for the same things.

/** The law's word, and what people say for it. Each pattern matches whole words. */
const sayings = Object.entries({
  // People
  parent: "mum|dad|mother|father|mums|dads",
  relative:
    "cousins?|aunt(?:ie)?s?|uncles?|grand(?:mother|father|parent|ma|dad)s?|brothers?|sisters?|siblings?|nan|gran|step(?:mother|father)",
  friend: "mates?|boyfriends?|girlfriends?",
  child: "kids?|teenagers?|youngsters?|young (?:person|people)|residents?",
  "person employed to work": "support workers?|care workers?|key ?workers?|carers?|workers?",
  "person employed by the registered provider": "area managers?|line managers?",
  "a person who manages a home":
    "(?:proposed |our |the )?(?:registered |home['’]s |home )?managers?|boss|head of home",
  "registered provider": "owners?",
  "responsible individual": "RI",
  "person who manages a home": "RM",
  "independent reviewing officer": "IRO",
  "designated officer": "LADO",
  "special educational needs co-ordinator": "SENCO",
  "independent person": "reg(?:ulation)? 44 visitors?",
  HMCI: "Ofsted",
  "registered medical practitioner": "GP|family doctor|doctors?",
  "local authority": "social services|council",
  // Contact and privacy
  "contact by telephone": "phon(?:e|es|ing|ed)|ring(?:s|ing)?|calls?|calling|texting|facetime",
  "electronic communication": "mobiles?|smartphones?|internet|wi-?fi|online|social media",
  "contact with":
    "see(?:ing)? (?=(?:his|her|their) (?:mum|dad|mother|father|famil|friend|brother|sister))",
  "electronic monitoring and surveillance": "CCTV|cameras?|listening devices?|audio monitors?",
  // Behaviour
  restraint: "phys(?:ical)? interventions?|hold(?:s|ing)?|hands[- ]on|pinn(?:ed|ing)",
  "discipline measure": "punish(?:ed|ing|ments?)?|sanctions?|consequences?|ground(?:ed|ing)",
  "missing or absent without permission":
    "run(?:s|ning)? (?:away|off)|ran (?:away|off)|runaways?|abscond(?:s|ed|ing)?",
  "deprivation of liberty": "lock(?:s|ed|ing)? (?:in|up|doors?)",
  violence: "fights?|assaults?|attacks?",
  "drugs and alcohol": "smok(?:e|es|ing)|vap(?:e|es|ing)|drink(?:s|ing)?|drunk",
  // Health and everyday life
  medicines: "tablets?|pills?|paracetamol|medications?|prescriptions?|inhalers?",
  "food nutrition": "food|meals?|diets?|cook(?:s|ing)?",
  "religious persuasion": "church|mosque|faith|religion",
  "money or a financial penalty": "pocket money|fin(?:e|es|ed|ing)|allowances?|savings",
  death: "die[sd]?|dead|dying",
  education: "school(?:ing|s)?|college|exclu(?:ded|sion)",
  // Running the home
  "criminal record certificate": "DBS|CRB|police checks?|criminal checks?|background checks?",
  "employment recruitment fitness of workers":
    "hir(?:e|es|ing|ed)|tak(?:e|ing) on|recruit(?:s|ed|ing|ment)?|start(?:s|ing)? work",
  "employment is terminated disciplinary procedure":
    "sack(?:ed|ing)?|fir(?:ed|ing)|dismiss(?:ed|al|ing)?",
  "temporary staff employed otherwise than under a contract":
    "agency|bank staff|temps?|zero[- ]hours?",
  absence: "off sick|on leave|holidays?|away|maternity",
  "ceases to carry on or manage":
    "quit(?:s|ting)?|resign(?:s|ed|ing)?|leaves?|step(?:s|ping)? down",
  "home ceases closure": "shut(?:s|ting)?(?: down)?|clos(?:e|es|ing|ure)",
  "liquidator receiver trustee financial viability":
    "sell(?:s|ing)?|bankrupt(?:cy)?|insolven(?:t|cy)|goes? bust",
  records: "files?|paperwork|logs?|daily notes?",
  "HMCI inspection": "inspections?|inspectors?",
  "visits by the independent person": "monthly visits?",
  "supervision and performance appraisal": "supervisions?|one[- ]to[- ]ones?|appraisals?",
  "concerns about the welfare of children raised by staff": "whistle-?blow(?:s|ing|ers?)?",
  complaint: "grievances?|unhappy|moan(?:s|ing)?",
  "premises location": "buildings?|houses?|bedrooms?|neighbourhoods?",
});

/** All sayings as one pattern, so that nothing put in is itself replaced; the group that matched tells the term. */
const pattern = new RegExp(`\\b(?:${sayings.map(([, said]) => `(${said})`).join("|")})\\b`, "gi");
const letters = /^[A-Z]{2,6}$/;

/**
 * "Can we stop him phoning his cousin?" → "Can we stop him contact by telephone his relative?": no sentence, but the
 * words by which the passage can be found. Null where the question has no such word.
 */
export function sayInTermsOfLaw(question: string): string | null {
  const text = question.replace(pattern, (...match: string[]) => {
    const [found = "", ...groups] = match;
    const [term = "", said = ""] = sayings[groups.findIndex((group) => group !== undefined)] ?? [];
    // "RI" and "GP" are letters, "ri" and "gp" nothing; where the law's own word stands already, nothing is missing.
    const meant = !said.split("|").some((one) => letters.test(one)) || /[A-Z]{2}|\w{4}/.test(found);
    return meant && !question.toLowerCase().includes(term.toLowerCase()) ? term : found;
  });
  return text === question ? null : text;
}
