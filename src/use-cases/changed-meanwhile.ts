// Takes a file as it was listed; says whether it has changed since it was read.
import { stat } from "node:fs/promises";
import { stampOf } from "../discover/list-files.ts";
import type { SourceFile } from "../discover/source-file.ts";
import type { IndexedFile } from "./events.ts";

/** The bytes read are what is indexed; a file that has changed since will be read again by the next run. */
export async function changedMeanwhile(file: SourceFile): Promise<IndexedFile["problems"]> {
  const now = await stat(file.path).catch(() => null);
  const same = now?.size === file.bytes && now.mtimeMs === file.modified;
  if (same && (file.stamp === undefined || stampOf(now) === file.stamp)) return [];
  const message =
    "It changed while it was being indexed; run charm index again to take up the change.";
  return [{ code: "changed-while-indexing", pages: [], message }];
}
