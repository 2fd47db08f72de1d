// Finds the passages of an open library that bear on a query, as `charm search` lists them.
import type { Embedder } from "../embed/embedder.ts";
import type { Library } from "../library/library.ts";
import { retrieve } from "../retrieve/retrieve.ts";

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
}

export async function searchLibrary(
  library: Library,
  embedder: Embedder,
  query: string,
  options: { k: number },
): Promise<SearchResult[]> {
  const evidence = await retrieve(library, embedder, query, options);
  return evidence.map(({ passage, document, score }, i) => ({
    rank: i + 1,
    score: Number(score.toFixed(4)),
    file: document.file,
    page: passage.page,
    pageEnd: passage.pageEnd,
    locator: passage.locator ?? (passage.locators.length > 0 ? passage.locators.join(", ") : null),
    section: passage.trail.join(" › "),
    text: passage.text,
  }));
}
