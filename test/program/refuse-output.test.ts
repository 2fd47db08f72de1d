// Where a result may not be written: over what charm reads, and into the folder of another home.
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Home, Homes } from "../../src/homes/homes.ts";
import { refuseOutput } from "../../src/program/refuse-output.ts";

let folder: string;
let run: Parameters<typeof refuseOutput>[2];

const home = (name: string): Home => ({
  name,
  aliases: [],
  facts: join(folder, `${name}.yaml`),
  factsInCorpus: [],
  line: 1,
  folders: [join(folder, "corpus", name)],
  inCorpus: [name],
});

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "charm-output-")));
  for (const name of ["elm", "oak"]) {
    await mkdir(join(folder, "corpus", name), { recursive: true });
    await writeFile(join(folder, "corpus", name, "rules.docx"), "theirs");
  }
  await writeFile(join(folder, "charm.yaml"), "homes: []");
  const list = [home("elm"), home("oak")] as const;
  const homes: Homes = { list, choice: { kind: "one", home: list[0] } };
  const settings = { corpus: join(folder, "corpus"), homes: { folder } };
  run = { homes, settings } as unknown as typeof run;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const refused = (file: string, reads: readonly string[] = [], isText = false) =>
  refuseOutput(join(folder, file), { reads: reads.map((read) => join(folder, read)), isText }, run);

it.each([
  ["a document of the corpus", "corpus/elm/rules.docx", "output-in-corpus"],
  [
    "another home's folder, though nothing is there yet",
    "corpus/oak/new.md",
    "output-of-other-home",
  ],
  ["settings", "charm.yaml", "output-is-settings"],
  ["facts, though not there yet", "elm.yaml", "output-is-settings"],
  ["secrets", ".env", "output-is-settings"],
])("refuses %s", async (_, file, code) => {
  await expect(refused(file)).rejects.toMatchObject({ code });
});

it("refuses what is read, also as a file of a folder and through a link", async () => {
  const code = "output-is-input";
  await writeFile(join(folder, "plan.docx"), "ours");
  await symlink(join(folder, "plan.docx"), join(folder, "other.docx"));
  await expect(refused("plan.docx", ["plan.docx"])).rejects.toMatchObject({ code });
  await expect(refused("other.docx", ["plan.docx"])).rejects.toMatchObject({ code });
  await expect(refused("corpus/elm/rules.docx", ["corpus/elm"])).rejects.toMatchObject({ code });
});

it("refuses Markdown under the name of another format", async () => {
  await expect(refused("report.docx", [], true)).rejects.toMatchObject({ code: "output-format" });
  await expect(refused("report.docx")).resolves.toBeUndefined();
});

it("takes new files, and charm's own reports again", async () => {
  await expect(refused("report.md", ["corpus/elm"], true)).resolves.toBeUndefined();
  await expect(refused("corpus/elm/report.md", ["corpus/elm"], true)).resolves.toBeUndefined();
  await writeFile(join(folder, "corpus", "report.md"), "# AI Assistant Strategy Session Report\n");
  await expect(refused("corpus/report.md", [], true)).resolves.toBeUndefined();
});
