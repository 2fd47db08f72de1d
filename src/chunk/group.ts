// Pieces on their way to becoming a passage.
import type { Provision } from "../structure/provision.ts";
import type { Piece } from "./pieces.ts";

/** Pieces that stay together, and the provision they belong under. */
export interface Group {
  readonly pieces: readonly Piece[];
  readonly owner: Provision;
  readonly tokens: number;
}
