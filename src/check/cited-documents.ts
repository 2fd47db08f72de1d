// Takes a report; says which documents of the library must be at hand to check it.
import type { ReferenceView } from "../verify/statement.ts";
import type { Report } from "./report.ts";
import { documentOf } from "./cite.ts";
import type { LoadedDocument, ReportLibrary } from "./report-library.ts";

/** Ids of the documents that the report lists or names, in any reading of its references. */
export function citedDocuments(
  report: Report,
  library: Pick<ReportLibrary, "documents" | "view">,
): Set<string> {
  const ids = new Set<string>();
  // Only the document is wanted here, not its texts.
  const bare: ReportLibrary = {
    ...library,
    load: (id) => loadNothing(library, id),
    rarity: () => 1,
    titles: [],
  };
  for (const part of report.parts) {
    for (const source of part.sources) {
      const id = documentOf(source, bare)?.info.id;
      if (id !== undefined) ids.add(id);
    }
    const scope = [...ids];
    for (const { text, context } of part.statements) {
      for (const piece of [text, ...context]) addNamed(ids, piece, scope, library.view);
    }
  }
  return ids;
}

function loadNothing(library: Pick<ReportLibrary, "documents">, id: string): LoadedDocument | null {
  const info = library.documents.find((document) => document.id === id);
  return info === undefined ? null : { info, provisions: [], passages: [] };
}

/** Adds the documents that a text's references may mean. */
function addNamed(
  ids: Set<string>,
  text: string,
  scope: readonly string[],
  view: ReferenceView,
): void {
  for (const reference of view.parse(text)) {
    for (const { reading, alternatives } of view.resolve(reference, scope)) {
      for (const one of [reading, ...alternatives]) {
        for (const place of one?.places ?? []) ids.add(place.documentId);
      }
    }
  }
}
