// Finds the passages of an open library that bear on a query, as `charm search` lists them.
import type { Embedder } from "../embed/embedder.ts";
import type { Library, SearchFilter } from "../library/library.ts";
import { planSearch } from "../plan/plan-search.ts";
import { collapseTwins, type Collapsed } from "../retrieve/collapse-twins.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import {
  findNamedPassages,
  followReferences,
  type LinkShare,
} from "../retrieve/follow-references.ts";
import { mergeEvidence } from "../retrieve/merge-evidence.ts";
import { mergeRankings } from "../retrieve/merge-rankings.ts";
import { choosePages } from "../retrieve/narrow-page.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { explainScore, type SignalShare } from "../retrieve/score.ts";
import { openReferences } from "./open-references.ts";

export interface SearchOptions {
  /** How many results to give, 1 to 1000. */
  readonly k: number;
  readonly filter?: SearchFilter;
  /** Says of each result what its signals were and how they made the score. */
  readonly explain?: boolean;
}

/** A place that says the same as a result. */
export type SearchTwin = Pick<SearchResult, "file" | "page" | "locator">;

export interface SearchResult {
  /** From 1. */
  readonly rank: number;
  readonly score: number;
  readonly file: string;
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly locator: string | null;
  /** Heading trail, outermost first, joined by " › ". */
  readonly section: string;
  readonly text: string;
  /** Left out where nothing says the same. */
  readonly also?: readonly SearchTwin[];
  /** Only when asked for. */
  readonly explanation?: readonly SignalShare[];
}

/** Passages looked at for each part of the query, beyond the results asked for: some will be twins. */
const spare = 20;

/** Passages whose references to others are followed. */
const followed = 6;
/** What a passage counts that a strong one refers to; chosen on the children's homes development questions. */
const linkShare: LinkShare = { first: 0.7, further: 0.04 };

export async function searchLibrary(
  library: Library,
  embedder: Embedder,
  query: string,
  options: SearchOptions,
): Promise<SearchResult[]> {
  const { k, filter } = options;
  const limit = { k: k + spare, ...(filter === undefined ? {} : { filter }) };
  const references = await openReferences(library);
  const rankings: Evidence[][] = [];
  for (const text of planSearch(query)) {
    const found = await retrieve(library, embedder, text, limit);
    const linked = await followReferences(found.slice(0, followed), library, references, linkShare);
    // What the strongest refer to stands in the place that its share of their score gives it.
    rankings.push(mergeEvidence(found, linked.filter(isWithin(filter))));
  }
  const merged = mergeRankings(rankings, limit.k);
  const best = Math.max(0, ...merged.map(({ score }) => score));
  // The provisions that the query names come first, whatever words it shares with others.
  const named = await findNamedPassages(query, best, library, references);
  const first = new Set(named.map(({ passage }) => passage.id));
  const rest = merged.filter(({ passage }) => !first.has(passage.id));
  return collapseTwins([...named.filter(isWithin(filter)), ...rest])
    .slice(0, k)
    .map((each, at) => toResult(each, at + 1, options.explain === true));
}

function isWithin(filter: SearchFilter = {}): (evidence: Evidence) => boolean {
  const { documentIds, authorities } = filter;
  return ({ document }) =>
    (documentIds?.includes(document.id) ?? true) &&
    (authorities?.includes(document.authority) ?? true);
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
