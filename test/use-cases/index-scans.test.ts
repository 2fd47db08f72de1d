// Scanned pages in the library: read when asked, kept when not, and marked wherever they are named.
import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import { searchLibrary } from "../../src/use-cases/search-library.ts";
import { showReferences } from "../../src/use-cases/show-references.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { seeLine, standIn, type StandIn } from "../extract/pdf/ocr/stand-in.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { fakeNearness } from "../support/fake-nearness.ts";
import { makePdf } from "../support/make-pdf.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const rule = "The keeper trims the lamp at dusk and writes the hour in the log of the light.";
const seen = () => standIn(() => [seeLine("The horn sounds in fog, every two:0.41 minutes.")]);

let home: TempHome;
beforeEach(async () => {
  home = await makeTempHome();
  await home.write("lamp.md", `# Lamp\n\n${rule}\n`);
  await home.write("horn.pdf", await makePdf({ pages: [[]], picture: true }));
  await home.write("mixed.pdf", await makePdf({ pages: [[rule], []] }));
});
afterEach(() => home.delete());

async function run(recogniser?: StandIn, more: { readonly rebuild?: boolean } = {}) {
  const report = await home.indexWith({ ...(recogniser ? { recogniser } : {}), ...more });
  const of = (name: string) => report.documents.find(({ file }) => file === name);
  const codes = (name: string) => of(name)?.problems.map(({ code }) => code);
  const statuses = Object.fromEntries(report.documents.map(({ file, status }) => [file, status]));
  return { ...report, of, codes, statuses };
}

/** All that is read of the library, and must be the same for the same input. */
async function contents() {
  const library = await openLibrary(home.index, createFakeEmbedder());
  if (library === null) throw new Error("no library");
  try {
    const ids = library.documents.map(({ id }) => id);
    const passages = await Promise.all(ids.map((id) => library.passagesOf(id)));
    return { fingerprint: library.fingerprint, passages, ids };
  } finally {
    library.close();
  }
}

it("are read with OCR alone, and make another library", async () => {
  const plain = await run();
  expect(plain.statuses).toEqual({
    "horn.pdf": "failed",
    "lamp.md": "added",
    "mixed.pdf": "added",
  });
  const recogniser = seen();
  const read = await run(recogniser);
  expect(recogniser.asked).toHaveLength(2);
  expect(read.statuses).toEqual({
    "horn.pdf": "added",
    "lamp.md": "unchanged",
    "mixed.pdf": "updated",
  });
  expect(read.codes("horn.pdf")).toEqual(["read-by-ocr"]);
  expect(read.of("mixed.pdf")?.ocr?.pages).toEqual({
    2: { confidence: 0.88, words: 8, unsure: 1 },
  });
  expect(read.fingerprint).not.toBe(plain.fingerprint);
});

it("are kept by a run without OCR, also where the file was touched, and not read once more with it", async () => {
  const { fingerprint } = await run(seen());
  const before = await contents();
  const path = join(home.corpus, "horn.pdf");
  await utimes(path, 1_700_000_000, 1_700_000_000);
  const without = await run();
  expect(new Set(Object.values(without.statuses))).toEqual(new Set(["unchanged"]));
  expect(without.codes("horn.pdf")).toEqual(["read-by-ocr"]);
  expect(without.fingerprint).toBe(fingerprint);
  const recogniser = standIn(() => [seeLine("Other words altogether.")], "stand-in 2");
  await run(recogniser);
  expect(recogniser.asked).toEqual([]);
  expect(await contents()).toEqual(before);
});

it("are dropped by a rebuild without OCR, which says so, and come back the same", async () => {
  await run(seen());
  const before = await contents();
  const rebuilt = await run(undefined, { rebuild: true });
  expect(rebuilt.codes("horn.pdf")).toEqual(["no-text", "ocr-dropped"]);
  expect(rebuilt.codes("mixed.pdf")).toEqual(["pages-without-text", "ocr-dropped"]);
  expect(rebuilt.codes("lamp.md")).toEqual([]);
  const again = await run(seen());
  expect(again.codes("mixed.pdf")).toEqual(["read-by-ocr"]);
  expect(await contents()).toEqual(before);
});

