// A document of the provider's own as its dates are looked at.
import type { Piece } from "../check/policy/policy.ts";
import { hashText } from "./normal-text.ts";

export interface Paper {
  /** As it is shown to the reader. */
  readonly file: string;
  /** Name of the home whose it is; null where it is for all, or there is one home. */
  readonly home: string | null;
  readonly title: string | null;
  /** What the document as a whole is as at: ISO date or its leading part. */
  readonly date: string | null;
  readonly pieces: readonly Piece[];
  /** Digest of its bare text as it is in a lock; null where no lock tells of it. */
  readonly locked: string | null;
}

/** Digest of a document's text, without headers and footers: not every way of reading it has them. */
export function hashPieces(pieces: readonly Piece[]): string {
  const own = pieces.filter(({ kind }) => kind !== "running");
  return hashText(own.map(({ text }) => text).join(" "));
}
