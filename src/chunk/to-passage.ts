// Takes a group of pieces; gives the passage they make.
import { largestOf, smallestOf } from "../lists.ts";
import type { Mark } from "../extract/page.ts";
import type { Provision } from "../structure/provision.ts";
import type { Passage, Span } from "./passage.ts";
import { type Group, nearestNamed, trailOf } from "./pieces.ts";

export function toPassage(
  documentId: string,
  ordinal: number,
  group: Group,
  provisions: readonly Provision[],
): Passage {
  let text = "";
  const spans: Span[] = [];
  const marks: Mark[] = [];
  for (const piece of group.pieces) {
    if (text !== "") text += piece.continues ? " " : "\n";
    const start = text.length;
    text += piece.text;
    for (const mark of piece.marks) marks.push({ ...mark, at: mark.at + start });
    const { page, provision, locator, address, kind, level } = piece;
    const inner = level === undefined ? {} : { level };
    spans.push({ start, end: text.length, page, provision, locator, address, kind, ...inner });
  }
  const pages = group.pieces.flatMap(({ page }) => page ?? []);
  return {
    id: `${documentId}-${String(ordinal).padStart(5, "0")}`,
    documentId,
    ordinal,
    text,
    spans,
    marks,
    locator: passageLocator(group, provisions),
    locators: [...new Set(group.pieces.flatMap(({ locator }) => locator ?? []))],
    trail: trailOf(provisions, group.owner),
    page: smallestOf(pages),
    pageEnd: largestOf(pages),
    standing: group.pieces[0]?.standing ?? "current",
  };
}

function passageLocator(group: Group, provisions: readonly Provision[]): string | null {
  const locators = new Set(
    group.pieces.filter((p) => p.kind !== "footnote").map((piece) => piece.locator),
  );
  const [only] = locators;
  if (locators.size === 1 && only) return only;
  return nearestNamed(provisions, group.owner)?.locator ?? null;
}
