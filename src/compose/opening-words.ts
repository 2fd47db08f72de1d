// Takes a statement; gives the parts that quote its opening words, with a gap where it goes on.
import { spanAt } from "../chunk/locator-at.ts";
import type { TextRange } from "../text/sentences.ts";
import type { LinePart } from "../draft/draft.ts";
import { gap, gapOf, quotePart } from "../draft/line-parts.ts";
import { itemsOf, type LawProvision } from "../law/law-text.ts";
import { leaveOut } from "../law/left-out.ts";
import { readExceptionAhead } from "../verify/conditions.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { PassageStatement } from "../score/statements.ts";

/** Lines of a passage of evidence. */
export type Quotable = Pick<PassageStatement, "lines"> & { readonly evidence: Evidence };

/** @param cut it is cut at the first pause after so many words and characters; what follows is there to be looked up */
export function quoteOpening(
  { evidence, lines }: Quotable,
  cut: { readonly words: number; readonly characters?: number },
): LinePart[] {
  const { start = 0, end = 0 } = lines[0] ?? {};
  const whole = evidence.passage.text.slice(start, end);
  const length = openingLength(whole, cut.words, cut.characters ?? 0);
  const goesOn = length < whole.length || lines.length > 1;
  return quoteStart(evidence, { start, end: start + length }, goesOn);
}

/** A gap that says which items of law follow, where a line that quotes only their lead-in or the first of them ends. */
export function nameGap(
  parts: readonly LinePart[],
  lead: LawProvision | null,
  quoted = 0,
): LinePart[] {
  const items = lead === null ? [] : itemsOf(lead).slice(quoted);
  if (items.length === 0) return [...parts];
  return [...parts.filter(({ kind }) => kind !== "gap"), gapOf(leaveOut(items))];
}

/** A part of a passage, with a gap behind it where what it quotes goes on. */
function quoteStart(evidence: Evidence, { start, end }: TextRange, goesOn: boolean): LinePart[] {
  const quote = quotePart({ evidence, start, end });
  return goesOn ? [quote, gap] : [quote];
}

/** Up to the first pause that leaves enough, and is not followed by an exception. */
function openingLength(text: string, words: number, characters: number): number {
  for (const { index } of text.matchAll(/[,;:—](?=\s|$)/g)) {
    const enough = index >= characters && text.slice(0, index).split(/\s+/).length >= words;
    if (enough && readExceptionAhead(text.slice(index)) === null) return index;
  }
  return text.length;
}

/** The address at which a statement begins; null under plain headings. */
export function addressOf({ evidence: { passage }, lines }: Quotable): string | null {
  return spanAt(passage, lines[0]?.start ?? 0)?.address ?? null;
}
