// Takes a question and statements; gives how near in meaning each statement comes to it, by the model that the scorer was
// fitted with, whatever model the library is embedded with.
import type { QuestionVectors, TokenEmbedder } from "../embed/token-embedder.ts";
import { once } from "../once.ts";
import { maxSim } from "../retrieve/max-sim.ts";
import type { TextRange } from "../text/sentences.ts";

/**
 * MaxSim of the token vectors, -1 to 1, for each text in the order given; comparable between questions.
 * @param focus the stretch of the question that counts; all of it when left out
 */
export type MeasureNearness = (
  question: string,
  texts: readonly string[],
  focus?: TextRange,
) => Promise<readonly number[]>;

/** Texts whose vectors are kept, some 6 kB each: the parts of a question, and questions after each other, share many. */
const kept = 2000;

/** @param openEmbedder called when the first nearness is asked for */
export function createNearness(openEmbedder: () => Promise<TokenEmbedder>): MeasureNearness {
  const open = once(openEmbedder);
  const known = new Map<string, Int8Array>();
  return async (question, texts, focus) => {
    const embedder = await open();
    const whole = await embedder.embedQuestion(question);
    const asked = focus === undefined ? whole : narrow(whole, question, focus, embedder);
    const distinct = [...new Set(texts)];
    const missing = distinct.filter((text) => !known.has(text));
    // Its own, whatever another call does to what is kept meanwhile.
    const own = new Map(distinct.flatMap((text) => [[text, known.get(text)] as const]));
    const vectors = await embedder.embedPassages(missing);
    if (known.size + missing.length > kept) known.clear();
    for (const [i, text] of missing.entries()) {
      const rows = vectors[i]?.tokens ?? new Int8Array();
      own.set(text, rows);
      known.set(text, rows);
    }
    return texts.map((text) =>
      maxSim(asked, own.get(text) ?? new Int8Array(), embedder.tokenDimensions),
    );
  };
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
