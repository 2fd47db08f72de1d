// The lines of a home.yaml that each fact is written on, as they are quoted.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
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

let folder: string;
let sheet: FactSheet;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-fact-lines-"));
  const path = join(folder, "home.yaml");
  await writeFile(path, yaml);
  sheet = await readFactSheet(path, "elm/home.yaml");
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
