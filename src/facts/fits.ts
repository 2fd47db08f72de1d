// Takes what an own document says and what law binds to; tells whether they may be about the same at all: by whom, to
// whom, and from when.
import {
  compareActors,
  findActors,
  findInstitutions,
  institutions,
  readEntrusted,
  type Actor,
} from "../verify/duty-holders.ts";
import type { Norm } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";

const telling =
  /\b(?:notif\w+|inform\w*|told|tells?|sends?|sent|suppl(?:y|ies|ied)|notice|hears?|receives?|passed|reach(?:es)?|phon\w+|telephon\w+|report(?:s|ed)? (?:it |them )?to|(?:is|are) (?:with|given to))\b/i;
const death = /\b(?:dies|died|death|deceased)\b/i;
/** Those who stand in for somebody are not the one that a duty is about. */
const standingIn = /^(?:the |our |an? )?(?:deputy|assistant|acting)\b/i;
/** To begin something is not to have done it. */
const beginning = /\b(?:enrols?|enrolled|begins?|starts?|signs? up|registers?|work towards)\b/i;
const begun = /\b(?:attain|complet|finish|achiev|gain|obtain|hold|have|get)\w*\b/i;
/** Whether a time that a document gives may be the one that a norm is about. */
export function fits(own: OwnSentence, norm: Norm): boolean {
  const { said: text } = own;
  const law = norm.sentence.text;
  if (norm.fact?.from === "death" && !death.test(text)) return false;
  if (death.test(text) && norm.fact?.from === "birth") return false;
  if (telling.test(text) && !telling.test(law)) return false;
  // What is done every so often is told so often only where it is telling.
  if (norm.fact?.role !== own.fact?.role && !telling.test(text)) return false;
  if (!sameDoer(own, law)) return false;
  if (standingIn.test(text) && /\bmanag/i.test(`${norm.sentence.title} ${law}`)) return false;
  const attained = /\battain/i.test(norm.sentence.served);
  if (attained && beginning.test(text) && !begun.test(text.replace(beginning, " "))) return false;
  if (/\brecord is made\b/i.test(law) && !writing.test(text)) return false;
  if (reviewsOther(text, law)) return false;
  return sameListener(text, norm) && sameParties(text, law);
}

/** What law makes somebody from outside do, nobody else does: the sentence itself names who, or what it stands under. */
function sameDoer({ said, context }: OwnSentence, law: string): boolean {
  const doing = readEntrusted(law).filter((actor) => institutions.has(actor));
  if (doing.length === 0 || namesAny(said, doing)) return true;
  const others = findActors(said).filter(({ actor }) => actor !== "child" && actor !== "home");
  return others.length === 0 && namesAny(context, doing);
}

function namesAny(text: string, actors: readonly Actor[]): boolean {
  return /\bvisitor\b/i.test(text) || findActors(text).some(({ actor }) => actors.includes(actor));
}

const writing =
  /\b(?:record\w*|writ(?:e|es|ten|ing)|wrote|write-up|log(?:s|ged|book)?|enter(?:s|ed)?|entry|forms?|accounts?|note[sd]?|document\w*|reports?|put on paper|sets? (?:it )?down)\b/i;

/** What else is looked at again and again in a home; law on the review of something else says nothing of it. */
const reviewed =
  /\b(?:plans?|polic(?:y|ies)|risk assessments?|procedures?|handbooks?|guides?|menus?|objectives?|budgets?|insurance|licen[cs]es?|contracts?|targets?)\b/gi;

function reviewsOther(text: string, law: string): boolean {
  if (!/\breview\w*\b/i.test(law) || !/\breview\w*\b/i.test(text)) return false;
  const named = text.match(reviewed) ?? [];
  return named.some((word) => !law.toLowerCase().includes(word.toLowerCase().replace(/s$/, "")));
}

/** Two turns to different people are different things to do: to the worker, and to the child. */
const toChild =
  /\b(?:to|with) (?:the |a |each |that )?(?:child|young (?:person|people)|children)\b/i;
const toWorker =
  /\b(?:to|with) (?:the |a |each |that )?(?:staff|member of staff|members of staff|worker|workers|user|colleague|adult)\b/i;

function sameListener(text: string, { sentence }: Norm): boolean {
  const law = [sentence.own, ...sentence.items].join(" ");
  if (!/\bspoken to\b/i.test(law)) return true;
  const child = toChild.test(text);
  const worker = toWorker.test(text);
  if (child === worker) return true;
  return toChild.test(law) === child;
}

/** Whoever is named on both sides has to be one of the same. */
function sameParties(text: string, law: string): boolean {
  const mine = findInstitutions(text);
  const theirs = findInstitutions(law);
  if (mine.size === 0 || theirs.size === 0) return true;
  return [...mine].some((one) =>
    [...theirs].some((other) => compareActors(one, other) !== "other"),
  );
}
