// Takes the folder of a library; leaves its files with the rights that the user's umask gives new files.
import { chmod, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** LanceDB writes through temporary files, which are closed to all others (0600) whatever the umask. */
const closed = 0o600;

/** What cannot be changed, such as another user's file, stays as it is. */
export async function openToOthers(folder: string): Promise<void> {
  const rights = 0o666 & ~process.umask();
  if (process.platform === "win32" || rights === closed) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const mode = (await stat(path).catch(() => null))?.mode;
        if (mode !== undefined && (mode & 0o777) === closed)
          await chmod(path, rights).catch(() => {});
      }),
  );
}
