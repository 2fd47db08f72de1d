import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layoutDiff } from "../../src/compare/write/layout-diff.ts";
import { writeMarkdown } from "../../src/report/write-markdown.ts";
import { compareFiles } from "../../src/use-cases/compare-files.ts";
import { listChecked } from "../../src/use-cases/list-checked.ts";
import { readEdition } from "../../src/use-cases/read-edition.ts";
import { policy, wordFile } from "../compare/made-up-policy.ts";

const report = `# AI Assistant Strategy Session Report

## QUESTION

Who looks for a child?

## RESPONSE

Staff look through the house. [1]

### SOURCES CONSULTED

- [1] File: Missing_2024.docx, Section: 2 When a child is late (paragraph 2.2)
`;

const other = `# Night staff

The form is kept as Missing_2024.docx says in paragraph 5.1. Our own paragraph 2.2 is about keys.
`;

let folder = "";
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-diff-"));
  const edited = policy.map((line) => line.replace("Staff should look", "Staff must look"));
  await writeFile(path("Missing_2024.docx"), wordFile(policy));
  await writeFile(path("Missing_2025.docx"), wordFile(edited));
  await writeFile(path("late.md"), report);
  await writeFile(path("nights.md"), other);
  await writeFile(path("broken.docx"), "no zip file");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function compare(old: string, now: string, texts: readonly string[] = []) {
  const deps = { corpus: path("corpus"), means: {} };
  return compareFiles(
    await readEdition(old, path(old), deps),
    await readEdition(now, path(now), deps),
    await listChecked(texts.map(path)),
    {},
  );
}

describe("two files compared", () => {
  it("tells the change, and who cites it", async () => {
    const texts = ["late.md", "nights.md", "broken.docx"];
    const { changes, summary, touched } = await compare(
      "Missing_2024.docx",
      "Missing_2025.docx",
      texts,
    );
    expect(changes).toMatchObject([
      {
        kind: "reworded",
        old: { locator: "2.2" },
        words: [{ old: "should", new: "must" }],
        marks: [{ kind: "force", old: "should", new: "must" }],
      },
    ]);
    expect(summary).toMatchObject({ kinds: { reworded: 1, added: 0 }, marks: { force: 1 } });
    expect(touched).toMatchObject({
      reports: [{ file: path("late.md"), citations: [{ line: 13, changes: [0] }] }],
      documents: [],
      rows: [],
      looked: 2,
      unread: [{ file: path("broken.docx") }],
    });
  });

  it("shows uploads of one name by digest and date, and a change of duty as such", async () => {
    const comparison = await compare("Missing_2024.docx", "Missing_2025.docx");
    const text = writeMarkdown(layoutDiff(comparison));
    expect(text).toContain(
      `| sha256 | ${comparison.old.sha256.slice(0, 8)} | ${comparison.new.sha256.slice(0, 8)} |`,
    );
    expect(text).toContain("file made 2024-05-06");
    expect(text).toContain("- duty: “should” → “must”\n- was: Staff **should** look");
    expect(text).toContain("1 change: 1 reworded; of substance: duty in 1.");
  });

  it("says that a file is the same, and finds nothing", async () => {
    const comparison = await compare("Missing_2024.docx", "Missing_2024.docx");
    expect(comparison.changes).toEqual([]);
    const text = writeMarkdown(layoutDiff(comparison));
    expect(text).toContain("Both are the same file.");
    expect(text).toContain("No change was found.");
  });

  it("names a file that cannot be compared", async () => {
    await expect(compare("broken.docx", "Missing_2025.docx")).rejects.toMatchObject({
      code: "edition-unreadable",
      message: expect.stringContaining("broken.docx cannot be compared."),
    });
  });
});
