// Takes a question's token vectors; gives them in fewer numbers, and how much each token counts.

/** Ids of the model's vocabulary from this one on are words and parts of words, the most frequent first. */
const firstWord = 1996;
const singleCharacters = [
  { from: 1014, to: 1023 }, // 0-9
  { from: 1037, to: 1062 }, // a-z
];

/** Rows times a matrix of `width` rows; as many numbers a row as the matrix has columns. */
export function projectRows(rows: Float32Array, matrix: Float32Array, width: number): Float32Array {
  const columns = matrix.length / width;
  const count = rows.length / width;
  const projected = new Float32Array(count * columns);
  for (let row = 0; row < count; row += 1) {
    for (let i = 0; i < width; i += 1) {
      const value = rows[row * width + i] ?? 0;
      for (let j = 0; j < columns; j += 1) {
        projected[row * columns + j] =
          (projected[row * columns + j] ?? 0) + value * (matrix[i * columns + j] ?? 0);
      }
    }
  }
  return projected;
}

/**
 * Weights that add up to 1. A token counts by the logarithm of its rank in the vocabulary, which stands in order of
 * frequency (an idf that is the same whatever is indexed), times a gate fitted on questions: 1 / (1 + e^-(v·g + b)).
 * @param gate as many numbers as a vector, and the constant b after them
 */
export function weighTokens(
  tokens: Int32Array,
  vectors: Float32Array,
  gate: Float32Array,
): Float32Array {
  const width = gate.length - 1;
  const weights = Float32Array.from(tokens, (id, at) => {
    let z = gate[width] ?? 0;
    for (let i = 0; i < width; i += 1) z += (vectors[at * width + i] ?? 0) * (gate[i] ?? 0);
    return rarity(id) / (1 + Math.exp(-z));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // A question of nothing but punctuation: each token counts the same.
  return total === 0 ? weights.fill(1 / tokens.length) : weights.map((weight) => weight / total);
}

/** 0 for punctuation and the model's own marks. */
function rarity(id: number): number {
  if (id >= firstWord) return Math.log(id - firstWord + 2);
  return singleCharacters.some(({ from, to }) => id >= from && id <= to) ? Math.LN2 : 0;
}
