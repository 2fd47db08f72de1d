// Takes a gap matrix and the form it is wanted in; gives the text or the bytes of the file.
import { extname } from "node:path";
import { CharmError } from "../../errors.ts";
import { exportReport } from "../../export/export-report.ts";
import type { TerminalLook } from "../../report/terminal-lines.ts";
import { writeMarkdown } from "../../report/write-markdown.ts";
import { writeTerminal } from "../../report/write-terminal.ts";
import { toSafeJson } from "../../text/sanitise.ts";
import type { GapMatrix } from "../matrix.ts";
import { layoutGap } from "./layout-gap.ts";
import type { GapChanges } from "./since.ts";
import { writeCsv } from "./write-csv.ts";

const formats = ["md", "csv", "xlsx", "docx", "html", "json"] as const;
export type GapFormat = (typeof formats)[number];

export interface GapOptions {
  /** Since an earlier run: the rows are then those that changed. Null for all. */
  readonly changes: GapChanges | null;
}

/**
 * The form that the name of a file asks for.
 * @throws CharmError `output-format`
 */
export function gapFormatOf(file: string): GapFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const format = formats.find(
    (one) =>
      one === ending ||
      (one === "md" && ending === "markdown") ||
      (one === "html" && ending === "htm"),
  );
  if (format !== undefined) return format;
  throw new CharmError("output-format", `A gap matrix cannot be written to ${file}.`, {
    hint: "Name a file that ends in .md, .docx, .html, .csv, .xlsx or .json.",
  });
}

/** The same matrix, the same text or bytes; JSON as docs/cli.md promises it. Rows come in the order of the set in JSON, else what is missing first. */
export async function writeGap(
  matrix: GapMatrix,
  format: GapFormat,
  { changes }: GapOptions,
): Promise<string | Uint8Array> {
  switch (format) {
    case "json":
      return toSafeJson(changes === null ? matrix : { ...matrix, ...changes });
    case "csv":
      return writeCsv(matrix, changes);
    case "xlsx":
      // It takes a while to load, and few runs need it.
      return (await import("./write-xlsx.ts")).writeXlsx(matrix, changes);
    case "docx":
    case "html":
      return exportReport({ markdown: renderMarkdown(matrix, changes), format });
    default:
      return renderMarkdown(matrix, changes);
  }
}

function renderMarkdown(matrix: GapMatrix, changes: GapChanges | null): string {
  return `${writeMarkdown(layoutGap(matrix, changes))}\n`;
}

/** For a terminal. */
export function renderGap(matrix: GapMatrix, look: TerminalLook, { changes }: GapOptions): string {
  return writeTerminal(layoutGap(matrix, changes), look);
}
