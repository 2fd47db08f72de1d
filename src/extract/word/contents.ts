// Takes the texts of a document; takes the entries of a contents list out that somebody typed, tabs, page numbers and all.
import type { FlowText } from "../flow/flow-page.ts";
import { leaveOut, type Losses } from "../losses.ts";

/** Fewer lines than this under the heading are no list. */
const fewest = 3;
const heading = /^(?:table of )?contents(?: page)?:?$/i;

/**
 * Only under a heading that says so, and only while each line ends in a page number and these go up, as a list of
 * telephone numbers looks the same; or while each line stands again further on, as the heading that it names.
 */
export function takeContents(texts: readonly FlowText[], losses: Losses): readonly FlowText[] {
  const at = texts.findIndex(({ text }) => heading.test(text.trim()));
  if (at < 0) return texts;
  let end = at + 1;
  let reached = 0;
  const last = lastPlaces(texts);
  const named = new Set<string>();
  for (; end < texts.length; end += 1) {
    const words = wordsOf(texts[end]);
    // What is named a second time is the heading itself.
    if (named.has(words)) break;
    named.add(words);
    const page = pageOf(texts[end]);
    if (page !== null && page >= reached) reached = page;
    else if ((last.get(words) ?? 0) <= end) break;
  }
  if (end - at - 1 < fewest) return texts;
  for (const { text, page = null } of texts.slice(at, end))
    leaveOut(losses, "contents", text, { page });
  return [...texts.slice(0, at), ...texts.slice(end)];
}

/** Where each text stands last, by its words without numbers before them. */
function lastPlaces(texts: readonly FlowText[]): Map<string, number> {
  return new Map(texts.map((text, i) => [wordsOf(text), i]));
}

function wordsOf(text: FlowText | undefined): string {
  return (text?.text ?? "").replace(/^[\d.)\s]+/, "").toLowerCase();
}

/** The page number that a line ends in, behind a tab, dots or in the last cell; null where it does not. */
function pageOf(text: FlowText | undefined): number | null {
  const last = text?.cells?.at(-1) ?? /(?:\s|\.{2,})(\d{1,3})$/.exec(text?.text ?? "")?.[1];
  return last !== undefined && /^\d{1,3}$/.test(last) ? Number(last) : null;
}
