// Takes a question and its evidence; says whether the evidence bears on it, and what it names that nothing speaks of.
import type { Evidence } from "../retrieve/evidence.ts";
import { findStatements } from "./statements.ts";
import { contentStems } from "./terms.ts";

/** How telling a word is in the whole library: ln(1 + passages / passages with it). */
export type WordWeight = (word: string) => Promise<number>;

export interface Bearing {
  readonly bears: boolean;
  /** Places and bodies named in the question that the evidence does not mention. */
  readonly unmet: readonly string[];
}

/**
 * Least sum of nearness in meaning and share of the question's telling words found. On the development questions it
 * declines half of those without an answer and none of those with one.
 */
const floor = 0.79;
/** Passages in which the question's words are looked for. */
const foremost = 5;

export async function assessBearing(
  wordings: readonly string[],
  evidence: readonly Evidence[],
  weigh: WordWeight,
): Promise<Bearing> {
  const question = wordings[0] ?? "";
  const top = evidence
    .filter(({ passage }) => findStatements(passage).length > 0)
    .slice(0, foremost);
  if (top.length === 0) return { bears: false, unmet: [] };
  const texts = top.map(
    ({ passage, document }) => `${document.title} ${passage.trail.join(" ")} ${passage.text}`,
  );
  const unmet = namedPlaces(question).filter((name) => !texts.some((text) => speaksOf(text, name)));
  if (unmet.length > 0) return { bears: false, unmet };
  // A question that names a provision is answered by it, however it is worded.
  if (evidence.some(({ signals }) => signals.named !== undefined)) return { bears: true, unmet };
  const found = new Set(texts.flatMap(contentStems));
  const nearest = Math.max(...evidence.map(({ similarity }) => similarity));
  // What is told before the question brings words that no document has; any wording may find the answer.
  const shares = await Promise.all(wordings.map((wording) => shareFound(wording, found, weigh)));
  return { bears: nearest + Math.max(...shares) >= floor, unmet };
}

function speaksOf(text: string, name: string): boolean {
  const pattern = new RegExp(`\\b${name.replace(/[^\p{L}\d ]/gu, ".")}\\b`, "giu");
  return pattern.test(text);
}

async function shareFound(
  question: string,
  found: ReadonlySet<string>,
  weigh: WordWeight,
): Promise<number> {
  const words = new Set(question.match(/\p{L}[\p{L}\d’'-]*/gu) ?? []);
  let total = 0;
  let covered = 0;
  for (const word of words) {
    const [stem] = contentStems(word);
    if (stem === undefined) continue;
    const weight = await weigh(word);
    total += weight;
    if (found.has(stem)) covered += weight;
  }
  return total === 0 ? 0 : covered / total;
}

/** "in Croydon", "in the North West", "Care Inspectorate Wales": places, and names of two words or more. */
export function namedPlaces(question: string): string[] {
  const names: string[] = [];
  const located =
    /\b(?:in|at|near|within|from)\s+(?:the\s+)?((?:\p{Lu}[\p{L}’'-]+)(?:\s+\p{Lu}[\p{L}’'-]+)*)/gu;
  for (const match of question.matchAll(located)) names.push(match[1] ?? "");
  // Not the first word: every sentence begins with a capital.
  const several = /(?<=[\p{Ll},;] )(?:the\s+)?((?:\p{Lu}[\p{Ll}’'-]+)(?:\s+\p{Lu}[\p{Ll}’'-]+)+)/gu;
  for (const match of question.matchAll(several)) names.push(match[1] ?? "");
  return [...new Set(names)].filter((name) => name !== "" && !calendar.test(name));
}

/** Months and days have capitals and are no places. */
const calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/;
