// Takes what is printed of a report; gives it as lines for a terminal, wrapped, with the styles that its reader wants.
import { readRuns, type PrintBlock } from "./print-block.ts";
import type { Run } from "../text/wrap.ts";
import { writeLines, wrapSafe, type TerminalLook } from "./terminal-lines.ts";
import { writeTable } from "./write-table.ts";

/** Ends with a line feed. */
export function writeTerminal(blocks: readonly PrintBlock[], look: TerminalLook): string {
  const lines = blocks.flatMap((block, i) => [
    ...(i === 0 || block.tight === true ? [] : [""]),
    ...writeBlock(block, look),
  ]);
  return `${lines.join("\n")}\n`;
}

function writeBlock(block: PrintBlock, look: TerminalLook): string[] {
  switch (block.kind) {
    case "heading": {
      const style = block.level === 1 ? "title" : "heading";
      return wrapSafe(block.runs, look.width).map((runs) => look.paint(readRuns(runs), style));
    }
    case "rule":
      return [look.paint("─".repeat(look.width), "rule")];
    case "table":
      return writeTable(block, look);
    case "item":
      return writeLines(`${"  ".repeat(block.depth)}• `, block.runs, look);
    case "paste": {
      const item = block.depth < 0 ? "" : `${"  ".repeat(block.depth)}• `;
      return writeLines("", block.runs, { ...look, width: look.width - 2 - item.length }).map(
        (line, i) => `│ ${i === 0 ? item : " ".repeat(item.length)}${line}`,
      );
    }
    case "row": {
      const divider: Run = { text: " | ", style: "plain" };
      const runs = block.cells.flatMap((cell, i) => (i === 0 ? cell : [divider, ...cell]));
      const shown = block.head ? runs.map(({ text }): Run => ({ text, style: "strong" })) : runs;
      return writeLines("  ", shown, look);
    }
    default:
      return writeLines("", block.runs, look);
  }
}
