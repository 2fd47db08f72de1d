// Takes two editions of a document, as files or from the library; gives what changed, and what rests on it.
import { compareEditions } from "../compare/compare-editions.ts";
import { summariseChanges, type Comparison } from "../compare/comparison.ts";
import { findTouched } from "./find-touched.ts";
import type { ListedCheck } from "./list-checked.ts";
import type { ReadMeans } from "./read-checked.ts";
import type { ReadEdition } from "./read-edition.ts";

/**
 * The same editions and texts, the same comparison.
 * @param texts reports and own documents that may cite what changed
 */
export async function compareFiles(
  old: ReadEdition,
  now: ReadEdition,
  texts: readonly ListedCheck[],
  means: ReadMeans,
): Promise<Comparison> {
  const changes = compareEditions(old.provisions, now.provisions);
  const touched = await findTouched(texts, old, changes, means);
  return {
    old: old.edition,
    new: now.edition,
    changes,
    summary: summariseChanges(changes),
    touched,
  };
}
