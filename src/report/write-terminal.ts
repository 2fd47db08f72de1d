// Takes what is printed of a report; gives it as lines for a terminal, wrapped, with the styles that its reader wants.
import { sanitise } from "../text/sanitise.ts";
import { wrapRuns, type Run } from "../text/wrap.ts";
import { readRuns, type PrintBlock } from "./print-block.ts";

export interface TerminalLook {
  /** Columns of a line. */
  readonly width: number;
  /** Puts text of a style into the colours of the terminal. */
  readonly paint: (text: string, style: Run["style"] | "title" | "heading" | "rule") => string;
}

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
      return wrap(block.runs, look.width).map((runs) => look.paint(readRuns(runs), style));
    }
    case "rule":
      return [look.paint("─".repeat(look.width), "rule")];
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

function writeLines(lead: string, runs: readonly Run[], { width, paint }: TerminalLook): string[] {
  return wrap(runs, Math.max(20, width - lead.length)).map((line, i) => {
    const start = i === 0 ? lead : " ".repeat(lead.length);
    return start + line.map(({ text, style }) => paint(text, style)).join("");
  });
}

/** Words of documents may hold what steers a terminal; none of it reaches one. */
function wrap(runs: readonly Run[], width: number): Run[][] {
  return wrapRuns(
    runs.map(({ text, style }) => ({ text: sanitise(text), style })),
    width,
  );
}
