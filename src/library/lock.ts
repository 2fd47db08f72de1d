// One writer at a time: the lock file of an index folder.
import { join } from "node:path";
import { CharmError } from "../errors.ts";
import { takeLockFile, type Lock, type LockOwner } from "../files/lock-file.ts";
import { isDiskFull, isPermissionProblem, writeFailure } from "./library-errors.ts";

export const lockName = "charm.lock";

/**
 * Takes the lock of an index folder, in place of a dead process if need be.
 * @throws CharmError `index-locked` when another process holds it, `index-read-only` when the folder cannot be written
 */
export function takeLock(folder: string, owner?: LockOwner): Promise<Lock> {
  const path = join(folder, lockName);
  const faults = {
    held: (holder: string, host: string | null) =>
      new CharmError("index-locked", `The index ${folder} is being written by ${holder}.`, {
        hint:
          host === null
            ? `Wait until it ends and run again. If no such process runs any more, delete ${path}.`
            : `Wait until it ends and run again. Whether it still runs can only be seen on ${host}: if it does not, delete ${path}.`,
      }),
    unwritable: (cause: unknown) =>
      isPermissionProblem(cause) || isDiskFull(cause) ? writeFailure(folder, cause) : null,
  };
  return takeLockFile(path, faults, owner);
}
