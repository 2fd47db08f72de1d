// Says in one word what is indexed and how.
import { hashOf } from "../text/hash-of.ts";
import { compareText } from "../text/compare-text.ts";
import type { LibraryDocument, LibraryMetadata } from "./library.ts";

/** SHA-256 in hex over the metadata and each document's file, bytes and id, in order of file name. */
export function fingerprintLibrary(
  metadata: LibraryMetadata,
  documents: readonly Pick<LibraryDocument, "file" | "sha256" | "id">[],
): string {
  const { schemaVersion, embedderId, dimensions, tokenDimensions, chunking } = metadata;
  const held = documents.map(({ file, sha256, id }) => [file, sha256, id]);
  held.sort((a, b) => compareText(a[0] ?? "", b[0] ?? ""));
  return hashOf(
    JSON.stringify([schemaVersion, embedderId, dimensions, tokenDimensions, chunking, held]),
  );
}
