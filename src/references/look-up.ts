// Looks a sighting up in one document and keeps the readings that fit what stands around it.
import type { Place } from "../place/place.ts";
import { familyOf, splitAddress } from "../place/address.ts";
import { findNumberedUnder, findPlaces, type Found, foundAt } from "./find-places.ts";
import { findUnderHeading, headingFits } from "./heading-match.ts";
import type { ReferenceDocument } from "./reference-library.ts";
import { heldReading, type Sighting, type ReferenceSubject } from "./subject.ts";
import type { Reading } from "./resolution.ts";

/** Readings of a sighting in a document, the likeliest first; none when the document has no such place. */
export function lookUp(document: ReferenceDocument, sighting: Sighting): readonly Found[] {
  const held = { library: sighting.library, document };
  for (const address of sighting.addresses) {
    const found = findPlaces(held, { address, to: sighting.to });
    if (found.length > 0) return narrow(document, sighting, found);
  }
  // Without the document's name a section or chapter is anyone's.
  if (sighting.reference.document === null) return [];
  return sighting.addresses.flatMap((address) =>
    findNumberedUnder(held, { address, to: sighting.to }),
  );
}

/** Readings of a sighting in several documents, each in their order. */
export function readingsIn(
  documents: readonly ReferenceDocument[],
  sighting: Sighting,
): readonly Reading[] {
  return documents.flatMap((document) =>
    lookUp(document, sighting).map((found) => heldReading(document, found)),
  );
}

/** Drops readings that the page, the annex the text stands in, or the enclosing unit speaks against. */
function narrow(
  document: ReferenceDocument,
  sighting: Sighting,
  found: readonly Found[],
): readonly Found[] {
  const { reference, context, library } = sighting;
  let kept = withHeading(sighting, document, found);
  if (kept.length < 2) return kept;
  const { pages } = reference;
  if (pages !== null) {
    kept = prefer(kept, (one) => one.places.some((place) => overlaps(place, pages.from, pages.to)));
  }
  const zone = context.documentId === document.documentId ? zoneOf(context.address) : null;
  if (zone !== null) kept = prefer(kept, (one) => zoneOf(one.address) === zone);
  const { within } = sighting.target;
  if (within !== null) {
    kept = prefer(kept, (one) => {
      const row = library.find(document.documentId, one.address);
      return row !== null && library.enclosing(row).some((outer) => outer.address === within);
    });
  }
  return kept;
}

function prefer(found: readonly Found[], fits: (one: Found) => boolean): readonly Found[] {
  const fitting = found.filter(fits);
  return fitting.length > 0 ? fitting : found;
}

/** "schedule 1 – Health": the paragraphs under that heading, when a whole Schedule or Part was named. */
function withHeading(
  subject: ReferenceSubject,
  document: ReferenceDocument,
  found: readonly Found[],
): readonly Found[] {
  const { title } = subject.reference;
  if (title === null) return found;
  return found.map((one) => {
    const [place] = one.places;
    if (one.to !== null || place === undefined || headingFits(place.title, title)) return one;
    const under = findUnderHeading(subject.library, document, one.address, title);
    return under.length === 0 ? one : foundAt(document, under);
  });
}

/** Annex that an address lies in; empty for the main text. */
function zoneOf(address: string | null): string | null {
  if (address === null) return null;
  const [first] = splitAddress(address);
  const family = familyOf(address);
  return family === "annex" || family === "appendix" ? `${family}-${first?.label}` : "";
}

export function overlaps(place: Place, from: number, to: number): boolean {
  if (place.page === null) return true;
  return place.page <= to && (place.pageEnd ?? place.page) >= from;
}
