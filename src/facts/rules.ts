// Takes a sentence of an own document; tells what it lets somebody off, permits before its time, does, or leaves to one's
// own judgement in one's own case.
import { findActors } from "../verify/duty-holders.ts";
import { readModals, waives } from "../verify/modality.ts";
import { deniesToChild, isRejected } from "./voice.ts";

/** Words with which a limit is given and nothing denied. */
const limiting =
  /\b(?:no|not) (?:later|more|less|longer|fewer|earlier|sooner) than\b|\bwithout delay\b/gi;

const negating =
  /\b(?:not|no|never|nobody|none|nor|neither|nothing|cannot|prohibit\w*|forb(?:id|ade|ids|idden)|refrain\w*|rather than|other than|except\w*|unless)\b|n['’]t\b/i;

/** "If talking does not work, …": when something is done, and not that it is not. */
const condition = /^(?:if|when|where|once|should|because|so that|as)\b[^,:;]*,/i;

/** Says that something is so or is done, and denies or excepts nothing. */
export function affirms(text: string): boolean {
  return !negating.test(text.replace(condition, " ").replaceAll(limiting, " "));
}

/** "where possible", "usually": less than it says. */
const hedging =
  /\b(?:where|when|if|wherever|whenever) (?:possible|practicable|needed|necessary|appropriate)\b|\b(?:usually|normally|ideally|generally|typically|aims?|try|tries|hope|should|ought|may|might|could)\b/i;

/** Whether it promises what it says: not as an aim, a piece of advice or a habit. */
export function promises(text: string): boolean {
  return affirms(text) && !hedging.test(text.replaceAll(/(?<=\s)May\b/g, " "));
}

const letOff =
  /\b(?:(?:is|are|has|have|gets?|receives?|needs?|takes?|do|does|will|need) (?:not|no|never|neither)|exempt\w*|excused|without (?:an? )?)\b/i;
const otherwise = /\b(?:may|can)\b[^.;]*\binstead\b/i;

/** Those whom a rule for all who work in a home might leave out. */
const some =
  /\b(?:staff|workers?|employees?|colleagues|members? of staff|relief|bank|night|agency|part-time|temporary|volunteers?)\b/i;

/** The words by which it lets some of those who work in a home off what others must do; null where it does not. */
export function readLetOff(text: string): string | null {
  if (!some.test(text)) return null;
  const modal = readModals(text).find(waives);
  if (modal !== undefined) return modal.words;
  return (letOff.exec(text.replaceAll(limiting, " ")) ?? otherwise.exec(text))?.[0] ?? null;
}

const before = /\b(?:before|until|pending|prior to|ahead of|without waiting|while|whilst)\b/i;

/** To come to work, and not only to look in. */
const starting =
  /\b(?:may|can|allowed to|permitted to|free to)\s+(?:\w+\s+){0,3}?(?:start|begin|commence|work|join|do (?:shifts|nights)|cover|take up|take on|go on|lone|sleep|be employed|be given)\b/i;

/** Whether it permits something before something else has come: "may start before the certificate arrives". */
export function permitsEarly(text: string): boolean {
  const permits = readModals(text).some(
    ({ force, negative, words }) => force === "may" && !negative && !/only/.test(words),
  );
  const can = /\bcan\b(?! ?not\b| only\b)/i.test(text);
  const at = text.search(before);
  if (at < 0 || !starting.test(text)) return false;
  return (permits || can) && !/\b(?:no|not|never|nobody|none)\b/i.test(text);
}

/** A "herself" that only stresses who does it is none: "looks into complaints about the food herself". */
const ownCase =
  /\bwho(?:m)?ever\b|\bregardless\b|\b(?:about|against|concerning|involving|of)\s+(?:(?:him|her|it|one)self\b|themselves\b|(?:his|her|their) own\b)/i;
/** "about the head herself, she …": the reflexive stresses whom it is about, and what that one then does. */
const goesOn =
  /\b(?:about|against|concerning|involving)\s+(?:[\p{L}.’'-]+\s+){1,4}?(?:him|her)self\b\s*,?\s*(?:he|she|they)\b(.*)$/iu;
const handingOver =
  /\b(?:pass(?:es)?|hands?|refers?|sends?|gives?|leaves?|steps?|tells?|informs?|calls?|asks?|stands?|another|others?|else)\b/i;

function goesOnToJudge(text: string): boolean {
  const [, then = ""] = goesOn.exec(text) ?? [];
  return deciding.test(then) && !handingOver.test(then);
}

const concerning = /\b(?:about|against|concerning|involving|of)\s+(?:the |an? |its |their )?$/i;

/** Somebody spoken of twice, the second time as whom it is about. */
const again =
  /\b(?!the\b|all\b|any\b|those\b)(\w{4,})\b.*\b(?:about|against|concerning|involving) (?:the |an? )?\1\b/i;
const complainedOf = /\b(?:complained (?:of|about)|named in|accused|concerned in)\b/i;
const deciding =
  /\b(?:looks? into|looked into|investigat\w+|deals? with|dealt with|decid\w+|consider\w*|interviews?|sits? on|writes?|handles?|answers?)\b/i;

/** Whether it leaves a matter to the one whom it is about: "complaints about the manager … by the manager". */
export function judgesItself(text: string): boolean {
  if (!affirms(text) || /\bonly\b/i.test(text)) return false;
  if (ownCase.test(text) || goesOnToJudge(text) || again.test(text)) return true;
  if (complainedOf.test(text) && deciding.test(text)) return true;
  const actors = findActors(text);
  const about = actors.filter(({ start }) => concerning.test(text.slice(0, start)));
  const doing = actors.filter((actor) => !about.includes(actor));
  return about.some((one) => doing.some(({ actor }) => actor === one.actor));
}

const depriving =
  /\b(?:los(?:e|es|ing|t)|loss|forfeit\w*|fin(?:e|es|ed)|dock\w*|deduct\w*|withh(?:e|o)ld\w*|stop\w*|cancel\w*|call(?:s|ed)? off|den(?:y|ies|ied)|depriv\w*|withdr[ae]wn?\w*|taken? (?:away|out of|from|off)|com(?:es?|ing) off|costs?|go(?:es|ing)? without|restrict\w*|ban(?:s|ned)?|remov\w*|confiscat\w*|shut|closed|locked away|switched off|ground(?:s|ed)?|punish\w*|smack\w*|slap\w*|hits?|held back|hold back|sent to bed|miss(?:es)? out|reduc\w*|pays?|kept (?:awake|from)|woken)\b/i;
const ofDiscipline =
  /\b(?:sanctions?|consequences?|punish\w*|disciplin\w*|penalt(?:y|ies)|behav\w+|rules?)\b/i;

/**
 * Whether something is taken from a child for what was done: said outright, or as what the child then has none of.
 * @param context what it stands under
 */
export function deprives(text: string, context: string): boolean {
  if (isRejected(text, context)) return false;
  if (!affirms(text)) return ofDiscipline.test(`${context} ${text}`) && deniesToChild(text);
  return depriving.test(text) && (ofDiscipline.test(`${context} ${text}`) || forDeed.test(text));
}

/** For what somebody did: a person told by it, or a case. */
const forDeed =
  /\b(?:who|whoever|whose|if|when|whenever|after|because|until|unless|for (?:\w+ )?\w+ing|late\w*|rude\w*|swear\w*|damag\w*|fight\w*|violen\w*)\b/i;
