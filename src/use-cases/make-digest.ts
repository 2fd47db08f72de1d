// Takes the editions that may have changed since a day or an older copy; gives the digest of what did.
import type { ComparedEdition } from "../compare/comparison.ts";
import type { DatedComparison, Digest } from "../digest/digest.ts";
import { compareFiles } from "./compare-files.ts";
import type { ListedCheck } from "./list-checked.ts";
import type { ReadMeans } from "./read-checked.ts";
import type { ReadEdition } from "./read-edition.ts";

/** An older edition and the one in its place, each read when it is its turn. */
export interface EditionPair {
  readonly old: () => Promise<ReadEdition>;
  readonly new: () => Promise<ReadEdition>;
  /** ISO date from which the newer is in force, where that is said. */
  readonly inForceFrom: string | null;
}

export interface DigestSources extends Pick<Digest, "since" | "added" | "removed" | "looked"> {
  readonly pairs: readonly EditionPair[];
  readonly unknown: Digest["unknown"];
}

/** @param texts reports and own documents that may cite what changed */
export async function makeDigest(
  { pairs, unknown, ...known }: DigestSources,
  texts: readonly ListedCheck[],
  means: ReadMeans,
): Promise<Digest> {
  const comparisons: DatedComparison[] = [];
  const unread = new Map(unknown.map((one) => [one.file, one]));
  for (const pair of pairs) {
    means.signal?.throwIfAborted();
    const [old, now] = [await pair.old(), await pair.new()];
    const others = texts.filter(({ file }) => file !== now.edition.file);
    const comparison = await compareFiles(old, now, others, means);
    for (const { file, why } of comparison.touched.unread) unread.set(file, { file, why });
    if (comparison.changes.length > 0)
      comparisons.push({ ...comparison, ...dateOf(now.edition, pair.inForceFrom) });
  }
  return { ...known, comparisons, unknown: [...unread.values()] };
}

function dateOf(
  { date }: ComparedEdition,
  inForceFrom: string | null,
): Pick<DatedComparison, "date" | "dateOf"> {
  if (inForceFrom !== null) return { date: inForceFrom, dateOf: "in-force" };
  return date === null ? { date, dateOf: null } : { date, dateOf: "stated" };
}
