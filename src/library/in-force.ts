// Takes the documents of a library and a day; gives those that are not in force on it: superseded, or not yet begun.
import type { DocumentInfo } from "../document.ts";

/**
 * By `supersedes` and `inForceFrom` in sources.yaml alone: what only looks like another edition is shown beside it. A
 * newer edition that does not say from when it is in force is so from its date, and where it has none always was.
 * @param day ISO date
 */
export function findNotInForce<D extends DocumentInfo>(
  documents: readonly D[],
  day: string,
): ReadonlySet<D> {
  const out = new Set<D>();
  for (const newer of documents) {
    if (newer.supersedes === null) continue;
    const older = documents.filter((one) => one !== newer && isNamed(newer.supersedes ?? "", one));
    // Without the one that it replaces there is nothing to be used instead.
    if (older.length === 0) continue;
    const from = newer.inForceFrom ?? newer.date ?? "";
    if (from > day) out.add(newer);
    else for (const one of older) out.add(one);
  }
  return out;
}

/** As `supersedes` names a document: by file, id, title or short name. */
export function isNamed(name: string, { file, id, title, short }: DocumentInfo): boolean {
  return [file, id, title, short].some((known) => known.toLowerCase() === name.toLowerCase());
}
