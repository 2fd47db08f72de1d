// Takes a sentence that asks; gives the questions it joins, each as it was written.
import { readOrder, splitOrder } from "./ordered-text.ts";

/** Words that begin what is asked. */
export const askingWords = "what|which|who|whom|whose|when|where|why|how";
/** Words that may stand before one of them: "by when", "for how long". */
const before = "for|by|to|from|in|with|at|of|on|about|within";
export const auxiliaries =
  "must|may|can|could|should|shall|will|would|do|does|did|is|are|was|were|has|have|had";
const orders =
  "draft|list|outline|describe|explain|write|prepare|compose|create|produce|summari[sz]e";
/** What an auxiliary stands before in a question and hardly elsewhere: "and do we have to …". */
const subjects =
  "we|i|you|they|he|she|it|there|this|that|these|those|the|a|an|our|my|his|her|their|any|every|each|one|two|three|staff|children";

const question = `(?:(?:${before})\\s+)?(?:${askingWords})\\b|(?:${auxiliaries})\\s+(?:${subjects})\\b`;
const joint = new RegExp(
  `,?\\s+(?:and|but|or)\\s+(?:then\\s+)?(?=${question}|(?:${orders})\\b)`,
  "gi",
);
/** Between questions of which the last is joined by a word: "Who writes it, who reads it and what goes in?" */
const comma = new RegExp(`,\\s+(?=${question})`, "gi");
const asks = new RegExp(`^\\s*(?:${question}|(?:${auxiliaries})\\s)`, "i");

/**
 * "What must it hold, and who gets it?" is two. "Safeguarding and complaints" is none, and "How and when must we tell
 * them?" is one: each half must be a question by itself, or with the other's subject ("and for how long").
 */
export function splitJoined(sentence: string): string[] {
  const texts = splitOrder(sentence);
  return texts.length > 1 ? texts : splitQuestions(sentence);
}

function splitQuestions(sentence: string): string[] {
  const joints = [...sentence.matchAll(joint)];
  const last = joints.at(-1)?.index ?? 0;
  const commas = [...sentence.slice(0, last).matchAll(comma)].filter(
    ({ index }) => !joints.some((each) => each.index === index),
  );
  const cuts = [...joints, ...commas].sort((a, b) => a.index - b.index);
  const pieces: string[] = [];
  let start = 0;
  for (const [i, cut] of cuts.entries()) {
    const next = cut.index + cut[0].length;
    const after = sentence.slice(next, cuts[i + 1]?.index);
    const piece = sentence.slice(start, cut.index);
    if (!isWhole(piece) || !canFollow(after)) continue;
    // "If he dies, what must be done": only between questions is a comma a joint.
    if (commas.includes(cut) && !asks.test(piece)) continue;
    // What a text is to say are no questions of their own.
    if (readOrder(piece) !== null && !ordersMore.test(after)) continue;
    pieces.push(piece.trim());
    start = next;
  }
  return [...pieces, sentence.slice(start).trim()];
}

const ordersMore = new RegExp(`^\\s*(?:${orders})\\b`, "i");

const shorthand = new RegExp(
  `^(?:(?:${before})\\s+)?(?:${askingWords})(?:\\s+(?:long|often|soon|quickly|fast|form))?(?=[.?!,]|$)`,
  "i",
);

function isWhole(piece: string): boolean {
  return countWords(piece) > 1 && !shorthand.test(piece.trim());
}

/** "For how long" and "by when" go on with what stands before them; "when" alone is a word of it. */
function canFollow(piece: string): boolean {
  return isWhole(piece) || countWords(piece.replace(/,.*/, "")) > 1;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}
