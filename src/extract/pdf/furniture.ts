// Takes a document's pages; gives them without running headers, footers and page numbers.
import type { Line } from "../page.ts";
import type { RawPage } from "./pdf-reader.ts";

/** Headers and footers stand within these shares of the page height. */
const headerZone = 0.16;
const footerZone = 0.88;
/** A page number that nothing else marks stands within these. */
const topEdge = 0.08;
const bottomEdge = 0.9;

/**
 * A line is furniture when it stands in the header or footer zone and the same line, numbers aside, stands there on
 * many pages. What stands between furniture and the page's edge goes too: a header's varying lines ("Part 5 –
 * Policies") are wrapped by its constant ones.
 */
export function removeFurniture(pages: readonly RawPage[]): RawPage[] {
  const headers = countRepeats(pages, (line, page) => line.baseline <= headerZone * page.height);
  const footers = countRepeats(pages, (line, page) => line.baseline >= footerZone * page.height);
  const enough = Math.max(3, Math.min(8, Math.ceil(pages.length * 0.2)));
  return pages.map((page) => {
    const repeated = (counts: Map<string, number>, line: Line) =>
      (counts.get(furnitureKey(line)) ?? 0) >= enough;
    let header = 0;
    let footer = Number.POSITIVE_INFINITY;
    for (const line of page.lines) {
      if (line.baseline <= headerZone * page.height && repeated(headers, line))
        header = Math.max(header, line.baseline);
      if (line.baseline >= footerZone * page.height && repeated(footers, line))
        footer = Math.min(footer, line.baseline);
    }
    const lines = page.lines.filter(
      (line) => line.baseline > header + 0.5 && line.baseline < footer - 0.5,
    );
    const number = findPageNumber(lines, page);
    return {
      ...page,
      lines: lines.filter((line) => line !== number),
      label: page.label ?? printedLabel(page, number),
    };
  });
}

function countRepeats(
  pages: readonly RawPage[],
  inZone: (line: Line, page: RawPage) => boolean,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(
      page.lines.filter((line) => inZone(line, page)).map((line) => furnitureKey(line)),
    );
    keys.delete("");
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Numbers vary from page to page, and left and right pages swap sides; the words do not. Empty for a bare number,
 * which may be a footnote's as well as a page's.
 */
function furnitureKey(line: Line): string {
  const words = line.text
    .toLowerCase()
    .split(/[\s|]+/)
    .map((word) => word.replace(/\d+/g, "#"))
    .filter((word) => word !== "" && word !== "#")
    .sort();
  if (words.length === 0) return line.text.length > 8 ? line.text : "";
  return words.join(" ");
}

/** The outermost line at the foot or head of the page, when it is a bare number there. */
function findPageNumber(lines: readonly Line[], page: RawPage): Line | null {
  const byHeight = [...lines].sort((a, b) => a.baseline - b.baseline);
  const bottom = byHeight.at(-1);
  if (bottom && bottom.baseline >= bottomEdge * page.height && isBareNumber(bottom)) return bottom;
  const top = byHeight[0];
  if (top && top.baseline <= topEdge * page.height && isBareNumber(top)) return top;
  return null;
}

function isBareNumber(line: Line): boolean {
  return /^(?:page\s+)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?$/i.test(line.text);
}

/** The page number as printed, alone or at either end of a running header or footer. */
function printedLabel(page: RawPage, number: Line | null): string | null {
  const isAtEdge = ({ baseline }: Line) =>
    baseline >= bottomEdge * page.height || baseline <= topEdge * page.height;
  const bare = number ?? page.lines.findLast((line) => isAtEdge(line) && isBareNumber(line));
  return /\d+|[ivxlc]+/i.exec(bare?.text.replace(/page/i, "") ?? "")?.[0] ?? null;
}
