// Takes the token vectors of a question and of passages; gives their late-interaction similarity.
import type { QuestionVectors } from "../embed/token-embedder.ts";

/** What a coordinate of 1 is in a passage's signed bytes. */
const unit = 127;

/**
 * MaxSim: for each token of the question the cosine of the passage's token nearest to it, weighted and added up.
 * Khattab and Zaharia, "ColBERT" (SIGIR 2020), section 3.3, with weights for the question's tokens.
 *
 * @param rows row after row of `dimensions` signed bytes, as `PassageVectors.tokens`
 * @returns -1 to 1; 0 for a passage without token vectors
 */
export function maxSim(
  question: Pick<QuestionVectors, "tokens" | "weights">,
  rows: Int8Array,
  dimensions: number,
): number {
  return weighBest(question, compareTokenRows(question, rows, dimensions));
}

/** For each row of a passage its products with the question's tokens; parts of a passage are weighed from the same. */
export function compareTokenRows(
  { tokens, weights }: Pick<QuestionVectors, "tokens" | "weights">,
  rows: Int8Array,
  dimensions: number,
): Float32Array[] {
  const products: Float32Array[] = [];
  for (let row = 0; row < rows.length; row += dimensions) {
    const own = new Float32Array(weights.length);
    for (let token = 0; token < weights.length; token += 1) {
      if (weights[token] !== 0) own[token] = dot(tokens, token * dimensions, rows, row, dimensions);
    }
    products.push(own);
  }
  return products;
}

/** MaxSim of the rows whose products are given; 0 for none. */
export function weighBest(
  { weights }: Pick<QuestionVectors, "weights">,
  products: readonly Float32Array[],
): number {
  if (products.length === 0) return 0;
  let sum = 0;
  for (let token = 0; token < weights.length; token += 1) {
    let best = -unit;
    for (const own of products) {
      const product = own[token] as number;
      if (product > best) best = product;
    }
    sum += best * (weights[token] as number);
  }
  return sum / unit;
}

/** Four sums at a time: one alone would wait for each addition to end. */
function dot(a: Float32Array, atA: number, b: Int8Array, atB: number, length: number): number {
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let i = 0; i < length; i += 4) {
    s += (a[atA + i] as number) * (b[atB + i] as number);
    t += (a[atA + i + 1] as number) * (b[atB + i + 1] as number);
    u += (a[atA + i + 2] as number) * (b[atB + i + 2] as number);
    v += (a[atA + i + 3] as number) * (b[atB + i + 3] as number);
  }
  return s + t + u + v;
}
