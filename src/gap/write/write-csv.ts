// Takes a gap matrix; gives its rows as comma-separated values that Excel opens as they are.
import { writeCsvRecords } from "../../text/write-csv.ts";
import type { GapMatrix } from "../matrix.ts";
import { cellOf, columnsOf, linesOf } from "./gap-lines.ts";
import type { GapChanges } from "./since.ts";

export function writeCsv(matrix: GapMatrix, changes: GapChanges | null): string {
  const columns = columnsOf(changes);
  const rows = linesOf(matrix, changes).map((line) => columns.map(([key]) => cellOf(line, key)));
  return writeCsvRecords([columns.map(([, title]) => title), ...rows]);
}
