// Whose facts a draft may be made from.
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { factsForRun } from "../../src/homes/facts-for-run.ts";
import type { Home } from "../../src/homes/homes.ts";
import { makeHome } from "../batch/made-batch.ts";

let folder: string;
let elm: Home;
let oak: Home;

const files: readonly (readonly [string, string])[] = [
  ["elm/home.yaml", "name: Elm House\n"],
  ["oak/home.yaml", "name: Oak Lodge\n"],
  ["spare/oak.yaml", "name: the oak-lodge\n"],
  ["spare/elm.yaml", "name: Elm\n"],
  ["spare/ash.yaml", "name: Ash Cottage\n"],
  ["spare/also.yaml", "name: Ash Cottage\naliases: [Oak]\n"],
  ["elm/ash.yaml", "name: Ash Cottage\n"],
  ["given/oak.yaml", "name: Ash Cottage\n"],
];

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "charm-facts-for-run-")));
  for (const name of ["elm", "oak", "spare", "given"]) await mkdir(join(folder, name));
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  await symlink(join(folder, "oak/home.yaml"), join(folder, "spare/link.yaml"));
  const of = (name: string) => ({ folders: [join(folder, name)] });
  elm = makeHome("Elm House", { ...of("elm"), aliases: ["Elm"] });
  const facts = join(folder, "given/oak.yaml");
  oak = makeHome("Oak Lodge", { ...of("oak"), aliases: ["Oak"], facts });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (file: string, home: Home | null, isNamed: boolean) =>
  factsForRun({ path: join(folder, file), name: file, home, isNamed }, [elm, oak]);

const refused = { code: "facts-of-other-home" };

describe("facts for a home that was named", () => {
  it.each(["elm/home.yaml", "spare/elm.yaml"])("takes its own, %s", async (file) => {
    expect(await read(file, elm, true)).toMatchObject({ home: { name: "Elm House" } });
  });

  it.each([
    "oak/home.yaml",
    "spare/oak.yaml",
    "spare/link.yaml",
    "spare/ash.yaml",
    "elm/ash.yaml",
    "given/oak.yaml",
  ])("refuses %s", async (file) => {
    await expect(read(file, elm, true)).rejects.toMatchObject(refused);
  });
});

describe("facts where no home was named", () => {
  it("takes those of a home that charm.yaml does not know", async () => {
    const { facts, home } = await read("spare/ash.yaml", elm, false);
    expect([facts.name, home]).toEqual(["Ash Cottage", null]);
    expect(await read("spare/ash.yaml", null, false)).toMatchObject({ home: null });
  });

  it("takes those of the home that the run is for", async () => {
    expect(await read("elm/home.yaml", elm, false)).toMatchObject({ home: { name: "Elm House" } });
  });

  it.each(["oak/home.yaml", "spare/oak.yaml", "spare/also.yaml", "elm/ash.yaml", "given/oak.yaml"])(
    "refuses %s, whichever home the run is for",
    async (file) => {
      await expect(read(file, elm, false)).rejects.toMatchObject(refused);
      await expect(read(file, null, false)).rejects.toMatchObject(refused);
    },
  );
});
