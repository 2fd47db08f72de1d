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
import { putRight, type FormedItem } from "./put-right.ts";
import type { ReplyItem, ReplySource } from "./reply.ts";

export interface GroundedItem {
  /** `s1`, `s2` …: place among the reply's items. */
  readonly id: string;
  readonly item: ReplyItem;
  /** What the item is, whatever it was labelled. */
  readonly kind: ReplyItem["kind"];
  /** Where the evidence bears it out; empty for headings and links. */
  readonly quotes: readonly Quote[];
  readonly findings: readonly Finding[];
  /** The item whose words it goes on; null for one that stands by itself. */
  readonly over: string | null;
  /** Of the form alone: what is wrong with it is no reason for a call. */
  readonly formal: boolean;
  /** Its sources are those of what it leads into, and named there. */
  readonly lent: boolean;
}

/** What is grounded: an item, and what of the others it hangs from. */
export interface Groundable extends Pick<GroundedItem, "id" | "item" | "over" | "formal" | "lent"> {
  /** The words that it goes on. */
  readonly lead: string;
}

export interface Grounding {
  readonly pieces: readonly KeyedEvidence[];
  readonly check: CheckWritten;
  /** The question that the items answer. */
  readonly about?: string;
}

/** True when the item may not be shown as it is. */
export function isRefused({ findings }: Pick<GroundedItem, "findings">): boolean {
  return findings.some(({ severity }) => severity === "error");
}

/** True when the item may be shown, but its reader should compare it with what it cites. */
export function isDoubted(item: Pick<GroundedItem, "findings">): boolean {
  return !isRefused(item) && item.findings.some(({ severity }) => severity === "warning");
}

export async function groundItems(
  items: readonly ReplyItem[],
  grounding: Grounding,
): Promise<GroundedItem[]> {
  const grounded: GroundedItem[] = [];
  for (const [index, formed] of putRight(items).entries())
    grounded.push(await groundItem(toGroundable(formed, index, items), grounding));
  return grounded;
}

function toGroundable(
  { item, over, ...rest }: FormedItem,
  index: number,
  items: readonly ReplyItem[],
): Groundable {
  const lead = over === null ? "" : `${(items[over]?.text ?? "").replace(/[\s:—–-]+$/, "")} `;
  return { id: `s${index + 1}`, item, over: over === null ? null : `s${over + 1}`, lead, ...rest };
}

/** Kinds that say nothing which could be looked up. */
const silent = new Set<ReplyItem["kind"]>(["heading", "link", "list", "table", "row"]);

/** Keys first, then quotations, then what the stage that verifies says of the statement and what it cites. */
export async function groundItem(
  { lead, ...groundable }: Groundable,
  { pieces, check, about }: Grounding,
): Promise<GroundedItem> {
  const { item } = groundable;
  const kind = judgeKind(item);
  if (silent.has(kind)) return { ...groundable, kind, quotes: [], findings: [] };
  const { quotes, cited, findings } = resolveSources(item, pieces);
  const all = [...findings];
  if (kind === "requirement" && cited.length === 0 && findings.length === 0) {
    const args = { variant: "of-model" } as const;
    all.push(makeFinding("statement-uncited", args, { reference: item.text }));
  }
  // What is the model's own claims nothing, unless it cites; what its kind may not say has been looked at.
  if (cited.length > 0 || kind === "requirement") {
    const text = `${lead}${item.kind === "row" ? item.text.replaceAll(" | ", ": ") : item.text}`;
    const own = kind !== "requirement";
    const asked = about === undefined ? {} : { about };
    const told = await check({ text, kind: own ? "advice" : kind, ...asked }, cited);
    all.push(...(own && kind !== "advice" ? told.filter(isOfOwnText) : told));
    if (cited.length > 0) all.push(...checkInnerQuotes(item.text, cited));
  }
  // The checks of this file and of the stage that verifies may find the same.
  const distinct = firstOfEach(
    all,
    ({ code, reference, message }) => `${code}|${reference ?? message}`,
  );
  return { ...groundable, kind, quotes, findings: distinct };
}

const takenOver = new Set<Finding["code"]>([
  "quote-not-on-page",
  "reference-missing",
  "number-not-in-source",
  "limit-changed",
  "negation-changed",
  "opposite-said",
]);

/** A text to paste may bind its readers by more than the law does; the numbers and words that it takes must be there. */
function isOfOwnText({ code }: Finding): boolean {
  return takenOver.has(code);
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
  for (const { key, quote } of item.sources.flatMap((source) => mendKey(source, item, pieces))) {
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

/**
 * A key that was not given, or the wrong one of those given, is put right where the quotation tells which piece is meant;
 * one that was not given beside others that were is left out.
 */
function mendKey(
  source: ReplySource,
  { sources }: ReplyItem,
  pieces: readonly KeyedEvidence[],
): ReplySource[] {
  const own = pieces.find(({ key }) => key === source.key);
  if (own && (source.quote === "" || locateInPiece(own, source.quote) !== null)) return [source];
  const meant = pieces.find((piece) => locateInPiece(piece, source.quote) !== null);
  if (meant && countWords(source.quote) >= fewestWords) return [{ ...source, key: meant.key }];
  const isKnown = ({ key }: ReplySource) => pieces.some((piece) => piece.key === key);
  return own === undefined && sources.some(isKnown) ? [] : [source];
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
