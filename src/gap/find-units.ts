// Takes requirements and the units of own documents; gives for each requirement the units that may speak of it, with how
// likely each does.
//
// A policy is near to every duty of its subject. So it counts as well how much nearer a unit comes to another
// requirement of the set, and words that few of them have count for more.
import type { PassageVectors, QuestionVectors, TokenEmbedder } from "../embed/token-embedder.ts";
import { readMatter } from "../field/shared-matter.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { maxSim } from "../retrieve/max-sim.ts";
import { contentStemList } from "../text/content-stems.ts";
import type { OwnUnit } from "./own-unit.ts";
import { addUp, unitWeights, type UnitFeatures } from "./weights.ts";

/** A unit that may speak of a requirement. */
export interface FoundUnit<U extends OwnUnit> {
  readonly unit: U;
  /** Logarithm of the odds that it does. */
  readonly score: number;
}

/** A unit as it is compared: it is put through the model once. */
export interface PreparedUnit<U extends OwnUnit> {
  readonly unit: U;
  readonly vectors: PassageVectors;
  readonly stems: ReadonlySet<string>;
  /** Token vectors of it and of its neighbours in the section: what leads to it, and what goes on about it. */
  readonly around: Int8Array;
  /** Mean direction of what stands in its section, and in its document. */
  readonly section: Float32Array;
  readonly document: Float32Array;
}

/** Units that are compared token by token, for each requirement. */
const compared = 32;
/** Texts longer than this, in characters, are cut for comparing. */
const longest = 400;
/**
 * The more units there are, the nearer the nearest of them comes by chance: beyond so many, as the documents had that
 * the weights were fitted on, what each further power of e takes away. Chosen on development rows among six documents on
 * other matters: of rows that are not met .05 are called so with -0.4, .08 with -0.2, .11 with 0; of those that are not
 * "not found" .13, .08 and .06.
 */
const manyUnits = { from: 33, worth: -0.25 };
/** One for each unit, in their order. */
export async function prepareUnits<U extends OwnUnit>(
  units: readonly U[],
  embedder: TokenEmbedder,
  signal?: AbortSignal,
): Promise<PreparedUnit<U>[]> {
  const texts = units.map(titled);
  const distinct = [...new Set(texts)];
  const vectors = await embedder.embedPassages(distinct, signal);
  const byText = new Map(distinct.map((text, i) => [text, vectors[i]]));
  const made = texts.map((text) => byText.get(text));
  const sections = meanBy(sectionKey, units, made);
  const documents = meanBy(({ file }) => file, units, made);
  return units.flatMap((unit, i) => {
    const own = made[i];
    if (own === undefined) return [];
    const stems = new Set(readMatter(texts[i] ?? "").stems);
    const around = join(
      [i - 1, i, i + 1].filter((at) => isBeside(unit, units[at])),
      made,
    );
    const section = sections.get(sectionKey(unit)) ?? own.pooled;
    const document = documents.get(unit.file) ?? own.pooled;
    return [{ unit, vectors: own, stems, around, section, document }];
  });
}

function sectionKey({ file, headings }: OwnUnit): string {
  return [file, ...headings].join("\n");
}

function isBeside(unit: OwnUnit, other: OwnUnit | undefined): boolean {
  if (other === undefined || other === unit) return other === unit;
  return other.kind !== "running" && sectionKey(other) === sectionKey(unit);
}

function join(at: readonly number[], made: readonly (PassageVectors | undefined)[]): Int8Array {
  const parts = at.flatMap((i) => made[i]?.tokens ?? []);
  const joined = new Int8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}

function meanBy(
  keyOf: (unit: OwnUnit) => string,
  units: readonly OwnUnit[],
  made: readonly (PassageVectors | undefined)[],
): Map<string, Float32Array> {
  const byKey = new Map<string, Float32Array[]>();
  for (const [i, unit] of units.entries()) {
    const { pooled } = made[i] ?? {};
    if (pooled === undefined) continue;
    const key = keyOf(unit);
    byKey.set(key, [...(byKey.get(key) ?? []), pooled]);
  }
  return new Map([...byKey].map(([key, vectors]) => [key, meanOf(vectors)]));
}

/** Mean direction of vectors of one length. */
function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] as number) + (vector[k] as number);
  const length = Math.sqrt(dot(sum, sum)) || 1;
  return sum.map((value) => value / length);
}

function titled({ section, lead, text }: OwnUnit): string {
  const head = section === null ? "" : `${section}.`;
  const parts = [head, lead.slice(-longest / 2), text.slice(0, longest)];
  return parts.filter((part) => part !== "").join(" ");
}

/** A requirement as it is compared. */
interface PreparedRow {
  readonly asked: QuestionVectors;
  readonly law: QuestionVectors;
  readonly plan: QuestionVectors;
  readonly ways: readonly (readonly string[])[];
}

