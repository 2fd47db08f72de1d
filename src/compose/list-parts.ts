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

/**
 * What a statement of guidance that ends in a colon leads to, where the file sets no bullets: the next of its passage.
 * Null where that is not at hand, and the statement would promise what does not follow.
 */
export function findLedTo(
  statement: RankedStatement,
  others: readonly RankedStatement[],
): RankedStatement[] | null {
  const { passage, document } = statement.evidence;
  const last = statement.lines.at(-1);
  if (!last || document.authority === "legislation") return [];
  if (!passage.text.slice(last.start, last.end).trimEnd().endsWith(":")) return [];
  const after = others
    .filter(
      ({ evidence, lines }) => evidence.passage.id === passage.id && startOf(lines) >= last.end,
    )
    .toSorted((a, b) => startOf(a.lines) - startOf(b.lines))[0];
  const between = after && passage.text.slice(last.end, startOf(after.lines));
  return after && between?.trim() === "" ? [after] : null;
}

function startOf(lines: RankedStatement["lines"]): number {
  return lines[0]?.start ?? -1;
}

/** Statements with the same lead-in in the same passage are parts of one list. */
export function leadKey({ evidence, lines }: RankedStatement): string {
  return lines.length < 2 ? "" : `${evidence.passage.id}@${lines[0]?.start}`;
}
