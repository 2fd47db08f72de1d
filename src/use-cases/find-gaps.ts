// Takes a set of requirements and a home's documents; gives which requirement is met where, what is missing, and what
// contradicts what.
import type { GapMatrix } from "../gap/matrix.ts";

export interface GapRequest {
  /** Name of a built-in set, or absolute path of a YAML file. */
  readonly set: string;
  /** Files and folders of the home's documents, as given and as opened. */
  readonly against: readonly { readonly given: string; readonly path: string }[];
}

/** One line of `charm gap --list`. */
export interface ListedSet {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly rows: number;
}

export type FindGaps = (request: GapRequest) => Promise<GapMatrix>;
