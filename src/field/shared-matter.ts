// Takes what is asked and a text; gives the share of what is asked that the text speaks of, in its words or in others of
// the same matter.
import { waysOfSpeaking } from "./same-matter.ts";
import { groupBy } from "../lists.ts";
import { contentStemList } from "../text/content-stems.ts";

/** A stretch of a text's stems, end exclusive, that speaks of a matter. */
interface Spoken {
  readonly matter: number;
  readonly start: number;
  readonly end: number;
}

/** Ways of speaking by their first stem. */
const ways = groupBy(
  waysOfSpeaking
    .map(({ words, matter }) => ({ stems: contentStemList(words), matter }))
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

/** 0 to 1. */
export function shareOfMatter(asked: MatterOf, said: MatterOf): number {
  const has = new Set(said.stems);
  const matters = new Set(said.spoken.map(({ matter }) => matter));
  const met = new Set(
    asked.spoken
      .filter(({ matter }) => matters.has(matter))
      .flatMap(({ start, end }) => asked.stems.slice(start, end)),
  );
  const worth = asked.stems.map((stem) => (has.has(stem) ? 1 : met.has(stem) ? otherwise : 0));
  return worth.reduce<number>((sum, each) => sum + each, 0) / Math.max(1, worth.length);
}
