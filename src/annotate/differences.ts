// Takes what a draft cites; gives the known differences between law and guidance that bear on it, and claims that show them.
import type { DraftClaim, LinePart, Quote } from "../draft/draft.ts";
import { gap, nameAt, placeAt, quotePart, strong, words } from "../draft/line-parts.ts";
import { isWithin } from "../place/address.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { DifferenceSide, KnownDifference } from "./known-differences.ts";

/** The two documents that differ, by id. */
export interface DifferingPair {
  readonly law: string;
  readonly guidance: string;
}

/**
 * Those of which the draft quotes the differing words themselves, on either side, in the order of the table. A paragraph
 * quoted for something else it says does not call for the difference.
 * @param cited quotes of single provisions
 */
export function findDifferences(
  cited: readonly Quote[],
  pair: DifferingPair,
  known: readonly KnownDifference[],
): KnownDifference[] {
  const quotes = (documentId: string, side: DifferenceSide) =>
    side.addresses.some((wanted) => {
      const texts = cited.flatMap(({ evidence, start, end }) => {
        const place = placeAt(evidence, start);
        const told = place.documentId === documentId && isWithin(place.address, wanted);
        return told ? [evidence.passage.text.slice(start, end)] : [];
      });
      return side.words.test(texts.join(" "));
    });
  return known.filter(
    (difference) => quotes(pair.law, difference.law) || quotes(pair.guidance, difference.guidance),
  );
}

/** The words of one side, from the first of its places that has them; null where none does. */
export function quoteSide(side: DifferenceSide, evidence: readonly Evidence[]): Quote | null {
  for (const wanted of side.addresses) {
    for (const each of evidence) {
      const { text, spans } = each.passage;
      // Words may run from one span into the next: "must", then "without delay notify—".
      const own = spans.filter(({ address }) => isWithin(address, wanted));
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

/** The regulation first, the guidance under it. */
export function showDifference(topic: string, law: Quote, guidance: Quote): DraftClaim {
  return {
    authority: law.evidence.document.authority,
    lines: [
      { depth: 0, parts: [strong(`${topic}:`), ...showSide(law)] },
      { depth: 1, parts: showSide(guidance) },
    ],
  };
}

/** Where conditions follow the words that differ, it must show. */
function showSide(quote: Quote): LinePart[] {
  const { evidence, start, end } = quote;
  const goesOn = /^\s+if\b/.test(evidence.passage.text.slice(end));
  return [nameAt(evidence, start), words(":"), quotePart(quote), ...(goesOn ? [gap] : [])];
}
