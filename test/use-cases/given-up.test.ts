// Pages that were given up at limits of work: `charm index` reads their file again, a question does not wait for it.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Problem } from "../../src/document.ts";
import { openLibrary } from "../../src/library/open-library.ts";
import { lookOf } from "../../src/use-cases/look-of.ts";
import { discoverCorpus } from "../../src/discover/discover-corpus.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const rule = "# Lamp\n\n## 1 Care\n\n1.1 The keeper looks after the lamp with great care.\n";

let home: TempHome;
beforeEach(async () => {
  home = await makeTempHome();
  await home.write("horn.md", rule.replaceAll("amp", "orn"));
  await home.write("lamp.md", rule);
});
afterEach(() => home.delete());

/** As a run leaves it that gave something up. */
async function note(file: string, problem: Problem): Promise<void> {
  const { files } = await discoverCorpus(home.corpus);
  const source = files.find((one) => one.file === file);
  const library = await openLibrary(home.index, createFakeEmbedder());
  const writer = await library?.write();
  if (source) writer?.touch(file, lookOf(source), [problem]);
  (await writer?.finish())?.close();
  library?.close();
}

it("are read again, once for all where that succeeds", async () => {
  const { fingerprint } = await home.indexWith();
  await note("lamp.md", { code: "pages-given-up", pages: [2], message: "…" });
  const behind: string[] = [];
  const asked = await home.open({ onBehind: (why) => behind.push(why) });
  asked.close();
  expect(behind).toEqual([]);

  const again = await home.indexWith();
  expect(again.documents.map(({ file, status, problems }) => [file, status, problems])).toEqual([
    ["horn.md", "unchanged", []],
    ["lamp.md", "updated", []],
  ]);
  expect(again.fingerprint).toBe(fingerprint);
  const library = await openLibrary(home.index, createFakeEmbedder());
  const found = await library?.searchText("keeper", 50);
  expect(new Set(found?.map(({ id }) => id)).size).toBe(found?.length);
  expect(found).toHaveLength(
    library?.documents.reduce((sum, one) => sum + one.passageCount, 0) ?? 0,
  );
  library?.close();
  expect(await home.statuses()).toEqual({ "horn.md": "unchanged", "lamp.md": "unchanged" });
});
