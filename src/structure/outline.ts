// The headings that are open while a document is read: where its next paragraph belongs, and how it is addressed.
import { formatAddress, slugify } from "../place/address.ts";
import { citedHeading } from "./cited-numbering.ts";
import type { NumberedStart } from "./numbered-start.ts";
import type { Node, Tree } from "./tree.ts";

export interface OutlineHeading {
  /** As printed, its number with it. */
  readonly text: string;
  /** 1 is outermost; 0 is the document's title, under which no heading stands. */
  readonly level: number;
  /** The number it is printed with, without its full stop; null for none. */
  readonly number: string | null;
}

export interface Outline {
  open(heading: OutlineHeading, page: number | null): Node;
  /** A numbered paragraph under the innermost open heading. */
  openParagraph(start: Pick<NumberedStart, "number" | "address">, page: number | null): Node;
  /** The innermost open heading, or the document. */
  current(): Node;
  /** Titles of the open headings, outermost first. */
  titles(): readonly string[];
  /** Nothing that follows stands under the headings so far. */
  close(): void;
}

/** @param isCited the document is ordered by another instrument's numbers, its headings as well */
export function createOutline(tree: Tree, isCited: boolean): Outline {
  let headings: { node: Node; level: number }[] = [];
  /** "annex-a" inside Annex A, where numbering starts again. */
  let annex: { address: string; locator: string } | null = null;
  const current = () => headings.at(-1)?.node ?? tree.root;
  return {
    current,
    titles: () => headings.map(({ node }) => node.title ?? ""),
    close: () => {
      headings = [];
    },
    open: (heading, page) => {
      const named = /^annex(?:e)?\s+([A-Z]|\d{1,2})\b/i.exec(heading.text);
      const outer = named ? 1 : heading.level;
      while (headings.length > 0 && closes(outer, headings.at(-1)?.level ?? 0)) headings.pop();
      if (named?.[1]) {
        const letter = named[1].toUpperCase();
        annex = { address: `annex-${letter.toLowerCase()}`, locator: `Annex ${letter}` };
      } else if (outer === 1 && headings.length === 0) annex = null;
      const cited = isCited ? citedHeading(heading.text) : null;
      const number = named ? null : heading.number;
      const own = named ? annex : null;
      const node = tree.add(current(), {
        kind: named ? "annex" : "heading",
        address: own?.address ?? cited?.address ?? headingAddress(heading, number),
        locator: own?.locator ?? cited?.locator ?? number,
        title: heading.text,
        page,
      });
      headings.push({ node, level: outer });
      return node;
    },
    openParagraph: (start, page) =>
      tree.add(current(), {
        kind: "paragraph",
        address: start.address ?? `${annex ? annex.address : "para"}/${start.number}`,
        locator: annex ? formatAddress(`${annex.address}/${start.number}`) : start.number,
        page,
      }),
  };
}

/** A title holds nothing but the text right under it. */
function closes(level: number, open: number): boolean {
  return open === 0 || open >= level;
}

function headingAddress(heading: OutlineHeading, number: string | null): string {
  return number ? `sec/${number}` : `head/${slugify(heading.text)}`;
}
