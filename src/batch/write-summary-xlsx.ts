// Takes the summary of a batch; gives it as an Excel workbook: counts, blanks, errors, contradictions, jobs that failed.
import {
  bold,
  toCell,
  unwrapped,
  writeWorkbook,
  type SheetCell,
  type WorkSheet,
} from "../office/write-workbook.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { BatchSummary } from "./summary.ts";

/** Programs that open a workbook hold all of its rows. */
const mostRows = 50_000;

type Value = string | number | null;

/** The same summary, the same bytes. */
export function writeSummaryXlsx(summary: BatchSummary): Promise<Uint8Array> {
  const { homes, manifest, jobs, done, failed } = summary;
  const counts = homes.map((home) => [
    home.home,
    ...[home.files, home.blanks, home.errors, home.conflicts, home.failed].map(
      (list) => list.length,
    ),
  ]);
  const head = ["Home", "Files", "Blanks to fill", "Errors", "Contradictions", "Jobs that failed"];
  const front: WorkSheet = {
    name: "Summary",
    data: [
      [bold("Batch summary")],
      [unwrapped(`${manifest}: ${jobs} jobs, ${done} done, ${failed} failed`)],
      [],
      head.map(bold),
      ...counts.map(toCells),
    ],
    widths: [40, 12, 16, 12, 16, 18],
    filter: false,
  };
  const blanks = homes.flatMap(({ home, blanks: all }) =>
    all.map(({ file, section, text }) => [home, file, section, text, null, null, null]),
  );
  const errors = homes.flatMap(({ home, errors: all }) =>
    all.map(({ file, line, message, code }) => [home, file, line, message, code]),
  );
  const conflicts = homes.flatMap(({ home, conflicts: all }) =>
    all.map(({ about, sides, files }) => [home, about, sides.join("\n"), files.join("\n")]),
  );
  const failures = homes.flatMap(({ home, failed: all }) =>
    all.map(({ line, job, file, message, hint }) => [home, line, job, file, message, hint]),
  );
  const sheets = [
    front,
    sheetOf(
      "Blanks",
      { Home: 24, File: 34, Section: 34, "To complete": 70, Answer: 40, Owner: 16, "By when": 12 },
      blanks,
    ),
    sheetOf("Errors", { Home: 24, File: 34, Line: 8, "What is wrong": 90, Code: 24 }, errors),
    sheetOf(
      "Contradictions",
      { Home: 24, About: 40, "What is said, and where": 90, Files: 40 },
      conflicts,
    ),
    sheetOf(
      "Failed jobs",
      { Home: 24, "Line of the manifest": 12, Job: 30, File: 34, Why: 70, "What to do": 60 },
      failures,
    ),
  ];
  return writeWorkbook(sheets, `Batch summary: ${sanitiseLine(manifest)}`);
}

/** @param columns titles with widths in characters */
function sheetOf(
  name: string,
  columns: Readonly<Record<string, number>>,
  rows: readonly (readonly Value[])[],
): WorkSheet {
  const more = rows.length - mostRows;
  const data = [
    Object.keys(columns).map(bold),
    ...rows.slice(0, mostRows).map(toCells),
    ...(more > 0 ? [[toCell(`${more} more: summary.json has all of them.`)]] : []),
  ];
  return { name, data, widths: Object.values(columns), filter: true };
}

function toCells(row: readonly Value[]): SheetCell[] {
  return row.map((value) =>
    toCell(typeof value === "string" ? value.split("\n").map(sanitiseLine).join("\n") : value),
  );
}
