// Takes a question and its evidence; says whether the evidence bears on it, and what it asks for that nothing speaks of.
import { readNames, speaksOf } from "../plan/read-names.ts";
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
  const { neighbours, asked } = readNames(question);
  const unmet = [
    ...neighbours.filter((name) => !isAbout(top, name)),
    ...asked.filter((name) => !texts.some((text) => speaksOf(text, name))),
  ];
  if (unmet.length > 0) return { bears: false, unmet };
  const { answerable, lacking } = assessAnswerability(question, evidence, subject);
  return { bears: answerable, unmet: answerable || lacking === null ? [] : [`a ${lacking}`] };
}

/** A part of the world that a text only lists is not what the text is about. */
function isAbout(top: readonly Evidence[], name: string): boolean {
  const [best] = top;
  return top.some(
    ({ document, passage }) =>
      speaksOf(`${document.title} ${passage.trail.join(" ")}`, name) ||
      (passage === best?.passage && speaksOf(passage.text, name)),
  );
}
