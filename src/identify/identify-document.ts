// Takes a file, what sources.yaml says of it, and its extracted text; gives what is known of the document.
import type { SourceFile } from "../discover/source-file.ts";
import type { DocumentInfo } from "../document.ts";
import type { Extraction } from "../extract/page.ts";
import { isFieldTitle } from "../field/of-field.ts";
import { detectAuthority } from "./detect-authority.ts";
import { documentId } from "./document-id.ts";
import { findDate } from "./find-date.ts";
import { findTitle } from "./find-title.ts";
import { findVersion } from "./find-version.ts";
import { readFront } from "./front.ts";
import { shortName } from "./short-name.ts";

/**
 * Declared values win; the rest comes from metadata and the first pages, and stays null where they do not state it.
 * @param sha256 hex digest of the file's bytes
 */
export function identifyDocument(
  file: SourceFile,
  sha256: string,
  extraction: Extraction,
): DocumentInfo {
  const { declared } = file;
  const front = readFront(file, extraction);
  const found = findTitle(front);
  const title = declared.title ?? found;
  const authority = declared.authority ?? detectAuthority(front, title);
  return {
    id: documentId(file, sha256, extraction.ocr?.reader),
    file: file.file,
    title,
    short: declared.short ?? shortName(title),
    ...(declared.short === undefined ? {} : { shortDeclared: true }),
    version: declared.version ?? findVersion(front, found, authority),
    date: declared.date ?? findDate(front),
    authority,
    field: declared.field === undefined ? isFieldTitle(title) : declared.field === "true",
    url: declared.url ?? findUrl(front.opening),
    licence: declared.licence ?? findLicence(front.opening, front.end),
    supersedes: declared.supersedes ?? null,
    ...(declared.inForceFrom === undefined ? {} : { inForceFrom: declared.inForceFrom }),
    sha256,
    pages: extraction.pageCount,
    ...(extraction.ocr === undefined ? {} : { ocr: extraction.ocr }),
  };
}

/** Where a saved page says that it comes from. */
function findUrl(opening: string): string | null {
  const url = /^(?:Official source|Source|URL):\s*(https?:\/\/\S+)$/im.exec(opening)?.[1];
  return url && URL.canParse(url) ? url : null;
}

function findLicence(...texts: readonly string[]): string | null {
  const stated =
    /Open Government Licence(?: for public sector information)?,? (?:v|version )?3\.0/i;
  return texts.some((text) => stated.test(text.replace(/\s+/g, " "))) ? "OGL-3.0" : null;
}
