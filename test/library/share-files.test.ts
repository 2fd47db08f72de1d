import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { shareFiles } from "../../src/library/share-files.ts";

it.skipIf(process.platform === "win32")(
  "adds the rights of the umask, and takes none",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "charm-share-"));
    try {
      await mkdir(join(folder, "data"));
      const closed = join(folder, "data", "a.lance");
      const open = join(folder, "b.lance");
      await writeFile(closed, "");
      await chmod(closed, 0o600);
      await writeFile(open, "");
      await chmod(open, 0o777);
      await shareFiles(folder);
      const usual = 0o666 & ~process.umask();
      expect((await stat(closed)).mode & 0o777).toBe(usual);
      expect((await stat(open)).mode & 0o777).toBe(0o777);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
