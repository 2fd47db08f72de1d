// Takes two word sequences; gives where the second departs from the first, when it follows it closely.
import type { Word } from "../text/word-stems.ts";

/** A place at which two texts that run alike differ. */
export interface Departure {
  readonly claimed: readonly Word[];
  readonly said: readonly Word[];
  /** The words on either side that both have; null at the ends. */
  readonly before: Word | null;
  readonly after: Word | null;
}

export interface WordAlignment {
  /** Share (0–1) of the claim's words that stand in the source in the same order. */
  readonly followed: number;
  readonly departures: readonly Departure[];
}

/** Longest common subsequence of the two, by stem. Time and space grow with the product of their lengths. */
export function alignWords(claimed: readonly Word[], said: readonly Word[]): WordAlignment {
  const width = said.length + 1;
  const lengths = new Uint16Array((claimed.length + 1) * width);
  for (let i = claimed.length - 1; i >= 0; i -= 1) {
    for (let j = said.length - 1; j >= 0; j -= 1) {
      const below = lengths[(i + 1) * width + j] ?? 0;
      const right = lengths[i * width + j + 1] ?? 0;
      const both = (lengths[(i + 1) * width + j + 1] ?? 0) + 1;
      lengths[i * width + j] = claimed[i]?.stem === said[j]?.stem ? both : Math.max(below, right);
    }
  }
  const departures: Departure[] = [];
  let before: Word | null = null;
  let open: { claimed: Word[]; said: Word[] } = { claimed: [], said: [] };
  const close = (after: Word | null) => {
    if (open.claimed.length + open.said.length > 0) departures.push({ ...open, before, after });
    open = { claimed: [], said: [] };
    before = after;
  };
  let i = 0;
  let j = 0;
  while (i < claimed.length || j < said.length) {
    const mine = claimed[i];
    const theirs = said[j];
    if (mine !== undefined && theirs !== undefined && mine.stem === theirs.stem) {
      close(mine);
      i += 1;
      j += 1;
    } else if (
      theirs === undefined ||
      (mine !== undefined &&
        (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      if (mine !== undefined) open.claimed.push(mine);
      i += 1;
    } else {
      open.said.push(theirs);
      j += 1;
    }
  }
  close(null);
  const followed = claimed.length === 0 ? 0 : (lengths[0] ?? 0) / claimed.length;
  return { followed, departures };
}
