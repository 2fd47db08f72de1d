// Takes a passage and what was asked; gives the least of it that answers without losing a condition.
import type { Passage, Span } from "../chunk/passage.ts";
import { findSentences } from "../chunk/sentences.ts";
import type { Authority } from "../document.ts";
import { coverage } from "./terms.ts";

/** A line of an excerpt: offsets in the passage's text. */
export interface ExcerptLine {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** Law up to this many words is quoted whole: its conditions stand in its clauses. */
const wholeLaw = 130;
/** Items of a long list that are quoted, the most telling first. */
const mostItems = 5;

export function excerptPassage(
  passage: Passage,
  authority: Authority,
  weights: ReadonlyMap<string, number>,
): ExcerptLine[] {
  const units = toUnits(passage);
  if (authority === "legislation") return excerptClauses(passage, units, weights);
  return excerptSentences(passage, units, weights);
}

interface Unit {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** Spans with those that go on over a page break joined to what they continue. */
function toUnits(passage: Passage): Unit[] {
  const units: Unit[] = [];
  for (const span of passage.spans) {
    const before = units.at(-1);
    const goesOn = before && passage.text[span.start - 1] === " ";
    if (goesOn) units[units.length - 1] = { ...before, end: span.end };
    else units.push({ span, start: span.start, end: span.end, depth: spanDepth(span) });
  }
  const shallowest = Math.min(...units.map((unit) => unit.depth));
  return units.map((unit) => ({ ...unit, depth: unit.depth - shallowest }));
}

/** "28(2)(c)(i)" is three deep. */
function spanDepth(span: Span): number {
  if (span.kind === "bullet") return 1;
  return span.locator?.match(/\(/g)?.length ?? 0;
}

function excerptClauses(
  passage: Passage,
  units: readonly Unit[],
  weights: ReadonlyMap<string, number>,
): ExcerptLine[] {
  const words = passage.text.split(/\s+/).length;
  if (words <= wholeLaw) return units.map(toLine);
  const scored = units.map((unit, index) => ({ index, score: unitScore(passage, unit, weights) }));
  const best = scored
    .filter(({ index }) => (units[index]?.depth ?? 0) > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, mostItems)
    .filter(({ score }, i) => i === 0 || score > 0);
  const kept = new Set<number>();
  for (const { index } of best) {
    keepWithLeads(units, index, kept);
    keepChildren(units, index, kept);
  }
  if (kept.size === 0) return units.slice(0, 3).map(toLine);
  return units.filter((_, i) => kept.has(i)).map(toLine);
}

/** A clause without the words it hangs from says nothing. */
function keepWithLeads(units: readonly Unit[], index: number, kept: Set<number>): void {
  kept.add(index);
  let depth = units[index]?.depth ?? 0;
  for (let i = index - 1; i >= 0 && depth > 0; i -= 1) {
    const unit = units[i];
    if (unit && unit.depth < depth) {
      kept.add(i);
      depth = unit.depth;
    }
  }
}

function keepChildren(units: readonly Unit[], index: number, kept: Set<number>): void {
  const depth = units[index]?.depth ?? 0;
  for (let i = index + 1; i < units.length && (units[i]?.depth ?? 0) > depth; i += 1) kept.add(i);
}

function unitScore(passage: Passage, unit: Unit, weights: ReadonlyMap<string, number>): number {
  return coverage(weights, passage.text.slice(unit.start, unit.end));
}

/** The most telling sentence, what it leans on, and the list it leads into. */
function excerptSentences(
  passage: Passage,
  units: readonly Unit[],
  weights: ReadonlyMap<string, number>,
): ExcerptLine[] {
  const lines = units
    .filter((unit) => unit.span.kind !== "footnote")
    .flatMap((unit) =>
      unit.span.kind === "text" || unit.span.kind === "quotation"
        ? findSentences(passage.text.slice(unit.start, unit.end)).map((range) => ({
            start: unit.start + range.start,
            end: unit.start + range.end,
            depth: 0,
          }))
        : [{ start: unit.start, end: unit.end, depth: 1 }],
    );
  const scores = lines.map((line) => coverage(weights, passage.text.slice(line.start, line.end)));
  const best = scores.reduce((top, score, i) => (score > (scores[top] ?? 0) ? i : top), 0);
  const chosen = lines[best];
  if (!chosen) return [];
  let first = best;
  let last = best;
  if (chosen.depth > 0) while (first > 0 && (lines[first]?.depth ?? 0) > 0) first -= 1;
  else if (leansBack(passage.text.slice(chosen.start, chosen.end)) && first > 0) first -= 1;
  const head = lines[first];
  if (head && /[:—–]$/.test(passage.text.slice(head.start, head.end))) {
    while (last + 1 < lines.length && (lines[last + 1]?.depth ?? 0) > 0) last += 1;
  }
  const run = lines.slice(first, last + 1);
  return run.length <= mostItems + 1 ? run : trimList(passage, run, weights);
}

/** "This …", "They …": a sentence that needs the one before it. */
function leansBack(sentence: string): boolean {
  return /^(?:this|these|those|they|it|such|he|she|however|in addition|also)\b/i.test(sentence);
}

function trimList(
  passage: Passage,
  run: readonly ExcerptLine[],
  weights: ReadonlyMap<string, number>,
): ExcerptLine[] {
  const [head, ...items] = run;
  const kept = items
    .map((line) => ({ line, score: coverage(weights, passage.text.slice(line.start, line.end)) }))
    .sort((a, b) => b.score - a.score || a.line.start - b.line.start)
    .slice(0, mostItems)
    .map(({ line }) => line)
    .sort((a, b) => a.start - b.start);
  return head ? [head, ...kept] : kept;
}

function toLine(unit: Unit): ExcerptLine {
  return { start: unit.start, end: unit.end, depth: unit.depth };
}
