// Takes a question that leans on one before it; gives it with that one's subject, so that it can be searched for alone.
import { setOfWords } from "../lists.ts";
import { askingWords, auxiliaries } from "./split-joined.ts";

/** "Who gets it?", "for how long?", "which techniques are off limits?": they need an earlier question's subject. */
export function leansOnEarlier(part: string): boolean {
  if (leaning.test(part) || owning.test(part)) return true;
  const words = part.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.filter((word) => !asking.has(word)).length < fewestOwn;
}

const leaning = /\b(?:it|they|them|that|those|these|this|he|she)\b|\bone[.?!]*$/i;
/** "Who receives their report?": in front of it stands nobody whose it could be. */
const owning = /^\w+(?:\s+\w+){0,2}\s+(?:their|its|his|her)\b/i;
/** Words of its own that make a part a question in itself. */
const fewestOwn = 3;
const asking = setOfWords(
  "what which when where whom whose must should shall will would could have does need with from into there many long often",
);

/** Words of asking in front of what a question is about: "for how long must we", "which". */
const opening = new RegExp(
  `^(?:\\w+\\s+)?(?:how\\s+(?:long|often|soon|quickly|fast|many|much|far)|${askingWords})\\b\\s*(?:(?:${auxiliaries})\\s+)?(?:(?:we|i|you|they|he|she|it|there)\\s+)?(?:(?:have|has|need|needs)\\s+)?(?:to\\s+)?`,
  "i",
);
const closedOpening = new RegExp(
  `^(?:${auxiliaries})\\s+(?:(?:we|i|you|they|he|she|it|there)\\s+)?`,
  "i",
);
/**
 * What a question is about: its words but those of asking. "How long do we keep a child's file?" → "keep a child's
 * file"; null where that says nothing ("How long do they have?").
 */
export function subjectOf(question: string): string | null {
  const bare = question.replace(/[.?!\s]+$/, "");
  const about = bare.replace(opening, "").replace(closedOpening, "");
  const telling = about.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return telling.some((word) => !asking.has(word)) ? about : null;
}

const pronoun = /\b(?:it|they|them)\b/i;
const determiner = "an?|the|our|my|his|her|their|its|each|every|any|some|all|this|these|those";
const determined = new RegExp(`\\b(?:${determiner})\\s+\\p{L}.*$`, "iu");
const another = new RegExp(`\\s(?:${determiner})\\s`, "i");
/** Of more words than this, or of two things, it is uncertain which of them a pronoun stands for. */
const mostNamed = 5;

/** "who may see it" → "who may see a child's file"; "for how long" → "for how long: keep a child's file". */
export function carrySubject(part: string, subject: string): string {
  const bare = part.replace(/[.?!\s]+$/, "");
  const [named = ""] = determined.exec(subject) ?? [];
  const isSure = named !== "" && named.split(" ").length <= mostNamed && !another.test(named);
  return isSure && pronoun.test(bare) ? bare.replace(pronoun, () => named) : `${bare}: ${subject}`;
}
