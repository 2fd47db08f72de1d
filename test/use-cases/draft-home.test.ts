// Whose a draft is, by its own words, in each form that charm writes it in.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { exportReport } from "../../src/export/export-report.ts";
import { draftMark } from "../../src/text/draft-frame.ts";
import { readDraftHome } from "../../src/use-cases/draft-home.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-draft-home-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const draft = `# Missing policy\n\n${draftMark}\n\n**Home**: Tŷ Gwyn & Sons\n\n## Document control\n\n| Field | Entry |\n| --- | --- |\n| Home | Tŷ Gwyn & Sons |\n`;

async function read(name: string, content: string | Uint8Array): Promise<string | null> {
  const path = join(folder, name);
  await writeFile(path, content);
  return readDraftHome(path);
}

it.each(["md", "docx", "html"] as const)("is read from a draft in %s", async (format) => {
  const content = format === "md" ? draft : await exportReport({ markdown: draft, format });
  expect(await read(`draft.${format}`, content)).toBe("Tŷ Gwyn & Sons");
});

it.each([
  ["a policy without the mark", draft.replace(draftMark, "Our policy.")],
  ["a draft that names no home", draft.replace("**Home**: ", "")],
  ["a text that quotes the mark in a line", `# T\n\nIt says: ${draftMark}\n\nHome: X\n`],
  ["a home named far behind", `# T\n\n${draftMark}\n\n${"Words.\n\n".repeat(9)}Home: X\n`],
  ["an empty file", ""],
])("is not read from %s", async (_name, text) => {
  expect(await read("a.md", text)).toBeNull();
});

it("is left to the check where a file cannot be read", async () => {
  expect(await read("a.docx", "no package")).toBeNull();
  expect(await readDraftHome(join(folder, "gone.md"))).toBeNull();
});
