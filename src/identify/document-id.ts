// Names one version of one file: what changes the id, makes the library read the file anew.
import { createHash } from "node:crypto";
import type { SourceFile } from "../discover/source-file.ts";

/** Sixteen hex digits over the file's name, its bytes' digest and what sources.yaml says of it. */
export function documentId(file: Pick<SourceFile, "file" | "declared">, sha256: string): string {
  const declared = Object.entries(file.declared).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([file.file, sha256, declared]))
    .digest("hex")
    .slice(0, 16);
}
