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

// Other systems take no such names.
it.skipIf(process.platform !== "linux")("tells of names in bytes that are no text", async () => {
  const corpus = await mkdtemp(join(tmpdir(), "charm-bytes-"));
  try {
    const name = Buffer.concat([
      Buffer.from(`${corpus}/lamp`),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(".md"),
    ]);
    await writeFile(name, "text");
    await writeFile(join(corpus, "a.md"), "text");
    const { files, problems } = await discoverCorpus(corpus);
    expect(files.map(({ file }) => file)).toEqual(["a.md"]);
    expect(problems).toEqual([
      expect.objectContaining({ file: "lamp\uFFFD\uFFFD.md", code: "unsafe-name" }),
    ]);
  } finally {
    await rm(corpus, { recursive: true });
  }
});
