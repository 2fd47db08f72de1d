// How near in meaning statements come to a question, and that the model is asked no more than it must be.
import { beforeEach, describe, expect, it } from "vitest";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import { createNearness, type MeasureNearness } from "../../src/score/nearness.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";

/** A word's row; all others are like nothing. */
const axis = (word: string) =>
  ({ lamp: [127, 0, 0, 0], horn: [0, 127, 0, 0] })[word] ?? [0, 0, 0, 0];
const rowsOf = (text: string) =>
  text === "both" ? [...axis("lamp"), ...axis("horn")] : axis(text);

let opened: number;
let embedded: string[];
let measure: MeasureNearness;
beforeEach(() => {
  opened = 0;
  embedded = [];
  const embedder: TokenEmbedder = {
    ...createFakeEmbedder(),
    tokenDimensions: 4,
    embedTokens: () => Promise.reject(new Error("not asked for")),
    embedPassages: async (texts) => {
      embedded.push(...texts);
      return texts.map((text) => ({
        pooled: new Float32Array(4),
        tokens: Int8Array.from(rowsOf(text)),
      }));
    },
    embedQuestion: async (text) => ({
      pooled: new Float32Array(4),
      tokens: Float32Array.from(rowsOf(text), (value) => value / 127),
      weights: text === "both" ? Float32Array.of(0.75, 0.25) : Float32Array.of(1),
    }),
  };
  measure = createNearness(async () => {
    opened += 1;
    return embedder;
  }).nearness;
});

describe("nearness", () => {
  it("is the MaxSim of token vectors, for each text in the order given", async () => {
    expect(await measure("lamp", ["horn", "both", "lamp"])).toEqual([0, 1, 1]);
    expect(await measure("horn", ["horn", "both", "lamp"])).toEqual([1, 1, 0]);
  });

  it("is that of the question's tokens together, each by its weight", async () => {
    expect(await measure("both", ["lamp", "both"])).toEqual([0.75, 1]);
  });

  it("has nothing to measure without texts", async () => {
    expect(await measure("lamp", [])).toEqual([]);
  });

  it("opens the model when it is first asked for, and once", async () => {
    expect(opened).toBe(0);
    await Promise.all([measure("lamp", ["horn"]), measure("horn", ["lamp"])]);
    await measure("lamp", ["both"]);
    expect(opened).toBe(1);
  });

  it("embeds each text once, in a call and over calls", async () => {
    const first = await measure("lamp", ["lamp", "lamp", "horn"]);
    const second = await measure("lamp", ["horn", "both", "lamp"]);
    expect(embedded).toEqual(["lamp", "horn", "both"]);
    expect(second[2]).toEqual(first[0]);
    expect(second[0]).toEqual(first[2]);
  });

  it("forgets texts rather than keep ever more of them", async () => {
    await measure("lamp", ["lamp"]);
    const many = Array.from({ length: 5000 }, (_, i) => `text ${i}`);
    await measure("lamp", many);
    await measure("lamp", ["lamp"]);
    expect(embedded.filter((text) => text === "lamp")).toHaveLength(2);
  });

  it("is right for calls that run at the same time, though what is kept is given up between them", async () => {
    const many = Array.from({ length: 1999 }, (_, i) => `word${i}`);
    await measure("lamp", ["lamp", ...many]);
    const [near] = await Promise.all([
      measure("lamp", ["lamp", "horn"]),
      measure(
        "lamp",
        many.map((word) => `${word}x`),
      ),
    ]);
    expect(near).toEqual([1, 0]);
  });
});
