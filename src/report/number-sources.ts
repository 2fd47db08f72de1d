// Numbers the pages that an answer quotes, in the order in which they are first cited, each once.
import { pageKindOf } from "../document.ts";
import { quotesOf, type DraftLine, type Quote } from "../draft/draft.ts";
import { isWithin, unitOf } from "../place/address.ts";
import { ocrField } from "../place/ocr-field.ts";
import { labelField } from "../place/page-labels.ts";
import type { NamedPlace } from "../place/name-place.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { AnswerSource } from "./answer.ts";
import { quotePieces } from "./quote-pieces.ts";

interface Entry {
  readonly n: number;
  readonly evidence: Evidence;
  readonly page: number | null;
  readonly section: string | null;
  readonly places: Map<string, NamedPlace>;
  readonly quotes: Set<string>;
}

export interface Sources {
  /** Numbers of the pages that a quote stands on, in the order of its text. */
  readonly cite: (quote: Quote) => number[];
  readonly list: () => AnswerSource[];
}

export function createSources(): Sources {
  const entries = new Map<string, Entry>();
  const enter = (evidence: Evidence, page: number | null): Entry => {
    const { document, passage } = evidence;
    const printed = page !== null && pageKindOf(document).pageKind === undefined;
    const section = printed ? null : (passage.trail.at(-1) ?? null);
    const key = `${document.file}#${page ?? ""}#${section ?? ""}`;
    const fresh = { n: entries.size + 1, evidence, page, section };
    const entry = entries.get(key) ?? { ...fresh, places: new Map(), quotes: new Set() };
    entries.set(key, entry);
    return entry;
  };
  return {
    cite: ({ evidence, start, end }) => {
      const pieces = quotePieces(evidence.passage, start, end);
      const cited = pieces.map(({ text, page, locator, address }) => {
        const entry = enter(evidence, page);
        if (locator !== null) entry.places.set(address ?? locator, { locator, address });
        entry.quotes.add(text);
        return entry.n;
      });
      return [...new Set(cited)];
    },
    list: () => [...entries.values()].map(toSource),
  };
}

/** Numbers of all pages that a line rests on. */
export function citeLine(line: DraftLine, sources: Sources): number[] {
  return [...new Set(quotesOf(line).flatMap(sources.cite))];
}

function toSource({ n, evidence, page, section, places, quotes }: Entry): AnswerSource {
  const { file, title, short, version, date, sha256, authority } = evidence.document;
  // What stands under a paragraph that is listed is understood: a list of law names its paragraph, not each item.
  const paragraphs = [...places.keys()].filter((place) => place !== unitOf(place));
  const outermost = [...places.values()].filter(
    ({ address }) => !paragraphs.some((other) => other !== address && isWithin(address, other)),
  );
  return {
    n,
    file,
    title,
    short,
    version,
    date,
    sha256,
    authority,
    page,
    pageEnd: page,
    ...pageKindOf(evidence.document),
    ...labelField(evidence.document.pageLabels, page),
    ...ocrField(evidence.document.ocr, page),
    section,
    locators: outermost.flatMap(({ locator }) => locator ?? []),
    places: outermost,
    quotes: [...quotes],
  };
}
