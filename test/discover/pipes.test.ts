// What has a name among the documents and is no file: opening it may wait without end.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createServer } from "node:net";
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

it.skipIf(process.platform !== "linux")(
  "names what has a name that is no text, sockets, and links in a circle",
  async () => {
    const corpus = await mkdtemp(join(tmpdir(), "charm-names-"));
    const server = createServer();
    try {
      await writeFile(join(corpus, "a.md"), "text");
      await writeFile(Buffer.from(`${corpus}/caf\xe9 plan.md`, "latin1"), "text");
      await symlink("two.md", join(corpus, "one.md"));
      await symlink("one.md", join(corpus, "two.md"));
      await symlink(".", join(corpus, "self.md"));
      await new Promise<void>((listening) => server.listen(join(corpus, "s.md"), listening));
      const { files, unread, problems } = await discoverCorpus(corpus);
      expect(files.map(({ file }) => file)).toEqual(["a.md"]);
      expect(unread.map(({ file }) => file)).toEqual(["s.md"]);
      expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
        expect.stringMatching(/^"caf\\xe9 plan.md": Its name is not written in UTF-8/),
        "one.md: It is a link that leads in a circle.",
        "self.md: It is a link to a folder; links are followed only to files.",
        "two.md: It is a link that leads in a circle.",
      ]);
    } finally {
      server.close();
      await rm(corpus, { recursive: true });
    }
  },
);
