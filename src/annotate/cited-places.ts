// Takes a draft; gives what it quotes of each single provision.
import { claimsOf, quotesOf, type Draft, type Quote } from "../draft/draft.ts";

/** In the order of the draft; a quote over several provisions is cut where they meet. */
export function citedPlaces(draft: Draft): Quote[] {
  const quotes = claimsOf(draft).flatMap(({ lines }) => lines.flatMap(quotesOf));
  return quotes.flatMap(({ evidence, start, end }) =>
    evidence.passage.spans
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({
        evidence,
        start: Math.max(start, span.start),
        end: Math.min(end, span.end),
      })),
  );
}
