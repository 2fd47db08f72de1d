// Takes the documents of one home and its facts; gives what they tell differently of the same thing.
import type { HomeFacts } from "../../homes/facts.ts";
import type { Conflict } from "../matrix.ts";
import type { OwnDocument } from "../own-document.ts";
import type { OwnUnit } from "../own-unit.ts";

export interface KnownConflict extends Conflict {
  /** The units whose words the sides quote. */
  readonly units: readonly OwnUnit[];
}

/** A home.yaml, as places name it. */
export interface NamedFacts {
  readonly file: string;
  readonly facts: HomeFacts;
}

export function findConflicts(
  _documents: readonly OwnDocument[],
  _home: NamedFacts | null,
): KnownConflict[] {
  return [];
}
