// Takes what an own document says and what law binds to; tells whether they may be about the same at all: by whom, to
// whom, and from when.
import { compareActors, findInstitutions } from "../verify/duty-holders.ts";
import { speaksOfMeasure } from "../field/banned-measures.ts";
import { contentStems } from "../text/word-stems.ts";
import type { Norm } from "./norms.ts";
import type { OwnSentence } from "./own-sentences.ts";
import { affirms, deprives } from "./rules.ts";

const telling =
  /\b(?:notif\w+|inform\w*|told|tells?|sends?|sent|suppl(?:y|ies|ied)|notice|hears?|receives?|passed|reach(?:es)?|phon\w+|telephon\w+|report(?:s|ed)? (?:it |them )?to|(?:is|are) with)\b/i;
const death = /\b(?:dies|died|death|deceased)\b/i;
/** Those who stand in for somebody are not the one that a duty is about. */
const standingIn = /^(?:the |our |an? )?(?:deputy|assistant|acting)\b/i;
/** To begin something is not to have done it. */
const beginning = /\b(?:enrols?|enrolled|begins?|starts?|signs? up|registers?|work towards)\b/i;
const begun = /\b(?:attain|complet|finish|achiev|gain|obtain|hold|have|get)\w*\b/i;
/** Who works in a home and does not care for children there. */
const notCaring =
  /\b(?:cooks?|chefs?|drivers?|cleaners?|gardeners?|domestics?|administrators?|caretakers?|handy(?:man|person)|maintenance|kitchen|visitors?|tutors?|therapists?)\b/i;
/** Who works in a home and is not employed there. */
const notEmployed = /\b(?:agency|volunteers?|contractors?|students?|visitors?)\b/i;

export function fits(own: OwnSentence, norm: Norm): boolean {
  const { said: text } = own;
  const law = norm.sentence.text;
  if (norm.kind === "time" && norm.fact?.from === "death" && !death.test(text)) return false;
  if (death.test(text) && norm.fact?.from === "birth") return false;
  if (norm.kind === "duty") {
    // Something else instead is no way out where the law takes nothing else.
    if (/\binstead\b/i.test(text) && norm.sentence.items.length === 0) return false;
    if (!namesDuty(own, norm)) return false;
    if (/\bcare role\b/i.test(law) && notCaring.test(text)) return false;
    return !(/\bemployees?\b/i.test(law) && notEmployed.test(text));
  }
  if (norm.kind === "ban") return bans(own, norm);
  if (norm.kind !== "time") return true;
  if (telling.test(text) && !telling.test(law)) return false;
  if (standingIn.test(text) && /\bmanag/i.test(`${norm.sentence.title} ${law}`)) return false;
  const attained = /\battain/i.test(norm.sentence.served);
  if (attained && beginning.test(text) && !begun.test(text.replace(beginning, " "))) return false;
  return sameParties(text, law);
}

/** Stems of those who work in a home, of whom all duties speak. */
const everybody = new Set(["staff", "work", "worker", "employe", "person", "individu", "home"]);

/** What somebody is let off must be called as the law calls it, here or in what leads to it. */
function namesDuty({ text, context }: OwnSentence, { texts }: Norm): boolean {
  const theirs = contentStems(texts.join(" "));
  const mine = contentStems(`${context} ${text}`);
  return [...mine].some((stem) => theirs.has(stem) && !everybody.has(stem));
}

/** Somebody is or acts as what is named: "acts as independent visitor", "is our independent person". */
const appointing =
  /\b(?:as|(?:is|are|be|becomes?|remains?) (?:also )?(?:our|the|an?|its))\b[^.;,]*\bindependent\b/i;

/** What is forbidden must be spoken of, and done: a measure taken, somebody appointed. */
function bans({ text, said, context }: OwnSentence, { sentence }: Norm): boolean {
  const spoken = speaksOfMeasure(sentence.own, text) ?? speaksOfMeasure(sentence.text, text);
  if (spoken === false) return false;
  if (/\bmeasures?\b/i.test(sentence.text)) return spoken === true && deprives(said, context);
  if (/\bappoint\b/i.test(sentence.lead)) return affirms(said) && appointing.test(said);
  return affirms(said);
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
