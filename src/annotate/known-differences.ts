// Points on which law and guidance say different things of the same matter (field/differences.json): where each says it, and
// in which words.
import { readFieldTable } from "../field/read-field.ts";

/** One side: the places that say it, the one to show first, and the words that say it. */
export interface DifferenceSide {
  /** Addresses: `reg/28/4`, `para/10.12`, `annex-a/1.2` (src/structure/provision.ts). */
  readonly addresses: readonly string[];
  /** Finds the words in the official text, or in a digest of it. */
  readonly words: RegExp;
}

export interface KnownDifference {
  /** What they differ on, to stand before a colon. */
  readonly topic: string;
  readonly law: DifferenceSide;
  readonly guidance: DifferenceSide;
}

/** As the table has it: regular expressions as text, of either case. */
interface Side {
  readonly addresses: readonly string[];
  readonly words: string;
}

interface Table {
  /** Regular expressions of the titles of the documents that may hold the two sides, official or digest. */
  readonly documents: { readonly law: string; readonly guidance: string };
  readonly rows: readonly { readonly topic: string; readonly law: Side; readonly guidance: Side }[];
}

const never = "(?!)";
const table = readFieldTable<Table>("differences", {
  documents: { law: never, guidance: never },
  rows: [],
});

export const differingDocuments = {
  law: new RegExp(table.documents.law, "i"),
  guidance: new RegExp(table.documents.guidance, "i"),
} as const;

export const knownDifferences: readonly KnownDifference[] = table.rows.map(
  ({ topic, law, guidance }) => ({ topic, law: readSide(law), guidance: readSide(guidance) }),
);

function readSide({ addresses, words }: Side): DifferenceSide {
  return { addresses, words: new RegExp(words, "i") };
}
