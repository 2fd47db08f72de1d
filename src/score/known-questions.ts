// Takes a statement and its evidence; gives how near the nearest known question comes that it answers.
import { spanAt } from "../chunk/locator-at.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { keyOf } from "./statement-key.ts";
import { textOfLines, type PassageStatement } from "./statements.ts";

/** Cosine, by itself or by a provision that one of its lines stands in; 0 where no such question is known. */
export function nearestKnown(
  statement: PassageStatement,
  { passage, document, subjects, known }: Evidence,
): number {
  const byItself =
    known?.statements.get(keyOf(document.short, textOfLines(statement, passage.text))) ?? 0;
  const byProvision = statement.lines.map(({ start }) => {
    const span = spanAt(passage, start);
    return span === undefined ? 0 : (subjects?.get(span.provision) ?? 0);
  });
  return Math.max(byItself, ...byProvision);
}
