// Takes statements of one passage; gives claims that quote them under the name of where they stand.
import { locatorAt, spanAt } from "../chunk/locator-at.ts";
import {
  quotesOf,
  type DraftClaim,
  type DraftLine,
  type LinePart,
  type Quote,
  type QuotePart,
} from "../draft/draft.ts";
import { gap, nameAt, quotedText, quotePart, words } from "../draft/line-parts.ts";
import { splitAddress } from "../place/address.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { RankedStatement } from "../score/rank-statements.ts";
import { toLines, type StatementLine } from "../score/statements.ts";

/** One claim for each outermost provision quoted: "**Guide 10.12**: “…”", the items of a list under it. */
export function quoteStatements(statements: readonly RankedStatement[]): DraftClaim[] {
  const [first] = statements;
  if (!first) return [];
  const { evidence } = first;
  const lines = mergeLines(statements);
  const claims: DraftClaim[] = [];
  let held: StatementLine[] = [];
  for (const line of lines) {
    const last = held.at(-1);
    const fresh =
      last &&
      line.depth <= (held[0]?.depth ?? 0) &&
      locatorAt(evidence.passage, last.start) !== locatorAt(evidence.passage, line.start);
    if (fresh) {
      claims.push(quoteLines(evidence, held));
      held = [];
    }
    held.push(line);
  }
  if (held.length > 0) claims.push(quoteLines(evidence, held));
  return claims;
}

/** All lines once, in the order of the text. */
function mergeLines(statements: readonly RankedStatement[]): StatementLine[] {
  const byStart = new Map<number, StatementLine>();
  for (const { lines } of statements) for (const line of lines) byStart.set(line.start, line);
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function quoteLines(evidence: Evidence, lines: readonly StatementLine[]): DraftClaim {
  const { passage, document } = evidence;
  const [first] = lines;
  // Items without their lead-in stand under the name, one beside the other.
  const loose =
    first?.isItem === true && lines.some((line) => line !== first && line.depth <= first.depth);
  const top = (first?.depth ?? 0) - (loose ? 1 : 0);
  const drafted: DraftLine[] = loose ? [{ depth: 0, parts: [] }] : [];
  const all = toLines(passage);
  let before: StatementLine | null = null;
  for (const line of lines) {
    // Items of a list that were left out must show: a reader may not take part of it for the whole.
    const from = before?.start ?? line.start;
    const skipped = all.some((other) => other.start > from && other.start < line.start);
    if (skipped && line.depth > top) {
      drafted.push(omitted(Math.max(1, line.depth - top)));
    }
    const quote = quotePart({ evidence, start: line.start, end: line.end });
    const last = drafted.at(-1);
    const level = line.depth === before?.depth && line.depth === top;
    const readsOn = !line.isItem && before?.isItem === false;
    if (last && before && level && readsOn && last.depth === 0) {
      // Sentences at one depth read on; a gap between them shows as an ellipsis outside the quotes.
      drafted[drafted.length - 1] = { ...last, parts: goOn(last.parts, quote) };
    } else {
      const depth = drafted.length === 0 ? 0 : Math.max(1, line.depth - top);
      drafted.push({ depth, parts: [quote] });
    }
    before = line;
  }
  const next = before === null ? undefined : all.find(({ start }) => start > (before?.start ?? 0));
  // What goes on with more items than are quoted must show it, and so must a sentence that only leads into them.
  const item = before !== null && before.depth > top;
  if (next && before && next.depth > top && (item || next.depth > before.depth))
    drafted.push(omitted(Math.max(1, next.depth - top)));
  const name = [nameAt(evidence, first?.start ?? 0), words(":")];
  const labelled = drafted.map((line, i) =>
    i === 0 ? { ...line, parts: [...name, ...line.parts] } : line,
  );
  return { authority: document.authority, lines: labelled };
}

/** A quote that goes on where the one before it ended is one with it; else the gap between them shows. */
function goOn(parts: readonly LinePart[], next: QuotePart): LinePart[] {
  const last = parts.at(-1);
  if (last?.kind !== "quote") return [...parts, next];
  const { evidence, start, end } = last.quote;
  const between = evidence.passage.text.slice(end, next.quote.start);
  if (between.trim() !== "") return [...parts, gap, next];
  return [...parts.slice(0, -1), quotePart({ evidence, start, end: next.quote.end })];
}

function omitted(depth: number): DraftLine {
  return { depth, parts: [gap] };
}

/** Claims that begin with the same lead-ins become one, with the items of all under them. */
export function joinClaims(claims: readonly DraftClaim[]): DraftClaim[] {
  const joined: DraftClaim[] = [];
  for (const claim of claims) {
    const before = joined.at(-1);
    const shared = before ? sharedLeads(before, claim) : 0;
    if (before && shared > 0) {
      joined[joined.length - 1] = {
        ...before,
        lines: [...before.lines, ...claim.lines.slice(shared)],
      };
    } else joined.push(claim);
  }
  return joined.map(markUnfinished);
}

/** A list that breaks off at "; or" goes on in the document. */
function markUnfinished(claim: DraftClaim): DraftClaim {
  const last = claim.lines.at(-1);
  const part = last?.parts.at(-1);
  if (!last || last.depth === 0 || part?.kind !== "quote") return claim;
  if (!/(?:[;,—]|\b(?:and|or))$/.test(quotedText(part.quote)) || closesDefinition(part.quote))
    return claim;
  return { ...claim, lines: [...claim.lines, omitted(last.depth)] };
}

/** Definitions end in the semicolon of the list they stand in, and what follows is another. */
function closesDefinition({ evidence: { passage }, start, end }: Quote): boolean {
  const steps = splitAddress(spanAt(passage, start)?.address ?? "");
  const defined = steps.findIndex(({ label }) => label === "def");
  if (defined < 0 || end >= passage.text.trimEnd().length) return false;
  const next = splitAddress(spanAt(passage, end + 1)?.address ?? "");
  return steps.slice(0, defined + 2).some(({ label }, i) => next[i]?.label !== label);
}

/** How many lines at the start of a claim are already part of the one before. */
function sharedLeads(before: DraftClaim, claim: DraftClaim): number {
  const present = new Set(before.lines.map(lineKey));
  let shared = 0;
  for (const line of claim.lines) {
    if (!present.has(lineKey(line))) break;
    shared += 1;
  }
  return shared;
}

function lineKey(line: DraftLine): string {
  return quotesOf(line)
    .map(({ evidence, start, end }) => `${evidence.passage.id}:${start}-${end}`)
    .join(" ");
}
