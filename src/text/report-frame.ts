// Lines of a report's frame that are written where reports are made and known again where they are checked.

/** Over the documents that a report cites, at its head. */
export const documentsLine = "Documents cited:";

/** A line of the list of sources, without its marker. */
export interface SourceLine {
  readonly file: string;
  readonly page: number | null;
  /** The page is one that a word processor laid out. */
  readonly pageKind?: "saved";
  /** Heading, where there is no printed page. */
  readonly section: string | null;
  /** "regulations 28(2), 28(3)"; empty when none is cited by number. */
  readonly places: string;
}

/** "File: Guide.pdf, Page: 53 (paragraphs 10.12, 10.13)". */
export function writeSourceLine(source: SourceLine): string {
  const { file, page, pageKind, section, places } = source;
  const heading = `Section: ${section ?? "(whole)"}`;
  const saved = pageKind === "saved" ? `${savedWords}, ${heading}` : "";
  const at = page === null ? heading : `Page: ${page}${saved}`;
  return `File: ${file}, ${at}${places === "" ? "" : ` (${places})`}`;
}

const savedWords = ", as last saved in Word";

const bySection =
  /^File: (.+?\.\w+), Section: (.+?)(?: \(((?:(?:regulation|section|article|rule|paragraph)s? \d|Schedule|Annex).*)\))?$/;
const byPage = /^File: (.+), Page: (\d+)(?: \((.*)\))?$/;
/** A heading may end in brackets: what stands there is read as places only in the other two forms. */
const bySavedPage = /^File: (.+), Page: (\d+), as last saved in Word, Section: (.+)$/;

/** Reads what was written so, whatever marks stand in the names; null for any other line. */
export function readSourceLine(line: string): SourceLine | null {
  const saved = bySavedPage.exec(line);
  if (saved?.[1] !== undefined && saved[3] !== undefined)
    return {
      file: saved[1],
      page: Number(saved[2]),
      pageKind: "saved",
      section: saved[3],
      places: "",
    };
  const [, document, section, numbers = ""] = bySection.exec(line) ?? [];
  if (document !== undefined && section !== undefined)
    return { file: document, page: null, section, places: numbers };
  const [, file, page, places = ""] = byPage.exec(line) ?? [];
  if (file === undefined) return null;
  return { file, page: Number(page), section: null, places };
}
