// Takes items of a list of law that a quotation leaves out; gives how they are named, and knows such words again.
import { splitAddress } from "../place/address.ts";
import { largestOf, smallestOf } from "../lists.ts";
import { spanAt } from "../chunk/locator-at.ts";
import { allWithin, type LawProvision } from "./law-text.ts";

export interface LeftOutItems {
  readonly documentId: string;
  /** Addresses of the items, in their order; what hangs from them is left out with them. */
  readonly items: readonly string[];
  /** First and last page that any of their words stand on; null in formats without pages. */
  readonly page: number | null;
  readonly pageEnd: number | null;
}

/** @param items neighbours in one list, at least one */
export function leaveOut(items: readonly LawProvision[]): LeftOutItems {
  const pages = items.flatMap(allWithin).flatMap(({ content }) =>
    content.flatMap((part) => {
      if ("content" in part) return [];
      const { passage } = part.evidence;
      return [spanAt(passage, part.start)?.page, spanAt(passage, part.end - 1)?.page].flatMap(
        (page) => page ?? [],
      );
    }),
  );
  return {
    documentId: items[0]?.documentId ?? "",
    items: items.map(({ address }) => address),
    page: smallestOf(pages),
    pageEnd: largestOf(pages),
  };
}

/** "(g) and 2 more, on page 31"; of a numbered paragraph of a Schedule its number alone. */
export function describeLeftOut({ items, page, pageEnd }: LeftOutItems): string {
  const last = splitAddress(items[0] ?? "").at(-1);
  const label = last?.key === null ? `(${last.label})` : (last?.label ?? "");
  const more = items.length > 1 ? ` and ${items.length - 1} more` : "";
  const where =
    page === null
      ? ""
      : page === pageEnd
        ? `, on page ${page}`
        : `, on pages ${page} to ${pageEnd}`;
  return `${label}${more}${where}`;
}

/** How that is written behind the mark of a gap: `… (g) and 2 more, on page 31`, `… 4 and 2 more`. */
const written =
  /(?:…|\.{3})\s*(?:\(\w{1,9}\)|\w{1,9}(?= and \d+ more|, on pages? \d))(?: and \d+ more)?(?:, on pages? \d+(?: to \d+)?)?\.?(?=(?:\s*\[[^\][]{1,9}\])*\s*$)/;

/** A line of a report without what it says of items left out; the mark of the gap stays. */
export function foldLeftOut(line: string): string {
  return line.replace(written, "…");
}

/** Whether words beside quotations show that something is left out: "…", "...", "and 2 more", "and two others". */
export function marksGap(words: string): boolean {
  return /…|\.{3}|(?:\. ){2}\.|\band (?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some) (?:more|others)\b/i.test(
    words,
  );
}
