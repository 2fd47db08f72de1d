// Takes a provision; gives where it ends.
import type { ReferenceLibrary } from "./reference-library.ts";

/** Ordinal of the last provision inside a place, or its own. */
export function lastInside(
  place: {
    readonly documentId: string;
    readonly address: string;
    readonly ordinal: number | null;
  },
  references: ReferenceLibrary,
): number {
  const { documentId, address, ordinal } = place;
  let last = ordinal ?? 0;
  let below = references.children(documentId, address).at(-1);
  while (below !== undefined && below.ordinal > last) {
    last = below.ordinal;
    below = references.children(documentId, below.address).at(-1);
  }
  return last;
}
