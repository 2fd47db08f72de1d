// Takes the outline rows of a library; gives look-ups by document and ordinal that the rest of showing needs.
import { groupBy } from "../lists.ts";
import type { OutlineRow } from "../library/library.ts";

export interface OutlineRows {
  readonly at: (documentId: string, ordinal: number) => OutlineRow | null;
  /** A provision and everything inside it, in document order. */
  readonly within: (documentId: string, ordinal: number) => readonly OutlineRow[];
  /** Titles around a provision, outermost first, its own left out. */
  readonly trail: (row: OutlineRow) => readonly string[];
  readonly of: (documentId: string) => readonly OutlineRow[];
}

/** @param rows by document, and in each in order of ordinal */
export function arrangeOutline(rows: readonly OutlineRow[]): OutlineRows {
  const byDocument = groupBy(rows, ({ documentId }) => documentId);
  const of = (documentId: string): readonly OutlineRow[] => byDocument.get(documentId) ?? [];
  // Every provision of a document has a row, so that its ordinal is its place in the list.
  const at = (documentId: string, ordinal: number): OutlineRow | null =>
    of(documentId)[ordinal] ?? null;
  return {
    of,
    at,
    within: (documentId, ordinal) => listWithin(of(documentId), ordinal),
    trail: (row) => {
      const trail: string[] = [];
      for (let { parent } = row; parent !== null;) {
        const around = at(row.documentId, parent);
        if (around === null) break;
        const named = around.kind !== "document" && around.kind !== "definition";
        if (named && around.title !== null) trail.unshift(around.title);
        parent = around.parent;
      }
      return trail;
    },
  };
}

function listWithin(rows: readonly OutlineRow[], ordinal: number): readonly OutlineRow[] {
  const first = rows[ordinal];
  if (first === undefined) return [];
  const inside = new Set([ordinal]);
  const list = [first];
  for (const row of rows.slice(ordinal + 1)) {
    if (row.parent === null || !inside.has(row.parent)) break;
    inside.add(row.ordinal);
    list.push(row);
  }
  return list;
}
