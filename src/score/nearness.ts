// Takes a question and statements; gives how near in meaning each statement comes to it, by the model that the scorer was
// fitted with, whatever model the library is embedded with.
import type { PassageVectors, QuestionVectors, TokenEmbedder } from "../embed/token-embedder.ts";
import { once } from "../once.ts";
import { maxSim } from "../retrieve/max-sim.ts";
import type { TextRange } from "../text/sentences.ts";

/**
 * How near each text comes to the question, -1 to 1, in the order given; comparable between questions.
 * @param focus the stretch of the question that counts; all of it when left out
 */
export type MeasureNearness = (
  question: string,
  texts: readonly string[],
  focus?: TextRange,
) => Promise<readonly number[]>;

export interface Nearness {
  /** By the texts' tokens: MaxSim. */
  readonly nearness: MeasureNearness;
  /** By one vector a text: what is said in other words is told better, and what is said in passing worse. */
  readonly likeness: (question: string, texts: readonly string[]) => Promise<readonly number[]>;
}

/** Texts whose vectors are kept, some 8 kB each: the parts of a question, and questions after each other, share many. */
const kept = 2000;
/** Texts that others are compared with, some 40 kB each: what law binds to is, for each question anew. */
const keptQuestions = 400;

/** @param openEmbedder called when the first nearness is asked for */
export function createNearness(openEmbedder: () => Promise<TokenEmbedder>): Nearness {
  const open = once(openEmbedder);
  const known = new Map<string, PassageVectors>();
  const asking = new Map<string, QuestionVectors>();
  const ask = async (question: string): Promise<QuestionVectors> => {
    const had = asking.get(question);
    if (had !== undefined) return had;
    const made = await (await open()).embedQuestion(question);
    if (asking.size >= keptQuestions) asking.clear();
    asking.set(question, made);
    return made;
  };
  const compare = async (
    question: string,
    texts: readonly string[],
    measure: (asked: QuestionVectors, vectors: PassageVectors, dimensions: number) => number,
    focus?: TextRange,
  ) => {
    const embedder = await open();
    const whole = await ask(question);
    const asked = focus === undefined ? whole : narrow(whole, question, focus, embedder);
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
    nearness: (question, texts, focus) =>
      compare(question, texts, (asked, { tokens }, size) => maxSim(asked, tokens, size), focus),
    likeness: (question, texts) =>
      compare(question, texts, (asked, { pooled }) => dotProduct(asked.pooled, pooled)),
  };
}

/** Of vectors of length 1: their cosine. */
function dotProduct(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Read with the whole question around them, only the words of a stretch of it are weighed. */
function narrow(
  vectors: QuestionVectors,
  question: string,
  { start, end }: TextRange,
  { countTokens }: TokenEmbedder,
): QuestionVectors {
  // Counted with the two special tokens, of which the first stands in front.
  const from = countTokens(question.slice(0, start)) - 1;
  const to = countTokens(question.slice(0, end)) - 1;
  const inside = vectors.weights.map((weight, i) => (i >= from && i < to ? weight : 0));
  const sum = inside.reduce((total, weight) => total + weight, 0);
  return sum === 0 ? vectors : { ...vectors, weights: inside.map((weight) => weight / sum) };
}
