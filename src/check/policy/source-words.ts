// Takes law and guidance with their texts; gives their words one after the other, and finds stretches of them again.
import { readWords } from "../../text/word-stems.ts";
import type { Block } from "../../structure/provision.ts";
import type { LoadedDocument } from "../report-library.ts";

/** A word of a source, and where it stands. */
export interface SourceWord {
  readonly text: string;
  readonly stem: string;
  readonly loaded: LoadedDocument;
  /** Of the provision whose own words it is among. */
  readonly ordinal: number;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

export interface SourceWords {
  readonly words: readonly SourceWord[];
  /** Where some words stand, one after the other; at most `mostSpots` places. */
  readonly spotsOf: (words: readonly string[]) => readonly number[];
}

/** Words in a row by which a stretch is found again. */
export const seedLength = 4;
/** Words that stand in more places than this are a formula of the law and tell nothing. */
const mostSpots = 60;

export function readSourceWords(documents: readonly LoadedDocument[]): SourceWords {
  const words = documents.flatMap(readWordsOf);
  const spots = new Map<string, number[]>();
  for (let at = 0; at + seedLength <= words.length; at += 1) {
    const key = keyOf(words.slice(at, at + seedLength).map(({ text }) => text));
    const held = spots.get(key);
    if (held === undefined) spots.set(key, [at]);
    else if (held.length < mostSpots) held.push(at);
  }
  return { words, spotsOf: (seed) => spots.get(keyOf(seed)) ?? [] };
}

function keyOf(words: readonly string[]): string {
  return words.join(" ");
}

/** Text of another instrument printed in guidance is that instrument's, and left out. */
function readWordsOf(loaded: LoadedDocument): SourceWord[] {
  const words: SourceWord[] = [];
  const { provisions } = loaded;
  const visit = (ordinal: number): void => {
    const provision = provisions[ordinal];
    if (provision === undefined || ["quotation", "footnote"].includes(provision.kind)) return;
    for (const item of provision.content) {
      if ("child" in item) visit(item.child);
      else
        for (const word of readWords(item.text))
          words.push({ ...word, loaded, ordinal, block: item });
    }
  };
  visit(0);
  return words;
}
