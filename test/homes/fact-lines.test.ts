// The lines of a home.yaml that each fact is written on, as they are quoted.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeHome } from "../batch/made-batch.ts";
import { passageOf, readFactSheet, type FactSheet } from "../../src/homes/fact-lines.ts";

const yaml = `# known so far
name: Elm House
capacity: 4 # since May
ages: { from: 11, to: 17 }
people:
  - TBC
  - name: Petra Vale
    post: registered-manager

  # to come
  - name: TBC
    post: responsible-individual
hostAuthority:
`;

const elmWith = (facts: string | null) =>
  makeHome("Elm House", { aliases: ["Elm"], facts, factsInCorpus: ["elm/home.yaml"] });

let folder: string;
let sheet: FactSheet;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-fact-lines-"));
  const path = join(folder, "home.yaml");
  await writeFile(path, yaml);
  sheet = (await readFactSheet(elmWith(path))) as FactSheet;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each([
  [["capacity"], "capacity: 4 # since May"],
  [["ages"], "ages: { from: 11, to: 17 }"],
  [["people", 0], "name: Petra Vale\n    post: registered-manager"],
  [["people", 1], "name: TBC\n    post: responsible-individual"],
  [["hostAuthority"], "hostAuthority:"],
])("%j", (path, written) => {
  const range = sheet.linesOf(path);
  expect(range && passageOf(sheet, range).text).toBe(written);
});

it("has no lines of what is not written, or of nobody", () => {
  expect(sheet.linesOf(["telephone"])).toBeNull();
  expect(sheet.linesOf(["people", 2])).toBeNull();
  expect(sheet.linesOf(["people", -1])).toBeNull();
});

it("quotes no file that names another home, and none where there is none", async () => {
  expect(await readFactSheet(elmWith(null))).toBeNull();
  const path = join(folder, "other.yaml");
  await writeFile(path, yaml.replace("Elm House", "Oak Lodge"));
  await expect(readFactSheet(elmWith(path))).rejects.toMatchObject({
    code: "facts-invalid",
    message: expect.stringContaining("elm/home.yaml, line 2: name is “Oak Lodge”"),
  });
});
