// A library large enough for its vectors to be indexed in several parts.
import { connect } from "@lancedb/lancedb";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { createLibrary, openLibrary } from "../../src/library/open-library.ts";
import { fill } from "./contract-setting.ts";
import { makeDocument, makeVector, model } from "./fixtures.ts";
import { makeFolder } from "./folder-setting.ts";
import { describeLibrary } from "./library-contract.ts";

describeLibrary("LanceDB in a folder, indexed as large ones are", () => makeFolder({ large: 1 }));

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

const openTable = async (index: string) => (await connect(index)).openTable("passages");

async function listIndexes(index: string): Promise<string[]> {
  const indices = await (await openTable(index)).listIndices();
  return indices.map(({ columns, indexType }) => `${columns[0]} ${indexType}`);
}

/** Whether clearing up leaves the table at the version that the library names. */
async function isSettled(index: string): Promise<boolean> {
  const table = await openTable(index);
  const before = await table.version();
  await table.optimize();
  return (await table.version()) === before;
}

describe("a large library", () => {
  let folder: string;
  /** Made once and only read; what writes does so elsewhere, or in a copy. */
  let made: string;
  let library: Library;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "charm-large-"));
    made = join(folder, "made");
    library = await fill(await createLibrary(made, model, "x", large), documents);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("finds what a scan of all vectors finds, however many are asked for", async () => {
    expect(await listIndexes(made)).toContain("vector IvfFlat");
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

  it("is settled: clearing up changes nothing", async () => {
    const copy = join(folder, "settled");
    await cp(made, copy, { recursive: true });
    expect(await isSettled(copy)).toBe(true);
  });

  it("gives the same whenever and in whatever order it was made", async () => {
    const again = join(folder, "again");
    await cp(made, again, { recursive: true });
    const empty = await createLibrary(again, model, "x", { ...large, replace: true });
    const half = await fill(empty, documents.slice(1).toReversed());
    expect(await listIndexes(again)).not.toContain("vector IvfFlat");
    const whole = await fill(half, documents.slice(0, 1));
    expect(await listIndexes(again)).toContain("vector IvfFlat");
    expect(await search(whole, 100)).toEqual(await search(library, 100));
  });

  it("finds what was put since, before and after it is indexed", async () => {
    const copy = join(folder, "copy");
    await cp(made, copy, { recursive: true });
    const open = async () => {
      const opened = await openLibrary(copy, model, large);
      if (opened === null) throw new Error("no library");
      return opened;
    };
    const writer = await (await open()).write();
    await writer.put(late);
    await writer.close();
    const [, last] = late.passages;
    const nearest = (from: Library) => from.searchVector(makeVector("Another late rule."), 1);
    expect(await nearest(await open())).toMatchObject([{ id: last?.passage.id, score: 1 }]);
    const finished = await fill(await open(), []);
    expect(finished.finished).toBe(true);
    expect(await nearest(finished)).toMatchObject([{ id: last?.passage.id, score: 1 }]);
    expect(await (await openTable(copy)).indexStats("vector_idx")).toMatchObject({
      numUnindexedRows: 0,
    });
  });
});
