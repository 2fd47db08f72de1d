// Takes a draft; gives the places its quotes are taken from.
import { claimsOf, type Draft, type Quote } from "../compose/draft.ts";
import type { Evidence } from "../retrieve/evidence.ts";

/** What a draft quotes of one provision of one document. */
export interface CitedPlace {
  readonly evidence: Evidence;
  /** Null under plain headings. */
  readonly locator: string | null;
  readonly quote: Quote;
  /** The quoted words. */
  readonly text: string;
}

/** In the order of the draft; a quote over several provisions gives one place each. */
export function citedPlaces(draft: Draft): CitedPlace[] {
  return claimsOf(draft)
    .flatMap(({ lines }) => lines.flatMap(({ quotes }) => quotes))
    .flatMap(({ evidence, start, end }) =>
      evidence.passage.spans
        .filter((span) => span.start < end && span.end > start)
        .map((span) => {
          const quote = {
            evidence,
            start: Math.max(start, span.start),
            end: Math.min(end, span.end),
          };
          const text = evidence.passage.text.slice(quote.start, quote.end);
          return { evidence, locator: span.locator, quote, text };
        }),
    );
}
