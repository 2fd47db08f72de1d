// Finds the entries of a document that is ordered by another instrument's numbers: "28(2)(c)", "Schedule 1 para 19".
import type { Line, Page, TextLine } from "../extract/page.ts";
import type { Measure } from "./measure.ts";
import type { NumberedStart } from "./numbered-start.ts";

/** Fewer entries than this are lines that happen to begin with a reference. */
const fewest = 8;

const entry =
  /^(?:(\d{1,3}[A-Z]?)((?:\(\w{1,5}\))+)|Schedule (\d{1,2}[A-Z]?) para (\d{1,3}[A-Z]?)((?:\(\w{1,5}\))*))\s+(?=[\p{Lu}“"'‘])/u;

/** Lines that open an entry, in ascending order of regulations; empty when the document is not ordered so. */
export function findCitedStarts(
  pages: readonly Page[],
  measure: Measure,
): Map<Line, NumberedStart> {
  const opening = pages.flatMap(({ lines }) =>
    lines.filter((line, i) => opensParagraph(line, lines[i - 1], measure)),
  );
  return findEntries(opening);
}

/** The same of lines each of which opens a paragraph. */
export function findEntries<L extends TextLine>(lines: readonly L[]): Map<L, NumberedStart> {
  const starts = new Map<L, NumberedStart>();
  let reached = 0;
  for (const line of lines) {
    const found = line.cells ? null : readEntry(line.text);
    if (!found || found.order < reached) continue;
    reached = found.order;
    starts.set(line, found.start);
  }
  return starts.size >= fewest ? starts : new Map();
}

function readEntry(text: string): { start: NumberedStart; order: number } | null {
  const match = entry.exec(text);
  if (!match) return null;
  const [whole, regulation, clauses = "", schedule, paragraph = "", parts = ""] = match;
  const labels = [...(regulation ? clauses : parts).matchAll(/\w+/g)].map((label) => label[0]);
  const base = regulation ? ["reg", regulation] : ["sch", schedule ?? "", "para", paragraph];
  // Schedules come after the last regulation.
  const order = Number.parseInt(regulation ?? `1${(schedule ?? "").padStart(3, "0")}`, 10);
  return {
    start: { number: whole.trim(), length: whole.length, address: [...base, ...labels].join("/") },
    order,
  };
}

/** A reference inside running text may begin a line, but not a paragraph. */
function opensParagraph(line: Line, before: Line | undefined, measure: Measure): boolean {
  if (!before || before.baseline >= line.baseline) return true;
  if (before.bold !== line.bold || before.size > line.size + 0.6) return true;
  return line.baseline - before.baseline > 1.3 * measure.pitch || /[.:;]$/.test(before.text);
}

/** What a heading such as "Regulation 7 — …" stands for in a document ordered so; null for other headings. */
export function citedHeading(title: string): { address: string; locator: string } | null {
  const match = /^(Regulation|Schedule) (\d{1,3}[A-Z]?)\b/.exec(title);
  if (!match?.[2]) return null;
  return match[1] === "Regulation"
    ? { address: `reg/${match[2]}`, locator: match[2] }
    : { address: `sch/${match[2]}`, locator: `Schedule ${match[2]}` };
}
