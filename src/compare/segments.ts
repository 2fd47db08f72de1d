// Takes the tree of a document; gives its text in pieces, in its order: headings, paragraphs, items, rows, footnotes.
import type { Provision } from "../structure/provision.ts";
import { readTokens, type Token } from "./tokens.ts";

/** A heading, or a paragraph, list item or table row with what of it stands on the next page. */
export interface Segment {
  /** Ordinal of its provision. */
  readonly provision: number;
  readonly isTitle: boolean;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly page: number | null;
}

/**
 * Footnotes come last, since what page they stand on changes their order. What was omitted by amendment, and what has no
 * words, is left out.
 */
export function readSegments(provisions: readonly Provision[]): Segment[] {
  const segments: Segment[] = [];
  const footnotes: Segment[] = [];
  const [root] = provisions;
  if (root !== undefined) visit(root, provisions, segments, footnotes);
  return [...segments, ...footnotes].filter(({ tokens }) => tokens.length > 0);
}

function visit(
  provision: Provision,
  provisions: readonly Provision[],
  segments: Segment[],
  footnotes: Segment[],
): void {
  const { ordinal, title, locator, kind, page, parent, standing } = provision;
  if (standing === "omitted") return;
  if (title !== null && parent !== null && kind !== "definition" && kind !== "footnote")
    segments.push(toSegment(ordinal, withoutNumber(title, locator), page, true));
  const into = kind === "footnote" ? footnotes : segments;
  let goesOn = false;
  for (const item of provision.content) {
    if ("child" in item) {
      const child = provisions[item.child];
      if (child === undefined) continue;
      visit(child, provisions, segments, footnotes);
      // A footnote stands between two halves of a paragraph without parting them.
      if (child.kind !== "footnote") goesOn = false;
      continue;
    }
    const last = into.at(-1);
    if (item.kind === "continuation" && goesOn && last !== undefined)
      into[into.length - 1] = toSegment(ordinal, `${last.text} ${item.text}`, last.page, false);
    else into.push(toSegment(ordinal, item.text, item.page, false));
    goesOn = true;
  }
}

/** "2 Keeping records" is told by its number and by its words apart. */
function withoutNumber(title: string, locator: string | null): string {
  if (locator === null || !title.startsWith(locator)) return title;
  const words = /^[.):]?\s+(.+)$/s.exec(title.slice(locator.length))?.[1];
  return words ?? title;
}

function toSegment(
  provision: number,
  text: string,
  page: number | null,
  isTitle: boolean,
): Segment {
  return { provision, isTitle, text, tokens: readTokens(text), page };
}
