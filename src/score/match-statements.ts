// Takes ways of asking and the statements of passages; gives how near each statement comes by the tokens that the library
// keeps of its passage.
import type { Passage } from "../chunk/passage.ts";
import type { Embedder } from "../embed/embedder.ts";
import { givesTokens, type QuestionVectors, type TokenEmbedder } from "../embed/token-embedder.ts";
import type { Wordings } from "../plan/wordings.ts";
import { compareTokenRows, weighBest } from "../retrieve/max-sim.ts";
import type { PassageStatement } from "./statements.ts";

export interface PassageStatements {
  readonly passage: Passage;
  readonly statements: readonly PassageStatement[];
}

/**
 * One list a passage, for each statement its nearness to the wording that comes nearest: -1 to 1, comparable within one
 * call.
 */
export type MatchStatements = (
  wordings: Wordings,
  passages: readonly PassageStatements[],
) => Promise<readonly (readonly number[])[]>;

/** What matching needs of a library. */
export interface TokenSource {
  readonly metadata: { readonly tokenDimensions: number };
  tokenVectors(ids: readonly string[]): Promise<readonly Int8Array[]>;
}

/** Only the question is encoded. Where model or library have no token vectors all statements are as near, at 0. */
export function createMatcher(embedder: Embedder, library: TokenSource): MatchStatements {
  return givesTokens(embedder) && library.metadata.tokenDimensions > 0
    ? (wordings, passages) => matchTokens(wordings, passages, embedder, library)
    : async (_wordings, passages) => passages.map(({ statements }) => statements.map(() => 0));
}

/** MaxSim of each wording with a statement's own tokens (`retrieve/max-sim.ts`). */
async function matchTokens(
  { asked, others }: Wordings,
  passages: readonly PassageStatements[],
  embedder: TokenEmbedder,
  library: TokenSource,
): Promise<number[][]> {
  const dimensions = library.metadata.tokenDimensions;
  const questions = await Promise.all(
    [asked, ...others].map((wording) => embedder.embedQuestion(wording)),
  );
  const rows = await library.tokenVectors(passages.map(({ passage }) => passage.id));
  return passages.map(({ passage, statements }, i) => {
    const own = rows[i] ?? new Int8Array();
    const offsets = tokenOffsets(passage.text, statements, embedder);
    const products = questions.map((question) => compareTokenRows(question, own, dimensions));
    return statements.map(({ lines }) => {
      const ranges = lines.map(({ start, end }) => [
        offsets.get(start) ?? 0,
        offsets.get(end) ?? 0,
      ]);
      const each = questions.map((question, q) => nearness(question, products[q] ?? [], ranges));
      return Math.max(...each);
    });
  });
}

function nearness(
  question: QuestionVectors,
  products: readonly Float32Array[],
  ranges: readonly (readonly number[])[],
): number {
  const rows = ranges.flatMap(([from = 0, to = 0]) => products.slice(from, to));
  return weighBest(question, rows);
}

/** Row of a passage's token vectors at which each line of its statements starts or ends. */
function tokenOffsets(
  text: string,
  statements: readonly PassageStatement[],
  { countTokens }: Embedder,
): Map<number, number> {
  const places = statements.flatMap(({ lines }) => lines.flatMap(({ start, end }) => [start, end]));
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  const offsets = new Map<number, number>();
  // The first row is that of the opening special token. Lines end at white space, where no token goes on.
  let row = 1;
  let before = 0;
  for (const place of sorted) {
    row += countTokens(text.slice(before, place)) - 2;
    offsets.set(place, row);
    before = place;
  }
  return offsets;
}
