// Takes a question and statements; gives how near in meaning each statement comes to it, by the model that the scorer was
// fitted with, whatever model the library is embedded with.
import type { PassageVectors, QuestionVectors, TokenEmbedder } from "../embed/token-embedder.ts";
import { once } from "../once.ts";
import { maxSim } from "../retrieve/max-sim.ts";

/** How near each text comes to the question, -1 to 1, in the order given; comparable between questions. */
export type MeasureNearness = (
  question: string,
  texts: readonly string[],
) => Promise<readonly number[]>;

export interface Nearness {
  /** By the texts' tokens: MaxSim. */
  readonly nearness: MeasureNearness;
  /** By one vector a text: what is said in other words is told better, and what is said in passing worse. */
  readonly likeness: MeasureNearness;
}

/** Texts whose vectors are kept, some 8 kB each: the parts of a question, and questions after each other, share many. */
const kept = 2000;

/** @param openEmbedder called when the first nearness is asked for */
export function createNearness(openEmbedder: () => Promise<TokenEmbedder>): Nearness {
  const open = once(openEmbedder);
  const known = new Map<string, PassageVectors>();
  const compare = async (
    question: string,
    texts: readonly string[],
    measure: (asked: QuestionVectors, vectors: PassageVectors, dimensions: number) => number,
  ) => {
    const embedder = await open();
    const asked = await embedder.embedQuestion(question);
    const distinct = [...new Set(texts)];
    const missing = distinct.filter((text) => !known.has(text));
    // Its own, whatever another call does to what is kept meanwhile.
    const own = new Map(distinct.map((text) => [text, known.get(text)] as const));
    const vectors = await embedder.embedPassages(missing);
    if (known.size + missing.length > kept) known.clear();
    for (const [i, text] of missing.entries()) {
      const made = vectors[i];
      own.set(text, made);
      if (made) known.set(text, made);
    }
    return texts.map((text) => {
      const made = own.get(text);
      return made === undefined ? 0 : measure(asked, made, embedder.tokenDimensions);
    });
  };
  return {
    nearness: (question, texts) =>
      compare(question, texts, (asked, { tokens }, size) => maxSim(asked, tokens, size)),
    likeness: (question, texts) =>
      compare(question, texts, (asked, { pooled }) => dotProduct(asked.pooled, pooled)),
  };
}

/** Of vectors of length 1: their cosine. */
function dotProduct(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
