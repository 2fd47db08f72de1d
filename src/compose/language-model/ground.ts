// Takes items of a reply; gives each with the evidence it rests on, and what is wrong with it.
import type { TextRange } from "../../text/sentences.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { firstOfEach } from "../../lists.ts";
import type { Quote } from "../../draft/draft.ts";
import type { CheckWritten, Cited } from "./check-written.ts";
import { judgeKind } from "./judge-kind.ts";
import type { KeyedEvidence } from "./keyed-evidence.ts";
import { fewestWords, locateQuote } from "./locate-quote.ts";
import { quoteBest } from "./quote-best.ts";
import type { ReplyItem } from "./reply.ts";

export interface GroundedItem {
  /** `s1`, `s2` …: place among the reply's items. */
  readonly id: string;
  readonly item: ReplyItem;
  /** What the item is, whatever it was labelled. */
  readonly kind: ReplyItem["kind"];
  /** Where the evidence bears it out; empty for headings and links. */
  readonly quotes: readonly Quote[];
  readonly findings: readonly Finding[];
}

export interface Grounding {
  readonly pieces: readonly KeyedEvidence[];
  readonly check: CheckWritten;
}

/** True when the item may not be shown as it is. */
export function isRefused({ findings }: Pick<GroundedItem, "findings">): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** True when the item may be shown, but its reader should compare it with what it cites. */
export function isDoubted(item: Pick<GroundedItem, "findings">): boolean {
  return !isRefused(item) && item.findings.some(({ severity }) => severity === "warning");
}

/** True when the model is to be told: what is warned of may stand, but deserves a second look. */
export function isQuestioned({ findings }: Pick<GroundedItem, "findings">): boolean {
  return findings.some(({ severity }) => severity !== "note");
}

export async function groundItems(
  items: readonly ReplyItem[],
  grounding: Grounding,
): Promise<GroundedItem[]> {
  const grounded: GroundedItem[] = [];
  for (const [index, item] of items.entries())
    grounded.push(await groundItem(`s${index + 1}`, item, grounding));
  return grounded;
}

/** Keys first, then quotations, then what the stage that verifies says of the statement and what it cites. */
export async function groundItem(
  id: string,
  item: ReplyItem,
  { pieces, check }: Grounding,
): Promise<GroundedItem> {
  const kind = judgeKind(item);
  if (kind === "heading" || kind === "link") return { id, item, kind, quotes: [], findings: [] };
  const { quotes, cited, findings } = resolveSources(item, pieces);
  const all = [...findings];
  if (kind === "requirement" && cited.length === 0 && findings.length === 0) {
    const args = { variant: "of-model" } as const;
    all.push(makeFinding("statement-uncited", args, { reference: item.text }));
  }
  // Advice that cites nothing claims nothing; what its kind may not say has been looked at.
  if (cited.length > 0 || kind === "requirement") {
    all.push(...(await check({ text: item.text, kind }, cited)));
    if (cited.length > 0) all.push(...checkInnerQuotes(item.text, cited));
  }
  // The checks of this file and of the stage that verifies may find the same.
  const distinct = firstOfEach(
    all,
    ({ code, reference, message }) => `${code}|${reference ?? message}`,
  );
  return { id, item, kind, quotes, findings: distinct };
}

interface Resolved {
  readonly quotes: readonly Quote[];
  /** Each piece once, in the order cited. */
  readonly cited: readonly Cited[];
  readonly findings: readonly Finding[];
}

function resolveSources(item: ReplyItem, pieces: readonly KeyedEvidence[]): Resolved {
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]));
  const cited = new Map<Evidence, string[]>();
  const quotes: Quote[] = [];
  const findings: Finding[] = [];
  for (const { key, quote } of item.sources) {
    const piece = byKey.get(key);
    if (!piece) {
      findings.push(makeFinding("key-unknown", { key }, { reference: key }));
      continue;
    }
    const { evidence } = piece;
    const quoted = cited.get(evidence) ?? [];
    cited.set(evidence, quoted);
    const ranges = quote === "" ? null : locateInPiece(piece, quote);
    if (ranges !== null) quoted.push(quote);
    if (ranges === null && countWords(quote) >= fewestWords) {
      const args = { variant: "not-in-piece" } as const;
      findings.push(makeFinding("quote-not-on-page", args, { reference: quote }));
    }
    const found = ranges ?? quoteBest(evidence.passage.text, item.text);
    quotes.push(...found.map(({ start, end }) => ({ evidence, start, end })));
  }
  return {
    quotes,
    cited: [...cited].map(([evidence, quoted]) => ({ evidence, quoted })),
    findings,
  };
}

/** A quotation may begin in what the passage hangs from; only what stands in the passage is kept of it. */
function locateInPiece({ evidence, leadIn }: KeyedEvidence, quote: string): TextRange[] | null {
  const { text } = evidence.passage;
  const inside = locateQuote(text, quote);
  if (inside !== null || leadIn === null) return inside;
  const above = leadIn.length + 1;
  const ranges = locateQuote(`${leadIn}\n${text}`, quote)?.map(({ start, end }) => ({
    start: Math.max(0, start - above),
    end: end - above,
  }));
  const kept = ranges?.filter(({ start, end }) => end > start);
  return kept && kept.length > 0 ? kept : null;
}

/** Words in quotation marks inside a statement must stand in what it cites. */
function checkInnerQuotes(text: string, cited: readonly Cited[]): Finding[] {
  const quoted = [...text.matchAll(/[“"]([^“”"]+)[”"]/g)].map((match) => match[1] ?? "");
  return quoted
    .filter((quote) => countWords(quote) >= fewestWords)
    .filter((quote) => !cited.some(({ evidence }) => locateQuote(evidence.passage.text, quote)))
    .map((quote) =>
      makeFinding("quote-not-on-page", { variant: "not-in-cited" }, { reference: quote }),
    );
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
