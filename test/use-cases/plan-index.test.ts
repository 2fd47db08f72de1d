// Which files an indexing run must read.
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../src/discover/source-file.ts";
import { documentId } from "../../src/identify/document-id.ts";
import type { LibraryDocument } from "../../src/library/library.ts";
import { narrowPlan, planIndex } from "../../src/use-cases/plan-index.ts";

const digest = "5e".repeat(32);

function makeFile(file: string, more: Partial<SourceFile> = {}): SourceFile {
  return { file, path: `/corpus/${file}`, bytes: 100, modified: 5, declared: {}, ...more };
}

function hold(file: SourceFile, more: Partial<LibraryDocument> = {}): LibraryDocument {
  return {
    id: documentId(file, digest),
    file: file.file,
    title: file.file,
    short: file.file,
    version: null,
    date: null,
    authority: "other",
    url: null,
    licence: null,
    supersedes: null,
    sha256: digest,
    pages: 1,
    kind: "headed",
    fileBytes: file.bytes,
    modified: file.modified,
    passageCount: 1,
    provisionCount: 1,
    problems: [],
    ...more,
  };
}

const a = makeFile("a.md");
const b = makeFile("rules/b.md");

function summarise(files: SourceFile[], held: LibraryDocument[], named: string[] = []) {
  const plan = narrowPlan(planIndex(files, held), named);
  return {
    toRead: plan.toRead.map(({ file }) => file),
    unchanged: plan.unchanged.map(({ file }) => file),
    removed: plan.removed,
  };
}

describe("planIndex", () => {
  it("reads what is new", () => {
    expect(summarise([a, b], [hold(a)])).toEqual({
      toRead: ["rules/b.md"],
      unchanged: ["a.md"],
      removed: [],
    });
  });

  it.each([
    ["another size", { bytes: 101 }],
    ["another time", { modified: 6 }],
    ["another entry in sources.yaml", { declared: { title: "A" } }],
  ])("reads a file with %s", (_what, more) => {
    expect(summarise([makeFile("a.md", more)], [hold(a)]).toRead).toEqual(["a.md"]);
  });

  it("leaves alone a file that failed and has not changed", () => {
    expect(summarise([a], [hold(a, { passageCount: 0 })]).unchanged).toEqual(["a.md"]);
  });

  it("takes out what is gone", () => {
    expect(summarise([a], [hold(a), hold(b)]).removed).toEqual(["rules/b.md"]);
  });
});

describe("narrowPlan", () => {
  const gone = makeFile("rules/gone.md");
  const held = [hold(a), hold(b, { modified: 0 }), hold(gone)];

  it("keeps everything when nothing is named", () => {
    expect(summarise([a, b], held)).toEqual({
      toRead: ["rules/b.md"],
      unchanged: ["a.md"],
      removed: ["rules/gone.md"],
    });
  });

  it("keeps a named folder", () => {
    expect(summarise([a, b], held, ["rules"])).toEqual({
      toRead: ["rules/b.md"],
      unchanged: [],
      removed: ["rules/gone.md"],
    });
  });

  it("does not take a name's beginning for a folder", () => {
    expect(summarise([a, b], held, ["rule"])).toEqual({ toRead: [], unchanged: [], removed: [] });
  });

  it("keeps everything when the corpus itself is named", () => {
    expect(summarise([a, b], held, ["."]).toRead).toEqual(["rules/b.md"]);
  });
});
