// Takes a file that could not be used; gives the row that remembers it, without passages.
import type { SourceFile } from "../discover/source-file.ts";
import type { OcrReading, Problem } from "../document.ts";
import { lookOf } from "./look-of.ts";
import { documentId } from "../identify/document-id.ts";
import type { NewDocument } from "../library/library.ts";

export function failedDocument(
  file: SourceFile,
  sha256: string,
  problems: readonly Problem[],
  ocr?: OcrReading,
): NewDocument {
  const { declared } = file;
  return {
    info: {
      id: documentId(file, sha256, ocr?.reader),
      file: file.file,
      title: declared.title ?? file.file,
      short: declared.short ?? file.file,
      version: declared.version ?? null,
      date: declared.date ?? null,
      authority: declared.authority ?? "other",
      field: false,
      url: declared.url ?? null,
      licence: declared.licence ?? null,
      supersedes: declared.supersedes ?? null,
      ...(declared.inForceFrom === undefined ? {} : { inForceFrom: declared.inForceFrom }),
      sha256,
      pages: null,
      ...(ocr === undefined ? {} : { ocr }),
    },
    kind: "headed",
    ...lookOf(file),
    problems,
    passages: [],
    provisions: [],
  };
}
