// Takes a statement and the others of its part of the question; gives the rest of its list.
import type { RankedStatement } from "../score/rank-statements.ts";

/** A list that is asked for is quoted whole up to this many words. */
export const longestList = 260;

/**
 * The other parts of the list of guidance that a statement is a part of; none of a list too long to quote whole. (Lists
 * of law are whole by themselves: law-quotations.ts.)
 */
export function findListParts(
  chosen: RankedStatement,
  others: readonly RankedStatement[],
): RankedStatement[] {
  const key = leadKey(chosen);
  if (key === "" || chosen.evidence.document.authority === "legislation") return [];
  const rest = others.filter((other) => other !== chosen && leadKey(other) === key);
  const words = [chosen, ...rest].reduce((sum, statement) => sum + statement.words, 0);
  return words <= longestList ? rest : [];
}

/** Statements with the same lead-in in the same passage are parts of one list. */
export function leadKey({ evidence, lines }: RankedStatement): string {
  return lines.length < 2 ? "" : `${evidence.passage.id}@${lines[0]?.start}`;
}
