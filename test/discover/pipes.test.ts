// What has a name among the documents and is no file: opening it may wait without end.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { discoverCorpus } from "../../src/discover/discover-corpus.ts";

it.skipIf(process.platform === "win32")("tells of pipes, and opens none", async () => {
  const corpus = await mkdtemp(join(tmpdir(), "charm-pipes-"));
  try {
    await writeFile(join(corpus, "a.md"), "text");
    for (const name of ["b.txt", "c", "sources.yaml"]) execFileSync("mkfifo", [join(corpus, name)]);
    await symlink("b.txt", join(corpus, "d.txt"));
    const { files, unread } = await discoverCorpus(corpus);
    expect(files.map(({ file }) => file)).toEqual(["a.md"]);
    expect(unread.map(({ file, message }) => [file, message.includes("pipe")])).toEqual(
      ["b.txt", "c", "d.txt", "sources.yaml"].map((name) => [name, true]),
    );
  } finally {
    await rm(corpus, { recursive: true });
  }
});
