// Counts and cuts texts in tokens where the model's tokeniser is not known: with care, by their bytes.

/** English text has about 4 bytes to a token in today's tokenisers; 3 leaves room for names, numbers and older ones. */
const bytesPerToken = 3;

/** Tokens of a text by a cautious estimate, without special ones. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text, "utf8") / bytesPerToken);
}

/** The beginning of a text that is within so many tokens by the estimate; characters stay whole. */
export function cutTokens(text: string, most: number): string {
  if (estimateTokens(text) <= most) return text;
  const bytes = Buffer.from(text, "utf8").subarray(0, Math.max(0, most) * bytesPerToken);
  // A character cut in two would come back as U+FFFD.
  return bytes.toString("utf8").replace(/\uFFFD+$/, "");
}
