// Takes a question and its evidence; says whether the evidence bears on it, and which of its names nothing speaks of.
import type { Asked } from "../plan/asked-kind.ts";
import { readNames, speaksOf, type Names } from "../plan/read-names.ts";
import { assessAnswerability } from "../retrieve/answerability.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { findStatements } from "./statements.ts";

export interface Bearing {
  readonly bears: boolean;
  /** Places and bodies named in the question that the evidence does not speak of. */
  readonly unmet: readonly string[];
}

/** Passages in which names are looked for. */
const foremost = 5;

/**
 * @param subject similarity of the nearest subject that the library holds; null where none is known
 * @param names the question's, as they are told from its other words
 * @param asks the kind of thing that it asks for; null where none is known
 */
export function assessBearing(
  question: string,
  evidence: readonly Evidence[],
  subject: number | null = null,
  { neighbours, asked }: Pick<Names, "neighbours" | "asked"> = readNames(question),
  asks: Asked | null = null,
): Bearing {
  const top = evidence
    .filter(({ passage }) => findStatements(passage).length > 0)
    .slice(0, foremost);
  if (top.length === 0) return { bears: false, unmet: [] };
  const texts = top.map(
    ({ passage, document }) => `${document.title} ${passage.trail.join(" ")} ${passage.text}`,
  );
  const unmet = [
    ...neighbours.filter((name) => !isAbout(top, name)),
    ...asked.filter((name) => !texts.some((text) => speaksOf(text, name))),
  ];
  if (unmet.length > 0) return { bears: false, unmet };
  return { bears: assessAnswerability(asks, evidence, subject).answerable, unmet: [] };
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