/** What is known of a unit next to a requirement. */
export interface DescribedUnit<U extends OwnUnit> {
  readonly unit: U;
  readonly features: UnitFeatures;
}

/** One list for each requirement, best first. */
export async function findUnits<U extends OwnUnit>(
  requirements: readonly Requirement[],
  units: readonly PreparedUnit<U>[],
  embedder: TokenEmbedder,
): Promise<FoundUnit<U>[][]> {
  const described = await describeUnits(requirements, units, embedder);
  const base = lengthWorth(units.length);
  return described.map((row) =>
    row
      .map(({ unit, features }) => ({ unit, score: base + addUp(unitWeights, features) }))
      .toSorted((a, b) => b.score - a.score || byPlace(a.unit, b.unit)),
  );
}

/**
 * What is added to each score for the number of units. That of requirements makes little difference: with 4 of a set's rows
 * the right units score .35 less, the best of the wrong .21 more.
 * @public scripts/fit-gap.mjs
 */
export function lengthWorth(units: number): number {
  return manyUnits.worth * Math.max(0, Math.log(units / manyUnits.from));
}

/**
 * For each requirement the units that come nearest to it.
 * @public scripts/fit-gap.mjs fits the weights of these
 */
export async function describeUnits<U extends OwnUnit>(
  requirements: readonly Requirement[],
  units: readonly PreparedUnit<U>[],
  embedder: TokenEmbedder,
): Promise<DescribedUnit<U>[][]> {
  const rows = await prepareRows(requirements, embedder);
  const size = embedder.tokenDimensions;
  const set = meanOf(rows.map(({ plan }) => plan.pooled));
  const likes = rows.map(({ plan }) =>
    units.map(({ vectors }) => dot(plan.pooled, vectors.pooled)),
  );
  const plans = units.map((_, i) => {
    const all = likes.map((row) => row[i] ?? 0);
    const mean = all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
    return { mean, most: Math.max(-1, ...all) };
  });
  const near = rows.map((row, r) =>
    units
      .map((one, at) => ({
        one,
        at,
        worth: (likes[r]?.[at] ?? 0) + dot(row.asked.pooled, one.vectors.pooled),
      }))
      .toSorted((a, b) => b.worth - a.worth || byPlace(a.one.unit, b.one.unit))
      .slice(0, compared)
      .map(({ one, at }) => ({
        at,
        asked: maxSim(row.asked, one.vectors.tokens, size),
        law: maxSim(row.law, one.vectors.tokens, size),
      })),
  );
  const most = units.map(() => ({ asked: -1, law: -1 }));
  for (const { at, asked, law } of near.flat()) {
    const held = most[at] ?? { asked, law };
    held.asked = Math.max(held.asked, asked);
    held.law = Math.max(held.law, law);
  }
  return rows.map((row, r) =>
    (near[r] ?? []).flatMap(({ at, asked, law }) => {
      const one = units[at];
      if (one === undefined) return [];
      const like = likes[r]?.[at] ?? 0;
      const features: UnitFeatures = {
        nearPlan: maxSim(row.plan, one.vectors.tokens, size),
        lawAround: maxSim(row.law, one.around, size),
        behindAsked: (most[at]?.asked ?? asked) - asked,
        behindLaw: (most[at]?.law ?? law) - law,
        behindPlan: (plans[at]?.most ?? like) - like,
        abovePlan: like - (plans[at]?.mean ?? 0),
        saysPlan: shareOfWays(row.ways, one.stems),
        planSection: dot(row.plan.pooled, one.section),
        ofSet: Math.max(dot(set, one.section), dot(set, one.document)),
      };
      return [{ unit: one.unit, features }];
    }),
  );
}

/** By file name and place in it: the order in which files were given does not show. */
function byPlace(a: OwnUnit, b: OwnUnit): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.at - b.at;
}

async function prepareRows(
  requirements: readonly Requirement[],
  embedder: TokenEmbedder,
): Promise<PreparedRow[]> {
  const known = new Map<string, QuestionVectors>();
  const embed = async (text: string): Promise<QuestionVectors> => {
    const held = known.get(text) ?? (await embedder.embedQuestion(text));
    known.set(text, held);
    return held;
  };
  const rows: PreparedRow[] = [];
  for (const { row, asks, led } of requirements) {
    const ways = row.plansSay.map((way) => contentStemList(way)).filter((way) => way.length > 0);
    const asked = await embed(asks.slice(0, longest));
    const law = await embed(led.slice(0, longest));
    const plan = await embed(row.plansSay.join(", ") || asks);
    rows.push({ asked, law, plan, ways });
  }
  return rows;
}

/** The largest share of one way of speaking that is there, word by word; one word alone tells less. */
function shareOfWays(ways: readonly (readonly string[])[], stems: ReadonlySet<string>): number {
  const shares = ways.map((way) => {
    const share = way.filter((stem) => stems.has(stem)).length / way.length;
    return way.length === 1 ? share * 0.7 : share;
  });
  return Math.max(0, ...shares);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
