// Takes a file, its hash and what is declared of it; gives the id of the document they make.
import { hashOf } from "../text/hash-of.ts";
import type { SourceFile } from "../discover/source-file.ts";

/**
 * Raised whenever extraction, identification, structure or passages change what they give for the same bytes, so that
 * documents indexed before count as changed.
 */
const readingVersion = 3;

/**
 * 16 hex digits; known before the file is extracted, so an unchanged document need not be read again.
 * @param reader what recognised text in pictures of its pages: other words, another document
 */
export function documentId(file: SourceFile, sha256: string, reader?: string): string {
  const declared = Object.entries(file.declared).sort(([a], [b]) => (a < b ? -1 : 1));
  const home = file.home === undefined ? [] : [["home", file.home]];
  const seen = reader === undefined ? [] : [["ocr", reader]];
  const content = JSON.stringify([readingVersion, file.file, sha256, declared, ...home, ...seen]);
  return hashOf(content).slice(0, 16);
}
