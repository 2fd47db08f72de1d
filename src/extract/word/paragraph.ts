// A paragraph of a Word document while it is being read: its text, its marks, how it is set, and where pages end in it.
import { heaviest } from "../../lists.ts";
import type { FlowText } from "../flow/flow-page.ts";
import { addFolded } from "../flow/paragraph.ts";
import type { Mark } from "../page.ts";
import type { RunLook } from "./styles.ts";

interface Counts {
  all: number;
  bold: number;
  italic: number;
  underlined: number;
}

export interface Paragraph {
  text: string;
  readonly marks: Mark[];
  /** How far all letters are bold, and whether others followed. */
  label: { end: number; isOver: boolean };
  /** Letters and figures, in all and of each look. */
  readonly counts: Counts;
  readonly sizes: [number, number][];
  /** Where a new page begins in it, and which. */
  readonly turns: { readonly at: number; readonly page: number }[];
  /** What floats beside the paragraph, to be read after it. */
  readonly boxes: (() => void)[];
  /** Words of tracked insertions in it. */
  inserted: string;
  /** What stands before its first line break, where all of that is set off. */
  opening: { readonly at: number; readonly counts: Counts; readonly sizes: number } | null;
}

export function openParagraph(): Paragraph {
  return {
    text: "",
    marks: [],
    label: { end: 0, isOver: false },
    counts: { all: 0, bold: 0, italic: 0, underlined: 0 },
    sizes: [],
    turns: [],
    boxes: [],
    inserted: "",
    opening: null,
  };
}

export function append(paragraph: Paragraph, raw: string, look: RunLook): void {
  const count = lettersIn(addFolded(paragraph, look.capitals === true ? raw.toUpperCase() : raw));
  paragraph.counts.all += count;
  if (look.bold) paragraph.counts.bold += count;
  if (count > 0 && look.bold !== true) paragraph.label.isOver = true;
  if (look.bold && !paragraph.label.isOver) paragraph.label.end = paragraph.text.trimEnd().length;
  if (look.italic) paragraph.counts.italic += count;
  if (look.underlined) paragraph.counts.underlined += count;
  if (look.size !== null && count > 0) paragraph.sizes.push([look.size, count]);
}

const typedNumber = /^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.)]?\s/i;

function lettersIn(text: string): number {
  return (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
}

/** A line that ends in a paragraph: where all of the first is set off, it may be a heading over the rest. */
export function breakLine(paragraph: Paragraph): void {
  const { text, counts, sizes } = paragraph;
  if (paragraph.opening || !isSetOff(counts)) return;
  paragraph.opening = { at: text.length, counts: { ...counts }, sizes: sizes.length };
}

function isSetOff({ all, bold, underlined }: Counts): boolean {
  return all > 0 && (bold === all || underlined === all);
}

/** Bold at its start alone. */
function isLabelled({ label, text }: Paragraph): boolean {
  return label.isOver && label.end > 0 && label.end < text.length;
}

/** What a paragraph is beside its text. */
export type ParagraphKind = Pick<FlowText, "heading" | "number" | "place">;

/**
 * The paragraph as one text, or one for each page that it stands on; and its first line apart from the rest, where that
 * is set as headings are.
 * @param page the page that it begins on
 */
export function closeParagraph(
  paragraph: Paragraph,
  kind: ParagraphKind,
  page: number,
): FlowText[] {
  const { opening } = paragraph;
  const rest = opening && typeof kind.heading !== "number" ? behind(paragraph, opening) : null;
  if (!opening || !rest) return closeOne(paragraph, kind, page);
  const before = paragraph.turns.filter(({ at }) => at < opening.at);
  const first = {
    ...paragraph,
    text: paragraph.text.slice(0, opening.at),
    counts: opening.counts,
    sizes: paragraph.sizes.slice(0, opening.sizes),
    marks: paragraph.marks.filter(({ at }) => at <= opening.at),
    turns: before,
  };
  return [
    ...closeOne(first, kind, page),
    ...closeOne(rest, { heading: null, number: null, place: null }, before.at(-1)?.page ?? page),
  ];
}

/** What follows the first line; null where that is set off no less. */
function behind(
  paragraph: Paragraph,
  { at, counts, sizes }: NonNullable<Paragraph["opening"]>,
): Paragraph | null {
  const left = {
    all: paragraph.counts.all - counts.all,
    bold: paragraph.counts.bold - counts.bold,
    italic: paragraph.counts.italic - counts.italic,
    underlined: paragraph.counts.underlined - counts.underlined,
  };
  if (left.all === 0 || isSetOff(left)) return null;
  const shift = <T extends { readonly at: number }>(one: T): T => ({ ...one, at: one.at - at });
  return {
    ...paragraph,
    text: paragraph.text.slice(at),
    label: { end: 0, isOver: true },
    counts: left,
    sizes: paragraph.sizes.slice(sizes),
    marks: paragraph.marks.filter((mark) => mark.at > at).map(shift),
    turns: paragraph.turns.filter((turn) => turn.at >= at).map(shift),
  };
}

function closeOne(paragraph: Paragraph, kind: ParagraphKind, page: number): FlowText[] {
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
      ...(first && isLabelled(paragraph) ? { labelled: paragraph.label.end } : {}),
      page: start.page,
    });
  });
  return texts;
}
