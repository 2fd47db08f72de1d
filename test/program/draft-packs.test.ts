// For which home a draft is made, before any library is opened.
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Homes } from "../../src/homes/homes.ts";
import { openDrafter } from "../../src/program/draft-packs.ts";
import type { RunDeps } from "../../src/program/run-deps.ts";
import type { Hooks } from "../../src/program/services.ts";
import { edition } from "../support/made-up-edition.ts";
import { makeHome } from "../batch/made-batch.ts";

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "charm-draft-packs-")));
  for (const [name, home] of Object.entries({ elm: "Elm House", oak: "Oak Lodge", new: "Ash" })) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "home.yaml"), `name: ${home}\n`);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is seen of the library by a draft that is asked for; the library is not opened. */
async function seenBy(facts: string, wanted: string | null): Promise<Homes | undefined> {
  const list = ["Elm House", "Oak Lodge"].map((name) => {
    const own = join(folder, name.slice(0, 3).toLowerCase());
    return makeHome(name, { folders: [own], facts: join(own, "home.yaml") });
  });
  const home = list.find(({ name }) => name === wanted);
  let seen: Homes | undefined;
  const opened = new Error("opened");
  const run = {
    settings: { homes: { folder, wanted }, model: { name: null } },
    surroundings: { cwd: folder },
    homes: { list, choice: home === undefined ? { kind: "none" } : { kind: "one", home } },
    openLibrary: (_hooks: Hooks, _refuse: undefined, homes: Homes) => {
      seen = homes;
      return Promise.reject(opened);
    },
  } as unknown as RunDeps;
  const draft = openDrafter(run, () => Promise.reject(opened));
  const request = { pack: "fire", packPath: join(folder, "fire"), facts, date: null };
  await expect(draft(request, {} as Hooks)).rejects.toThrow(
    facts.startsWith("oak") ? "oak/home.yaml is of “Oak Lodge”" : "opened",
  );
  return seen;
}

it("makes no draft of one home from another's facts", async () => {
  expect(await seenBy("oak/home.yaml", "Elm House")).toBeUndefined();
  expect(await seenBy("oak/home.yaml", null)).toBeUndefined();
});

it("sees a home's documents with its own facts, and no own ones with those of a new home", async () => {
  expect((await seenBy("elm/home.yaml", "Elm House"))?.choice).toMatchObject({ kind: "one" });
  expect((await seenBy("new/home.yaml", null))?.choice).toEqual({ kind: "none" });
});

it("drafts from the editions that are in force, law and own documents alike", async () => {
  const documents = [
    edition("law-2015.md"),
    edition("law-2024.md", { supersedes: "law-2015.md" }),
    edition("new/old-plan.md"),
    edition("new/plan.md", { supersedes: "new/old-plan.md" }),
    edition("law-2099.md", { supersedes: "law-2024.md", inForceFrom: "2099-01-01" }),
  ];
  let kept: readonly string[] = [];
  const close = vi.fn<() => void>();
  const within = (ids: readonly string[]) => {
    kept = ids;
    throw new Error("narrowed");
  };
  const run = {
    settings: { homes: { folder, wanted: null }, model: { name: null }, asAt: null },
    surroundings: { cwd: folder },
    homes: { list: [], choice: { kind: "all" } },
    openLibrary: () => Promise.resolve({ documents, within, close }),
  } as unknown as RunDeps;
  const facts = "new/home.yaml";
  const request = { pack: "fire", packPath: join(folder, "fire"), facts, date: null };
  const draft = openDrafter(run, () => Promise.reject(new Error("opened")));
  await expect(draft(request, {} as Hooks)).rejects.toThrow("narrowed");
  expect(kept).toEqual(["law-2024.md", "new/plan.md"]);
  expect(close).toHaveBeenCalledOnce();
});
