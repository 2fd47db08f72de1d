// Which files an indexing run must read.
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
    field: false,
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

async function summarise(files: SourceFile[], held: LibraryDocument[], named: string[] = []) {
  const plan = narrowPlan(await planIndex(files, held), named);
  return {
    toRead: plan.toRead.map(({ file }) => file),
    unchanged: plan.unchanged.map(({ file }) => file),
    removed: plan.removed,
  };
}

describe("planIndex", () => {
  it("reads what is new", async () => {
    expect(await summarise([a, b], [hold(a)])).toEqual({
      toRead: ["rules/b.md"],
      unchanged: ["a.md"],
      removed: [],
    });
  });

  it.each([
    ["another size", { bytes: 101 }],
    ["another time", { modified: 6 }],
    ["another entry in sources.yaml", { declared: { title: "A" } }],
  ])("reads a file with %s", async (_what, more) => {
    expect((await summarise([makeFile("a.md", more)], [hold(a)])).toRead).toEqual(["a.md"]);
  });

  describe("a file whose stamp differs", () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "charm-plan-"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    const put = async (text: string) => {
      const path = join(folder, "a.md");
      await writeFile(path, text);
      return makeFile("a.md", { path, stamp: "2 7" });
    };
    const holdText = (text: string, file: SourceFile, stamp?: string) => {
      const sha256 = createHash("sha256").update(text).digest("hex");
      const look = stamp === undefined ? {} : { stamp };
      return hold(file, { sha256, id: documentId(file, sha256), ...look });
    };

    it.each([
      [
        "is read where its bytes differ",
        "ring at 10",
        "1 7",
        { toRead: 1, unchanged: 0, restamped: 0 },
      ],
      [
        "stays, and its stamp is noted, where they do not",
        "ring at 15",
        "1 7",
        { toRead: 0, unchanged: 1, restamped: 1 },
      ],
      [
        "stays where no stamp was noted",
        "ring at 15",
        undefined,
        { toRead: 0, unchanged: 1, restamped: 1 },
      ],
      [
        "is not even opened where the stamp is the same",
        "anything",
        "2 7",
        { toRead: 0, unchanged: 1, restamped: 0 },
      ],
    ])("%s", async (_what, before, stamp, counts) => {
      const file = await put("ring at 15");
      const { toRead, unchanged, restamped } = await planIndex(
        [file],
        [holdText(before, file, stamp)],
      );
      expect({
        toRead: toRead.length,
        unchanged: unchanged.length,
        restamped: restamped.length,
      }).toEqual(counts);
    });

    it("is read, and so reported, where it cannot be opened", async () => {
      const file = makeFile("a.md", { path: join(folder, "none.md"), stamp: "2 7" });
      expect((await planIndex([file], [holdText("x", file, "1 7")])).toRead).toHaveLength(1);
    });
  });

  it("leaves alone a file that failed and has not changed", async () => {
    expect((await summarise([a], [hold(a, { passageCount: 0 })])).unchanged).toEqual(["a.md"]);
  });

  it("takes out what is gone", async () => {
    expect((await summarise([a], [hold(a), hold(b)])).removed).toEqual(["rules/b.md"]);
  });
});

describe("narrowPlan", () => {
  const gone = makeFile("rules/gone.md");
  const held = [hold(a), hold(b, { modified: 0 }), hold(gone)];

  it("keeps everything when nothing is named", async () => {
    expect(await summarise([a, b], held)).toEqual({
      toRead: ["rules/b.md"],
      unchanged: ["a.md"],
      removed: ["rules/gone.md"],
    });
  });

  it("keeps a named folder", async () => {
    expect(await summarise([a, b], held, ["rules"])).toEqual({
      toRead: ["rules/b.md"],
      unchanged: [],
      removed: ["rules/gone.md"],
    });
  });

  it("does not take a name's beginning for a folder", async () => {
    expect(await summarise([a, b], held, ["rule"])).toEqual({
      toRead: [],
      unchanged: [],
      removed: [],
    });
  });

  it("keeps everything when the corpus itself is named", async () => {
    expect((await summarise([a, b], held, ["."])).toRead).toEqual(["rules/b.md"]);
  });
});
