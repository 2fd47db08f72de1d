// Takes a table of a text; gives it as Word has it: columns by their words, the head on each page, rows whole.
import {
  type FileChild,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { CharmError } from "../../errors.ts";
import { type Block, readRuns, type Run } from "../blocks.ts";
import { isSmall } from "../wide-tables.ts";
import { columnWidths, linesOf } from "./column-widths.ts";
import { headShade, letters, smallLetters, tableBorders } from "./docx-look.ts";
import { type Writing, writeRuns } from "./write-runs.ts";

/** Word takes no more columns in a table. */
const mostColumns = 63;
/** Rows of at most so many lines are not torn between two pages. */
const wholeRow = 15;

/** @throws CharmError `export-columns` */
export function writeTable(
  table: Extract<Block, { kind: "table" }>,
  writing: Writing,
): FileChild[] {
  const { head, rows } = table;
  if (head.length > mostColumns) throw tooWide(head);
  const { width } = writing;
  const small = isSmall(table);
  const room = small ? smallLetters : letters;
  const texts = [head, ...rows].map((row) => row.map(readLines));
  const widths = columnWidths(texts, width, room);
  const cell = (runs: readonly Run[], at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHead ? { shading: headShade } : {}),
      children: splitLines(runs).map(
        (line) =>
          new Paragraph({
            style: small ? "SmallTableText" : "TableText",
            children: writeRuns(line, writing, { isHead }),
          }),
      ),
    });
  const row = (cells: readonly (readonly Run[])[], at: number) =>
    new TableRow({
      tableHeader: at === 0,
      cantSplit: at === 0 || linesOf(texts[at] ?? [], widths, room) <= wholeRow,
      children: widths.map((_width, column) => cell(cells[column] ?? [], column, at === 0)),
    });
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: tableBorders,
      rows: [head, ...rows].map(row),
    }),
    // Tables that touch are one in Word.
    new Paragraph({ spacing: { after: 0, line: 180, lineRule: LineRuleType.EXACT } }),
  ];
}

/** As they are read, lines apart. */
function readLines(runs: readonly Run[]): string {
  return splitLines(runs).map(readRuns).join("\n");
}

function splitLines(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.kind === "break") lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

function tooWide(head: readonly (readonly Run[])[]): CharmError {
  const first = head.slice(0, 2).map((cell) => `“${readRuns(cell)}”`);
  return new CharmError(
    "export-columns",
    `The table that begins with ${first.join(" and ")} has ${head.length} columns; Word takes ${mostColumns}.`,
    { hint: "Write a web page (-o report.html), or cut the table into several." },
  );
}
