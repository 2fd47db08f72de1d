// Takes ways of asking and the statements of passages; gives how near in meaning each statement comes.
import type { Passage } from "../chunk/passage.ts";
import type { Embedder } from "../embed/embedder.ts";
import { givesTokens, type QuestionVectors, type TokenEmbedder } from "../embed/token-embedder.ts";
import type { Wordings } from "../plan/wordings.ts";
import { compareTokenRows, weighBest } from "../retrieve/max-sim.ts";
import { textOfLines, type PassageStatement } from "./statements.ts";

export interface PassageStatements {
  readonly passage: Passage;
  /** Titles it stands under. */
  readonly titles: string;
  readonly statements: readonly PassageStatement[];
}

/** Nearness to the question as it was asked, and to the wording that comes nearest; -1 to 1, comparable within one call. */
export interface Match {
  readonly asked: number;
  readonly best: number;
}

/** One list a passage, one match a statement, in the order given. */
export type MatchStatements = (
  wordings: Wordings,
  passages: readonly PassageStatements[],
) => Promise<readonly (readonly Match[])[]>;

/** What matching needs of a library. */
export interface TokenSource {
  readonly metadata: { readonly tokenDimensions: number };
  tokenVectors(ids: readonly string[]): Promise<readonly Int8Array[]>;
}

/** By stored token vectors where model and library have them: only the question is encoded. Else by whole vectors. */
export function createMatcher(embedder: Embedder, library: TokenSource): MatchStatements {
  return givesTokens(embedder) && library.metadata.tokenDimensions > 0
    ? (wordings, passages) => matchTokens(wordings, passages, embedder, library)
    : (wordings, passages) => matchVectors(wordings, passages, embedder);
}

/** MaxSim of each wording with a statement's own tokens (`retrieve/max-sim.ts`). */
async function matchTokens(
  { asked, others }: Wordings,
  passages: readonly PassageStatements[],
  embedder: TokenEmbedder,
  library: TokenSource,
): Promise<Match[][]> {
  const dimensions = library.metadata.tokenDimensions;
  const questions = await Promise.all(
    [...asked, ...others].map((wording) => embedder.embedQuestion(wording)),
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
      return toMatch(each, asked.length);
    });
  });
}

function toMatch(each: readonly number[], asked: number): Match {
  return { asked: Math.max(...each.slice(0, asked)), best: Math.max(...each) };
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

/** Statements that a model without token vectors compares: each costs a run of it. */
const mostCompared = 80;

/** Cosine of each wording with a statement under its titles; statements beyond the first, in order of passages, match nothing. */
async function matchVectors(
  wordings: Wordings,
  passages: readonly PassageStatements[],
  embedder: Embedder,
): Promise<Match[][]> {
  const texts = passages.flatMap(({ passage, titles, statements }) =>
    statements.map((statement) => `${titles}. ${textOfLines(statement, passage.text)}`),
  );
  const questions = [...wordings.asked, ...wordings.others];
  const vectors = await embedder.embed([...questions, ...texts.slice(0, mostCompared)]);
  const own = vectors.slice(questions.length);
  let next = 0;
  return passages.map(({ statements }) =>
    statements.map(() => {
      const vector = own[next];
      next += 1;
      if (!vector) return { asked: 0, best: 0 };
      const each = vectors.slice(0, questions.length).map((question) => dot(question, vector));
      return toMatch(each, wordings.asked.length);
    }),
  );
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
