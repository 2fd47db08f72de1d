// Takes what a draft cites; gives the known differences between law and guidance that bear on it, and claims that show them.
import { namedAt } from "../chunk/locator-at.ts";
import type { DraftClaim, Quote } from "../compose/draft.ts";
import { namePlace } from "../place/name-place.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { CitedPlace } from "./cited-places.ts";
import type { DifferenceSide, KnownDifference } from "./known-differences.ts";

/** The two documents that differ, by id. */
export interface DifferingPair {
  readonly law: string;
  readonly guidance: string;
}

/**
 * Those of which the draft quotes the differing words themselves, on either side, in the order of the table. A paragraph
 * quoted for something else it says does not call for the difference.
 */
export function findDifferences(
  cited: readonly CitedPlace[],
  pair: DifferingPair,
  known: readonly KnownDifference[],
): KnownDifference[] {
  const quotes = (documentId: string, { locators, words }: DifferenceSide) =>
    locators.some((wanted) => {
      const texts = cited
        .filter(({ evidence, locator }) => {
          return evidence.document.id === documentId && isWithin(locator, wanted);
        })
        .map(({ text }) => text);
      return words.test(texts.join(" "));
    });
  return known.filter(
    (difference) => quotes(pair.law, difference.law) || quotes(pair.guidance, difference.guidance),
  );
}

/** Whether a locator is the one wanted, or that of an item under it. */
function isWithin(locator: string | null, wanted: string): boolean {
  return locator === wanted || (locator?.startsWith(`${wanted}(`) ?? false);
}

/** The words of one side, from the first of its places that has them; null where none does. */
export function quoteSide(side: DifferenceSide, evidence: readonly Evidence[]): Quote | null {
  for (const wanted of side.locators) {
    for (const each of evidence) {
      const { text, spans } = each.passage;
      // Words may run from one span into the next: "must", then "without delay notify—".
      const own = spans.filter(({ locator }) => isWithin(locator, wanted));
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last) continue;
      const found = side.words.exec(text.slice(first.start, last.end));
      if (!found) continue;
      const lead = found[0].length - found[0].trimStart().length;
      const start = first.start + found.index + lead;
      return { evidence: each, start, end: start + found[0].trim().length };
    }
  }
  return null;
}

/** Where conditions follow the words that differ, it must show. */
function goesOn({ evidence, end }: Quote): string {
  return /^\s+if\b/.test(evidence.passage.text.slice(end)) ? " …" : "";
}

/** The regulation first, the guidance under it. */
export function showDifference(topic: string, law: Quote, guidance: Quote): DraftClaim {
  return {
    authority: law.evidence.document.authority,
    lines: [
      {
        text: `**${topic}: ${nameQuoted(law)}**: ${writeQuote(law)}${goesOn(law)}`,
        depth: 0,
        quotes: [law],
      },
      {
        text: `**${nameQuoted(guidance)}**: ${writeQuote(guidance)}${goesOn(guidance)}`,
        depth: 1,
        quotes: [guidance],
      },
    ],
  };
}

/** "Regulation 43(1)". */
export function nameQuoted({ evidence, start }: Quote): string {
  const { passage, document } = evidence;
  return namePlace(document.short, namedAt(passage, start), passage.trail);
}

export function writeQuote({ evidence, start, end }: Quote): string {
  return `“${evidence.passage.text.slice(start, end).replace(/\s+/g, " ")}”`;
}
