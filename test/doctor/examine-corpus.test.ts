import { describe, expect, it } from "vitest";
import {
  examineCorpus,
  examineLibrary,
  type LibraryView,
} from "../../src/doctor/examine-corpus.ts";
import type { LibraryDocument } from "../../src/library/library.ts";

const metadata = {
  schemaVersion: 1,
  embedderId: "model-a",
  dimensions: 3,
  tokenDimensions: 0,
  chunking: "1",
};

function document(file: string, passageCount: number): LibraryDocument {
  const problems =
    passageCount === 0
      ? [{ code: "encrypted", message: "It asks for a password.", pages: [] }]
      : [];
  return { file, passageCount, problems } as unknown as LibraryDocument;
}

const held = {
  documents: [document("guide.pdf", 4), document("plan.docx", 3)],
  fingerprint: "abc",
  finished: true,
  metadata,
};

function view(change: Partial<LibraryView>): LibraryView {
  return { index: "index", library: held, behind: 0, otherChunking: false, ...change };
}

describe("the library", () => {
  it("is in order when all files are in it", () => {
    expect(examineLibrary(view({}))).toEqual({
      part: "library",
      state: "ok",
      found: "2 files and 7 passages in index.",
      remedy: null,
      details: ["fingerprint abc", "made with model-a"],
    });
  });

  it.each([
    [view({ library: null }), "There is no library in index yet."],
    [view({ behind: 1 }), "2 files and 7 passages in index. 1 file has changed since."],
    [
      view({ otherChunking: true, behind: 9 }),
      "2 files and 7 passages in index. This version of charm cuts passages otherwise.",
    ],
    [
      view({ library: { ...held, finished: false } }),
      "2 files and 7 passages in index. The last run was stopped before its end.",
    ],
  ])("says what keeps it from being up to date", (seen, found) => {
    expect(examineLibrary(seen)).toMatchObject({ state: "warning", found });
    expect(examineLibrary(seen).remedy).toContain("charm index");
  });

  it("names at most ten files that could not be read", () => {
    const bad = Array.from({ length: 12 }, (_, i) => document(`f${i}.pdf`, 0));
    const { found, details } = examineLibrary(view({ library: { ...held, documents: bad } }));
    expect(found).toBe("12 files and 0 passages in index. 12 files could not be read.");
    expect(details).toHaveLength(13);
    expect(details.at(2)).toBe("f0.pdf: It asks for a password.");
    expect(details.at(-1)).toBe("and 2 more");
  });
});

describe("the corpus", () => {
  const nothing = { files: [], unread: [], problems: [], isOnHold: () => false };

  it("is in order when every file is read", () => {
    expect(examineCorpus("corpus", nothing)).toMatchObject({ state: "ok" });
  });

  it("names the files that are not", () => {
    const unread = [{ file: "old.doc", code: "not-read", message: "Save it as .docx.", pages: [] }];
    const found = examineCorpus("corpus", { ...nothing, unread });
    expect(found).toMatchObject({ state: "warning", details: ["old.doc: Save it as .docx."] });
  });
});
