// Takes what a draft cites; gives the terms in it that newer documents have replaced, and claims that say by what.
import type { Passage } from "../chunk/passage.ts";
import { findSentences, type TextRange } from "../text/sentences.ts";
import type { DraftClaim, Quote } from "../draft/draft.ts";
import { nameAt, quotePart, strong, words } from "../draft/line-parts.ts";
import type { Authority, DocumentInfo } from "../document.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { OvertakenTerm } from "./overtaken-terms.ts";

export interface OvertakenUse {
  readonly term: OvertakenTerm;
  /** The quoted words that use it. */
  readonly quote: Quote;
}

/** Documents that can say what is there now, and which of them to prefer. */
const tellingAuthorities: Partial<Record<Authority, number>> = {
  "statutory-guidance": 0,
  inspection: 1,
  legislation: 2,
};

/** First use of each term, in the order of the draft. The law is what it is; only what explains it can be overtaken. */
export function findOvertaken(
  cited: readonly Quote[],
  terms: readonly OvertakenTerm[],
): OvertakenUse[] {
  const uses = new Map<OvertakenTerm, OvertakenUse>();
  for (const { evidence, start: from, end } of cited) {
    const { authority, date } = evidence.document;
    const text = evidence.passage.text.slice(from, end);
    if (authority === "legislation") continue;
    for (const term of terms) {
      // The home's own documents are of today, whatever words they use.
      const stale =
        authority === "own" || (date !== null && date < term.since.slice(0, date.length));
      const found = stale ? term.words.exec(text) : null;
      if (!found || uses.has(term)) continue;
      const start = from + found.index;
      uses.set(term, { term, quote: { evidence, start, end: start + found[0].length } });
    }
  }
  return [...uses.values()];
}

/** Whether a document can know of what has taken a term's place. */
export function knowsOf(
  term: OvertakenTerm,
  { authority, date }: Pick<DocumentInfo, "authority" | "date">,
): boolean {
  return (
    tellingAuthorities[authority] !== undefined &&
    date !== null &&
    date >= term.since.slice(0, date.length)
  );
}

/** Of a sentence longer than this, in words, only the telling stretch is quoted. */
const longest = 45;
/** A sentence that begins so cannot be read without the one before. */
const leaning =
  /^(?:This|These|Those|They|It|Such|However|As (?:outlined|described|set out)|To fulfil)\b/;

/** The sentence that says what is there now: by authority, then the shortest, then by place. */
export function quoteReplacement(term: OvertakenTerm, evidence: readonly Evidence[]): Quote | null {
  const told = evidence.flatMap(findSentenceQuotes).flatMap((sentence) => {
    const quote = readTelling(term, sentence);
    const rank = tellingAuthorities[sentence.evidence.document.authority] ?? 9;
    return quote === null ? [] : [{ quote, rank, id: sentence.evidence.passage.id }];
  });
  const length = ({ start, end }: Quote) => end - start;
  told.sort(
    (a, b) => a.rank - b.rank || length(a.quote) - length(b.quote) || (a.id < b.id ? -1 : 1),
  );
  return told[0]?.quote ?? null;
}

function findSentenceQuotes(evidence: Evidence): Quote[] {
  return textRuns(evidence.passage).flatMap((run) =>
    findSentences(evidence.passage.text.slice(run.start, run.end)).map(({ start, end }) => ({
      evidence,
      start: run.start + start,
      end: run.start + end,
    })),
  );
}

/** What to quote of a sentence; null where it does not tell, or cannot stand alone. */
function readTelling(term: OvertakenTerm, sentence: Quote): Quote | null {
  const said = sentence.evidence.passage.text.slice(sentence.start, sentence.end);
  const found = term.telling.exec(said);
  const whole = /^\p{Lu}/u.test(said) && said.endsWith(".") && !leaning.test(said);
  // A text that still uses the old term as if it were current says nothing of a change.
  const fresh = !term.words.test(said) || /\b(?:previously|formerly|replac\w+)\b/i.test(said);
  if (found === null || !whole || !fresh) return null;
  if (said.split(/\s+/).length <= longest) return sentence;
  // What a look ahead finds has no stretch of its own.
  if (found[0] === "") return null;
  const start = sentence.start + found.index;
  return { ...sentence, start, end: start + found[0].length };
}

/** Running text, provision by provision: a sentence may go on over a page. */
function textRuns({ spans }: Passage): TextRange[] {
  const runs: { start: number; end: number; provision: number }[] = [];
  for (const { start, end, provision, kind } of spans) {
    const last = runs.at(-1);
    if (kind !== "text") continue;
    if (last && last.provision === provision && start - last.end <= 1) last.end = end;
    else runs.push({ start, end, provision });
  }
  return runs;
}

/** The old words with where they stand, what is there now under them. */
export function showOvertaken({ term, quote }: OvertakenUse, now: Quote): DraftClaim {
  const dated = ({ evidence: { document } }: Quote) =>
    document.date === null ? [] : [strong(`(as at ${document.date})`)];
  const name = ({ evidence, start }: Quote) => nameAt(evidence, start);
  const then = [name(quote), ...dated(quote), strong("speaks of")];
  const since = [strong(`Now ${term.now}:`), name(now), ...dated(now)];
  return {
    authority: quote.evidence.document.authority,
    lines: [
      { depth: 0, parts: [...then, words(":"), quotePart(quote)] },
      { depth: 1, parts: [...since, words(":"), quotePart(now)] },
    ],
  };
}
