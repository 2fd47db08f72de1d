// Takes a requirement and the units that may speak of it; gives the verdict, with what it rests on and what is missing.
import { readMatter, shareOfMatter } from "../field/shared-matter.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { bounds } from "./bounds.ts";
import { findLacks } from "./find-lacks.ts";
import { isDoneByOther, isIntent, isOfChildren } from "./find-flaw.ts";
import type { FoundUnit } from "./find-units.ts";
import type { Reason, Verdict } from "./matrix.ts";
import type { MeasureItem } from "./measure-items.ts";
import type { JudgedUnit } from "./own-document.ts";
import type { EmptyHeading } from "./own-unit.ts";

export interface RowJudgement {
  readonly verdict: Verdict;
  readonly why: Reason | null;
  readonly evidence: readonly JudgedUnit[];
  readonly near: readonly JudgedUnit[];
  readonly missing: string | null;
  /** Logarithm of the odds that what stands first speaks of it. */
  readonly score: number;
}

const most = { evidence: 3, near: 2 };

export function judgeRow(
  requirement: Requirement,
  found: readonly FoundUnit<JudgedUnit>[],
  emptyHeadings: readonly EmptyHeading[],
  nearness: MeasureItem,
): RowJudgement {
  const { row, asks } = requirement;
  const flawOf = (unit: JudgedUnit): Reason | null =>
    unit.flaw ?? (isDoneByOther(unit.text, row.holder) ? "other-person" : null);
  const speaking = found.filter(
    ({ unit, score }) =>
      score >= bounds.may &&
      flawOf(unit) === null &&
      !isOfChildren(unit, asks) &&
      (row.expects.statement || !isIntent(unit.text)),
  );
  const [best] = speaking;
  const flawed = found.find(({ unit, score }) => score >= bounds.may && flawOf(unit) !== null);
  const flaw = flawed === undefined ? null : flawOf(flawed.unit);
  const top = found[0]?.score ?? Number.NEGATIVE_INFINITY;
  const near = nearOf(found);
  if (best === undefined || (flawed !== undefined && hidesBest(flaw, flawed, best))) {
    if (flawed === undefined || flaw === null) {
      const heading = emptyHeadings.find(({ text }) => isAbout(asks, row.plansSay, text));
      const why = heading === undefined ? null : "heading-only";
      return { verdict: "not_found", why, evidence: [], near, missing: asks, score: top };
    }
    if (flaw === "blank" || flaw === "heading-only")
      return {
        verdict: "not_found",
        why: flaw,
        evidence: [],
        near: [flawed.unit],
        missing: asks,
        score: top,
      };
    const partly = { verdict: "partly", why: flaw, evidence: [flawed.unit], near: [] } as const;
    return { ...partly, missing: asks, score: flawed.score };
  }
  const units = speaking
    .filter(({ score }) => score >= best.score - bounds.within)
    .slice(0, most.evidence - 1)
    .map(({ unit }) => unit);
  const beside = found
    .filter(({ unit, score }) => flawOf(unit) === null && score >= bounds.may)
    .map(({ unit }) => unit);
  const { missing, completing } = findLacks(requirement, units, beside, nearness);
  const evidence = [...new Set([...units, ...completing])].slice(0, most.evidence);
  const { score } = best;
  if (score >= bounds.sure && missing.length === 0)
    return { verdict: "met", why: null, evidence, near: [], missing: null, score };
  const said = missing.length > 0 ? missing.join("; ") : asks;
  return { verdict: "partly", why: "one-limb", evidence, near: [], missing: said, score };
}

/** What is left blank, or only copied, is no better for a neighbour that comes less near. */
function hidesBest(
  flaw: Reason | null,
  flawed: FoundUnit<JudgedUnit>,
  best: FoundUnit<JudgedUnit>,
): boolean {
  return flaw === "blank" ? flawed.score > best.score : flawed.score > best.score + bounds.within;
}

function nearOf(found: readonly FoundUnit<JudgedUnit>[]): JudgedUnit[] {
  return found
    .filter(({ score }) => score >= bounds.near)
    .slice(0, most.near)
    .map(({ unit }) => unit);
}

/** A heading that names the matter, in the words of the row or of plans. */
export function isAbout(asks: string, plansSay: readonly string[], heading: string): boolean {
  const said = readMatter(heading);
  if (said.stems.length === 0) return false;
  const ways = [asks, ...plansSay].map((way) => readMatter(way));
  return (
    ways.some((way) => shareOfMatter(said, way) >= 0.8 && said.stems.length > 1) ||
    ways.slice(1).some((way) => shareOfMatter(way, said) >= 0.9)
  );
}
