// Takes a report in Markdown; gives it as lines for a terminal, wrapped and in colour.
import { parseInline } from "./parse-inline.ts";
import { sanitise } from "./sanitise.ts";
import type { Style } from "./style.ts";
import { wrapRuns, type Run } from "./wrap.ts";

interface RenderOptions {
  /** Columns of a line. */
  readonly width: number;
  readonly style: Style;
}

/**
 * Knows what our reports are written in: headings, paragraphs, nested lists, quotations, rules and fenced text, with
 * bold, italic, code and `[n]` markers. Anything else stands as it was written.
 */
export function renderMarkdown(markdown: string, options: RenderOptions): string {
  const out: string[] = [];
  let paragraph: string[] = [];
  let fenced = false;
  const flush = () => {
    if (paragraph.length > 0) out.push(...renderBlock("", "", paragraph.join(" "), options));
    paragraph = [];
  };
  for (const line of sanitise(markdown).split("\n")) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      flush();
      fenced = !fenced;
    } else if (fenced) out.push(`    ${line}`);
    else if (line.trim() === "") {
      flush();
      if (out.length > 0 && out.at(-1) !== "") out.push("");
    } else {
      const block = renderLine(line, options);
      if (block === null) paragraph.push(line.trim());
      else {
        flush();
        out.push(...block);
      }
    }
  }
  flush();
  return `${out.join("\n").trimEnd()}\n`;
}

/** Null for a line of a paragraph, which goes on in the next line. */
function renderLine(line: string, options: RenderOptions): string[] | null {
  const { style, width } = options;
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading) return renderHeading(heading[1]?.length ?? 1, heading[2] ?? "", options);
  if (/^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line)) return [style.dim("─".repeat(width))];
  const item = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(line);
  if (item) {
    const [, indent = "", mark = "", text = ""] = item;
    const lead = `${indent}${/\d/.test(mark) ? mark : "•"} `;
    return renderBlock(lead, " ".repeat(lead.length), text, options);
  }
  const quotation = /^>\s?(.*)$/.exec(line);
  if (quotation) {
    const bar = `${style.dim("│")} `;
    return renderBlock(bar, bar, quotation[1] ?? "", options, 2);
  }
  return /^\s*\|.*\|\s*$/.test(line) ? [line] : null;
}

function renderHeading(level: number, text: string, options: RenderOptions): string[] {
  const paint = level === 1 ? options.style.bold.underline : options.style.bold;
  return wrapRuns(parseInline(text), options.width).map((runs) =>
    paint(runs.map((run) => run.text).join("")),
  );
}

function renderBlock(
  first: string,
  rest: string,
  text: string,
  { style, width }: RenderOptions,
  lead = first.length,
): string[] {
  const lines = wrapRuns(parseInline(text), Math.max(20, width - lead));
  return lines.map(
    (runs, i) => (i === 0 ? first : rest) + runs.map((run) => paintRun(run, style)).join(""),
  );
}

function paintRun(run: Run, style: Style): string {
  let text = run.text;
  for (const name of run.style.split(" ")) {
    if (name === "bold") text = style.bold(text);
    else if (name === "italic") text = style.italic(text);
    else if (name === "code") text = style.yellow(text);
    else if (name === "marker") text = style.cyan(text);
  }
  return text;
}
