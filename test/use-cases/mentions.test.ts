// What documents say of each other is the same whatever the order in which they came.
import { rm } from "node:fs/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Mention } from "../../src/references/mention.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

let home: TempHome;
beforeEach(async () => {
  home = await makeTempHome();
  await home.write("sources.yaml", "documents:\n  - file: '*.md'\n    authority: own\n");
});
afterEach(() => home.delete());

const write = {
  horn: () =>
    home.write(
      "horn.md",
      "# Horn Sounding Policy\n\n## 1. Fog\n\nSee 2 and section 2.\n\n## 2. Gales\n\n### 2.1 At sea\n\nThe horn is sounded.\n",
    ),
  plan: () =>
    home.write(
      "plan.md",
      "# Rock plan\n\n## 1. Fog\n\nAs the Horn Sounding Policy 2.1 says, and the lamp policy 2.1 too.\n\n### 1.1 Boats\n\nNone; see 1.1 of this.\n",
    ),
  lamp: () =>
    home.write(
      "lamp.md",
      "# Lamp Lighting Policy\n\n## 2. Dusk\n\n### 2.1 Oil\n\nOil is bought, as the plan says.\n",
    ),
};

async function read(): Promise<{ mentions: readonly Mention[]; said: string[]; print: string }> {
  const library = await home.open();
  const passages = await Promise.all(library.documents.map(({ id }) => library.passagesOf(id)));
  const mentions = await library.mentionsIn(passages.flat().map(({ id }) => id));
  const files = new Map(library.documents.map(({ id, file }) => [id, file]));
  const said = mentions.map(
    ({ documentId, surface, to }) =>
      `${files.get(documentId)}: ${surface} = ${files.get(to.documentId)} ${to.address}`,
  );
  library.close();
  return { mentions, said: said.toSorted(), print: library.fingerprint };
}

it("is read of all documents at the end, a document's own numbers first", async () => {
  for (const add of Object.values(write)) await add();
  await home.indexWith();
  expect((await read()).said).toEqual([
    "horn.md: section 2 = horn.md sec/2",
    "plan.md: the Horn Sounding Policy 2.1 = horn.md sec/2.1",
    "plan.md: the lamp policy 2.1 = lamp.md sec/2.1",
  ]);
});

it("is the same whatever the order, and when a document has changed and come back", async () => {
  for (const add of Object.values(write)) await add();
  await home.indexWith();
  const atOnce = await read();

  await rm(home.index, { recursive: true });
  for (const file of ["horn.md", "plan.md", "lamp.md"]) await home.remove(file);
  for (const add of [write.plan, write.lamp, write.horn]) {
    await add();
    await home.indexWith();
  }
  await home.write("horn.md", "# Horn Sounding Policy\n\n## 3. Gales\n\nNothing.\n");
  await home.indexWith();
  expect((await read()).said.join("\n")).not.toContain("Horn");
  await write.horn();
  await home.indexWith();
  expect(await read()).toEqual(atOnce);
});

it("speaks of each of two documents of one name", async () => {
  for (const folder of ["a", "b"])
    await home.write(
      `own/${folder}/fog.md`,
      "# Fog Policy\n\n## 3. Horns\n\nThe horn is sounded.\n",
    );
  await home.write(
    "own/plan.md",
    "# Rock plan\n\n## 1. Fog\n\nAs the Fog Policy, section 3 says.\n",
  );
  await home.indexWith();
  const { mentions, said } = await read();
  expect(said).toEqual([
    "own/plan.md: the Fog Policy, section 3 = own/a/fog.md sec/3",
    "own/plan.md: the Fog Policy, section 3 = own/b/fog.md sec/3",
  ]);
  expect(mentions.map(({ sure }) => sure)).toEqual([false, false]);
});

it("reads documents anew that did not change, when one comes that they name", async () => {
  await write.plan();
  await home.indexWith();
  expect((await read()).said).toEqual([]);
  await write.lamp();
  await home.indexWith();
  expect((await read()).said).toEqual(["plan.md: the lamp policy 2.1 = lamp.md sec/2.1"]);
});
