// Takes a comparison and the form it is wanted in; gives the text.
import { extname } from "node:path";
import { CharmError } from "../../errors.ts";
import type { TerminalLook } from "../../report/terminal-lines.ts";
import { writeMarkdown } from "../../report/write-markdown.ts";
import { writeTerminal } from "../../report/write-terminal.ts";
import { toSafeJson } from "../../text/sanitise.ts";
import type { Comparison } from "../comparison.ts";
import { layoutDiff } from "./layout-diff.ts";

const formats = ["md", "json"] as const;
export type DiffFormat = (typeof formats)[number];

/**
 * The form that the name of a file asks for.
 * @throws CharmError `output-format`
 */
export function diffFormatOf(file: string): DiffFormat {
  const ending = extname(file).slice(1).toLowerCase();
  const format = formats.find((one) => one === ending || (one === "md" && ending === "markdown"));
  if (format !== undefined) return format;
  throw new CharmError("output-format", `A comparison cannot be written to ${file}.`, {
    hint: "Name a file that ends in .md or .json.",
  });
}

/** JSON as docs/cli.md promises it. */
export function writeDiff(comparison: Comparison, format: DiffFormat): string {
  return format === "json" ? toSafeJson(comparison) : `${writeMarkdown(layoutDiff(comparison))}\n`;
}

/** For a terminal. */
export function renderDiff(comparison: Comparison, look: TerminalLook): string {
  return writeTerminal(layoutDiff(comparison), look);
}
