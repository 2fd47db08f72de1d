// Takes the places a search gave and what a question needs; gives where each need is met, and the usual measures.
import { basename } from "node:path";
import type { EvalQuestion, EvidencePlace } from "./eval-question.ts";
import type { SearchResult } from "./search-library.ts";

/** One page of a file, or one section of a file without pages: the unit in which results are counted. */
export type FoundPlace = Pick<SearchResult, "file" | "page" | "section" | "locator">;

/** Distinct places in order of rank; a result on two pages counts as two. */
export function listPlaces(results: readonly SearchResult[]): FoundPlace[] {
  const places = new Map<string, FoundPlace>();
  for (const { file, page, pageEnd, section, locator } of results) {
    const last = pageEnd ?? page ?? 0;
    for (let at = page ?? 0; at <= last; at += 1) {
      const place = { file: basename(file), page: page === null ? null : at, section, locator };
      const key = page === null ? fold(section) : `${at}`;
      if (!places.has(`${file}#${key}`)) places.set(`${file}#${key}`, place);
    }
  }
  return [...places.values()];
}

/** For each need the rank (from 1) of the first place that meets it; null where none does. */
export function rankNeeds(
  question: EvalQuestion,
  places: readonly FoundPlace[],
): (number | null)[] {
  return question.needs.map(({ anyOf }) => {
    const at = places.findIndex((place) => anyOf.some((wanted) => meets(place, wanted)));
    return at < 0 ? null : at + 1;
  });
}

function meets(place: FoundPlace, { file, pages, section, locator }: EvidencePlace): boolean {
  if (place.file !== file) return false;
  if (pages !== undefined) return place.page !== null && pages.includes(place.page);
  if (section !== undefined) return fold(place.section).includes(fold(section));
  return locator === undefined || (place.locator ?? "").split(", ").includes(locator);
}

/** Rank by which all needs are met; null when one is not. */
export function rankOfAll(ranks: readonly (number | null)[]): number | null {
  return ranks.reduce<number | null>(
    (worst, rank) => (worst === null || rank === null ? null : Math.max(worst, rank)),
    0,
  );
}

export function recallAt(ranks: readonly (number | null)[], k: number): number {
  return ranks.filter((rank) => rank !== null && rank <= k).length / ranks.length;
}

/** Precision at each need met among the first `k`, added up, over all needs (trec_eval's map_cut_k). */
export function averagePrecisionAt(ranks: readonly (number | null)[], k: number): number {
  const met = ranks
    .filter((rank): rank is number => rank !== null && rank <= k)
    .sort((a, b) => a - b);
  return met.reduce((sum, rank, at) => sum + (at + 1) / rank, 0) / ranks.length;
}

/** Gain of each need divided by log2(1 + rank), over that of the best order (Järvelin and Kekäläinen, 2002). */
export function discountedGainAt(
  question: EvalQuestion,
  ranks: readonly (number | null)[],
  k: number,
): number {
  const gain = (grade: number, rank: number) => grade / Math.log2(1 + rank);
  const got = ranks.reduce<number>((sum, rank, at) => {
    if (rank === null || rank > k) return sum;
    return sum + gain(question.needs[at]?.grade ?? 0, rank);
  }, 0);
  const grades = question.needs.map(({ grade }) => grade).sort((a, b) => b - a);
  const best = grades.slice(0, k).reduce((sum, grade, at) => sum + gain(grade, at + 1), 0);
  return best === 0 ? 0 : got / best;
}

/** Of a share of so many questions: Wilson's score interval at 95 % (Wilson, 1927), to four digits. */
export function intervalOf(share: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const bound = (value: number) =>
    Number(Math.min(1, Math.max(0, value / (1 + z ** 2 / of))).toFixed(4));
  return [bound(middle - half), bound(middle + half)];
}

/** How likely so uneven a count of better and worse is by chance alone: the sign test, two-sided, exact up to rounding. */
export function signTest(better: number, worse: number): number {
  const all = better + worse;
  const fewer = Math.min(better, worse);
  let [term, sum] = [-all * Math.log(2), 0];
  for (let k = 0; k <= fewer; k += 1) {
    sum += Math.exp(term);
    term += Math.log(all - k) - Math.log(k + 1);
  }
  return Number(Math.min(1, 2 * sum).toFixed(4));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}
