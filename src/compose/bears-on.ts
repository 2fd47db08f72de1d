// Takes a question and its evidence; says whether the evidence bears on it, and what it asks for that nothing speaks of.
import { assessAnswerability } from "../retrieve/answerability.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { findStatements } from "./statements.ts";

export interface Bearing {
  readonly bears: boolean;
  /** Places and bodies named in the question, or kinds of thing it asks for, that the evidence does not hold. */
  readonly unmet: readonly string[];
}

/** Passages in which names are looked for. */
const foremost = 5;

/** @param subject similarity of the nearest subject that the library holds; null where none is known */
export function assessBearing(
  question: string,
  evidence: readonly Evidence[],
  subject: number | null = null,
): Bearing {
  const top = evidence
    .filter(({ passage }) => findStatements(passage).length > 0)
    .slice(0, foremost);
  if (top.length === 0) return { bears: false, unmet: [] };
  const texts = top.map(
    ({ passage, document }) => `${document.title} ${passage.trail.join(" ")} ${passage.text}`,
  );
  const unmet = namedPlaces(question).filter((name) => !texts.some((text) => speaksOf(text, name)));
  if (unmet.length > 0) return { bears: false, unmet };
  const { answerable, lacking } = assessAnswerability(question, evidence, subject);
  return { bears: answerable, unmet: answerable || lacking === null ? [] : [`a ${lacking}`] };
}

function speaksOf(text: string, name: string): boolean {
  const pattern = new RegExp(`\\b${name.replace(/[^\p{L}\d ]/gu, ".")}\\b`, "giu");
  return pattern.test(text);
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
