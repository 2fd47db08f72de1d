// Takes policies of a provider's own; notes in the locks beside them the provisions that they rest on.
import { basename, dirname } from "node:path";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import { readFile } from "../files/read-file.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import type { Library } from "../library/library.ts";
import { loadLock, saveLock, withEntries } from "../lock/lock-file.ts";
import type { LockedPolicy } from "../lock/lock.ts";
import { hashOf } from "../text/hash-of.ts";
import { checkedBy, lockPolicy, matrixOf, type LockDeps } from "../use-cases/lock-policies.ts";
import { openReferences } from "../use-cases/open-references.ts";
import { readChecked } from "../use-cases/read-checked.ts";
import { createJudge } from "../use-cases/status.ts";

/** A policy, and what a matrix calls it. */
export interface PolicyFile {
  readonly file: string;
  readonly path: string;
  readonly unread: string | null;
}

/**
 * What a policy rested on before and no longer does goes from the lock; what was found otherwise stays.
 * @param matrix null for what the policies refer to themselves
 * @throws CharmError as `loadLock`, `saveLock` and `readChecked`
 */
export async function lockPolicies(
  files: readonly PolicyFile[],
  matrix: GapMatrix | null,
  library: Pick<Library, "documents" | "outline" | "provisions">,
  signal: AbortSignal,
): Promise<void> {
  const references = await openReferences(library);
  const deps: LockDeps = { library, references, judge: createJudge(library) };
  const reader = openGuardedReader();
  try {
    for (const { file, path, unread } of files) {
      signal.throwIfAborted();
      const lock = await loadLock(dirname(path));
      // A report says itself what it rests on.
      const isReport = lock.reports.some((one) => one.file === basename(path));
      if (unread !== null || isReport) continue;
      const policy = await (await readChecked(path, { signal, reader })).policy();
      const sha256 = hashOf(await readFile(path));
      const found = { policy, matrix: matrix === null ? null : matrixOf(matrix, file) };
      const locked = await lockPolicy(basename(path), sha256, found, deps);
      const held = lock.policies.find((one) => one.file === locked.file);
      const entry = withHeld(locked, held, matrix?.summary.set ?? checkedBy);
      await saveLock(dirname(path), withEntries(lock, [], [entry]));
    }
  } finally {
    await reader.close();
  }
}

/** With what other sets, or checking, found. */
function withHeld(fresh: LockedPolicy, held: LockedPolicy | undefined, by: string): LockedPolicy {
  const others = (held?.rests ?? []).filter((rest) => rest.by !== by);
  return { ...fresh, rests: [...others, ...fresh.rests] };
}
