// Takes a query; gives the passages of the library that bear on it, best first.
import type { Embedder } from "../embed/embedder.ts";
import { givesTokens, type QuestionVectors } from "../embed/token-embedder.ts";
import type { Library, LibraryDocument, SearchFilter } from "../library/library.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import type { Evidence, SignalValues } from "./evidence.ts";
import { maxSim } from "./max-sim.ts";
import type { NearDocuments } from "./document-names.ts";
import { matchPages } from "./narrow-page.ts";
import { scoreSignals } from "./score.ts";
import { fullWeights, plainWeights, scoreScale } from "./weights.ts";

export interface RetrieveOptions {
  /** How many passages to give. */
  readonly k: number;
  readonly filter?: SearchFilter;
  /** Ids of the documents that the query names. */
  readonly named?: ReadonlySet<string>;
  /** How far the query says which documents it is about. */
  readonly near?: NearDocuments;
}

const noneNamed: ReadonlySet<string> = new Set();
const noneNear: NearDocuments = new Map();

/** Passages taken from each search. */
const depth = 200;
/** Candidates compared token by token: 0.3 ms each. More changed nothing (docs/retrieval.md). */
const compared = 100;

/** A passage with what its signals say, before its text is read. */
interface Ranked {
  readonly id: string;
  readonly documentId: string;
  readonly signals: SignalValues;
  readonly score: number;
  /** Its token vectors, once they were compared. */
  readonly rows?: Int8Array;
}

/** The same library, query and options give the same evidence. Ties go by id. */
export async function retrieve(
  library: Library,
  embedder: Embedder,
  query: string,
  options: RetrieveOptions,
): Promise<Evidence[]> {
  const { k, filter, named = noneNamed, near = noneNear } = options;
  const words = { text: query, depth: Math.max(depth, k), ...(filter ? { filter } : {}) };
  let embedding: Promise<QuestionVectors> | null = null;
  const embed = () => (embedding ??= embedQuery(embedder, query));
  const candidates = await findCandidates(library, words, async () => (await embed()).pooled);
  const question = await embed();
  const documents = new Map(library.documents.map((document) => [document.id, document]));
  const plain = candidates.map((each) =>
    rankPlainly(each, describeDocument(documents.get(each.documentId), named, near)),
  );
  const ranked = await compareTokens(library, plain.sort(byScore), question);
  const evidence = await readEvidence(library, documents, ranked.slice(0, k));
  const dimensions = library.metadata.tokenDimensions;
  const { countTokens } = embedder;
  return evidence.map((each, at) => {
    const rows = ranked[at]?.rows ?? new Int8Array();
    const pageMatches = matchPages(each.passage, rows, { question, dimensions, countTokens });
    return pageMatches.length === 0 ? each : { ...each, pageMatches };
  });
}

/** A question's own vectors; of a model without token vectors, the pooled one alone. */
async function embedQuery(embedder: Embedder, query: string): Promise<QuestionVectors> {
  if (givesTokens(embedder)) return embedder.embedQuestion(query);
  const [pooled] = (await embedder.embed([query])) as [Float32Array];
  return { pooled, tokens: new Float32Array(), weights: new Float32Array() };
}

function describeDocument(
  document: LibraryDocument | undefined,
  named: ReadonlySet<string>,
  near: NearDocuments,
): SignalValues {
  if (document === undefined) return {};
  return {
    subject: isOfField(document) ? 1 : 0,
    document: named.has(document.id) ? 1 : 0,
    name: near.get(document.id) ?? 0,
  };
}

/** Law, guidance and inspection for this kind of home, and the provider's own documents. */
function isOfField({ authority, field }: LibraryDocument): boolean {
  if (authority === "own") return true;
  return authority !== "other" && authority !== "untrusted" && field;
}

function rankPlainly(candidate: Candidate, ofDocument: SignalValues): Ranked {
  const { id, documentId, text, phrases, vector } = candidate;
  const signals = { text, phrases, vector, ...ofDocument };
  return { id, documentId, signals, score: scoreSignals(signals, plainWeights, scoreScale.plain) };
}

/** The foremost compared token by token; what comes after keeps its order and stays behind them. */
async function compareTokens(
  library: Library,
  plain: readonly Ranked[],
  question: QuestionVectors,
): Promise<Ranked[]> {
  const { tokenDimensions } = library.metadata;
  if (question.weights.length === 0 || tokenDimensions === 0) return [...plain];
  const foremost = plain.slice(0, compared);
  const rows = await library.tokenVectors(foremost.map(({ id }) => id));
  const ranked = foremost.map((each, at) => {
    const own = rows[at] ?? new Int8Array();
    const signals = {
      ...each.signals,
      tokens: maxSim(question, own, tokenDimensions),
      length: Math.log(Math.max(1, own.length / tokenDimensions)),
    };
    return {
      ...each,
      signals,
      rows: own,
      score: scoreSignals(signals, fullWeights, scoreScale.full),
    };
  });
  ranked.sort(byScore);
  const last = ranked.at(-1)?.score ?? 0;
  const first = Math.max(plain[compared]?.score ?? 1, Number.MIN_VALUE);
  const rest = plain
    .slice(compared)
    .map((each) => ({ ...each, score: (last * each.score) / first }));
  return [...ranked, ...rest];
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}

async function readEvidence(
  library: Library,
  documents: ReadonlyMap<string, LibraryDocument>,
  ranked: readonly Ranked[],
): Promise<Evidence[]> {
  const passages = await library.passages(ranked.map(({ id }) => id));
  return ranked.flatMap(({ documentId, score, signals }, at) => {
    const passage = passages[at];
    const document = documents.get(documentId);
    if (!passage || !document) return [];
    return [{ passage, document, score, signals, similarity: signals.vector ?? 0 }];
  });
}
