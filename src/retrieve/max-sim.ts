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
  const { tokens, weights } = question;
  if (rows.length === 0) return 0;
  const best = new Float32Array(weights.length).fill(-unit);
  for (let row = 0; row < rows.length; row += dimensions) {
    for (let token = 0; token < weights.length; token += 1) {
      if (weights[token] === 0) continue;
      const product = dot(tokens, token * dimensions, rows, row, dimensions);
      if (product > (best[token] as number)) best[token] = product;
    }
  }
  return best.reduce((sum, value, token) => sum + value * (weights[token] ?? 0), 0) / unit;
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
