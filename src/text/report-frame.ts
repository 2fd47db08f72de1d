// Lines of a report's frame that are written where reports are made and known again where they are checked.

import { writeOcrMark } from "./ocr-words.ts";

/** Over the documents that a report cites, at its head. */
export const documentsLine = "Documents cited:";

const unknownEdition = "version and date not stated";
/** What `writeCitedLine` puts behind a name; a version may read as it likes. */
const edition = /, (?:version v?\d[\d.]*|as at \d{4}\b.*|version and date not stated)$/i;

/** "Guide: Guide to the homes, version 1.17, as at 2015-04". */
export function writeCitedLine(named: {
  readonly short: string;
  readonly title: string;
  readonly version: string | null;
  readonly date: string | null;
}): string {
  const { short, title, version, date } = named;
  const called = title === short ? title : `${short}: ${title}`;
  // "Working together 2023" needs no "version 2023"; "as at 2026-06-29" is a version and a date in one.
  const issued = version === null || title.includes(version) ? "" : `, ${nameVersion(version)}`;
  const dated = date === null || version?.includes(date) ? "" : `, as at ${date}`;
  return `${called}${issued}${dated}${version === null && date === null ? `, ${unknownEdition}` : ""}`;
}

function nameVersion(version: string): string {
  return /^v?\d[\d.]*$/i.test(version) ? `version ${version}` : version;
}

/** What such a line calls the document: its short name, or its title where it has no other. */
export function readCitedLine(line: string): string {
  const end = line.indexOf(": ");
  return end > 0 ? line.slice(0, end) : line.replace(edition, "").replace(edition, "");
}

/** A line of the list of sources, without its marker. */
export interface SourceLine {
  readonly file: string;
  readonly page: number | null;
  /** The number printed on the page, where it is another. */
  readonly pageLabel?: string;
  /** The page is one that a word processor laid out. */
  readonly pageKind?: "saved";
  /** How sure OCR was of the page, from 0 to 1; left out where the text is the file's own. */
  readonly ocr?: { readonly confidence: number };
  /** Heading, where there is no printed page. */
  readonly section: string | null;
  /** "regulations 28(2), 28(3)"; empty when none is cited by number. */
  readonly places: string;
}

const savedWords = ", as last saved in Word";

/** "File: Guide.pdf, Page: 53 (paragraphs 10.12, 10.13)"; "File: Plan.pdf, Page: 3, read by OCR, 91% sure (paragraph 2)". */
export function writeSourceLine(source: SourceLine): string {
  const { file, page, pageKind, pageLabel, ocr, section, places } = source;
  const under = `Section: ${section ?? "(whole)"}`;
  const saved = pageKind === "saved" ? `${savedWords}, ${under}` : "";
  const printed = pageLabel === undefined ? "" : ` (printed ${pageLabel})`;
  const seen = ocr === undefined ? "" : `, ${writeOcrMark(ocr.confidence)}`;
  const at = page === null ? under : `Page: ${page}${printed}${seen}${saved}`;
  return `File: ${file}, ${at}${places === "" ? "" : ` (${places})`}`;
}

/** A heading may end in brackets: only what names a provision is no part of it. */
const heading =
  "Section: (.+?)(?: \\(((?:(?:regulation|section|article|rule|paragraph)s? \\d|Schedule|Annex).*)\\))?";
const bySection = new RegExp(`^File: (.+?\\.\\w+), ${heading}$`);
const bySavedPage = new RegExp(`^File: (.+), Page: (\\d+)${savedWords}, ${heading}$`);
const byPage =
  /^File: (.+), Page: (\d+)(?: \(printed ([^()]+)\))?(?:, read by OCR, (\d+)% sure)?(?: \((.*)\))?$/;

/** Reads what was written so, whatever marks stand in the names; null for any other line. */
export function readSourceLine(line: string): SourceLine | null {
  const [, saved, at, under, numbered = ""] = bySavedPage.exec(line) ?? [];
  if (saved !== undefined && under !== undefined)
    return { file: saved, page: Number(at), pageKind: "saved", section: under, places: numbered };
  const [, document, section, numbers = ""] = bySection.exec(line) ?? [];
  if (document !== undefined && section !== undefined)
    return { file: document, page: null, section, places: numbers };
  const [, file, page, pageLabel, sure, places = ""] = byPage.exec(line) ?? [];
  if (file === undefined) return null;
  const printed = pageLabel === undefined ? {} : { pageLabel };
  const seen = sure === undefined ? {} : { ocr: { confidence: Number(sure) / 100 } };
  return { file, page: Number(page), ...printed, ...seen, section: null, places };
}
