import { expect, test } from "vitest";
import type { Hit, Library } from "../../src/library/library.ts";
import { findCandidates } from "../../src/retrieve/candidates.ts";

const hit = (id: string, score: number): Hit => ({ id, documentId: "d", score });

/** A library of three searches that note when they begin. */
function makeLibrary(begun: string[]): Library {
  const search = (name: string, hits: readonly Hit[]) => () => {
    begun.push(name);
    return Promise.resolve(hits);
  };
  return {
    searchText: search("text", [hit("b", 6)]),
    searchPhrases: search("phrases", [hit("b", 2)]),
    searchVector: search("vector", [hit("a", 0.9), hit("c", 0.4)]),
  } as unknown as Library;
}

test("candidates carry what each search says, the furthest cosine where vectors did not find them", async () => {
  const query = { text: "independent visitor", depth: 10 };
  const found = await findCandidates(makeLibrary([]), query, async () => new Float32Array(2));
  expect(found).toEqual([
    { id: "a", documentId: "d", text: 0, phrases: 0, vector: 0.9 },
    { id: "b", documentId: "d", text: 3, phrases: 2, vector: 0.4 },
    { id: "c", documentId: "d", text: 0, phrases: 0, vector: 0.4 },
  ]);
});

test("words are searched for while the query is still to be embedded", async () => {
  const begun: string[] = [];
  await findCandidates(makeLibrary(begun), { text: "visitor", depth: 10 }, async () => {
    begun.push("embedding");
    return new Float32Array(2);
  });
  expect(begun).toEqual(["text", "phrases", "embedding", "vector"]);
});
