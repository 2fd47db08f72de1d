// Takes the path of a document; tells whether a program has it open, by the lock file that programs leave beside it.
import { access } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Word's and LibreOffice's, which stand beside a document while it is open. */
const lock = /^(?:~\$|\.~lock\..*#$)/;

/** Whether a file is no document but such a lock. */
export function isOfficeLock(path: string): boolean {
  return lock.test(basename(path));
}

/** The program that has a document open, by its lock; null where there is none. A lock may outlive a crash. */
export async function openIn(path: string): Promise<string | null> {
  const [folder, name] = [dirname(path), basename(path)];
  // Word writes its mark over the first letters of names that are long enough, and before the others.
  const stem = name.replace(/\.[^.]*$/, "");
  const skipped = stem.length > 7 ? 2 : stem.length === 7 ? 1 : 0;
  const locks = [
    [`~$${name.slice(skipped)}`, "Word"],
    [`~$${name}`, "Word"],
    [`.~lock.${name}#`, "LibreOffice"],
  ] as const;
  for (const [held, program] of locks) {
    const found = await access(join(folder, held)).then(
      () => true,
      () => false,
    );
    if (found) return program;
  }
  return null;
}
