// Takes evidence; gives how well whole units (a regulation, a heading) answer.
import { familyOf, unitOf } from "../place/address.ts";
import type { Evidence } from "./evidence.ts";

/** How much each further passage adds to its unit's best. */
const further = 0.15;

/** "regulation 28" of one document, one definition, or the innermost heading, in Schedules too. */
export function answeringUnitOf({ passage, document }: Evidence): string {
  const law = document.authority === "legislation" ? passage.spans : [];
  const units = new Set(law.flatMap(({ address }) => numberedUnit(address)));
  const [first] = units;
  // Definitions have nothing to do with their neighbours, but where several make one passage.
  const unit = units.size > 1 ? unitOf(first ?? "") : first;
  return `${document.id}#${unit ?? passage.trail.join("›")}`;
}

/** The regulation or the definition that an address of law lies in; none of a Schedule. */
function numberedUnit(address: string | null): string[] {
  if (address === null || !["reg", "s", "art", "rule"].includes(familyOf(address))) return [];
  return [/^.*\/def\/[^/]+/.exec(address)?.[0] ?? unitOf(address)];
}

/** A unit counts by its best passage, and a little by each further one; 1 for the best unit. */
export function scoreUnits(evidence: readonly Evidence[], best: number): Map<string, number> {
  const scores = new Map<string, number>();
  for (const candidate of evidence) {
    const unit = answeringUnitOf(candidate);
    const before = scores.get(unit);
    const share = candidate.score / best;
    scores.set(unit, before === undefined ? share : before + further * share);
  }
  return normalise(scores);
}

function normalise(scores: ReadonlyMap<string, number>): Map<string, number> {
  const top = Math.max(...scores.values(), Number.MIN_VALUE);
  return new Map([...scores].map(([key, score]) => [key, score / top]));
}
