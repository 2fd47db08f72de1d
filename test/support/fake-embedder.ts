// Gives an embedder that needs no model: texts with the same words get near vectors, in an instant.
import { createHash } from "node:crypto";
import type { Embedder } from "../../src/embed/embedder.ts";

export interface FakeEmbedder extends Embedder {
  /** Every text embedded so far. */
  readonly embedded: string[];
}

const dimensions = 8;

/** @param onEmbed called before each batch, to stop or fail at a moment of the test's choice */
export function createFakeEmbedder(
  options: {
    readonly id?: string;
    readonly onEmbed?: (texts: readonly string[]) => Promise<void> | void;
  } = {},
): FakeEmbedder {
  const embedded: string[] = [];
  return {
    id: options.id ?? "fake/8",
    dimensions,
    maxTokens: 256,
    embedded,
    countTokens: (text) => text.split(/\s+/).length + 2,
    embed: async (texts, signal) => {
      await options.onEmbed?.(texts);
      signal?.throwIfAborted();
      embedded.push(...texts);
      return texts.map(toVector);
    },
    close: () => Promise.resolve(),
  };
}

/** The sum of one direction for each word, of length 1. */
function toVector(text: string): Float32Array {
  const sum = new Float32Array(dimensions).fill(0.001);
  for (const word of text.toLowerCase().match(/[a-z]{3,}/g) ?? []) {
    const bytes = createHash("sha256").update(word).digest();
    for (let i = 0; i < dimensions; i += 1) sum[i] = (sum[i] ?? 0) + ((bytes[i] ?? 0) - 127.5);
  }
  const norm = Math.hypot(...sum);
  return sum.map((value) => value / norm);
}
