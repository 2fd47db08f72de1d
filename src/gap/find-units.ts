// Takes requirements and the units of own documents; gives for each requirement the units that may speak of it, with how
// likely each does.
//
// A policy is near to every duty of its subject. So it counts as well how much nearer a unit comes to another
// requirement of the set, and words that few of them have count for more.
import type { PassageVectors, QuestionVectors, TokenEmbedder } from "../embed/token-embedder.ts";
import { readMatter, shareOfMatter, type MatterOf } from "../field/shared-matter.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { maxSim } from "../retrieve/max-sim.ts";
import { contentStemList } from "../text/content-stems.ts";
import type { OwnUnit } from "./own-unit.ts";

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
  /** Stems of its words, and numbers of the matters that they speak of. */
  readonly stems: ReadonlySet<string>;
  readonly matters: ReadonlySet<number>;
  readonly heading: MatterOf;
}

/**
 * What adds up to the score: nearness of tokens to what is asked and to the words of the provision, likeness to the ways
 * in which plans speak of it and the share of one of them that stands there, the share of what is asked that it speaks
 * of, its heading alone, and by how much it comes nearer to another requirement. Fitted on 148 rows (docs/gap.md).
 */
const weights = {
  constant: -5.1,
  near: 3.1,
  nearLaw: 2.2,
  likePlan: 1.5,
  saysPlan: 2.4,
  spoken: 1,
  headed: 0.2,
  behind: -4.6,
  behindPlan: -4.8,
};
/** Units that are compared token by token, for each requirement. */
const compared = 24;
/** Texts longer than this, in characters, are cut for comparing. */
const longest = 400;
/**
 * The more units there are, the nearer the nearest of them comes by chance: beyond so many, as the documents had that
 * the weights were fitted on, what each further power of e takes away.
 */
const manyUnits = { from: 33, worth: -0.4 };
/** In a set of fewer rows too few others could be nearer; what they would take away. */
const fewRows = { least: 10, worth: -0.8 };

/** One for each unit, in their order; headers and footers say what a document is, and arrange nothing. */
export async function prepareUnits<U extends OwnUnit>(
  all: readonly U[],
  embedder: TokenEmbedder,
  signal?: AbortSignal,
): Promise<PreparedUnit<U>[]> {
  const units = all.filter(({ kind }) => kind !== "running");
  const texts = units.map(titled);
  const distinct = [...new Set(texts)];
  const vectors = await embedder.embedPassages(distinct, signal);
  const byText = new Map(distinct.map((text, i) => [text, vectors[i]]));
  return units.flatMap((unit, i) => {
    const made = byText.get(texts[i] ?? "");
    if (made === undefined) return [];
    const { stems, spoken } = readMatter(texts[i] ?? "");
    const matters = new Set(spoken.map(({ matter }) => matter));
    const heading = readMatter(unit.section ?? "");
    return [{ unit, vectors: made, stems: new Set(stems), matters, heading }];
  });
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
  readonly plan: Float32Array;
  readonly ways: readonly (readonly string[])[];
  readonly wanted: MatterOf;
}

/** One list for each requirement, best first. */
export async function findUnits<U extends OwnUnit>(
  requirements: readonly Requirement[],
  units: readonly PreparedUnit<U>[],
  embedder: TokenEmbedder,
): Promise<FoundUnit<U>[][]> {
  const rows = await prepareRows(requirements, embedder);
  const rarity = measureRarity(rows.map(({ wanted }) => wanted.stems));
  const likes = rows.map(({ asked, plan }) => ({
    asked: units.map(({ vectors }) => dot(asked.pooled, vectors.pooled)),
    plan: units.map(({ vectors }) => dot(plan, vectors.pooled)),
  }));
  const best = units.map((_, i) => ({
    asked: likes.reduce((most, one) => Math.max(most, one.asked[i] ?? -1), -1),
    plan: likes.reduce((most, one) => Math.max(most, one.plan[i] ?? -1), -1),
  }));
  const base =
    weights.constant +
    (rows.length < fewRows.least ? fewRows.worth : 0) +
    manyUnits.worth * Math.max(0, Math.log(units.length / manyUnits.from));
  return rows.map((row, r) =>
    units
      .map((one, i) => {
        const [like, likePlan] = [likes[r]?.asked[i] ?? 0, likes[r]?.plan[i] ?? 0];
        const score =
          base +
          weights.likePlan * likePlan +
          weights.saysPlan * shareOfWays(row.ways, one.stems) +
          weights.spoken * weighShare(row.wanted, one, rarity) +
          weights.headed * shareOfMatter(row.wanted, one.heading) +
          weights.behind * ((best[i]?.asked ?? 0) - like) +
          weights.behindPlan * ((best[i]?.plan ?? 0) - likePlan);
        return { one, score, worth: score + (weights.near + weights.nearLaw) * like };
      })
      .toSorted((a, b) => b.worth - a.worth || byPlace(a.one.unit, b.one.unit))
      .slice(0, compared)
      .map(({ one: { unit, vectors }, score }) => {
        const near = maxSim(row.asked, vectors.tokens, embedder.tokenDimensions);
        const nearLaw = maxSim(row.law, vectors.tokens, embedder.tokenDimensions);
        return { unit, score: score + weights.near * near + weights.nearLaw * nearLaw };
      })
      .toSorted((a, b) => b.score - a.score || byPlace(a.unit, b.unit)),
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
  const plans = requirements.map(({ row: { plansSay }, asks }) => plansSay.join(", ") || asks);
  const vectors = await embedder.embed(plans);
  const known = new Map<string, QuestionVectors>();
  const embed = async (text: string): Promise<QuestionVectors> => {
    const held = known.get(text) ?? (await embedder.embedQuestion(text));
    known.set(text, held);
    return held;
  };
  const rows: PreparedRow[] = [];
  for (const [i, { row, asks, led }] of requirements.entries()) {
    const ways = row.plansSay.map((way) => contentStemList(way)).filter((way) => way.length > 0);
    const asked = await embed(asks.slice(0, longest));
    const law = await embed(led.slice(0, longest));
    const plan = vectors[i] ?? asked.pooled;
    rows.push({ asked, law, plan, ways, wanted: readMatter(asks) });
  }
  return rows;
}

/** How much a word tells of which requirement is meant: the fewer have it, the more. */
function measureRarity(rows: readonly (readonly string[])[]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const stems of rows)
    for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => Math.log((rows.length + 1) / ((counts.get(stem) ?? 0) + 0.5));
}

/** As `shareOfMatter`, rare words counting for more. */
function weighShare(
  asked: MatterOf,
  { stems, matters }: Pick<PreparedUnit<OwnUnit>, "stems" | "matters">,
  rarity: (stem: string) => number,
): number {
  const met = new Set(
    asked.spoken
      .filter(({ matter }) => matters.has(matter))
      .flatMap(({ start, end }) => asked.stems.slice(start, end)),
  );
  const all = asked.stems.reduce((sum, stem) => sum + rarity(stem), 0);
  const spoken = asked.stems.reduce(
    (sum, stem) => sum + (stems.has(stem) ? rarity(stem) : met.has(stem) ? 0.85 * rarity(stem) : 0),
    0,
  );
  return all === 0 ? 0 : spoken / all;
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
