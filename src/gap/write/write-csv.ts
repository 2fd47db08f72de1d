// Takes a gap matrix; gives its rows as comma-separated values that Excel opens as they are.
import { looksLikeFormula } from "../../text/looks-like-formula.ts";
import type { GapMatrix } from "../matrix.ts";
import { cellOf, columnsOf, linesOf } from "./gap-lines.ts";
import type { GapChanges } from "./since.ts";

/** Without it Excel reads UTF-8 as windows-1252. */
const byteOrderMark = "\ufeff";

/** RFC 4180; no cell is a formula, whatever the documents hold. */
export function writeCsv(matrix: GapMatrix, changes: GapChanges | null): string {
  const columns = columnsOf(changes);
  const rows = linesOf(matrix, changes).map((line) => columns.map(([key]) => cellOf(line, key)));
  const records = [columns.map(([, title]) => title), ...rows].map(
    (cells) => `${cells.map(writeCell).join(",")}\r\n`,
  );
  return byteOrderMark + records.join("");
}

/** An apostrophe in front makes text of a formula; lines are parted by line feeds, as Excel writes them itself. */
function writeCell(text: string): string {
  const safe = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
