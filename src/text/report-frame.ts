// Lines of a report's frame that are written where reports are made and known again where they are checked.

/** Over the documents that a report cites, at its head. */
export const documentsLine = "Documents cited:";

/** A line of the list of sources, without its marker. */
export interface SourceLine {
  readonly file: string;
  readonly page: number | null;
  /** The number printed on the page, where it is another. */
  readonly pageLabel?: string;
  /** Heading, where there is no page. */
  readonly section: string | null;
  /** "regulations 28(2), 28(3)"; empty when none is cited by number. */
  readonly places: string;
}

/** "File: Guide.pdf, Page: 53 (paragraphs 10.12, 10.13)". */
export function writeSourceLine({ file, page, pageLabel, section, places }: SourceLine): string {
  const printed = pageLabel === undefined ? "" : ` (printed ${pageLabel})`;
  const at = page === null ? `Section: ${section ?? "(whole)"}` : `Page: ${page}${printed}`;
  return `File: ${file}, ${at}${places === "" ? "" : ` (${places})`}`;
}

const bySection =
  /^File: (.+?\.\w+), Section: (.+?)(?: \(((?:(?:regulation|section|article|rule|paragraph)s? \d|Schedule|Annex).*)\))?$/;
const byPage = /^File: (.+), Page: (\d+)(?: \(printed ([^()]+)\))?(?: \((.*)\))?$/;

/** Reads what was written so, whatever marks stand in the names; null for any other line. */
export function readSourceLine(line: string): SourceLine | null {
  const [, document, section, numbers = ""] = bySection.exec(line) ?? [];
  if (document !== undefined && section !== undefined)
    return { file: document, page: null, section, places: numbers };
  const [, file, page, pageLabel, places = ""] = byPage.exec(line) ?? [];
  if (file === undefined) return null;
  const printed = pageLabel === undefined ? {} : { pageLabel };
  return { file, page: Number(page), ...printed, section: null, places };
}
