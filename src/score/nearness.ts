// Takes a question and statements; gives how near in meaning each statement comes to it, by the model that the scorer was
// fitted with, whatever model the library is embedded with.
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import { once } from "../once.ts";
import { maxSim } from "../retrieve/max-sim.ts";

/** MaxSim of the token vectors, -1 to 1, for each text in the order given; comparable between questions. */
export type MeasureNearness = (
  question: string,
  texts: readonly string[],
) => Promise<readonly number[]>;

/** Texts whose vectors are kept, some 6 kB each: the parts of a question, and questions after each other, share many. */
const kept = 2000;

/** @param openEmbedder called when the first nearness is asked for */
export function createNearness(openEmbedder: () => Promise<TokenEmbedder>): MeasureNearness {
  const open = once(openEmbedder);
  const known = new Map<string, Int8Array>();
  return async (question, texts) => {
    const embedder = await open();
    const asked = await embedder.embedQuestion(question);
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
