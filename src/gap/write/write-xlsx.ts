// Takes a gap matrix; gives an Excel workbook: a first page, the requirements, contradictions and blanks.
import writeExcelFile, { type CellObject } from "write-excel-file/node";
import { writeZip } from "../../check/mark/write-zip.ts";
import { readZip } from "../../extract/office/read-zip.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import { wrapText } from "../../text/wrap.ts";
import type { GapMatrix } from "../matrix.ts";
import {
  countDocuments,
  countDuties,
  describeConflict,
  documentHead,
  dutyHead,
  introductionOf,
  pageHeadOf,
  problemsOf,
  sourcesOf,
  titleOf,
} from "./front-page.ts";
import { columnsOf, linesOf, type GapLine } from "./gap-lines.ts";
import { addSheetParts } from "./sheet-parts.ts";
import type { GapChanges } from "./since.ts";
import { namePlace } from "./words.ts";
import { looksLikeFormula } from "./write-csv.ts";

interface FilledCell extends CellObject {
  readonly value: string | number;
}

type OwnCell = FilledCell | null;

interface OwnSheet {
  readonly name: string;
  readonly data: OwnCell[][];
  /** In characters. */
  readonly widths: readonly number[];
  readonly filter: boolean;
}

const kind = { name: "Excel workbook", extension: ".xlsx" };
/** Without it each program takes another, and a second one for what is bold. */
const font = { fontFamily: "Calibri", fontSize: 11 };
/** Excel takes no more characters in a cell. */
const longest = 32_767;
const cut = " … (cut: a cell holds no more)";

/** The same matrix, the same bytes. */
export async function writeXlsx(
  matrix: GapMatrix,
  changes: GapChanges | null,
): Promise<Uint8Array> {
  const sheets = [
    frontSheet(matrix, changes),
    requirementSheet(matrix, changes),
    conflictSheet(matrix),
    blankSheet(matrix),
  ];
  const extras = sheets.map(({ name, data, widths, filter }) => ({
    name,
    rows: data.length,
    columns: widths.length,
    filter,
  }));
  const file = writeExcelFile(
    sheets.map(({ name, data, widths, filter }) => ({
      data: filter ? data.map((row) => setHeight(row, widths)) : data,
      sheet: name,
      columns: widths.map((width) => ({ width })),
      orientation: "landscape" as const,
      ...(filter ? { stickyRowsCount: 1 } : {}),
    })),
    { ...font, features: [addSheetParts(extras, pageHeadOf(matrix))] },
  );
  // The package packs with the time of day; packed anew, every entry has the first day of the format.
  return writeZip(readZip(await file.toBuffer(), kind), new Map());
}

function frontSheet(matrix: GapMatrix, changes: GapChanges | null): OwnSheet {
  const data = [
    [bold(titleOf(matrix))],
    ...introductionOf(matrix, changes).map((line) => [unwrapped(line)]),
    [],
    dutyHead.map(bold),
    ...countDuties(matrix).map((row) => row.map(toCell)),
    [],
    documentHead.map(bold),
    ...countDocuments(matrix).map((row) => row.map(toCell)),
    ...listRows("Not read", problemsOf(matrix)),
    ...listRows("Texts that are not in the library", sourcesOf(matrix)),
  ];
  return { name: "Summary", data, widths: [50, 14, 14, 14, 16], filter: false };
}

/** A title with lines under it, parted from what stands above; nothing where there is no line. */
function listRows(title: string, lines: readonly string[]): OwnCell[][] {
  if (lines.length === 0) return [];
  return [[], [bold(title)], ...lines.map((line) => [unwrapped(line)])];
}

const widthOf: Readonly<Record<keyof GapLine, number>> = {
  requirement: 60,
  place: 26,
  duty: 16,
  was: 16,
  verdict: 16,
  confidence: 12,
  evidence: 60,
  missing: 40,
  whyNot: 24,
  action: 24,
  owner: 16,
  byWhen: 12,
};

function requirementSheet(matrix: GapMatrix, changes: GapChanges | null): OwnSheet {
  const columns = columnsOf(changes);
  const rows = linesOf(matrix, changes).map((line) =>
    columns.map(([key]) => (key === "confidence" ? toShare(line[key]) : toCell(line[key]))),
  );
  return {
    name: "Requirements",
    data: [columns.map(([, title]) => bold(title)), ...rows],
    widths: columns.map(([key]) => widthOf[key]),
    filter: true,
  };
}

function conflictSheet({ conflicts }: GapMatrix): OwnSheet {
  const rows = conflicts
    .map(describeConflict)
    .flatMap(({ about, sides }, i) =>
      sides.map((side) => [toCell(i + 1), toCell(about), toCell(side)]),
    );
  const head = ["Contradiction", "About", "What is said, and where"].map(bold);
  return { name: "Contradictions", data: [head, ...rows], widths: [14, 50, 90], filter: true };
}

function blankSheet({ blanks }: GapMatrix): OwnSheet {
  const rows = blanks.map((blank) =>
    [blank.blank, blank.quote, namePlace(blank).slice(1, -1)].map((text) =>
      toCell(sanitiseLine(text)),
    ),
  );
  const head = ["What stands there", "Words around it", "Where"].map(bold);
  return { name: "Left blank", data: [head, ...rows], widths: [20, 70, 60], filter: true };
}

const number = { type: Number, align: "left", alignVertical: "top" } as const;

/** Texts are strings and no formulas; marked as text, one stays so when its cell is edited. */
function toCell(value: string | number | null): OwnCell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { ...number, value };
  const cell = { value: fit(value), type: String, wrap: true, alignVertical: "top" } as const;
  return looksLikeFormula(value) ? { ...cell, format: "@" } : cell;
}

/** In points: of a line of text, and the most that a row may have. */
const height = { line: 15, most: 409 };

/** Excel makes room for wrapped text when it opens a file, and LibreOffice lets the rows run into each other. */
function setHeight(row: readonly OwnCell[], widths: readonly number[]): OwnCell[] {
  const lines = row.map((cell, at) => {
    const text = typeof cell?.value === "string" ? cell.value.split("\n") : [];
    // Two characters less, since some letters are wider than others.
    const width = (widths[at] ?? 0) - 2;
    return text.reduce((sum, line) => sum + Math.max(1, wrapText(line, width).length), 0);
  });
  const points = Math.min(height.most, height.line * Math.max(1, ...lines));
  return row.map((cell) => (cell === null ? null : { ...cell, height: points }));
}

/** With two digits behind the point. */
function toShare(value: number | null): OwnCell {
  return value === null ? null : { ...number, value, format: "0.00" };
}

function unwrapped(text: string): OwnCell {
  return { value: fit(text), type: String };
}

function bold(text: string): OwnCell {
  return { value: fit(text), type: String, fontWeight: "bold", alignVertical: "top", wrap: true };
}

/** Excel takes "_x0041_" for the character of that number; an escaped low line in front keeps it text. */
function fit(text: string): string {
  const whole = text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return whole.length <= longest ? whole : `${whole.slice(0, longest - cut.length)}${cut}`;
}
