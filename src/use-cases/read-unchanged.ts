// Takes a document of the library; gives the bytes of its file, as long as they are those that were indexed.
import { join } from "node:path";
import type { LibraryDocument } from "../library/library.ts";
import { readFile } from "../files/read-file.ts";
import { hashOf } from "../text/hash-of.ts";

/** Null where the file is gone, cannot be read, or holds something else by now. */
export async function readUnchanged(
  corpus: string,
  { file, sha256 }: Pick<LibraryDocument, "file" | "sha256">,
): Promise<Buffer | null> {
  const bytes = await readFile(join(corpus, file)).catch(() => null);
  return bytes !== null && hashOf(bytes) === sha256 ? bytes : null;
}
