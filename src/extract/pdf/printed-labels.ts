// Finds the numbers printed on pages ("iv", "A-3", "page 7 of 9"), and which of them number the pages.
import { greatestPrinted, romanValue } from "../../place/labels.ts";
import type { Line } from "../page.ts";
import type { RawPage } from "./pdf-reader.ts";

/** A page number that nothing else marks stands within these shares of the page height. */
const topEdge = 0.08;
const bottomEdge = 0.9;

const bare =
  /^(?:page\s*\|?\s*)?[-–—[(]?\s*([A-Z]{1,2}[-–.]?\d{1,3}|\d{1,4}|[ivxlc]{1,7})\s*[-–—\])]?(?:\s*(?:of|\/)\s*\d{1,4})?$/i;

/** The outermost line at the foot or head of the page, when it is a bare number there. */
export function findPageNumber(lines: readonly Line[], page: RawPage): Line | null {
  const byHeight = [...lines].sort((a, b) => a.baseline - b.baseline);
  const bottom = byHeight.at(-1);
  if (bottom && bottom.baseline >= bottomEdge * page.height && bare.test(bottom.text))
    return bottom;
  const top = byHeight[0];
  if (top && top.baseline <= topEdge * page.height && bare.test(top.text)) return top;
  return null;
}

/** The number that a running header or footer begins or ends with; null without one. */
export function printedLabel(lines: readonly Line[], page: RawPage): string | null {
  for (const line of lines.toReversed()) {
    if (line.baseline < bottomEdge * page.height && line.baseline > topEdge * page.height) continue;
    const found =
      /\bpage\s*([A-Z]?-?\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?\b/i.exec(line.text) ??
      /(?:^|[\s|–-])([A-Z]-\d{1,3}|\d{1,4}|[ivxlc]{1,7})$/.exec(line.text) ??
      /^([A-Z]-\d{1,3}|\d{1,4}|[ivxlc]{1,7})(?=[\s|–-])/.exec(line.text);
    if (bare.test(line.text)) return line.text;
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}

interface Label {
  readonly text: string;
  /** What numbers of one kind share: the letter in front, or that they are roman. */
  readonly series: string;
  readonly value: number;
}

function readLabel(printed: string | null): Label | null {
  const text = bare.exec(printed ?? "")?.[1];
  if (text === undefined) return null;
  const [, prefix = "", digits] = /^([A-Z]{0,2}[-–.]?)(\d+)$/i.exec(text) ?? [];
  if (digits !== undefined) return { text, series: prefix.toUpperCase(), value: Number(digits) };
  const value = romanValue(text, greatestPrinted);
  const series = text === text.toLowerCase() ? "i" : "I";
  return value === null ? null : { text, series, value };
}

/** Pages this far apart are looked at for numbers that go up with them. */
const reach = 3;

/** The labels, in order, that go up as their pages do: a lone number at the foot may be of anything. */
export function trustLabels(
  pages: readonly { readonly number: number; readonly printed: string | null }[],
): (string | null)[] {
  const labels = pages.map(({ printed }) => readLabel(printed));
  return labels.map((label, i) => {
    if (label === null) return null;
    if (label.value === pages[i]?.number && label.series === "") return label.text;
    const goesUp = pages.some((page, j) => {
      const other = labels[j];
      if (j === i || Math.abs(j - i) > reach || !other || other.series !== label.series)
        return false;
      return other.value - label.value === page.number - (pages[i]?.number ?? 0);
    });
    return goesUp ? label.text : null;
  });
}
