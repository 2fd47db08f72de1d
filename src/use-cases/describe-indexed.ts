// Takes what became of files and the library as it now stands; gives each file with what charm takes it for.
import type { SourceFile } from "../discover/source-file.ts";
import type { DocumentInfo, OcrReading } from "../document.ts";
import type { LibraryDocument } from "../library/library.ts";
import { compareText } from "../text/compare-text.ts";
import type { IndexedFile } from "./events.ts";

/** What a document is taken for. */
export type Identity = Pick<
  DocumentInfo,
  "title" | "short" | "version" | "date" | "authority" | "sha256"
>;

export interface IndexedDocument extends IndexedFile {
  /** Null for files that the library does not hold, such as those taken out. */
  readonly identity: Identity | null;
  /** How its pages were read that a recogniser read; left out where none was. */
  readonly ocr?: OcrReading;
  /** Whether `sources.yaml` says of what authority it is. */
  readonly authorityDeclared: boolean;
  /** The home whose it is; null where it is for all homes. Left out where there are no homes. */
  readonly home?: string | null;
}

/** In order of file name. */
export function describeIndexed(
  results: readonly IndexedFile[],
  documents: readonly LibraryDocument[],
  files: readonly SourceFile[],
): IndexedDocument[] {
  const held = new Map(documents.map((document) => [document.file, document]));
  const declared = new Set(files.flatMap((one) => (one.declared.authority ? [one.file] : [])));
  return [...results]
    .sort((a, b) => compareText(a.file, b.file))
    .map((result) => {
      const document = result.status === "removed" ? undefined : held.get(result.file);
      return {
        ...result,
        identity: document ? identityOf(document) : null,
        ...(document?.ocr === undefined ? {} : { ocr: document.ocr }),
        authorityDeclared: declared.has(result.file),
      };
    });
}

function identityOf(document: LibraryDocument): Identity {
  const { title, short, version, date, authority, sha256 } = document;
  return { title, short, version, date, authority, sha256 };
}
