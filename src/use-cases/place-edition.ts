// Takes a fetched edition and those that are held of the same document; gives which it takes the place of, and which its.
import type { FetchedEdition } from "../sources/fetch-edition.ts";
import type { HeldDocument } from "../sources/find-held.ts";

export interface HeldEditions {
  /** The one in use; null where none is held. */
  readonly current: HeldDocument | null;
  /** All, whichever supersedes which. */
  readonly all: readonly HeldDocument[];
}

export interface EditionPlace {
  /** File that it takes the place of; null for none. */
  readonly supersedes: string | null;
  /** File that takes its place, of which that is to be noted; null for none. */
  readonly supersededBy: string | null;
}

/**
 * The newest edition takes the place of the one in use. The text of a day stands between the last one before it and the
 * first one after it, by their dates; where one of these has none, nobody can say which is the older.
 * @param file that it becomes
 */
export function placeEdition(
  { date, isDated }: Pick<FetchedEdition, "date" | "isDated">,
  file: string,
  { current, all }: HeldEditions,
): EditionPlace {
  if (!isDated || date === null) {
    const supersedes = current === null || current.file === file ? null : current.file;
    return { supersedes, supersededBy: null };
  }
  const others = all
    .filter((one) => one.file !== file && one.date !== null)
    .toSorted((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
  const before = others.findLast((one) => (one.date ?? "") <= date) ?? null;
  const after = others.find((one) => (one.date ?? "") > date) ?? null;
  const isFree =
    after !== null &&
    (after.supersedes === null || (before !== null && after.supersedes === before.file));
  return { supersedes: before?.file ?? null, supersededBy: isFree ? after.file : null };
}
