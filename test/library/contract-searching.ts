// The library's contract: what searches find, and that they find the same again.
import { expect, it } from "vitest";
import { makeDocument, makeVector, pairWords } from "./fixtures.ts";
import {
  describeHits,
  everything,
  fill,
  guide,
  makeMany,
  newGuide,
  plan,
  regulations,
} from "./contract-setting.ts";
import type { Start } from "./contract-setting.ts";

export function describeSearching(start: Start): void {
  it("finds words by their stems, and none by stop words or nothing", async () => {
    const library = await fill(await start(), [guide, regulations]);
    const hits = await library.searchText("Managing MANAGERS", 10);
    expect(hits.map((hit) => hit.documentId).sort()).toEqual(
      [guide.info.id, guide.info.id, regulations.info.id].sort(),
    );
    expect(hits.every((hit) => hit.score > 0)).toBe(true);
    expect(await library.searchText("the of and", 10)).toEqual([]);
    expect(await library.searchText("  ", 10)).toEqual([]);
    expect(await library.searchText("manager", 0)).toEqual([]);
  });

  it.each(['"unclosed', "a AND (b OR", "kitchen:*~^2 +-!{}[]\\/", "'; DROP TABLE x --", "\u0000"])(
    "takes %j as words, not as syntax",
    async (query) => {
      const library = await fill(await start(), [guide]);
      const hits = await library.searchText(query, 10);
      expect(hits).toHaveLength(query.includes("kitchen") ? 1 : 0);
    },
  );

  it("finds phrases as they were written, and nothing by their words alone", async () => {
    const library = await fill(await start(), [guide, regulations]);
    const text = guide.passages[3]?.passage.text ?? "";
    const phrases = pairWords(text).split(" ");
    const hits = await library.searchPhrases(phrases.at(-1) ?? "", 5);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ id: guide.passages[3]?.passage.id });
    expect(hits[0]?.score).toBeGreaterThan(0);
    expect(await library.searchPhrases(text.split(" ")[1] ?? "", 5)).toEqual([]);
    expect(await library.searchPhrases("", 5)).toEqual([]);
    const documentIds = [regulations.info.id];
    expect(await library.searchPhrases(phrases.at(-1) ?? "", 5, { documentIds })).toEqual([]);
  });

  it("gives the passages that hold provisions, each once and in order", async () => {
    const library = await fill(await start(), [guide, regulations]);
    const ranges = [
      { documentId: regulations.info.id, from: 0, to: 0 },
      { documentId: guide.info.id, from: 2, to: 3 },
      { documentId: guide.info.id, from: 3, to: 9 },
    ];
    const expected = [guide.passages[2], guide.passages[3], regulations.passages[0]];
    expect(await library.passagesHolding(ranges)).toEqual(expected.map((each) => each?.passage));
    expect(await library.passagesHolding([])).toEqual([]);
  });

  it("gives the words that each document begins with", async () => {
    const library = await fill(await start(), [guide, regulations]);
    const openings = await library.openings();
    expect([...openings.keys()].sort()).toEqual([guide.info.id, regulations.info.id].sort());
    expect(openings.get(guide.info.id)).toContain(guide.passages[0]?.indexed);
    const part = library.within([guide.info.id]);
    expect([...(await part.openings()).keys()]).toEqual([guide.info.id]);
  });

  it("gives token vectors as they were put, in the order asked", async () => {
    const library = await fill(await start(), [guide, regulations]);
    const [first, second] = [guide.passages[2], regulations.passages[0]];
    const ids = [second, first, second].map((each) => each?.passage.id ?? "");
    expect(await library.tokenVectors(ids)).toEqual(
      [second, first, second].map((each) => each?.tokens),
    );
    expect(await library.tokenVectors([])).toEqual([]);
    await expect(library.tokenVectors(["nothing"])).rejects.toThrow("no passage nothing");
  });

  it("orders vectors by cosine, the same text first", async () => {
    const library = await fill(await start(), [guide, regulations, plan]);
    const hits = await library.searchVector(makeVector("The kitchen is clean."), 3);
    expect(hits).toHaveLength(3);
    expect(hits[0]).toMatchObject({ id: guide.passages[3]?.passage.id, score: 1 });
    expect(hits[1]?.score).toBeLessThan(1);
    await expect(library.searchVector(new Float32Array(3), 1)).rejects.toThrow("3 numbers");
  });

  it("narrows to documents and authorities without changing scores", async () => {
    const library = await fill(await start(), [guide, regulations, plan]);
    const all = await library.searchText(everything, 10);
    const own = await library.searchText(everything, 10, { authorities: ["own"] });
    expect(own).toEqual(all.filter((hit) => hit.documentId === plan.info.id));
    const documentIds = [regulations.info.id];
    const one = await library.searchText(everything, 1, { documentIds });
    expect(one).toEqual(all.filter((hit) => hit.documentId === regulations.info.id).slice(0, 1));
    const near = await library.searchVector(makeVector("x"), 9, { documentIds });
    expect(near).toHaveLength(2);
    expect(await library.searchText(everything, 9, { documentIds: [] })).toEqual([]);
    const neither = { documentIds, authorities: ["own" as const] };
    expect(await library.searchVector(makeVector("x"), 9, neither)).toEqual([]);
  });

  it("within some of its documents knows nothing of the others", async () => {
    const library = await fill(await start(), [guide, regulations]);
    const part = library.within([regulations.info.id, "unknown"]);
    const [hidden] = guide.passages;
    const id = hidden?.passage.id ?? "";
    const vector = hidden?.vector ?? new Float32Array();
    expect(part.documents.map(({ file }) => file)).toEqual([regulations.info.file]);
    const filter = { documentIds: [guide.info.id] };
    for (const hits of [
      await part.searchText("manager kitchen", 50),
      await part.searchVector(vector, 50),
    ])
      expect(new Set(hits.map((hit) => hit.documentId))).toEqual(new Set([regulations.info.id]));
    expect(await part.searchPhrases(hidden?.phrases ?? "", 50, filter)).toEqual([]);
    expect(await part.searchText("manager kitchen", 50, filter)).toEqual([]);
    await expect(part.passages([id])).rejects.toThrow(RangeError);
    await expect(part.tokenVectors([id])).rejects.toThrow(RangeError);
    expect(await part.passagesOf(guide.info.id)).toEqual([]);
    expect(await part.provisions(guide.info.id)).toEqual([]);
    const range = { documentId: guide.info.id, from: 0, to: 9 };
    expect(await part.passagesHolding([range])).toEqual([]);
    const known = (await part.outline()).map(({ documentId }) => documentId);
    expect(new Set(known)).toEqual(new Set([regulations.info.id]));
    const alone = await fill(await start(), [regulations]);
    expect(part.fingerprint).toBe(alone.fingerprint);
    expect(part.within([guide.info.id]).documents).toEqual([]);
    await expect(part.write()).rejects.toThrow("part of a library");
  });

  it("breaks ties by id, also at the cut", async () => {
    const same = Array.from({ length: 60 }, () => "Relevant plans are kept up to date.");
    const copies = ["c.md", "a.md", "b.md"].map((file) => makeDocument(file, same));
    const library = await fill(await start(), copies);
    const expected = copies.flatMap((each) => each.passages.map((one) => one.passage.id)).sort();
    const text = await library.searchText("relevant plans", 5);
    expect(text.map((hit) => hit.id)).toEqual(expected.slice(0, 5));
    const near = await library.searchVector(makeVector(same[0] ?? ""), 70);
    expect(near.map((hit) => hit.id)).toEqual(expected.slice(0, 70));
  });

  it("is the same in whatever order and pieces files were indexed", async () => {
    const documents = [guide, regulations, plan, ...makeMany(8)];
    const once = await fill(await start(), documents);
    const expected = await describeHits(once);
    let pieces = await start();
    pieces = await fill(pieces, [newGuide, ...documents.slice(6).toReversed()]);
    pieces = await fill(pieces, documents.slice(0, 6).toReversed());
    expect(pieces.fingerprint).toBe(once.fingerprint);
    expect(await describeHits(pieces)).toEqual(expected);
  });

  it("has a fingerprint that follows content", async () => {
    const one = await fill(await start(), [guide]);
    expect(one.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const two = await fill(one, [regulations]);
    expect(two.fingerprint).not.toBe(one.fingerprint);
  });
}
