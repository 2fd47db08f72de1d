// Takes a question's names and its evidence; gives those that an answer would have to speak of and the evidence does not.
import { speaksOf, type Names } from "../plan/read-names.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { findStatements } from "../score/statements.ts";

/** Passages in which names are looked for. */
const foremost = 5;

export function findUnmet(
  evidence: readonly Evidence[],
  { neighbours, asked }: Pick<Names, "neighbours" | "asked">,
): string[] {
  const top = evidence
    .filter(({ passage }) => findStatements(passage).length > 0)
    .slice(0, foremost);
  if (top.length === 0) return [];
  const texts = top.map(
    ({ passage, document }) => `${document.title} ${passage.trail.join(" ")} ${passage.text}`,
  );
  return [
    ...neighbours.filter((name) => !isAbout(top, name)),
    ...asked.filter((name) => !texts.some((text) => speaksOf(text, name))),
  ];
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
