// A library large enough for its vectors to be indexed in several parts.
import { connect } from "@lancedb/lancedb";
import { expect, it } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { createLibrary, openLibrary } from "../../src/library/open-library.ts";
import { fill } from "./contract-setting.ts";
import { makeDocument, makeVector, model } from "./fixtures.ts";
import { makeFolder, useFolder } from "./folder-setting.ts";
import { describeLibrary } from "./library-contract.ts";

describeLibrary("LanceDB in a folder, indexed as large ones are", () => makeFolder({ large: 1 }));

const place = useFolder();
const large = { large: 9_000, keepReplacedMs: 0 };

const documents = [1, 2, 3].map((number) =>
  makeDocument(
    `${number}.txt`,
    Array.from({ length: 3_000 }, (_, at) => `Rule ${at} of book ${number}.`),
    number % 2 === 0 ? "own" : "other",
  ),
);
const late = makeDocument("late.txt", ["A late rule.", "Another late rule."]);
const queries = ["boiler", "gate", "late rule"].map(makeVector);

function scanAll(vector: Float32Array, k: number, among = documents): string[] {
  const cosine = (other: Float32Array) =>
    other.reduce((sum, x, i) => sum + x * (vector[i] ?? 0), 0);
  return among
    .flatMap((document) => document.passages)
    .map(({ passage, vector: own }) => ({ id: passage.id, score: cosine(own) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, k)
    .map(({ id }) => id);
}

const search = async (library: Library, k: number) =>
  Promise.all(queries.map((vector) => library.searchVector(vector, k)));

async function listIndexes(): Promise<string[]> {
  const table = await (await connect(place.index)).openTable("passages");
  return (await table.listIndices()).map(({ columns, indexType }) => `${columns[0]} ${indexType}`);
}

/** Whether clearing up leaves the table at the version that the library names. */
async function isSettled(): Promise<boolean> {
  const table = await (await connect(place.index)).openTable("passages");
  const before = await table.version();
  await table.optimize();
  return (await table.version()) === before;
}

it("finds what a scan of all vectors finds, however many are asked for", async () => {
  const library = await fill(await createLibrary(place.index, model, "x", large), documents);
  expect(await listIndexes()).toContain("vector IvfFlat");
  expect(await isSettled()).toBe(true);
  for (const k of [1, 10, 200, 3_500]) {
    const hits = await search(library, k);
    for (const [at, vector] of queries.entries()) {
      expect(new Set(hits[at]?.map(({ id }) => id))).toEqual(new Set(scanAll(vector, k)));
    }
  }
  const own = await library.searchVector(queries[0] ?? makeVector(""), 50, {
    authorities: ["own"],
  });
  const expected = scanAll(
    queries[0] ?? makeVector(""),
    50,
    documents.filter(({ info }) => info.authority === "own"),
  );
  expect(own.map(({ id }) => id)).toEqual(expected);
});

it("gives the same whenever and in whatever order it was made", async () => {
  const once = await fill(await createLibrary(place.index, model, "x", large), documents);
  const expected = await search(once, 100);
  once.close();
  const empty = await createLibrary(place.index, model, "x", { ...large, replace: true });
  const half = await fill(empty, documents.slice(1).toReversed());
  expect(await listIndexes()).not.toContain("vector IvfFlat");
  const again = await fill(half, documents.slice(0, 1));
  expect(await listIndexes()).toContain("vector IvfFlat");
  expect(await search(again, 100)).toEqual(expected);
});

it("finds what was put since, before and after it is indexed", async () => {
  const library = await fill(await createLibrary(place.index, model, "x", large), documents);
  const writer = await library.write();
  await writer.put(late);
  await writer.close();
  const [, last] = late.passages;
  const nearest = async (from: Library | null) =>
    from?.searchVector(makeVector("Another late rule."), 1);
  const unfinished = await openLibrary(place.index, model, large);
  expect(await nearest(unfinished)).toMatchObject([{ id: last?.passage.id, score: 1 }]);
  const finished = await fill((await openLibrary(place.index, model, large)) ?? library, []);
  expect(finished.finished).toBe(true);
  expect(await nearest(finished)).toMatchObject([{ id: last?.passage.id, score: 1 }]);
  const table = await (await connect(place.index)).openTable("passages");
  expect(await table.indexStats("vector_idx")).toMatchObject({ numUnindexedRows: 0 });
});
