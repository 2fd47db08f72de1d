// Takes rows of cells; gives comma-separated values that Excel opens as they are.
import { looksLikeFormula } from "./looks-like-formula.ts";

/** Without it Excel reads UTF-8 as windows-1252. */
const byteOrderMark = "\ufeff";

/** RFC 4180; no cell is a formula, whatever the documents hold. */
export function writeCsvRecords(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((cells) => `${cells.map(writeCell).join(",")}\r\n`).join("");
}

/** An apostrophe in front makes text of a formula; lines are parted by line feeds, as Excel writes them itself. */
function writeCell(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
