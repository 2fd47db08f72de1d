// Takes the sheets of a workbook; gives the bytes of the Excel file, the same for the same sheets.
import writeExcelFile, { type CellObject } from "write-excel-file/node";
import { writeZip } from "./write-zip.ts";
import { readZip } from "../extract/office/read-zip.ts";
import { looksLikeFormula } from "../text/looks-like-formula.ts";
import { wrapText } from "../text/wrap.ts";
import { addSheetParts } from "./sheet-parts.ts";

interface FilledCell extends CellObject {
  readonly value: string | number;
}

export type SheetCell = FilledCell | null;

export interface WorkSheet {
  readonly name: string;
  readonly data: readonly (readonly SheetCell[])[];
  /** In characters. */
  readonly widths: readonly number[];
  /** The first row names the columns: it is filtered by, and stays in view. */
  readonly filter: boolean;
}

const kind = { name: "Excel workbook", extension: ".xlsx" };
/** Without it each program takes another, and a second one for what is bold. */
const font = { fontFamily: "Calibri", fontSize: 11 };
/** Excel takes no more characters in a cell. */
const longest = 32_767;
const cut = " … (cut: a cell holds no more)";

/** @param header stands on each printed page */
export async function writeWorkbook(
  sheets: readonly WorkSheet[],
  header: string,
): Promise<Uint8Array> {
  const extras = sheets.map(({ name, data, widths, filter }) => ({
    name,
    rows: data.length,
    columns: widths.length,
    filter,
  }));
  const file = writeExcelFile(
    sheets.map(({ name, data, widths, filter }) => ({
      data: data.map((row) => (filter ? setHeight(row, widths) : [...row])),
      sheet: name,
      columns: widths.map((width) => ({ width })),
      orientation: "landscape" as const,
      ...(filter ? { stickyRowsCount: 1 } : {}),
    })),
    { ...font, features: [addSheetParts(extras, header)] },
  );
  // The package packs with the time of day; packed anew, every entry has the first day of the format.
  return writeZip(readZip(await file.toBuffer(), kind), new Map());
}

const number = { type: Number, align: "left", alignVertical: "top" } as const;

/** Texts are strings and no formulas; marked as text, one stays so when its cell is edited. */
export function toCell(value: string | number | null): SheetCell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { ...number, value };
  const cell = { value: fit(value), type: String, wrap: true, alignVertical: "top" } as const;
  return looksLikeFormula(value) ? { ...cell, format: "@" } : cell;
}

/** In points: of a line of text, and the most that a row may have. */
const height = { line: 15, most: 409 };

/** Excel makes room for wrapped text when it opens a file, and LibreOffice lets the rows run into each other. */
function setHeight(row: readonly SheetCell[], widths: readonly number[]): SheetCell[] {
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
export function toShare(value: number | null): SheetCell {
  return value === null ? null : { ...number, value, format: "0.00" };
}

export function unwrapped(text: string): SheetCell {
  return { value: fit(text), type: String };
}

export function bold(text: string): SheetCell {
  return { value: fit(text), type: String, fontWeight: "bold", alignVertical: "top", wrap: true };
}

/** Excel takes "_x0041_" for the character of that number; an escaped low line in front keeps it text. */
function fit(text: string): string {
  const whole = text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return whole.length <= longest ? whole : `${whole.slice(0, longest - cut.length)}${cut}`;
}
