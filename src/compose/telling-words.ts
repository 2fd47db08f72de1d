// Takes the text of a place and how telling words are; gives how much of its beginning says what the place is about.
import { readExceptionAhead } from "../verify/conditions.ts";
import { contentStemList } from "../text/content-stems.ts";

/** How telling a stem is among the passages found: ln(1 + passages / passages with it). */
export type StemWeights = ReadonlyMap<string, number>;

/**
 * Words of an opening: before the fewest no pause counts, behind the most none is waited for. A text of no more than
 * `whole` is not cut where nothing pauses: what would be lost is often its time limit.
 */
const words = { fewest: 5, most: 16, whole: 28 };
/** Weight of words that tell what a place is about, and of words that tell it well. */
const weight = { least: 6.5, enough: 9 };

/**
 * Up to the first pause by which enough is told, else as far as an opening goes, to a pause or to where a phrase ends.
 * No opening ends before an exception.
 * @returns the end in the text, or null where its beginning tells nothing
 */
export function findTellingEnd(text: string, weights: StemWeights): number | null {
  const { pauses, phrases, whole } = findEnds(text);
  const enough = pauses.find((end) => weigh(text.slice(0, end), weights) >= weight.enough);
  const last = whole ? text.length : Math.max(0, ...pauses, ...phrases);
  const end = enough ?? last;
  if (!tellsEnough(text.slice(0, end), weights)) return null;
  return text.slice(0, end).replace(/[;,:—](?: (?:and|or))?$/, "").length;
}

/** Whether words, of an opening or a heading, tell what stands there. */
export function tellsEnough(text: string, weights: StemWeights): boolean {
  return weigh(text, weights) >= weight.least;
}

interface Ends {
  /** Behind words with a mark that a reader pauses at. */
  readonly pauses: readonly number[];
  /** Between words that carry meaning and words that join. */
  readonly phrases: readonly number[];
  /** The text is no longer than an opening. */
  readonly whole: boolean;
}

function findEnds(text: string): Ends {
  const found = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, index }));
  const pauses: number[] = [];
  const phrases: number[] = [];
  for (const [i, { word, index }] of found.slice(0, words.most).entries()) {
    const end = index + word.length;
    if (i + 1 < words.fewest || readExceptionAhead(text.slice(end)) !== null) continue;
    if (/[,;:.—]$/.test(word)) pauses.push(end);
    else if (carriesMeaning(word) && isJoining(found[i + 1]?.word ?? "")) phrases.push(end);
  }
  return { pauses, phrases, whole: found.length <= words.whole };
}

/** Numbers carry none here: the name of a place has its own. */
function tellingStems(text: string): string[] {
  return [...new Set(contentStemList(text))].filter((stem) => !/^\d/.test(stem));
}

function carriesMeaning(word: string): boolean {
  return tellingStems(word).length > 0;
}

/** Not a number: "in regulation" says nothing without it. */
function isJoining(word: string): boolean {
  return !carriesMeaning(word) && !/\d/.test(word);
}

function weigh(text: string, weights: StemWeights): number {
  return tellingStems(text).reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0);
}
