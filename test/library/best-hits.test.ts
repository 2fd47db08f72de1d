import { expect, it } from "vitest";
import { findBestHits } from "../../src/library/best-hits.ts";
import type { Hit } from "../../src/library/library.ts";

const hit = (id: string, score: number): Hit => ({ id, documentId: "d", score });

/** A search that returns equal scores in its own order, and counts how often it is asked. */
function makeSearch(hits: readonly Hit[]) {
  const asked: number[] = [];
  const search = (limit: number) => {
    asked.push(limit);
    const best = hits.toSorted((a, b) => b.score - a.score);
    return Promise.resolve(best.slice(0, limit));
  };
  return { search, asked };
}

it("asks again while the cut may fall inside a tie", async () => {
  const tied = Array.from({ length: 100 }, (_, i) => hit(`p${String(99 - i).padStart(2, "0")}`, 1));
  const { search, asked } = makeSearch([hit("z", 2), ...tied]);
  const best = await findBestHits(search, 3, 4);
  expect(best.map((each) => each.id)).toEqual(["z", "p00", "p01"]);
  expect(asked).toEqual([19, 38, 76, 152]);
});

it("asks once when the cut is clear", async () => {
  const many = Array.from({ length: 100 }, (_, i) => hit(`p${i}`, 100 - i));
  const { search, asked } = makeSearch(many);
  expect(await findBestHits(search, 2, 4)).toEqual([hit("p0", 100), hit("p1", 99)]);
  expect(asked).toEqual([18]);
});

it("takes scores as equal that differ only in rounding", async () => {
  const { search } = makeSearch([hit("b", 1.000_001), hit("a", 1)]);
  expect(await findBestHits(search, 5, 4)).toEqual([hit("a", 1), hit("b", 1)]);
});

it("gives nothing for no k, without asking", async () => {
  const { search, asked } = makeSearch([hit("a", 1)]);
  expect(await findBestHits(search, 0, 4)).toEqual([]);
  expect(asked).toEqual([]);
});
