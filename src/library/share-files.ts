// Takes the folder of a library; gives its files the rights that any new file of this user has, which LanceDB does not.
import { chmod, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * LanceDB makes some files for their owner alone, whatever the umask says: nobody else of a team could read the library.
 * Rights are only added, to one's own files. A file that goes away meanwhile is passed over.
 */
export async function shareFiles(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const usual = 0o666 & ~process.umask();
  if ((usual & 0o077) === 0) return;
  const user = process.getuid?.();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => null);
    if (found === null || found.uid !== user) continue;
    const mode = found.mode & 0o777;
    if ((mode | usual) !== mode) await chmod(path, mode | usual).catch(() => {});
  }
}
