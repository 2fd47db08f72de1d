// The homes of a provider, whose documents are kept apart, and for which of them a run is.

export interface Home {
  readonly name: string;
  /** Other names that it goes by. */
  readonly aliases: readonly string[];
  /** Absolute path of the file of its facts; null where charm.yaml names none. */
  readonly facts: string | null;
  /** That file's paths below the corpus, with forward slashes; empty where it is not in it. */
  readonly factsInCorpus: readonly string[];
  /** Line of charm.yaml that tells of it, from 1. */
  readonly line: number;
  /** Absolute paths of its folders, as named and as links lead to them. */
  readonly folders: readonly string[];
  /** Its folders that are in the corpus, by their paths below it, with forward slashes; "" is the corpus itself. */
  readonly inCorpus: readonly string[];
}

/**
 * Whose own documents a run may read:
 * - `all`: there are no homes, or all were asked for
 * - `one`: those of a home, and those that belong to no home
 * - `none`: there are several homes, and none was named
 */
export type HomeChoice =
  | { readonly kind: "all" }
  | { readonly kind: "one"; readonly home: Home }
  | { readonly kind: "none" };

export interface Homes {
  /** In the order of charm.yaml. */
  readonly list: readonly Home[];
  readonly choice: HomeChoice;
}
