// Takes a statement; gives a line that quotes its opening words, with "…" where it goes on.
import type { DraftLine } from "./draft.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { Statement } from "./statements.ts";

/** Lines of a passage of evidence. */
export type Quotable = Pick<Statement, "lines"> & { readonly evidence: Evidence };

/**
 * @param label what stands in front of the quote
 * @param fewest it is cut at the first pause after this many words; what follows is there to be looked up
 */
export function quoteOpening(
  { evidence, lines }: Quotable,
  label: string,
  depth: number,
  fewest: number,
): DraftLine {
  const { start = 0, end = 0 } = lines[0] ?? {};
  const { text } = evidence.passage;
  const whole = text.slice(start, end);
  const cut = openingLength(whole, fewest);
  const more = cut < whole.length || lines.length > 1 ? " …" : "";
  return {
    text: `${label}: “${whole.slice(0, cut).replace(/\s+/g, " ")}”${more}`,
    depth,
    quotes: [{ evidence, start, end: start + cut }],
  };
}

/** Up to the first pause that leaves enough words. */
function openingLength(text: string, fewest: number): number {
  for (const { index } of text.matchAll(/[,;:—](?=\s|$)/g)) {
    if (text.slice(0, index).split(/\s+/).length >= fewest) return index;
  }
  return text.length;
}

/** The locator at which a statement begins. */
export function locatorOf({ evidence: { passage }, lines }: Quotable): string | null {
  const start = lines[0]?.start ?? 0;
  return passage.spans.find(({ end }) => end > start)?.locator ?? null;
}
