// Takes a requirement and the units that may speak of it; gives the verdict, with what it rests on and what is missing.
import { readMatter, shareOfMatter } from "../field/shared-matter.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { bounds } from "./bounds.ts";
import { isNameAlone } from "./conflicts/posts.ts";
import { findLacks } from "./find-lacks.ts";
import { isDoneByOther, isIntent, isOfChildren } from "./find-flaw.ts";
import type { FoundUnit } from "./find-units.ts";
import type { Reason, Verdict } from "./matrix.ts";
import type { MeasureItem } from "./measure-items.ts";
import type { JudgedUnit } from "./own-document.ts";
import type { EmptyHeading } from "./own-unit.ts";
import { rowBounds, type RowBounds } from "./weights.ts";

export interface RowJudgement {
  readonly verdict: Verdict;
  readonly why: Reason | null;
  readonly evidence: readonly JudgedUnit[];
  readonly near: readonly JudgedUnit[];
  readonly missing: string | null;
  /** What the verdict rests on, and logarithm of the odds that what stands first speaks of the row: see `confidenceOf`. */
  readonly ground: Ground;
  readonly score: number;
}

export type Ground = "ruled-out" | "said" | "lack" | "unsure" | "flaw" | "blank" | "silent";

type Unit = FoundUnit<JudgedUnit>;

const most = { evidence: 3, near: 2 };

export function judgeRow(
  requirement: Requirement,
  found: readonly Unit[],
  emptyHeadings: readonly EmptyHeading[],
  nearness: MeasureItem,
): RowJudgement {
  return decideRow(requirement, sightRow(requirement, found, emptyHeadings, nearness));
}

/** All that a verdict rests on. */
export interface RowSight extends Sight {
  readonly near: readonly JudgedUnit[];
  readonly isHeaded: boolean;
  /** Null where nothing speaks of it. */
  readonly read: ReadRow | null;
}

/** @public scripts/fit-gap.mjs fits what it sees */
export function sightRow(
  requirement: Requirement,
  found: readonly Unit[],
  emptyHeadings: readonly EmptyHeading[],
  nearness: MeasureItem,
): RowSight {
  const { row, asks } = requirement;
  const sight = sightUnits(requirement, found);
  return {
    ...sight,
    near: nearOf(found),
    isHeaded: emptyHeadings.some(({ text }) => isAbout(asks, row.plansSay, text)),
    read: sight.best === null ? null : readRow(requirement, sight, nearness),
  };
}

export function decideRow(
  { asks }: Requirement,
  { best, flawed, flaw, near, isHeaded, read }: RowSight,
  least: RowBounds = rowBounds,
): RowJudgement {
  if (flawed !== null && flaw !== null && (best === null || hidesBest(flaw, flawed, best))) {
    const { score } = flawed;
    const units = [flawed.unit];
    if (flaw === "blank" || flaw === "heading-only")
      return { ...nothing(asks), why: flaw, near: units, ground: "blank", score };
    if (score >= least.flawed)
      return { ...partly(flaw, asks), evidence: units, ground: "flaw", score };
  }
  const score = best?.score ?? bounds.may;
  const why = isHeaded ? "heading-only" : null;
  if (read === null || score < least.found)
    return { ...nothing(asks), why, near, ground: "silent", score };
  const evidence = read.evidence.slice(0, most.evidence);
  if (read.missing.length > 0)
    return { ...partly("one-limb", read.missing.join("; ")), evidence, ground: "lack", score };
  if (score >= least.met)
    return { verdict: "met", why: null, evidence, near: [], missing: null, ground: "said", score };
  return { ...partly("one-limb", `not plainly said: ${asks}`), evidence, ground: "unsure", score };
}

function partly(
  why: Reason,
  missing: string,
): Pick<RowJudgement, "verdict" | "why" | "missing" | "near"> {
  return { verdict: "partly", why, missing, near: [] };
}

function nothing(asks: string): Omit<RowJudgement, "why" | "ground" | "score"> {
  return { verdict: "not_found", evidence: [], near: [], missing: asks };
}

/** What stands near a row, apart by whether it may prove anything. */
interface Sight {
  /** Best first. */
  readonly speaking: readonly Unit[];
  readonly sound: readonly Unit[];
  readonly best: Unit | null;
  readonly flawed: Unit | null;
  readonly flaw: Reason | null;
}

function sightUnits({ row, asks }: Requirement, found: readonly Unit[]): Sight {
  const flawOf = (unit: JudgedUnit): Reason | null =>
    unit.flaw ?? (isDoneByOther(unit.text, row.holder) ? "other-person" : null);
  const near = found.filter(({ score }) => score >= bounds.may);
  const sound = near.filter(({ unit }) => flawOf(unit) === null);
  const speaking = sound.filter(
    ({ unit }) =>
      !isOfChildren(unit, asks) &&
      (row.expects.statement || (!isIntent(unit.text) && !isNameAlone(unit))),
  );
  const flawed = near.find(({ unit }) => flawOf(unit) !== null) ?? null;
  return {
    speaking,
    sound,
    best: speaking[0] ?? null,
    flawed,
    flaw: flawed === null ? null : flawOf(flawed.unit),
  };
}

interface ReadRow {
  readonly missing: readonly string[];
  readonly evidence: readonly JudgedUnit[];
}

/** @param sight with at least one unit that speaks of the row */
function readRow(
  requirement: Requirement,
  { speaking, sound }: Sight,
  nearness: MeasureItem,
): ReadRow {
  const best = speaking[0]?.score ?? Number.NEGATIVE_INFINITY;
  const units = speaking
    .filter(({ score }) => score >= best - bounds.within)
    .slice(0, most.evidence - 1)
    .map(({ unit }) => unit);
  const beside = sound.map(({ unit }) => unit);
  const { missing, completing } = findLacks(requirement, units, beside, nearness);
  return { missing, evidence: [...new Set([...units, ...completing])] };
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
