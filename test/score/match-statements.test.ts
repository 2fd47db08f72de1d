// How near statements come to what was asked: by the tokens that a library holds.
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  type PassageStatements,
  type TokenSource,
} from "../../src/score/match-statements.ts";
import type { Wordings } from "../../src/plan/wordings.ts";
import { findStatements } from "../../src/score/statements.ts";
import type { Passage } from "../../src/chunk/passage.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import {
  fillWords,
  lighthouseGuide,
  lighthouseLaw,
  makePassage,
} from "../support/made-up-evidence.ts";

/** Each of these words has a direction of its own; all others have none. */
const axes = ["lamp", "horn", "wick", "boat"];
const split = (text: string) => text.toLowerCase().match(/\S+/g) ?? [];
const toRow = (word: string) => axes.map((axis) => (word.replace(/\W/g, "") === axis ? 1 : 0));

function refuse(): never {
  throw new Error("not to be called");
}

/** A token a word, and one before and after. */
function tokenEmbedder(): TokenEmbedder {
  return {
    id: "one-hot",
    dimensions: 4,
    maxTokens: 99,
    tokenDimensions: 4,
    countTokens: (text) => split(text).length + 2,
    embed: refuse,
    embedTokens: refuse,
    embedPassages: refuse,
    embedQuestion: async (text) => {
      const words = split(text);
      return {
        pooled: new Float32Array(4),
        tokens: Float32Array.from(words.flatMap(toRow)),
        weights: new Float32Array(words.length).fill(1 / words.length),
      };
    },
    close: () => Promise.resolve(),
  };
}

/** One row for each token of a passage; the special tokens are like nothing. */
function tokensOf({ text }: Passage): Int8Array {
  const rows = [[0, 0, 0, 0], ...split(text).map(toRow), [0, 0, 0, 0]];
  return Int8Array.from(rows.flat().map((value) => 127 * value));
}

function storeTokens(passages: readonly Passage[], dimensions = 4): TokenSource {
  const byId = new Map(passages.map((passage) => [passage.id, tokensOf(passage)]));
  return {
    metadata: { tokenDimensions: dimensions },
    tokenVectors: async (ids) => ids.map((id) => byId.get(id) ?? new Int8Array()),
  };
}

function describePassage(passage: Passage): PassageStatements {
  return { passage, statements: findStatements(passage) };
}

const sentences = makePassage(lighthouseGuide, [
  {
    text: "2.1 Each keeper should light his lamp. Horn and wick should be kept dry.",
    locator: "2.1",
  },
]);
const second = makePassage(
  lighthouseGuide,
  [{ text: "2.2 The mate should row the boat.", locator: "2.2" }],
  { ordinal: 1 },
);
const both = [sentences, second];

describe("by tokens", () => {
  const match = createMatcher(tokenEmbedder(), storeTokens(both));
  const best = (wording: string, passages: readonly Passage[] = both) =>
    match({ asked: wording, others: [] }, passages.map(describePassage));

  it("compares a statement by its own words, up to the last and from the first", async () => {
    expect(await best("lamp")).toEqual([[1, 0], [0]]);
    expect(await best("horn")).toEqual([[0, 1], [0]]);
    expect(await best("boat")).toEqual([[0, 0], [1]]);
  });

  it("counts what share of the question a statement matches", async () => {
    expect(await best("horn wick")).toEqual([[0, 1], [0]]);
    expect(await best("horn lamp")).toEqual([[0.5, 0.5], [0]]);
  });

  it("reads the lead-in with each part of a list, but not the parts between", async () => {
    const list = makePassage(lighthouseLaw, [
      { text: "(2) Where there is a lamp the keeper must—", locator: "5(2)" },
      { text: `(a) hold a horn and ${fillWords(60)};`, locator: "5(2)(a)" },
      { text: `(b) trim a wick and ${fillWords(60)};`, locator: "5(2)(b)" },
      { text: `(c) row a boat and ${fillWords(60)}.`, locator: "5(2)(c)" },
    ]);
    const matches = await createMatcher(tokenEmbedder(), storeTokens([list]))(
      { asked: "lamp", others: [] },
      [describePassage(list)],
    );
    expect(matches.flat()).toEqual([1, 1, 1]);
    const middle = await createMatcher(tokenEmbedder(), storeTokens([list]))(
      { asked: "wick", others: [] },
      [describePassage(list)],
    );
    expect(middle.flat()).toEqual([0, 1, 0]);
  });

  it("counts tokens over spaces and line ends alike", async () => {
    const lines = makePassage(lighthouseLaw, [
      { text: "(1) The keeper must  sweep all the stairs.", locator: "6(1)" },
      { text: "(2) The keeper must hold", locator: "6(2)" },
      { text: "a horn of brass.", locator: "6(2)", goesOn: true },
      { text: "(3) Mates must never touch a lamp.", locator: "6(3)" },
    ]);
    const matches = await createMatcher(tokenEmbedder(), storeTokens([lines]))(
      { asked: "horn", others: ["lamp"] },
      [describePassage(lines)],
    );
    expect(matches).toEqual([[0, 1, 1]]);
  });

  it("compares with the wording that comes nearest", async () => {
    const matches = await match(
      { asked: "horn lamp", others: ["lamp", "wick boat"] },
      both.map(describePassage),
    );
    expect(matches).toEqual([[1, 0.5], [0.5]]);
  });

  it("finds nothing near in a passage without token vectors, or cut before a statement", async () => {
    const missing = createMatcher(tokenEmbedder(), storeTokens([second]));
    const wordings: Wordings = { asked: "lamp", others: ["boat"] };
    expect(await missing(wordings, both.map(describePassage))).toEqual([[0, 0], [1]]);
    const cut: TokenSource = {
      metadata: { tokenDimensions: 4 },
      // The first sentence has seven words, the row before them is special.
      tokenVectors: async () => [tokensOf(sentences).slice(0, 8 * 4)],
    };
    const matches = await createMatcher(tokenEmbedder(), cut)({ asked: "lamp horn", others: [] }, [
      describePassage(sentences),
    ]);
    expect(matches).toEqual([[0.5, 0]]);
  });

  it("has nothing to compare without passages", async () => {
    expect(await best("lamp", [])).toEqual([]);
  });
});

describe("without token vectors, all statements are as near", () => {
  const wordings: Wordings = { asked: "lamp", others: ["boat"] };
  const none = [[0, 0], [0]];

  it("in a library that has none, whatever the model gives", async () => {
    const embedder = { ...tokenEmbedder(), embedQuestion: refuse };
    const match = createMatcher(embedder, { ...storeTokens(both, 0), tokenVectors: refuse });
    expect(await match(wordings, both.map(describePassage))).toEqual(none);
  });

  it("with a model that gives none", async () => {
    const embedder: Embedder = {
      id: "whole",
      dimensions: 4,
      maxTokens: 99,
      countTokens: refuse,
      embed: refuse,
      close: () => Promise.resolve(),
    };
    const match = createMatcher(embedder, { ...storeTokens(both), tokenVectors: refuse });
    expect(await match(wordings, both.map(describePassage))).toEqual(none);
  });
});
