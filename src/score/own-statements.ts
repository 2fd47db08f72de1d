// Takes a passage of the provider's own document; gives its statements, the rows of tables without a head among them.
import type { Passage } from "../chunk/passage.ts";
import { findStatements, type PassageStatement } from "./statements.ts";

/**
 * Word files rarely say which row of a table is its head. In law and guidance a row without one is a fragment; in a
 * policy it is where the number of the duty team stands. Each comes with the table's first row.
 */
export function findOwnStatements(passage: Passage): PassageStatement[] {
  const found = findStatements(passage);
  const covered = new Set(found.flatMap(({ lines }) => lines.map(({ start }) => start)));
  const [first, ...rows] = passage.spans.filter(({ kind }) => kind === "row" || kind === "head");
  if (first === undefined) return found;
  const bare = rows.filter(({ start }) => !covered.has(start));
  return [
    ...found,
    ...bare.map((row): PassageStatement => ({
      lines: [
        { start: first.start, end: first.end, depth: 0, isItem: true },
        { start: row.start, end: row.end, depth: 1, isItem: true },
      ],
      words: passage.text.slice(row.start, row.end).split(/\s+/).length,
    })),
  ];
}
