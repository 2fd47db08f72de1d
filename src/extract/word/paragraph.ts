// A paragraph of a Word document while it is being read: its text, its marks, how it is set, and where pages end in it.
import { cleanText } from "../../text/clean-text.ts";
import { heaviest } from "../../lists.ts";
import type { FlowText } from "../flow/flow-page.ts";
import type { LeftOut, Mark } from "../page.ts";
import type { RunLook } from "./styles.ts";

/** Words of a paragraph that do not count as its text. */
export interface Apart {
  readonly reason: LeftOut["reason"];
  readonly text: string;
}

export interface Paragraph {
  text: string;
  readonly marks: Mark[];
  /** Letters and figures, in all and of each look. */
  readonly counts: { all: number; bold: number; italic: number; underlined: number };
  readonly sizes: [number, number][];
  /** Where a new page begins in it, and which. */
  readonly turns: { readonly at: number; readonly page: number }[];
  readonly apart: Apart[];
  /** What floats beside the paragraph, to be read after it. */
  readonly boxes: (() => void)[];
  /** Words of tracked insertions in it. */
  inserted: string;
  /** Where its last tab stands, for entries of contents lists. */
  lastTab: number;
}

export function openParagraph(): Paragraph {
  return {
    text: "",
    marks: [],
    counts: { all: 0, bold: 0, italic: 0, underlined: 0 },
    sizes: [],
    turns: [],
    apart: [],
    boxes: [],
    inserted: "",
    lastTab: -1,
  };
}

/** White space is folded: the first of several spaces stays. */
export function append(paragraph: Paragraph, raw: string, look: RunLook): void {
  const clean = cleanText(look.capitals === true ? raw.toUpperCase() : raw).replace(/\s+/g, " ");
  const open = paragraph.text === "" || paragraph.text.endsWith(" ");
  const text = open && clean.startsWith(" ") ? clean.slice(1) : clean;
  paragraph.text += text;
  const count = lettersIn(text);
  paragraph.counts.all += count;
  if (look.bold) paragraph.counts.bold += count;
  if (look.italic) paragraph.counts.italic += count;
  if (look.underlined) paragraph.counts.underlined += count;
  if (look.size !== null && count > 0) paragraph.sizes.push([look.size, count]);
}

const typedNumber = /^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.)]?\s/i;

function lettersIn(text: string): number {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
}

/** Pieces that follow each other for one reason are one entry. */
export function setApart(paragraph: Paragraph, reason: Apart["reason"], text: string): void {
  const last = paragraph.apart.at(-1);
  if (last?.reason === reason)
    paragraph.apart[paragraph.apart.length - 1] = { reason, text: last.text + text };
  else paragraph.apart.push({ reason, text });
}

/** What a paragraph is beside its text. */
export type ParagraphKind = Pick<FlowText, "heading" | "number" | "place">;

/**
 * The paragraph as one text, or one for each page that it stands on.
 * @param page the page that it begins on
 */
export function closeParagraph(
  paragraph: Paragraph,
  kind: ParagraphKind,
  page: number,
): FlowText[] {
  const { counts, sizes, turns } = paragraph;
  // A number that somebody typed before a heading is often set like the text.
  const typed = lettersIn(typedNumber.exec(paragraph.text)?.[0] ?? "");
  const whole = (count: number) =>
    counts.all > 2 * typed && count >= counts.all - typed && count > 0;
  const look = {
    bold: whole(counts.bold),
    italic: whole(counts.italic),
    underlined: whole(counts.underlined),
    size: heaviest(sizes) ?? 0,
  };
  const starts = [{ at: 0, page }, ...turns];
  const texts: FlowText[] = [];
  starts.forEach((start, i) => {
    const end = starts[i + 1]?.at ?? paragraph.text.length;
    const raw = paragraph.text.slice(start.at, end);
    const text = raw.trim();
    if (text === "") return;
    const first = texts.length === 0;
    const shift = start.at + (raw.length - raw.trimStart().length);
    const isLast = i === starts.length - 1;
    const marks = paragraph.marks
      .filter((mark) => (first || mark.at >= start.at) && (isLast || mark.at < end))
      .map((mark) => ({ ...mark, at: Math.min(Math.max(mark.at - shift, 0), text.length) }));
    texts.push({
      text,
      marks,
      ...look,
      ...kind,
      number: first ? (kind.number ?? null) : null,
      continues: !first,
      page: start.page,
    });
  });
  return texts;
}
