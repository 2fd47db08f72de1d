// Takes what is asked and a text; gives the share of what is asked that the text speaks of, in its words or in others of
// the same matter.
import { groupBy } from "../lists.ts";
import { contentStemList } from "../text/content-stems.ts";
import { readFieldTable } from "./read-field.ts";

/** A stretch of a text's stems, end exclusive, that speaks of a matter. */
interface Spoken {
  readonly matter: number;
  readonly start: number;
  readonly end: number;
}

interface Table {
  /** A line for each matter: ways of speaking of it, with commas between; one way may belong to several. */
  readonly rows: readonly string[];
}

/**
 * Ways of speaking by their first stem (field/matters.json): vocabulary to find a place by; it never says what a text
 * means, and nothing of it is printed.
 */
const ways = groupBy(
  readFieldTable<Table>("matters", { rows: [] })
    .rows.flatMap((row, matter) =>
      row.split(",").map((words) => ({ stems: contentStemList(words), matter })),
    )
    .filter(({ stems }) => stems.length > 0),
  ({ stems }) => stems[0] ?? "",
);

/** A text's content stems, and where they speak of a matter. */
export interface MatterOf {
  readonly stems: readonly string[];
  readonly spoken: readonly Spoken[];
}

export function readMatter(text: string): MatterOf {
  const stems = contentStemList(text);
  const spoken = stems.flatMap((stem, start) =>
    (ways.get(stem) ?? []).flatMap(({ stems: way, matter }) =>
      way.every((each, i) => stems[start + i] === each)
        ? [{ matter, start, end: start + way.length }]
        : [],
    ),
  );
  return { stems, spoken };
}

/** What a word counts that is said otherwise: the same word tells more. */
export const otherwise = 0.85;

/** 0 to 1: how much of what is asked is spoken of, each of its words alike. */
export function shareOfMatter(asked: MatterOf, said: MatterOf): number {
  return meanOf(meetWords(asked, said));
}

/** For each word of what is asked: 1 where it is said, `otherwise` where another of its matter is, 0 where neither is. */
export function meetWords(asked: MatterOf, said: MatterOf): number[] {
  const has = new Set(said.stems);
  const matters = new Set(said.spoken.map(({ matter }) => matter));
  const met = indexesOf(asked, ({ matter }) => matters.has(matter));
  return asked.stems.map((stem, i) => (has.has(stem) ? 1 : met.has(i) ? otherwise : 0));
}

/** Which words of what is asked can be said otherwise, by the table. */
export function wordsOfMatters(asked: MatterOf): ReadonlySet<number> {
  return indexesOf(asked, () => true);
}

function indexesOf({ spoken }: MatterOf, isMeant: (one: Spoken) => boolean): Set<number> {
  return new Set(
    spoken
      .filter(isMeant)
      .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
}

/** 0 for none. @param weights of each, alike when left out */
export function meanOf(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
): number {
  const total = weights.reduce((sum, each) => sum + each, 0);
  const sum = values.reduce((all, value, i) => all + value * (weights[i] ?? 0), 0);
  return total === 0 ? 0 : sum / total;
}
