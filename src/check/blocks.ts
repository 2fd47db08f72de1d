// Takes Markdown; gives its blocks with the lines they stand on: headings, paragraphs, list items, table rows, footnotes.

export type BlockKind = "heading" | "paragraph" | "item" | "row" | "footnote" | "break";

export interface ReportBlock {
  readonly kind: BlockKind;
  /** 1 to 6 of a heading; nesting from 1 of a list item; 0 otherwise. */
  readonly depth: number;
  /** Text without the marks that make it a block; lines joined by a newline. */
  readonly text: string;
  /** `1` of an ordered item, `^2` of a footnote definition; null otherwise. */
  readonly label: string | null;
  /** Line of each of the text's lines, from 1. */
  readonly lines: readonly number[];
}

interface OpenBlock extends Omit<ReportBlock, "text" | "lines"> {
  readonly texts: string[];
  readonly lines: number[];
}

const fence = /^\s*(```+|~~~+)/;
const heading = /^\s{0,3}(#{1,6})\s+(\S.*)$/;
const rule = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const item = /^(\s*)(?:[-*+•]|(\d{1,3})[.)])\s+(.*)$/;
const footnote = /^\s{0,3}\[(\^[^\]]+)\]:\s*(.*)$/;
const tableRow = /^\s*\|(.+)\|\s*$/;
const tableRule = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** Code blocks, comments and front matter give nothing. */
export function readBlocks(markdown: string): ReportBlock[] {
  const blocks: OpenBlock[] = [];
  const indents: number[] = [];
  let open: OpenBlock | null = null;
  const start = (
    kind: BlockKind,
    depth: number,
    text: string,
    line: number,
    label: string | null = null,
  ) => {
    open = { kind, depth, label, texts: [text], lines: [line] };
    blocks.push(open);
    if (kind === "heading" || kind === "row" || kind === "break") open = null;
  };
  for (const { text: raw, line } of plainLines(markdown)) {
    const text = raw.replace(/^\s{0,3}(?:>\s?)+/, "");
    if (text.trim() === "") {
      open = null;
      continue;
    }
    const title = heading.exec(text);
    const entry = item.exec(text);
    const note = footnote.exec(text);
    const row = tableRow.exec(text);
    if (title !== null) {
      indents.length = 0;
      start("heading", title[1]?.length ?? 1, withoutClosing(title[2] ?? ""), line);
    } else if (rule.test(text)) {
      indents.length = 0;
      start("break", 0, "", line);
    } else if (note !== null) start("footnote", 0, note[2] ?? "", line, note[1] ?? null);
    else if (entry !== null) {
      const indent = (entry[1] ?? "").replaceAll("\t", "    ").length;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      start("item", indents.length, entry[3] ?? "", line, entry[2] ?? null);
    } else if (tableRule.test(text) && text.includes("|")) open = null;
    else if (row !== null) start("row", 0, (row[1] ?? "").replaceAll("|", " | "), line);
    else if (open !== null) append(open, text, line);
    else {
      if (!/^\s{2,}/.test(text)) indents.length = 0;
      start("paragraph", 0, text.trim(), line);
    }
  }
  return blocks.map(({ texts, ...block }) => ({ ...block, text: texts.join("\n") }));
}

function append(block: OpenBlock, text: string, line: number): void {
  block.texts.push(text.trim());
  block.lines.push(line);
}

/** Lines outside code blocks, comments and front matter, with their numbers. */
function plainLines(markdown: string): { text: string; line: number }[] {
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  const kept: { text: string; line: number }[] = [];
  let fenced: string | null = null;
  let comment = false;
  let front =
    lines[0]?.trim() === "---" &&
    lines.slice(1, 40).some((text) => text.trim() === "---") &&
    /^\w[\w-]*:/.test(lines[1] ?? "");
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (front) {
      if (index > 0 && text.trim() === "---") front = false;
      continue;
    }
    const mark = fence.exec(text)?.[1];
    if (fenced !== null || mark !== undefined) {
      if (fenced === null) fenced = mark ?? null;
      else if (mark?.startsWith(fenced) === true) fenced = null;
      continue;
    }
    const wasComment = comment;
    if (!comment && text.includes("<!--")) comment = true;
    if (comment && text.includes("-->")) comment = false;
    kept.push({ text: wasComment || comment || /^\s*<!--.*-->\s*$/.test(text) ? "" : text, line });
  }
  return kept;
}

/** Tells on which line an offset of a block's text stands; offsets are asked for in ascending order. */
export function linesOf(block: ReportBlock): (offset: number) => number {
  let [passed, next] = [0, block.text.indexOf("\n")];
  return (offset) => {
    while (next >= 0 && next < offset) {
      passed += 1;
      next = block.text.indexOf("\n", next + 1);
    }
    return block.lines[Math.min(passed, block.lines.length - 1)] ?? 1;
  };
}

/** "A heading ##": number signs behind a space close it. */
function withoutClosing(title: string): string {
  const trimmed = title.trimEnd();
  const bare = trimmed.replace(/#+$/, "");
  return bare === trimmed || !/\s$/.test(bare) ? trimmed : bare.trimEnd();
}
