// Takes pieces of text as a reader meets them; gives the paragraph that they make.
import { cleanText } from "../../text/clean-text.ts";
import { plainItem, type FlowText } from "./flow-page.ts";
import type { ListPlace, Mark } from "../page.ts";

/** A paragraph being read, white space already folded. */
export interface Paragraph {
  text: string;
  readonly marks: Mark[];
  /** Characters that are bold, and italic, spaces aside. */
  boldCount: number;
  italicCount: number;
}

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
}

export function openParagraph(): Paragraph {
  return { text: "", marks: [], boldCount: 0, italicCount: 0 };
}

export function addText(paragraph: Paragraph, raw: string, look: Look): void {
  const count = addFolded(paragraph, raw).replaceAll(" ", "").length;
  if (look.bold) paragraph.boldCount += count;
  if (look.italic) paragraph.italicCount += count;
}

/**
 * White space is folded: the first of several spaces stays.
 * @returns what was added
 */
export function addFolded(paragraph: Pick<Paragraph, "text">, raw: string): string {
  const folded = cleanText(raw).replace(/\s+/g, " ");
  const open = paragraph.text === "" || paragraph.text.endsWith(" ");
  const text = open && folded.startsWith(" ") ? folded.slice(1) : folded;
  paragraph.text += text;
  return text;
}

/** The mark of a note; it stands at the end of the word before it. */
export function addMark(paragraph: Pick<Paragraph, "text" | "marks">, label: string): void {
  paragraph.text = paragraph.text.trimEnd();
  paragraph.marks.push({ at: paragraph.text.length, label, kind: "footnote" });
}

/**
 * @param number as the list prints it: `2.1`, `(a)`; "" for none
 * @returns undefined when there is no text
 */
export function closeParagraph(
  paragraph: Paragraph,
  {
    number = "",
    item = false,
    heading = null,
  }: { number?: string; item?: boolean; heading?: number | null },
): FlowText | undefined {
  const text = paragraph.text.trimEnd();
  if (text === "") return undefined;
  const count = text.replaceAll(" ", "").length;
  return {
    text,
    marks: paragraph.marks.map((mark) => ({ ...mark, at: Math.min(mark.at, text.length) })),
    heading: heading === null ? null : Math.min(heading, 9),
    number: number === "" ? null : number,
    place: item && heading === null ? placeOf(number) : null,
    bold: paragraph.boldCount === count,
    italic: paragraph.italicCount === count,
  };
}

/** Which list an item is of is not kept; a number that holds those of outer levels, "2.1", tells how deep it stands. */
function placeOf(number: string): ListPlace {
  const level = (number.match(/\d\.(?=\d)/g) ?? []).length;
  return { ...plainItem, level, joined: level > 0 };
}
