// Finds the passages of an open library that bear on a query, as `charm search` lists them.
import type { Embedder } from "../embed/embedder.ts";
import type { Library, SearchFilter } from "../library/library.ts";
import { planSearch } from "../plan/plan-search.ts";
import { parseReferences } from "../references/parse-references.ts";
import { collapseTwins, type Collapsed } from "../retrieve/collapse-twins.ts";
import type { Evidence, SignalValues } from "../retrieve/evidence.ts";
import { findNamed } from "../retrieve/follow-references.ts";
import { mergeRankings } from "../retrieve/merge-rankings.ts";
import { choosePages } from "../retrieve/narrow-page.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { explainScore, type SignalShare } from "../retrieve/score.ts";
import { openReferences } from "./open-references.ts";

export interface SearchOptions {
  /** How many results to give. */
  readonly k: number;
  readonly filter?: SearchFilter;
  /** Says of each result what its signals were and how they made the score. */
  readonly explain?: boolean;
}

/** A place that says the same as a result. */
export interface SearchTwin {
  readonly file: string;
  readonly page: number | null;
  readonly locator: string | null;
}

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

export async function searchLibrary(
  library: Library,
  embedder: Embedder,
  query: string,
  options: SearchOptions,
): Promise<SearchResult[]> {
  const { k, filter } = options;
  const limit = { k: k + spare, ...(filter === undefined ? {} : { filter }) };
  const rankings: Evidence[][] = [];
  for (const text of planSearch(query)) {
    rankings.push(await retrieve(library, embedder, text, limit));
  }
  const merged = mergeRankings(rankings, limit.k);
  const best = Math.max(0, ...merged.map(({ score }) => score));
  const named = await findNamedProvisions(library, query, best, filter);
  const first = new Set(named.map(({ passage }) => passage.id));
  const all = [...named, ...merged.filter(({ passage }) => !first.has(passage.id))];
  return collapseTwins(all)
    .slice(0, k)
    .map((each, at) => toResult(each, at + 1, options.explain === true));
}

/** The provisions that the query names come first, whatever words it shares with others. */
async function findNamedProvisions(
  library: Library,
  query: string,
  best: number,
  filter: SearchFilter | undefined,
): Promise<Evidence[]> {
  const names = parseReferences(query).some(({ bare, targets }) => !bare && targets.length > 0);
  if (!names) return [];
  const found = await findNamed(query, best, library, await openReferences(library));
  return found.filter(({ document }) => {
    const { documentIds, authorities } = filter ?? {};
    if (documentIds && !documentIds.includes(document.id)) return false;
    return authorities === undefined || authorities.includes(document.authority);
  });
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
    ...(explain ? { explanation: explainScore(signals as SignalValues) } : {}),
  };
}

function toTwin({ document, passage }: Evidence): SearchTwin {
  return { file: document.file, page: passage.page, locator: nameLocator(passage) };
}

function nameLocator({ locator, locators }: Evidence["passage"]): string | null {
  return locator ?? (locators.length > 0 ? locators.join(", ") : null);
}
