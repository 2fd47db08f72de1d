// What every implementation of the library must do, run over each of them.
import { afterEach, describe, expect, it } from "vitest";
import type { WriteOptions } from "../../src/library/lance/lance-writer.ts";
import type { Library, NewDocument } from "../../src/library/library.ts";
import { makeDocument, makeVector, pairWords } from "./fixtures.ts";

/** One library; `open` gives it as another process would find it, or null where only one process can reach it. */
export interface Place {
  create(options?: WriteOptions): Promise<Library>;
  open: ((options?: WriteOptions) => Promise<Library | null>) | null;
  /** Stands in for the death of a process that was writing. */
  forgetLock(): Promise<void>;
  clean(): Promise<void>;
}

const guide = makeDocument(
  "guide.pdf",
  [
    "The manager leads the staff of the home.",
    "Children are listened to and heard every day.",
    "Staff receive supervision from the manager each month.",
    "The kitchen is clean.",
  ],
  "statutory-guidance",
);
const regulations = makeDocument(
  "regulations.pdf",
  ["A manager must be fit to manage.", "Records are kept for seventy five years."],
  "legislation",
);
const plan = makeDocument(
  "plan/our plan's draft.md",
  ["Our manager's name is pending.", "We buy a kettle."],
  "own",
);
const newGuide = makeDocument(
  "guide.pdf",
  ["The manager leads nobody.", "Another sentence on fire doors."],
  "statutory-guidance",
);

const everything = "manager staff children kitchen records kettle fire doors supervision";

export function describeLibrary(name: string, makePlace: () => Promise<Place>): void {
  describe(`library: ${name}`, () => {
    let place: Place;
    const start = async (options?: WriteOptions) => {
      place = await makePlace();
      return place.create(options);
    };
    afterEach(() => place.clean());

    /** The library as a fresh reader sees it. */
    const look = async (library: Library) => (await place.open?.()) ?? library;

    describeReading(start, look);
    describeChanging(start, look);
    describeSearching(start);
    describeCrashes(start, () => place);
  });
}

type Start = (options?: WriteOptions) => Promise<Library>;
type Look = (library: Library) => Promise<Library>;

async function fill(library: Library, documents: readonly NewDocument[]): Promise<Library> {
  const writer = await library.write();
  try {
    for (const document of documents) await writer.put(document);
    return await writer.finish();
  } finally {
    await writer.close();
  }
}

const filesOf = (library: Library) => library.documents.map((each) => each.file);

/** All that searches say of a library, to be compared. */
async function describeHits(library: Library): Promise<unknown> {
  const texts = ["manager", "kitchen staff", everything, "the registered manager's records"];
  const byText = [];
  for (const text of texts) byText.push(await library.searchText(text, 3));
  return [byText, await library.searchVector(makeVector("any"), 5), await library.outline()];
}

function describeReading(start: Start, look: Look): void {
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

function describeChanging(start: Start, look: Look): void {
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
    writer.touch("guide.pdf", 77, 1_800_000_000_000);
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

function describeSearching(start: Start): void {
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

/** Documents of random words, so that many scores are close. */
function makeMany(count: number): NewDocument[] {
  const words = everything.split(" ");
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const sentence = () => Array.from({ length: 5 + next(20) }, () => words[next(words.length)]);
  return Array.from({ length: count }, (_, index) =>
    makeDocument(
      `many/${index}.txt`,
      Array.from({ length: 40 }, () => sentence().join(" ")),
    ),
  );
}

function describeCrashes(start: Start, getPlace: () => Place): void {
  const steps = ["appended", "committed", "rewritten", "finished"] as const;
  it.each(steps)(
    "is usable after a stop at %s, and the next run finishes the work",
    async (stop) => {
      const untouched = await describeHits(
        await fill(await start(), [newGuide, regulations, plan]),
      );
      await getPlace().clean();

      let armed = false;
      const onStep = (step: string) => {
        if (armed && step === stop) throw new Error("stopped");
      };
      let library = await fill(await start({ onStep }), [guide, regulations]);
      const writer = await library.write();
      armed = true;
      const run = async () => {
        await writer.put(newGuide);
        await writer.put(plan);
        await writer.finish();
      };
      await expect(run()).rejects.toThrow("stopped");
      await getPlace().forgetLock();
      armed = false;

      const { open } = getPlace();
      if (open !== null) library = (await open()) ?? library;
      const before = stop === "appended" || open === null;
      expect(library.finished).toBe(before || stop === "finished");
      const held = before ? guide : newGuide;
      expect(library.documents.map((each) => each.id)).toContain(held.info.id);
      const hits = await library.searchVector(makeVector("x"), 50);
      const live = new Set(library.documents.map((each) => each.id));
      expect(hits.every((hit) => live.has(hit.documentId))).toBe(true);
      expect(hits).toHaveLength(
        library.documents.reduce((sum, each) => sum + each.passageCount, 0),
      );
      const found = await library.searchText("managers", 50);
      expect(new Set(found.map((hit) => hit.id)).size).toBe(found.length);
      expect(found.every((hit) => live.has(hit.documentId))).toBe(true);

      const finished = await fill(library, [newGuide, plan]);
      expect(finished.finished).toBe(true);
      expect(await describeHits(finished)).toEqual(untouched);
    },
  );

  it("keeps what was put when a writer is closed early", async () => {
    const library = await start();
    const writer = await library.write();
    await writer.put(guide);
    await writer.put(regulations);
    await writer.close();
    const { open } = getPlace();
    if (open === null) return;
    const found = await open();
    expect(found?.finished).toBe(false);
    expect(found?.documents).toHaveLength(2);
    expect(await found?.searchText("managers", 9)).toHaveLength(3);
  });
}
