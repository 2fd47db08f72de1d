// Takes a gap matrix; gives an Excel workbook: a first page, the requirements, contradictions and blanks.
import { sanitiseLine } from "../../text/sanitise.ts";
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
import type { GapChanges } from "./since.ts";
import { namePlace } from "./words.ts";
import {
  bold,
  toCell,
  toShare,
  unwrapped,
  writeWorkbook,
  type SheetCell,
  type WorkSheet,
} from "../../office/write-workbook.ts";

/** The same matrix, the same bytes. */
export function writeXlsx(matrix: GapMatrix, changes: GapChanges | null): Promise<Uint8Array> {
  const sheets = [
    frontSheet(matrix, changes),
    requirementSheet(matrix, changes),
    conflictSheet(matrix),
    blankSheet(matrix),
  ];
  return writeWorkbook(sheets, pageHeadOf(matrix));
}

function frontSheet(matrix: GapMatrix, changes: GapChanges | null): WorkSheet {
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
function listRows(title: string, lines: readonly string[]): SheetCell[][] {
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

function requirementSheet(matrix: GapMatrix, changes: GapChanges | null): WorkSheet {
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

function conflictSheet({ conflicts }: GapMatrix): WorkSheet {
  const rows = conflicts
    .map(describeConflict)
    .flatMap(({ about, sides }, i) =>
      sides.map((side) => [toCell(i + 1), toCell(about), toCell(side)]),
    );
  const head = ["Contradiction", "About", "What is said, and where"].map(bold);
  return { name: "Contradictions", data: [head, ...rows], widths: [14, 50, 90], filter: true };
}

function blankSheet({ blanks }: GapMatrix): WorkSheet {
  const rows = blanks.map((blank) =>
    [blank.blank, blank.quote, namePlace(blank).slice(1, -1)].map((text) =>
      toCell(sanitiseLine(text)),
    ),
  );
  const head = ["What stands there", "Words around it", "Where"].map(bold);
  return { name: "Left blank", data: [head, ...rows], widths: [20, 70, 60], filter: true };
}
