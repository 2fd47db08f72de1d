// Takes what is printed of a report; gives it as Markdown, the one place where text becomes mark-up and is escaped.
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { Run } from "../text/wrap.ts";
import type { PrintBlock } from "./print-block.ts";

/** Without a line feed at the end. */
export function writeMarkdown(blocks: readonly PrintBlock[]): string {
  return blocks
    .map((block, i) => {
      const before = blocks[i - 1];
      const gap = i === 0 ? "" : block.tight === true ? "\n" : gapBetween(before, block);
      return gap + writeBlock(block);
    })
    .join("");
}

/** Texts to paste that follow one another are one quotation, its points right under one another. */
function gapBetween(before: PrintBlock | undefined, block: PrintBlock): string {
  if (before?.kind !== "paste" || block.kind !== "paste") return "\n\n";
  return before.depth >= 0 && block.depth >= 0 ? "\n" : "\n>\n";
}

function writeBlock(block: PrintBlock): string {
  switch (block.kind) {
    case "heading":
      // Number signs at its end would close a heading, and not be shown.
      return `${"#".repeat(block.level)} ${writeRuns(block.runs).replace(/(?<=\s)#+(?=\s*$)/, "\\$&")}`;
    case "item":
      return `${"  ".repeat(block.depth)}- ${writeRuns(block.runs)}`;
    case "paste":
      return block.depth < 0
        ? `> ${writeRuns(block.runs)}`
        : `> ${"  ".repeat(block.depth)}- ${writeRuns(block.runs)}`;
    case "row": {
      const row = `| ${block.cells.map(writeRuns).join(" | ")} |`;
      return block.head ? `${row}\n|${" --- |".repeat(block.cells.length)}` : row;
    }
    case "rule":
      return "---";
    case "table":
      return writeTable(block.head, block.rows);
    default:
      return writeRuns(block.runs);
  }
}

/** A row of a table is one line of Markdown: only a tag parts the lines of a cell. */
function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(writeCell).join(" | ")} |`;
  const under = `|${" --- |".repeat(head.length)}`;
  return [line(head), under, ...rows.map(line)].join("\n");
}

function writeCell(text: string): string {
  const lines = text.split("\n").map((line) => escapeMarkdown(sanitiseLine(line)));
  return lines.join("<br>").replaceAll("|", "\\|");
}

function writeRuns(runs: readonly Run[]): string {
  const first = runs.findIndex(({ text }) => text.trim() !== "");
  return runs.map((run, i) => writeRun(run, i === first)).join("");
}

/** Space at the edges of a run belongs outside its marks. */
function writeRun({ text, style }: Run, starts: boolean): string {
  if (style === "marker") return text;
  const [, before = "", , after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  const written = escapeMarkdown(sanitiseLine(text), starts);
  const marks = style === "strong" && written !== "" ? "**" : "";
  return `${before && " "}${marks}${written}${marks}${after && " "}`;
}
