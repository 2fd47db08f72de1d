// Says in which order documents stand in the tables of a library, which is also the best order to write them in.
import { compareText } from "../text/compare-text.ts";

/** What a document is put in order by: its file's size in bytes and its path in the corpus. */
interface Placed {
  readonly fileBytes: number;
  readonly file: string;
}

/**
 * Smallest first: the embedding model has to wait for the first document to be read whole, so that should be a short
 * one. It depends on the documents alone, not on when they were indexed.
 */
export function compareRows(a: Placed, b: Placed): number {
  return a.fileBytes - b.fileBytes || compareText(a.file, b.file);
}
