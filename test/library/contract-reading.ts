// The library's contract: what is put can be read, replaced and removed.
import { expect, it } from "vitest";
import { makeDocument, makeVector } from "./fixtures.ts";
import {
  describeHits,
  fill,
  filesOf,
  guide,
  newGuide,
  plan,
  regulations,
} from "./contract-setting.ts";
import type { Look, Start } from "./contract-setting.ts";

export function describeReading(start: Start, look: Look): void {
  it("begins empty and finished", async () => {
    const library = await start();
    expect(library.documents).toEqual([]);
    expect(library.finished).toBe(true);
    expect(await library.searchText("manager", 5)).toEqual([]);
    expect(await library.searchVector(makeVector("x"), 5)).toEqual([]);
    expect(await library.outline()).toEqual([]);
  });

  it("gives back what was put", async () => {
    const library = await look(await fill(await start(), [regulations, guide, plan]));
    expect(filesOf(library)).toEqual(["guide.pdf", "plan/our plan's draft.md", "regulations.pdf"]);
    expect(library.documents[0]).toEqual({
      ...guide.info,
      kind: "numbered",
      fileBytes: guide.fileBytes,
      modified: guide.modified,
      problems: guide.problems,
      passageCount: 4,
      provisionCount: 4,
    });
    const given = [...guide.passages, ...plan.passages].map((each) => each.passage).toReversed();
    expect(await library.passages(given.map((each) => each.id))).toEqual(given);
    expect(await library.provisions(plan.info.id)).toEqual(plan.provisions);
    expect(library.finished).toBe(true);
  });

  it("gives neighbours and chosen provisions in order", async () => {
    const library = await look(await fill(await start(), [guide, regulations]));
    const middle = await library.passagesOf(guide.info.id, 1, 2);
    expect(await library.passagesOf(guide.info.id, -1, Infinity)).toHaveLength(4);
    expect(middle.map((each) => each.ordinal)).toEqual([1, 2]);
    expect(await library.passagesOf(guide.info.id)).toHaveLength(4);
    expect(await library.provisions(guide.info.id, [3, 0])).toEqual([
      guide.provisions[0],
      guide.provisions[3],
    ]);
    expect(await library.provisions(guide.info.id, [])).toEqual([]);
  });

  it("gives the outline of all documents without their text", async () => {
    const library = await look(await fill(await start(), [regulations, guide]));
    const rows = await library.outline();
    const expected = [guide, regulations].flatMap((document) =>
      document.provisions.map(({ content: _content, notes: _notes, ...row }) => ({
        ...row,
        documentId: document.info.id,
      })),
    );
    expect(rows).toEqual(expected);
  });

  it("refuses an id that it does not hold", async () => {
    const library = await fill(await start(), [guide]);
    await expect(library.passages(["nothing"])).rejects.toThrow("no passage nothing");
  });

  it("holds documents without passages, with their problems", async () => {
    const problems = [{ code: "encrypted", pages: [], message: "It asks for a password." }];
    const locked = { ...makeDocument("locked.pdf", []), problems };
    const library = await look(await fill(await start(), [locked, plan]));
    expect(library.documents[0]).toMatchObject({ file: "locked.pdf", passageCount: 0, problems });
  });
}

export function describeChanging(start: Start, look: Look): void {
  it("replaces a document of the same file", async () => {
    const first = await fill(await start(), [guide, regulations]);
    const library = await look(await fill(first, [newGuide]));
    expect(filesOf(library)).toEqual(["guide.pdf", "regulations.pdf"]);
    expect(await library.searchText("kitchen", 5)).toEqual([]);
    expect((await library.searchText("fire doors", 5)).map((hit) => hit.id)).toEqual([
      newGuide.passages[1]?.passage.id,
    ]);
    expect(await library.passagesOf(guide.info.id)).toEqual([]);
  });

  it("removes documents", async () => {
    const writer = await (await fill(await start(), [guide, regulations, plan])).write();
    await writer.remove(["guide.pdf", "never.pdf", "plan/our plan's draft.md"]);
    expect(writer.documents.map((each) => each.file)).toEqual(["regulations.pdf"]);
    const library = await look(await writer.finish());
    expect(filesOf(library)).toEqual(["regulations.pdf"]);
    expect(await library.searchVector(makeVector("x"), 9)).toHaveLength(2);
    expect(await library.outline()).toHaveLength(2);
  });

  it("can be emptied and filled again", async () => {
    let library = await fill(await start(), [guide, regulations]);
    const writer = await library.write();
    await writer.remove(["guide.pdf", "regulations.pdf"]);
    library = await writer.finish();
    expect(await library.searchText("manager", 5)).toEqual([]);
    library = await look(await fill(library, [guide]));
    expect(await library.searchText("managers", 5)).toHaveLength(2);
  });

  it("is the same after a document went and came back within one run", async () => {
    const before = await fill(await start(), [guide, regulations]);
    const writer = await before.write();
    await writer.put(newGuide);
    await writer.put(guide);
    const after = await look(await writer.finish());
    expect(after.fingerprint).toBe(before.fingerprint);
    expect(await describeHits(after)).toEqual(await describeHits(before));
  });

  it("notes a new time of an unchanged file, and nothing else", async () => {
    const before = await fill(await start(), [guide, regulations]);
    const writer = await before.write();
    writer.touch("guide.pdf", { fileBytes: 77, modified: 1_800_000_000_000, stamp: "9 1" });
    const after = await look(await writer.finish());
    expect(after.documents[0]).toMatchObject({ fileBytes: 77, modified: 1_800_000_000_000 });
    expect(after.fingerprint).toBe(before.fingerprint);
    expect(await describeHits(after)).toEqual(await describeHits(before));
  });

  it("shows an open library as it was, whatever is written later", async () => {
    const before = await fill(await start(), [guide, regulations]);
    const hits = await describeHits(before);
    const after = await fill(before, [newGuide, plan]);
    expect(await describeHits(before)).toEqual(hits);
    expect(await before.passages([guide.passages[3]?.passage.id ?? ""])).toHaveLength(1);
    expect(await describeHits(after)).not.toEqual(hits);
  });

  it("refuses two files with one id, and vectors of another length", async () => {
    const writer = await (await start()).write();
    await writer.put(guide);
    const twin = { ...guide, info: { ...guide.info, file: "twin.pdf" } };
    await expect(writer.put(twin)).rejects.toThrow("same id");
    const [passage] = plan.passages;
    if (passage === undefined) throw new Error("no passage");
    const short = { ...plan, passages: [{ ...passage, vector: new Float32Array(3) }] };
    await expect(writer.put(short)).rejects.toThrow("3 numbers");
    expect(filesOf(await writer.finish())).toEqual(["guide.pdf"]);
  });
}
