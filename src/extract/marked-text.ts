// Text with the marks that were lifted out of it: cuts and joins it so that marks keep their places.
import type { Mark } from "./page.ts";

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Takes `length` characters off the start; marks that stood in them move to the new start. */
export function cutText<T extends MarkedText>(whole: T, length: number): T {
  return {
    ...whole,
    text: whole.text.slice(length),
    marks: whole.marks.map((mark) => ({ ...mark, at: Math.max(0, mark.at - length) })),
  };
}

/** Joins parts; `joint` says what stands between the text so far and the next. */
export function joinTexts(
  parts: readonly MarkedText[],
  joint: (before: string, after: string) => string,
): { text: string; marks: Mark[] } {
  let text = "";
  const marks: Mark[] = [];
  for (const part of parts) {
    if (text !== "") text += joint(text, part.text);
    for (const mark of part.marks) marks.push({ ...mark, at: mark.at + text.length });
    text += part.text;
  }
  return { text, marks };
}

/** Puts words in front of a text: its marks move along. */
export function putBefore<T extends MarkedText>(line: T, words: string): T {
  const marks = line.marks.map((mark) => ({ ...mark, at: mark.at + words.length }));
  return { ...line, text: words + line.text, marks };
}
