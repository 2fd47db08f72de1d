// Takes a sentence of an own document; tells what it lets somebody off, permits before its time, does, or leaves to one's
// own judgement in one's own case.
import { findActors } from "../verify/duty-holders.ts";
import { readModals, waives } from "../verify/modality.ts";

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
  return affirms(text) && !hedging.test(text);
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
  return (letOff.exec(text) ?? otherwise.exec(text))?.[0] ?? null;
}

const before = /\b(?:before|until|pending|prior to|ahead of|without waiting|while|whilst)\b/i;

/** Whether it permits something before something else has come: "may start before the certificate arrives". */
export function permitsEarly(text: string): boolean {
  const permits = readModals(text).some(
    ({ force, negative, words }) => force === "may" && !negative && !/only/.test(words),
  );
  const can = /\bcan\b(?! ?not\b| only\b)/i.test(text);
  return (permits || can) && before.test(text) && !/\b(?:no|not|never|nobody|none)\b/i.test(text);
}

const ownCase =
  /\b(?:him|her|it|one)self\b|\bthemselves\b|\bwho(?:m)?ever\b|\bregardless\b|\b(?:his|her|their) own\b/i;
const concerning = /\b(?:about|against|concerning|involving|of)\s+(?:the |an? |its |their )?$/i;

/** Whether it leaves a matter to the one whom it is about: "complaints about the manager … by the manager". */
export function judgesItself(text: string): boolean {
  if (ownCase.test(text)) return affirms(text);
  const actors = findActors(text);
  const about = actors.filter(({ start }) => concerning.test(text.slice(0, start)));
  const doing = actors.filter((actor) => !about.includes(actor));
  const same = about.some((one) => doing.some(({ actor }) => actor === one.actor));
  const named = /\b(?:named|accused|complained of|concerned) in\b/i.test(text);
  return (same || named) && affirms(text);
}

const depriving =
  /\b(?:los(?:e|es|ing|t)|loss|forfeit\w*|fin(?:e|es|ed)|dock\w*|deduct\w*|withh(?:e|o)ld\w*|stop\w*|cancel\w*|den(?:y|ies|ied)|depriv\w*|withdr[ae]wn?\w*|taken? (?:away|out of|from)|costs?|go(?:es|ing)? without|restrict\w*|ban(?:s|ned)?|remov\w*|confiscat\w*|ground(?:s|ed)?|punish\w*|smack\w*|slap\w*|hits?|held back|hold back|sent to bed|miss(?:es)? out|reduc\w*|pays?|kept (?:awake|from)|woken)\b/i;
const ofDiscipline =
  /\b(?:sanctions?|consequences?|punish\w*|disciplin\w*|penalt(?:y|ies)|behav\w+|rules?)\b/i;

/**
 * Whether something is taken from a child: said outright, or as what there is none of where it is about discipline.
 * @param context what it stands under
 */
export function deprives(text: string, context: string): boolean {
  if (affirms(text)) return depriving.test(text);
  return !depriving.test(text) && ofDiscipline.test(`${context} ${text}`);
}
