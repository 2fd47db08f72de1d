// Takes what a draft cites; gives the known differences between law and guidance that it quotes, and claims that show them.
import type { CitedPlace } from "./cited-places.ts";
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

/** A difference of which a draft quotes the differing words on either side. */
export interface QuotedDifference {
  readonly known: KnownDifference;
  /** They are part of the direct answer. */
  readonly direct: boolean;
  /** Of the best place that has them, as `CitedPlace.behind`. */
  readonly behind: number;
}

/** In the order of the table. A paragraph quoted for something else it says does not call for the difference. */
export function findDifferences(
  cited: readonly CitedPlace[],
  pair: DifferingPair,
  all: readonly KnownDifference[],
): QuotedDifference[] {
  const placesOf = (documentId: string, side: DifferenceSide) =>
    side.addresses.flatMap((wanted) => {
      const there = cited.filter(({ evidence, start }) => {
        const place = placeAt(evidence, start);
        return place.documentId === documentId && isWithin(place.address, wanted);
      });
      const texts = there.map(({ evidence, start, end }) =>
        evidence.passage.text.slice(start, end),
      );
      return side.words.test(texts.join(" ")) ? there : [];
    });
  return all.flatMap((known): QuotedDifference[] => {
    const places = [...placesOf(pair.law, known.law), ...placesOf(pair.guidance, known.guidance)];
    if (places.length === 0) return [];
    const direct = places.some((place) => place.direct);
    return [{ known, direct, behind: Math.min(...places.map(({ behind }) => behind)) }];
  });
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
