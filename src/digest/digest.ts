// What changed since a day or an older copy of the corpus, for those who run homes: the JSON of `charm digest`.
import type { ComparedEdition, Comparison } from "../compare/comparison.ts";

/** Two editions compared, with the day of the newer one. */
export interface DatedComparison extends Comparison {
  /** ISO date or its leading part; null where none is known. */
  readonly date: string | null;
  /** What the date is of: `in-force` as sources.yaml says, `stated` in the document; null without one. */
  readonly dateOf: "in-force" | "stated" | null;
}

export interface Digest {
  /** As given: an ISO date, a folder, a file. */
  readonly since: string;
  /** In the order of their files: those that have changes. */
  readonly comparisons: readonly DatedComparison[];
  /** Documents that have come since, and of which no earlier edition is known. */
  readonly added: readonly ComparedEdition[];
  readonly removed: readonly ComparedEdition[];
  /** Documents of which it is not known whether, or how, they changed; each with why. */
  readonly unknown: readonly { readonly file: string; readonly why: string }[];
  /** Number of documents looked at. */
  readonly looked: number;
}