it("are told of where a changed file is read without OCR", async () => {
  await run(seen());
  await home.write("mixed.pdf", await makePdf({ pages: [[rule, rule], []] }));
  const changed = await run();
  expect(changed.codes("mixed.pdf")).toEqual(["pages-without-text", "ocr-dropped"]);
  expect(changed.of("mixed.pdf")?.ocr).toBeUndefined();
  await home.write("mixed.pdf", await makePdf({ pages: [[rule], [rule]] }));
  expect((await run()).codes("mixed.pdf")).toEqual([]);
});

it("are not lost where sources.yaml says something new of their file: that waits for OCR", async () => {
  const { fingerprint } = await run(seen());
  await home.write("sources.yaml", "documents:\n  - file: horn.pdf\n    authority: own\n");
  const behind: string[] = [];
  (await home.open({ onBehind: (why) => behind.push(why) })).close();
  expect(behind).toEqual([]);
  const without = await run();
  expect(without.codes("horn.pdf")).toEqual(["read-by-ocr", "ocr-needed"]);
  expect([without.statuses["horn.pdf"], without.fingerprint]).toEqual(["unchanged", fingerprint]);
  const read = await run(seen());
  expect(read.codes("horn.pdf")).toEqual(["read-by-ocr"]);
  expect(read.of("horn.pdf")?.identity?.authority).toBe("own");
  expect(read.fingerprint).not.toBe(fingerprint);
});

it("are tried again where they failed, but not where they hold no words", async () => {
  const failing = await run(standIn(() => null));
  expect(failing.codes("mixed.pdf")).toEqual(["pages-without-text", "ocr-failed"]);
  expect(failing.codes("horn.pdf")).toEqual(["no-text", "given-up"]);
  expect((await run()).codes("mixed.pdf")).toEqual(["pages-without-text", "ocr-failed"]);
  const blank = standIn(() => []);
  expect((await run(blank)).codes("mixed.pdf")).toEqual(["pages-without-text"]);
  expect(blank.asked).toHaveLength(2);
  const again = standIn(() => []);
  const last = await run(again);
  expect([again.asked, last.codes("horn.pdf")]).toEqual([[], ["no-text"]]);
});

it("carry the mark into search, show and an answer", async () => {
  await run(seen());
  const library = await home.open();
  try {
    const references = () => openReferences(library);
    const embedder = createFakeEmbedder();
    const deps = { library, embedder, references, nearness: fakeNearness, likeness: fakeNearness };
    const results = await searchLibrary("horn in fog", deps, { k: 3 });
    const marked = results.map(({ file, page, ocr }) => [file, page, ocr?.confidence]);
    expect(marked).toContainEqual(["horn.pdf", 1, 0.88]);
    const lamp = await searchLibrary("keeper trims the lamp", deps, { k: 5 });
    expect(lamp.find(({ file }) => file === "lamp.md")).not.toHaveProperty("ocr");
    const { signal } = new AbortController();
    const [shown] = await showReferences(["mixed.pdf page 2"], { library, signal });
    expect(shown?.targets[0]?.ocr).toEqual({ confidence: 0.88 });
  } finally {
    library.close();
  }
});

it("leave a library as it was when the run is stopped in the middle of one", async () => {
  await run();
  const stop = new AbortController();
  const recogniser = standIn(() => {
    stop.abort();
    return [];
  });
  const stopped = home.indexWith({ recogniser, signal: stop.signal });
  await expect(stopped).rejects.toMatchObject({ code: "interrupted" });
  expect((await run()).codes("mixed.pdf")).toEqual(["pages-without-text"]);
});
