// Finds the numbered paragraphs of a text that flows: by the numbers that its lists print, and by those typed into it.
import { groupBy } from "../lists.ts";
import type { FlowLine } from "../extract/page.ts";
import { findEntries } from "./cited-numbering.ts";
import type { FlowHeadings } from "./flow-headings.ts";
import type { NumberedStart } from "./numbered-start.ts";
import { longestRuns, readCandidate, type Scheme } from "./numbering.ts";

export interface FlowNumbering {
  /** The document can be cited by paragraph. */
  readonly isNumbered: boolean;
  /** The numbers are those of another instrument, as in a digest of it. */
  readonly isCited: boolean;
  starts(line: FlowLine): NumberedStart | null;
  /** The number that a heading is cited by; null for none. */
  headingNumber(line: FlowLine): string | null;
}

/** Typed numbers that are fewer than this are a list, where each stands alone ("3."); in pairs ("1.2") less will do. */
const fewest: Record<Scheme, number> = { plain: 8, dotted: 3 };

export function createFlowNumbering(
  lines: readonly FlowLine[],
  headings: FlowHeadings,
): FlowNumbering {
  const listed = findListed(lines, headings);
  const typed = listed.size > 0 ? new Map<FlowLine, NumberedStart>() : findTyped(lines, headings);
  const own = listed.size > 0 ? listed : typed;
  const cited =
    own.size > 0 ? new Map<FlowLine, NumberedStart>() : findEntries(textOf(lines, headings));
  const chosen = own.size > 0 ? own : cited;
  const numbers = numberHeadings(lines.filter((line) => headings.has(line)));
  return {
    isNumbered: chosen.size > 0,
    isCited: cited.size > 0,
    starts: (line) => chosen.get(line) ?? null,
    headingNumber: (line) => numbers.get(line) ?? null,
  };
}

function textOf(lines: readonly FlowLine[], headings: FlowHeadings): FlowLine[] {
  return lines.filter((line) => !headings.has(line) && !line.continues);
}

/**
 * Paragraphs that Word numbers: of lists that print outer numbers with the inner ("2.1"), and of lists that go on from
 * one heading to the next. Any other list is a list, and its numbers name nothing outside it.
 */
function findListed(
  lines: readonly FlowLine[],
  headings: FlowHeadings,
): Map<FlowLine, NumberedStart> {
  const starts = new Map<FlowLine, NumberedStart>();
  const section = sectionOf(lines, headings);
  const items = lines.filter((line) => line.place !== null && line.number !== null);
  for (const list of groupBy(items, ({ place }) => place?.list ?? "").values()) {
    const joined = list.some((line) => line.place?.joined);
    const outer = list.filter((line) => line.place?.level === 0 && !headings.has(line));
    const sections = new Set(outer.map((line) => section.get(line)));
    const goesOn = outer.length >= 3 && sections.size >= 2 && isRising(outer);
    if (!joined && !goesOn) continue;
    for (const line of list) {
      if (headings.has(line)) continue;
      const isOwn = line.place?.joined === true || (line.place?.level === 0 && (joined || goesOn));
      const number = isOwn ? plainNumber(line.number) : null;
      if (number !== null) starts.set(line, { number, length: 0, address: null });
    }
  }
  return starts;
}

/** "2.1." and "2.1" → 2.1; letters and words in a number are cited otherwise. */
function plainNumber(printed: string | null): string | null {
  return /^(?:\D*\s)?(\d{1,3}(?:\.\d{1,3}){0,4})[.):]?$/.exec(printed ?? "")?.[1] ?? null;
}

function isRising(lines: readonly FlowLine[]): boolean {
  const numbers = lines.map(({ number }) => Number(plainNumber(number)));
  return numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}

/** The heading that each line stands under, by its place among the headings. */
function sectionOf(lines: readonly FlowLine[], headings: FlowHeadings): Map<FlowLine, number> {
  const sections = new Map<FlowLine, number>();
  let at = 0;
  for (const line of lines) {
    if (headings.has(line)) at += 1;
    sections.set(line, at);
  }
  return sections;
}

function findTyped(
  lines: readonly FlowLine[],
  headings: FlowHeadings,
): Map<FlowLine, NumberedStart> {
  const text = textOf(lines, headings).filter(
    (line) => line.cells === null && line.number === null,
  );
  for (const scheme of ["dotted", "plain"] as const) {
    const candidates = text.flatMap((line) => readCandidate(line, 0, scheme) ?? []);
    const chain = longestRuns(candidates, scheme);
    // Few numbers make a numbered document only where every one of them fits.
    const complete = chain.size === candidates.length;
    if (chain.size >= fewest.plain || (complete && chain.size >= fewest[scheme])) return chain;
  }
  return new Map();
}

/** A typed number at the start of a heading counts where it is written as one, or where its neighbours go on with it. */
function numberHeadings(headings: readonly FlowLine[]): Map<FlowLine, string> {
  const numbers = new Map<FlowLine, string>();
  const typed = headings.map((line) => /^(\d{1,2}(?:\.\d{1,2}){0,3})([.)])?\s+\S/.exec(line.text));
  headings.forEach((line, i) => {
    const printed = plainNumber(line.number);
    if (printed !== null) return numbers.set(line, printed);
    const number = typed[i]?.[1];
    if (number === undefined || line.number !== null) return undefined;
    const written = number.includes(".") || typed[i]?.[2] !== undefined;
    const isNext = (step: number) =>
      typed.some(
        (other, j) => j !== i && j > i === step > 0 && other?.[1] === String(Number(number) + step),
      );
    return written || isNext(-1) || isNext(1) ? numbers.set(line, number) : undefined;
  });
  return numbers;
}
