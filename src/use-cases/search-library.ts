// Finds the passages of an open library that bear on a query, as `charm search` lists them.
import { pageKindOf, type PageKind } from "../document.ts";
import type { SearchFilter } from "../library/library.ts";
import { collapseTwins, type Collapsed } from "../retrieve/collapse-twins.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { gather } from "../retrieve/gather.ts";
import { ocrField, type OcrField } from "../place/ocr-field.ts";
import { labelField } from "../place/page-labels.ts";
import { choosePages } from "../retrieve/narrow-page.ts";
import { searching } from "../retrieve/profiles.ts";
import { explainScore, type SignalShare } from "../retrieve/score.ts";

export interface SearchOptions {
  /** How many results to give, 1 to 1000. */
  readonly k: number;
  readonly filter?: SearchFilter;
  /** Says of each result what its signals were and how they made the score. */
  readonly explain?: boolean;
}

/** A place that says the same as a result. */
export type SearchTwin = Pick<SearchResult, "file" | "page" | "locator">;

export interface SearchResult extends PageKind, OcrField {
  /** From 1. */
  readonly rank: number;
  readonly score: number;
  readonly file: string;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** The number printed on the page it begins on, where it is another. */
  readonly pageLabel?: string;
  readonly locator: string | null;
  /** Heading trail, outermost first, joined by " › ". */
  readonly section: string;
  readonly text: string;
  /** Left out where nothing says the same. */
  readonly also?: readonly SearchTwin[];
  /** Only when asked for. */
  readonly explanation?: readonly SignalShare[];
}

/** Passages looked at beyond the results asked for: some will be twins. */
const spare = 20;

export async function searchLibrary(
  query: string,
  deps: EvidenceDeps,
  { k, filter, explain = false }: SearchOptions,
): Promise<SearchResult[]> {
  const text = query.replace(/\s+/g, " ").trim();
  const wordings = { asked: text, others: [] };
  const profile = { ...searching, ranked: Math.max(searching.ranked, k + spare) };
  const evidence = await gather(wordings, deps, profile, filter);
  return collapseTwins(evidence.slice(0, profile.ranked))
    .slice(0, k)
    .map((each, at) => toResult(each, at + 1, explain));
}

function toResult({ evidence, twins }: Collapsed, rank: number, explain: boolean): SearchResult {
  const { document, passage, score, signals } = evidence;
  const { page, pageEnd, text } = choosePages(evidence);
  return {
    rank,
    score: Number(score.toFixed(4)),
    file: document.file,
    page,
    pageEnd,
    ...pageKindOf(document),
    ...labelField(document.pageLabels, page),
    ...ocrField(document.ocr, page, pageEnd),
    locator: nameLocator(passage),
    section: passage.trail.join(" › "),
    text,
    ...(twins.length > 0 ? { also: twins.map(toTwin) } : {}),
    ...(explain ? { explanation: explainScore(signals) } : {}),
  };
}

function toTwin({ document, passage }: Evidence): SearchTwin {
  return { file: document.file, page: passage.page, locator: nameLocator(passage) };
}

function nameLocator({ locator, locators }: Evidence["passage"]): string | null {
  return locator ?? (locators.length > 0 ? locators.join(", ") : null);
}
