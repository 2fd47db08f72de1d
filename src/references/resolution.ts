// What a reference means in a library: readings, places, status and notes.
import type { Place } from "../place/place.ts";
import type { ReferenceDocument, LibraryProvision } from "./reference-library.ts";
import type { Note } from "./notes.ts";
import type { Target } from "./reference.ts";

/**
 * - `found`: one reading, and the library has it
 * - `ambiguous`: several readings; `reading` is the one taken, `alternatives` the others
 * - `missing`: the document is held, or should be, but has no such place; `nearest` is what comes closest
 * - `external`: in an instrument that the library does not hold
 * - `not-a-reference`: it only looked like one
 */
export type ResolutionStatus = "found" | "ambiguous" | "missing" | "external" | "not-a-reference";

/** One way to read a target. */
export interface Reading {
  /** The document of the library; null when it is not held. */
  readonly document: ReferenceDocument | null;
  /** Its name when it is not held; `key` as in known-instruments.ts. */
  readonly instrument: { readonly key: string | null; readonly name: string } | null;
  /** Canonical address; null for the document as a whole. */
  readonly address: string | null;
  /** Last address of a range. */
  readonly to: string | null;
  /** Places in document order; a range gives each of its members. Empty when the document is not held. */
  readonly places: readonly Place[];
}

/** What one target of a reference means; `target` is null when the document as a whole is meant. */
export interface Resolution {
  readonly target: Target | null;
  readonly status: ResolutionStatus;
  /** The reading taken. Of a missing place, the reading it would have been, without places. */
  readonly reading: Reading | null;
  readonly alternatives: readonly Reading[];
  readonly nearest: Place | null;
  readonly notes: readonly Note[];
}

/** All that it may mean, the reading taken first. */
export function readingsOf({ reading, alternatives }: Resolution): Reading[] {
  return reading === null ? [...alternatives] : [reading, ...alternatives];
}

export function toPlace(document: ReferenceDocument, provision: LibraryProvision): Place {
  const { address, locator, title, page, pageEnd, ordinal, standing } = provision;
  const { documentId, file } = document;
  return { documentId, file, address, locator, title, page, pageEnd, ordinal, standing };
}

/** The document itself as a place: its first to its last page. */
export function documentPlace(document: ReferenceDocument): Place {
  return {
    documentId: document.documentId,
    file: document.file,
    address: "",
    locator: null,
    title: document.title,
    page: document.pages === null ? null : 1,
    pageEnd: document.pages,
    ordinal: 0,
    standing: "current",
  };
}

/** Pages as a place. */
export function pagePlace(document: ReferenceDocument, from: number, to: number): Place {
  return {
    ...documentPlace(document),
    address: `page/${from}`,
    locator: writePages(from, to),
    title: null,
    page: from,
    pageEnd: to,
    ordinal: null,
  };
}

/** "page 43", "pages 64-65". */
export function writePages(from: number, to: number): string {
  return from === to ? `page ${from}` : `pages ${from}-${to}`;
}
