// Takes a gap matrix; gives what is printed of it: a first page, then its rows by duty, what is missing first.
import { duties } from "../../requirements/checklist.ts";
import { layoutList, plain, strong, type PrintBlock } from "../../report/print-block.ts";
import type { GapMatrix } from "../matrix.ts";
import {
  countDocuments,
  countDuties,
  describeBlank,
  describeConflict,
  documentHead,
  dutyHead,
  introductionOf,
  problemsOf,
  sourcesOf,
  titleOf,
} from "./front-page.ts";
import { cellOf, columnsOf, linesOf, type GapLine } from "./gap-lines.ts";
import type { GapChanges } from "./since.ts";
import { dutyHeadings, nameDuty } from "./words.ts";

/** @param changes since an earlier run: the rows are then those that changed */
export function layoutGap(matrix: GapMatrix, changes: GapChanges | null): PrintBlock[] {
  const [first = "", ...others] = introductionOf(matrix, changes);
  return [
    { kind: "heading", level: 1, runs: [plain(titleOf(matrix))] },
    { kind: "paragraph", runs: [matrix.summary.voluntary ? strong(first) : plain(first)] },
    ...others.map((text): PrintBlock => ({ kind: "paragraph", runs: [plain(text)] })),
    ...layoutTable(null, dutyHead, countDuties(matrix)),
    ...layoutTable("Documents", documentHead, countDocuments(matrix)),
    ...layoutList(
      "Not read:",
      problemsOf(matrix).map((text) => [plain(text)]),
    ),
    ...layoutList(
      "Requirements rest on texts that are not in the library:",
      sourcesOf(matrix).map((text) => [plain(text)]),
    ),
    ...layoutConflicts(matrix),
    ...layoutBlanks(matrix),
    ...layoutRows(matrix, changes),
  ];
}

function layoutTable(
  title: string | null,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): PrintBlock[] {
  if (rows.length === 0) return [];
  const table = { kind: "table", head, rows: rows.map((row) => row.map(String)) } as const;
  return title === null ? [table] : [heading(title), table];
}

function layoutConflicts({ conflicts }: GapMatrix): PrintBlock[] {
  return [
    heading("Contradictions"),
    ...(conflicts.length === 0 ? [none] : []),
    ...conflicts
      .map(describeConflict)
      .flatMap(({ about, sides }, i): PrintBlock[] => [
        { kind: "paragraph", runs: [strong(`Contradiction ${i + 1}: ${about}`)] },
        ...sides.map(toItem),
      ]),
  ];
}

function layoutBlanks({ blanks }: GapMatrix): PrintBlock[] {
  const items = blanks.map(describeBlank).map(toItem);
  return [heading("Left blank"), ...(items.length === 0 ? [none] : items)];
}

/** A table for each duty; the rows of an earlier run that went stand with those of their duty. */
function layoutRows(matrix: GapMatrix, changes: GapChanges | null): PrintBlock[] {
  const lines = linesOf(matrix, changes);
  const columns = columnsOf(changes);
  const head = columns.map(([, title]) => title);
  return duties.flatMap((duty) => {
    const name = nameDuty(duty, matrix.summary);
    const rows = lines
      .filter((line) => line.duty === name)
      .map((line: GapLine) => columns.map(([key]) => cellOf(line, key)));
    const said = matrix.summary.voluntary && duty !== "voluntary" ? " (voluntary)" : "";
    return layoutTable(`${dutyHeadings[duty]}${said}`, head, rows);
  });
}

const none: PrintBlock = { kind: "paragraph", runs: [plain("None was found.")] };

function heading(text: string): PrintBlock {
  return { kind: "heading", level: 2, runs: [plain(text)] };
}

function toItem(text: string): PrintBlock {
  return { kind: "item", depth: 0, runs: [plain(text)], tight: true };
}
