// Takes a passage that runs over a page break and its token vectors; gives how well each page's part matches.
import type { Passage } from "../chunk/passage.ts";
import type { QuestionVectors } from "../embed/token-embedder.ts";
import type { Evidence, PageMatch } from "./evidence.ts";
import { maxSim } from "./max-sim.ts";

/** What a passage's rows are compared with, and how its text was cut into tokens. */
export interface PageComparison {
  readonly question: QuestionVectors;
  readonly dimensions: number;
  /** Tokens of a text with the two special ones around it. */
  readonly countTokens: (text: string) => number;
}

/** Page by page in order of the text; empty for a passage on one page, or without pages or rows. */
export function matchPages(
  passage: Passage,
  rows: Int8Array,
  { question, dimensions, countTokens }: PageComparison,
): PageMatch[] {
  const parts = splitPages(passage);
  if (parts.length < 2 || rows.length === 0) return [];
  return parts.map((part) => {
    // The first row is that of the opening special token.
    const from = countTokens(passage.text.slice(0, part.start)) - 1;
    const to = countTokens(passage.text.slice(0, part.end)) - 1;
    const own = rows.subarray(from * dimensions, to * dimensions);
    return { ...part, similarity: maxSim(question, own, dimensions) };
  });
}

function splitPages(passage: Passage): Omit<PageMatch, "similarity">[] {
  const parts: Omit<PageMatch, "similarity">[] = [];
  for (const { page, start, end } of passage.spans) {
    if (page === null) continue;
    const last = parts.at(-1);
    if (last?.page === page) parts[parts.length - 1] = { ...last, end };
    else parts.push({ page, start, end });
  }
  return parts;
}

/** A page whose part falls short of the best by this much does not bear on the question. */
const clearlyLess = 0.06;

/** Where a result stands: its pages, and its text on them; a page that only its rest stands on is left out. */
export function choosePages({ passage, pageMatches = [] }: Evidence): {
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly text: string;
} {
  const { page, pageEnd, text } = passage;
  const best = Math.max(...pageMatches.map(({ similarity }) => similarity));
  const kept = pageMatches.filter(({ similarity }) => best - similarity < clearlyLess);
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return { page, pageEnd, text };
  return { page: first.page, pageEnd: last.page, text: text.slice(first.start, last.end) };
}
