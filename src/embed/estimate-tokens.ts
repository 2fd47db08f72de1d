// Counts and cuts texts in tokens where the model's tokeniser is not known: with care, by their bytes.

/** English text has about 4 bytes to a token in today's tokenisers; 3 leaves room for names and numbers. */
const bytesPerToken = 3;

/** Tokens of a text by a cautious estimate, two special ones included. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text, "utf8") / bytesPerToken) + 2;
}

/** Tokens that a prefix takes of a model's window, by the same estimate. */
export function prefixTokens(prefixes: readonly string[]): number {
  const longest = Math.max(0, ...prefixes.map((prefix) => Buffer.byteLength(prefix, "utf8")));
  return Math.ceil(longest / bytesPerToken);
}

/** The beginning of a text that is within so many tokens by the estimate; characters stay whole. */
export function cutTokens(text: string, maxTokens: number): string {
  if (estimateTokens(text) <= maxTokens) return text;
  const bytes = Buffer.from(text, "utf8").subarray(0, Math.max(0, maxTokens - 2) * bytesPerToken);
  // A character cut in two would come back as U+FFFD.
  return bytes.toString("utf8").replace(/\uFFFD+$/, "");
}
