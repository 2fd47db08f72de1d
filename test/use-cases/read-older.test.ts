// Who asks does not wait for who writes: a library behind its corpus is read as it is, and that is said.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLibrary } from "../../src/library/open-library.ts";
import type { Behind, Older } from "../../src/use-cases/open-up-to-date.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const rule = (subject: string) =>
  `# ${subject}\n\n## 1 Care\n\n1.1 The keeper looks after the ${subject} with great care.\n`;

let home: TempHome;
let told: (Older | Behind)[];
beforeEach(async () => {
  home = await makeTempHome();
  told = [];
  await home.write("lamp.md", rule("lamp"));
  await home.indexWith();
});
afterEach(() => home.delete());

const open = () =>
  home.open({ onBehind: (why) => told.push(why), onOlder: (older) => told.push(older) });
const files = async () => {
  const library = await open();
  library.close();
  return [library.documents.map(({ file }) => file), library.behind];
};

describe("a library behind its corpus", () => {
  it("is brought up to date first where that is soon done and nobody else writes", async () => {
    await home.write("horn.md", rule("horn"));
    expect(await files()).toEqual([["horn.md", "lamp.md"], undefined]);
    expect(told).toEqual(["changed"]);
  });

  it("is read as it is while another run writes to it", async () => {
    const library = await openLibrary(home.index, createFakeEmbedder());
    const writer = await library?.write();
    expect(await files()).toEqual([["lamp.md"], undefined]);
    expect(told).toEqual([]);
    await home.write("horn.md", rule("horn"));
    await home.write("boat.md", rule("boat"));
    expect(await files()).toEqual([["lamp.md"], 2]);
    expect(told).toMatchObject([{ files: 2, cause: { code: "index-locked" } }]);
    const answer = await home.ask("Who looks after the lamp?", { onOlder: () => {} });
    expect(answer.library).toMatchObject({ documents: 1, behind: 2 });
    await writer?.close();
    library?.close();
    expect((await files())[0]).toHaveLength(3);
  });

  it("is read as it is where a run on another machine has left its lock", async () => {
    const lock = JSON.stringify({ pid: 1, host: "elsewhere", started: 1 });
    await writeFile(join(home.index, "charm.lock"), lock);
    await home.remove("lamp.md");
    await home.write("horn.md", rule("horn"));
    expect(await files()).toEqual([["lamp.md"], 2]);
    expect(told).toMatchObject([{ cause: { hint: expect.stringContaining("on elsewhere") } }]);
  });

  it("is read as it is where there is much to read, whatever the day", async () => {
    await home.write("long.md", Array.from({ length: 6000 }, () => rule("lamp")).join("\n"));
    expect(await files()).toEqual([["lamp.md"], 1]);
    expect(told).toEqual([{ files: 1, cause: null }]);
    const part = await open();
    expect(part.within([]).behind).toBe(1);
    part.close();
  });

  it("is waited for, or not used, by what needs all of the corpus", async () => {
    await writeFile(join(home.index, "charm.lock"), JSON.stringify({ pid: 1, host: "elsewhere" }));
    await home.write("horn.md", rule("horn"));
    await expect(home.open()).rejects.toMatchObject({ code: "index-locked" });
  });
});

it("of which nothing is there yet is made first", async () => {
  const fresh = await makeTempHome();
  await fresh.write("lamp.md", rule("lamp"));
  const library = await fresh.open({
    onBehind: (why) => told.push(why),
    onOlder: (older) => told.push(older),
  });
  expect([told, library.documents.length]).toEqual([["missing"], 1]);
  library.close();
  await fresh.delete();
});
