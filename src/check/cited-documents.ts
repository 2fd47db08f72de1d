// Takes a report; says which documents of the library must be at hand to check it.
import { readingsOf } from "../references/resolution.ts";
import type { Report } from "./report.ts";
import { documentIdOf } from "./cite.ts";
import type { ReportLibrary } from "./report-library.ts";

/** Ids of the documents that the report lists or names, in any reading of its references. */
export function citedDocuments(
  report: Report,
  library: Pick<ReportLibrary, "documents" | "view">,
): Set<string> {
  const { view } = library;
  const ids = new Set<string>();
  for (const part of report.parts) {
    for (const source of part.sources) {
      const id = documentIdOf(source, library);
      if (id !== null) ids.add(id);
    }
    const scope = [...ids];
    const texts = part.statements.flatMap(({ text, context }) => [text, ...context]);
    const places = texts
      .flatMap((text) => view.parse(text))
      .flatMap((reference) => view.resolve(reference, scope))
      .flatMap(readingsOf)
      .flatMap((reading) => reading.places);
    for (const { documentId } of places) ids.add(documentId);
  }
  return ids;
}
