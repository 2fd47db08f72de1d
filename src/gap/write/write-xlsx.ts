// Takes a gap matrix; gives an Excel workbook: a first page, the requirements, contradictions and blanks.
import writeExcelFile, { type Cell, type SheetData } from "write-excel-file/node";
import { writeZip } from "../../check/mark/write-zip.ts";
import { readZip } from "../../extract/office/read-zip.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { GapMatrix } from "../matrix.ts";
import {
  countDocuments,
  countDuties,
  describeConflict,
  documentHead,
  dutyHead,
  introductionOf,
  problemsOf,
  titleOf,
} from "./front-page.ts";
import { columnsOf, linesOf, type GapLine } from "./gap-lines.ts";
import { addSheetParts } from "./sheet-parts.ts";
import type { GapChanges } from "./since.ts";
import { namePlace } from "./words.ts";
import { looksLikeFormula } from "./write-csv.ts";

interface OwnSheet {
  readonly name: string;
  readonly data: SheetData;
  /** In characters. */
  readonly widths: readonly number[];
  readonly filter: boolean;
}

const kind = { name: "Excel workbook", extension: ".xlsx" };
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
      data,
      sheet: name,
      columns: widths.map((width) => ({ width })),
      orientation: "landscape" as const,
      ...(filter ? { stickyRowsCount: 1 } : {}),
    })),
    { features: [addSheetParts(extras, titleOf(matrix))] },
  );
  // The package packs with the time of day; packed anew, every entry has the first day of the format.
  return writeZip(readZip(await file.toBuffer(), kind), new Map());
}

function frontSheet(matrix: GapMatrix, changes: GapChanges | null): OwnSheet {
  const problems = problemsOf(matrix);
  const data = [
    [bold(titleOf(matrix))],
    ...introductionOf(matrix, changes).map((line) => [unwrapped(line)]),
    [],
    dutyHead.map(bold),
    ...countDuties(matrix).map((row) => row.map(toCell)),
    [],
    documentHead.map(bold),
    ...countDocuments(matrix).map((row) => row.map(toCell)),
    ...(problems.length === 0 ? [] : [[], [bold("Not read")]]),
    ...problems.map((line) => [unwrapped(line)]),
  ];
  return { name: "Summary", data, widths: [50, 14, 14, 14, 16], filter: false };
}

const widthOf: Readonly<Record<keyof GapLine, number>> = {
  requirement: 50,
  place: 22,
  duty: 13,
  was: 14,
  verdict: 14,
  confidence: 12,
  evidence: 50,
  missing: 36,
  whyNot: 24,
  action: 24,
  owner: 16,
  byWhen: 12,
};

function requirementSheet(matrix: GapMatrix, changes: GapChanges | null): OwnSheet {
  const columns = columnsOf(changes);
  const rows = linesOf(matrix, changes).map((line) => columns.map(([key]) => toCell(line[key])));
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

/** Texts are strings and no formulas; marked as text, one stays so when its cell is edited. */
function toCell(value: string | number | null): Cell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number, alignVertical: "top" };
  const cell = { value: fit(value), type: String, wrap: true, alignVertical: "top" } as const;
  return looksLikeFormula(value) ? { ...cell, format: "@" } : cell;
}

function unwrapped(text: string): Cell {
  return { value: fit(text), type: String };
}

function bold(text: string): Cell {
  return { value: fit(text), type: String, fontWeight: "bold", alignVertical: "top", wrap: true };
}

/** Excel takes "_x0041_" for the character of that number; an escaped low line in front keeps it text. */
function fit(text: string): string {
  const whole = text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return whole.length <= longest ? whole : `${whole.slice(0, longest - cut.length)}${cut}`;
}
