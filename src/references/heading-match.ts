// Compares headings given with a reference to the titles in a document.
import { setOfWords } from "../lists.ts";
import { type KnownHeading, knownHeadings } from "./field-facts.ts";
import type { ReferenceDocument, LibraryProvision, ReferenceLibrary } from "./reference-library.ts";
import { foldName } from "./names.ts";

const fillers = setOfWords("a an and for from in of on or the to with");

function contentWords(title: string): ReadonlySet<string> {
  return new Set(
    foldName(title)
      .split(" ")
      .filter((word) => word !== "" && !fillers.has(word)),
  );
}

/** Whether a heading as cited is that of a provision: one may shorten the other. */
export function headingFits(title: string | null, cited: string): boolean {
  if (title === null) return false;
  const own = contentWords(title);
  const said = contentWords(cited);
  if (own.size === 0 || said.size === 0) return false;
  const shared = [...said].filter((word) => own.has(word)).length;
  return shared / Math.min(own.size, said.size) >= 0.75;
}

/** A place in another instrument that goes by this number and heading; null when none is known. */
export function findKnownHeading(address: string, cited: string): KnownHeading | null {
  return (
    knownHeadings.find((entry) => entry.address === address && headingFits(entry.title, cited)) ??
    null
  );
}

/** Provisions below `address` that stand under a heading of this title. */
export function findUnderHeading(
  library: ReferenceLibrary,
  document: ReferenceDocument,
  address: string,
  cited: string,
): readonly LibraryProvision[] {
  const outer = library.find(document.documentId, address);
  if (outer === null) return [];
  const wanted = foldName(cited);
  const heading = library
    .titled(document.documentId)
    .find(
      (row) =>
        foldName(row.title ?? "") === wanted &&
        library.enclosing(row).some((around) => around.ordinal === outer.ordinal),
    );
  if (heading === undefined) return [];
  return library
    .children(document.documentId, address)
    .filter((row) => library.enclosing(row).some((around) => around.ordinal === heading.ordinal));
}
