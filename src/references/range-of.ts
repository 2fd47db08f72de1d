// Takes a provision; gives where it begins and ends among those of its document.
import type { ReferenceLibrary } from "./reference-library.ts";

/** Ordinals of the provision itself and of the last inside it. */
export function rangeOf(
  provision: {
    readonly documentId: string;
    readonly address: string;
    readonly ordinal: number;
  },
  references: ReferenceLibrary,
): { readonly documentId: string; readonly from: number; readonly to: number } {
  const { documentId, address, ordinal } = provision;
  let to = ordinal;
  let below = references.children(documentId, address).at(-1);
  while (below !== undefined && below.ordinal > to) {
    to = below.ordinal;
    below = references.children(documentId, below.address).at(-1);
  }
  return { documentId, from: ordinal, to };
}
