// Prints every place of a library under every name of its document, and tells which are not read back as that place alone.
import { namePlace } from "../../src/place/name-place.ts";
import { slugify } from "../../src/place/address.ts";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { namesKnownBy } from "../../src/references/known-documents.ts";
import type {
  ReferenceDocument,
  LibraryProvision,
} from "../../src/references/reference-library.ts";
import { createReader } from "../../src/references/reader.ts";

export interface Lost {
  readonly printed: string;
  readonly read: string;
}

/** By title, short name and what the field calls a document; places without a number by their heading. */
export function findLost(
  documents: readonly ReferenceDocument[],
  rows: readonly LibraryProvision[],
): Lost[] {
  const library = createOutlineLibrary(documents, rows);
  const view = createReader(library);
  return documents.flatMap((document) => {
    const names = [...new Set([document.short, document.title, ...namesKnownBy(document)])];
    const placed = rows.filter(
      ({ documentId, locator, title, kind, address }) =>
        documentId === document.documentId &&
        (locator !== null || (title !== null && kind === "heading")) &&
        // Of two footnotes of one number the first is read.
        !address.includes("~"),
    );
    return names.flatMap((name) =>
      placed.flatMap((row) => {
        const printed = namePlace(name, row, row.title === null ? [] : [row.title]);
        const read = view.parse(printed).flatMap((reference) => view.resolve(reference, []));
        const places = read.flatMap(({ reading, nearest, status }) =>
          // Text that was repealed is read, and said to be gone.
          status === "missing" && nearest?.standing === "omitted"
            ? [nearest]
            : (reading?.places ?? []),
        );
        const settled = read.every(
          ({ status }) => status === "found" || row.standing === "omitted",
        );
        const [place] = places;
        // Of headings of one title the first is read.
        const same =
          place?.ordinal === row.ordinal ||
          (row.locator === null && slugify(place?.title ?? "") === slugify(row.title ?? ""));
        const alone = read.length === 1 && places.length === 1;
        if (settled && alone && same && place?.documentId === row.documentId) return [];
        const told = read.map(
          ({ status }, i) => `${status} ${places[i]?.documentId} ${places[i]?.address}`,
        );
        return [{ printed, read: told.join("; ") }];
      }),
    );
  });
}
