// Takes evidence; gives the rest of the regulations and headings that rank best.
import type { Library } from "../library/library.ts";
import type { Evidence } from "./evidence.ts";
import { answeringUnitOf, scoreUnits } from "./score-units.ts";

/** How many of the best regulations or headings are completed, and of law alone. */
const completed = { units: 4, law: 2 };
/** How far around a passage the rest of its unit is sought. */
const reach = 6;
/** A passage brought in by its unit counts this much of the unit's best. */
const share = 0.8;

/** A regulation's conditions and exceptions stand in its other paragraphs, whether or not they match the words. */
export async function completeUnits(
  pooled: readonly Evidence[],
  library: Library,
): Promise<Evidence[]> {
  const best = pooled[0]?.score ?? 0;
  const scores = [...scoreUnits(pooled, best)].sort(
    (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  );
  const seeds = new Map<string, Evidence>();
  for (const each of pooled) {
    const unit = answeringUnitOf(each);
    if (!seeds.has(unit)) seeds.set(unit, each);
  }
  const units = scores.map(([unit]) => unit);
  const law = units.filter((unit) => seeds.get(unit)?.document.authority === "legislation");
  const wanted = new Set([...units.slice(0, completed.units), ...law.slice(0, completed.law)]);
  const rest = await Promise.all(
    [...wanted].map(async (unit) => {
      const seed = seeds.get(unit);
      if (!seed) return [];
      const { ordinal, documentId } = seed.passage;
      const near = await library.passagesOf(documentId, ordinal - reach, ordinal + reach);
      const score = share * seed.score;
      return near
        .map((passage): Evidence => ({ ...seed, passage, score, signals: {}, similarity: 0 }))
        .filter((evidence) => answeringUnitOf(evidence) === unit);
    }),
  );
  const known = new Set(pooled.map(({ passage }) => passage.id));
  return rest.flat().filter(({ passage }) => !known.has(passage.id));
}
