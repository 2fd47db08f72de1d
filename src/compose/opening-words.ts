// Takes a statement; gives a line that quotes its opening words, with "…" where it goes on.
import type { DraftLine } from "./draft.ts";
import { locatorAt } from "../chunk/locator-at.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { Statement } from "./statements.ts";

/** Lines of a passage of evidence. */
export type Quotable = Pick<Statement, "lines"> & { readonly evidence: Evidence };

/**
 * @param label what stands in front of the quote
 * @param cut it is cut at the first pause after so many words and characters; what follows is there to be looked up
 */
export function quoteOpening(
  { evidence, lines }: Quotable,
  label: string,
  depth: number,
  cut: { readonly words: number; readonly characters?: number },
): DraftLine {
  const { start = 0, end = 0 } = lines[0] ?? {};
  const whole = evidence.passage.text.slice(start, end);
  const length = openingLength(whole, cut.words, cut.characters ?? 0);
  const goesOn = length < whole.length || lines.length > 1;
  return quoteStart(evidence, { start, end: start + length }, { label, depth, goesOn });
}

/** A line that quotes a part of a passage, with "…" behind it where what it quotes goes on. */
export function quoteStart(
  evidence: Evidence,
  { start, end }: { readonly start: number; readonly end: number },
  line: { readonly label: string; readonly depth: number; readonly goesOn: boolean },
): DraftLine {
  const words = evidence.passage.text.slice(start, end).replace(/\s+/g, " ");
  const more = line.goesOn ? " …" : "";
  return {
    text: `${line.label}“${words}”${more}`,
    depth: line.depth,
    quotes: [{ evidence, start, end }],
  };
}

/** Up to the first pause that leaves enough. */
function openingLength(text: string, words: number, characters: number): number {
  for (const { index } of text.matchAll(/[,;:—](?=\s|$)/g)) {
    if (index >= characters && text.slice(0, index).split(/\s+/).length >= words) return index;
  }
  return text.length;
}

/** The locator at which a statement begins. */
export function locatorOf({ evidence: { passage }, lines }: Quotable): string | null {
  return locatorAt(passage, lines[0]?.start ?? 0);
}
