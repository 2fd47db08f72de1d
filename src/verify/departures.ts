// Takes two word sequences; gives where the second departs from the first, when it follows it closely.
import { alignWords } from "../text/align-words.ts";
import type { Word } from "../text/word-stems.ts";

/** A place at which two texts that run alike differ. */
export interface Departure {
  readonly claimed: readonly Word[];
  readonly said: readonly Word[];
  /** The words on either side that both have; null at the ends. */
  readonly before: Word | null;
  readonly after: Word | null;
}

export interface Following {
  /** Share (0–1) of the claim's words that stand in the source in the same order. */
  readonly followed: number;
  readonly departures: readonly Departure[];
}

/** Words are the same by their stems. Texts that differ in too many words to be compared follow nowhere. */
export function findDepartures(claimed: readonly Word[], said: readonly Word[]): Following {
  const [mine, theirs] = [claimed, said].map((words) => words.map(({ stem }) => stem));
  const pairs = alignWords(mine ?? [], theirs ?? []) ?? [];
  const departures: Departure[] = [];
  let [i, j] = [0, 0];
  for (const [left, right] of [...pairs, [claimed.length, said.length] as const]) {
    if (left > i || right > j)
      departures.push({
        claimed: claimed.slice(i, left),
        said: said.slice(j, right),
        before: claimed[i - 1] ?? null,
        after: claimed[left] ?? null,
      });
    [i, j] = [left + 1, right + 1];
  }
  return { followed: claimed.length === 0 ? 0 : pairs.length / claimed.length, departures };
}
