// Takes a text and the words in it that changed; gives it with those words marked, and what is far from them left out.
import type { Run } from "../../text/wrap.ts";
import { plain, strong } from "../../report/print-block.ts";

/** Characters shown on either side of what changed. */
const around = 70;

export interface Marked {
  /** UTF-16 offset. */
  readonly at: number;
  readonly length: number;
}

/** Left-out text is shown as "…"; a place where words are missing has no mark of its own. */
export function excerpt(text: string, marked: readonly Marked[]): Run[] {
  const runs: Run[] = [];
  let shown = 0;
  for (const { at, length } of marked) {
    const from = wordStart(text, at - around);
    if (from > shown) runs.push(plain(runs.length === 0 && from > 0 ? "… " : " … "));
    runs.push(plain(text.slice(Math.max(from, shown), at)));
    if (length > 0) runs.push(strong(text.slice(at, at + length)));
    const end = wordEnd(text, at + length + around);
    const next = marked.find((one) => one.at > at);
    const to = next === undefined ? end : Math.min(end, next.at);
    runs.push(plain(text.slice(at + length, to)));
    shown = to;
  }
  if (shown < text.length) runs.push(plain(" …"));
  return runs.filter((run) => run.text !== "");
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0;
  const space = text.indexOf(" ", at);
  return space < 0 || space - at > around ? at : space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(" ", at);
  return space < 0 || at - space > around ? at : space;
}
