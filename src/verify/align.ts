// Takes a sentence and the units of its sources; gives those that it may have been drawn from, best first.
import type { CheckContext, Support } from "./statement.ts";
import { readUnits, type Unit } from "./source-units.ts";
import { contentStems, readWords } from "../text/word-stems.ts";

/** A unit of a source, with its stems. */
export interface SourceUnit extends Unit {
  readonly support: Support;
  /** Stems of its own words. */
  readonly stems: ReadonlySet<string>;
  /** Stems of its own words, its lead-ins and its headings. */
  readonly around: ReadonlySet<string>;
  /** It holds words that are said to bear the statement out, or stands in them. */
  readonly quoted: boolean;
}

export interface UnitMatch {
  readonly unit: SourceUnit;
  /** Share (0–1) of the sentence's telling stems that the unit, its lead-ins and headings have. */
  readonly covered: number;
  /** Share (0–1) of the unit's own stems that the sentence has. */
  readonly echoed: number;
  readonly score: number;
}

export function readSourceUnits(supports: readonly Support[]): SourceUnit[] {
  return supports.flatMap((support) => {
    const headings = contentStems(support.trail.slice(-2).join(" "));
    const quoted = (support.quoted ?? []).flatMap((words) => readUnits(words).map(foldUnit));
    return readUnits(support.text, support.leadIn).map((unit) => {
      const stems = contentStems(unit.text);
      return {
        ...unit,
        support,
        stems,
        around: new Set([...stems, ...contentStems(unit.lead), ...headings]),
        quoted: isQuoted(foldUnit(unit), quoted),
      };
    });
  });
}

function foldUnit({ text }: Unit): string {
  return ` ${readWords(text)
    .map((word) => word.text)
    .join(" ")} `;
}

function isQuoted(unit: string, quoted: readonly string[]): boolean {
  return quoted.some((words) => unit.includes(words) || words.includes(unit));
}

/** How telling a stem is, about 0.15 to 1.15: by the library when it is known, else the same for all. */
export function weigh(context: CheckContext, stem: string): number {
  return context.rarity === undefined ? 0.5 : 0.15 + context.rarity(stem);
}

/** Share (0–1) of the weight of some stems that others hold. */
export function shareOf(
  stems: ReadonlySet<string>,
  held: ReadonlySet<string>,
  context: CheckContext,
): number {
  let total = 0;
  let shared = 0;
  for (const stem of stems) {
    const weight = weigh(context, stem);
    total += weight;
    if (held.has(stem)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}

/** What is said to bear a sentence out is taken to cover this share of it, in whatever words. */
const ofQuoted = 0.6;
/** How much of the score is the share of the unit that the sentence takes up. */
const echoWeight = 0.35;

export function matchUnits(
  sentence: string,
  units: readonly SourceUnit[],
  context: CheckContext,
): UnitMatch[] {
  const stems = contentStems(sentence);
  return units
    .map((unit): UnitMatch => {
      const share = shareOf(stems, unit.around, context);
      const echoed = shareOf(unit.stems, stems, context);
      const score = share + echoWeight * echoed;
      return { unit, covered: unit.quoted ? Math.max(share, ofQuoted) : share, echoed, score };
    })
    .filter(({ unit, score, echoed }) => unit.quoted || (score > 0 && echoed > 0))
    .sort((a, b) => Number(b.unit.quoted) - Number(a.unit.quoted) || b.score - a.score);
}

/** The best match and those nearly as good: a statement may sum up several units. What is quoted is always among them. */
export function closeMatches(matches: readonly UnitMatch[], tolerance = 0.8): readonly UnitMatch[] {
  const best = Math.max(0, ...matches.map(({ score }) => score));
  return matches.filter(({ unit, score }) => unit.quoted || score >= best * tolerance);
}
