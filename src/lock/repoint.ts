// Takes the section of a report and where its sources stand now; gives the section with their pages set right.
import type { DocumentInfo } from "../document.ts";
import { pageKindOf } from "../document.ts";
import { ocrField } from "../place/ocr-field.ts";
import { labelField } from "../place/page-labels.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { readSourceLine, writeSourceLine } from "../text/report-frame.ts";
import { sanitiseLine } from "../text/sanitise.ts";

/** Where a source stands now. */
export interface SourceNow {
  /** Number in its answer. */
  readonly source: number;
  readonly document: DocumentInfo;
  readonly page: number | null;
}

/** Only lines of the list of sources are touched. @returns null where the section does not list one of them, once */
export function repointSection(section: string, sources: readonly SourceNow[]): string | null {
  const [body, list] = splitAtSources(section);
  if (list === null) return null;
  let text: string | null = list;
  for (const source of sources) text = text === null ? null : repoint(text, source);
  return text === null ? null : body + text;
}

const sourcesHeading = "\n### SOURCES CONSULTED\n";

function splitAtSources(section: string): [string, string | null] {
  const at = section.lastIndexOf(sourcesHeading);
  return at < 0 ? [section, null] : [section.slice(0, at), section.slice(at)];
}

function repoint(list: string, { source, document, page }: SourceNow): string | null {
  const lines = list.split("\n");
  const own = lines.flatMap((line, at) => (line.startsWith(`- [${source}] File: `) ? [at] : []));
  const [at] = own;
  if (at === undefined || own.length > 1) return null;
  const written = (lines[at] ?? "").slice(`- [${source}] `.length);
  const read = readSourceLine(written.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, ""));
  if (read === null) return null;
  const { section, places } = read;
  const file = sanitiseLine(document.file);
  const now = { file, page, section, places, ...pageKindOf(document) };
  const seen = { ...labelField(document.pageLabels, page), ...ocrField(document.ocr, page) };
  const line = writeSourceLine({ ...now, ...seen });
  lines[at] = `- [${source}] ${escapeMarkdown(line)}`;
  return lines.join("\n");
}
