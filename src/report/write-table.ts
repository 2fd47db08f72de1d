// Takes a table and the look of a terminal; gives its lines: side by side where it fits, else a list of its rows.
import { sanitiseLine } from "../text/sanitise.ts";
import { measureText, type Run } from "../text/wrap.ts";
import { plain, strong, type PrintBlock } from "./print-block.ts";
import { writeLines, type TerminalLook } from "./terminal-lines.ts";

type Table = Extract<PrintBlock, { kind: "table" }>;

/** Columns between two columns of a table. */
const gutter = "  ";

export function writeTable({ head, rows }: Table, look: TerminalLook): string[] {
  const lines = rows.map((row) => row.map((cell) => cell.split("\n").map(sanitiseLine)));
  const widths = head.map((title, at) =>
    Math.max(measureText(title), ...lines.map((row) => measureText((row[at] ?? []).join(" ")))),
  );
  const whole = widths.reduce((sum, width) => sum + width + gutter.length, -gutter.length);
  const flat = lines.every((row) => row.every((cell) => cell.length === 1));
  if (!flat || whole > look.width) return writeRecords(head, lines, look);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - measureText(cell)))
      .join(gutter)
      .trimEnd();
  return [look.paint(line(head), "heading"), ...lines.map((row) => line(row.flat()))];
}

/** Each row as an item: its first cell, then the others under their titles, without those that are empty. */
function writeRecords(
  head: readonly string[],
  rows: readonly (readonly (readonly string[])[])[],
  look: TerminalLook,
): string[] {
  return rows.flatMap(([first = [], ...rest], i) => [
    ...(i === 0 ? [] : [""]),
    ...first.flatMap((line, at) => writeLines(at === 0 ? "• " : "  ", [strong(line)], look)),
    ...rest.flatMap((cell, at) => {
      const [start = "", ...more] = cell;
      if (cell.join("") === "") return [];
      const title: Run = { text: `${head[at + 1] ?? ""}:`, style: "strong" };
      return [
        ...writeLines("  ", [title, plain(` ${start}`)], look),
        ...more.flatMap((line) => writeLines("    ", [plain(line)], look)),
      ];
    }),
  ]);
}
