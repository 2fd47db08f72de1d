// Takes a requirement and the units that may speak of it; gives the verdict, with what it rests on and what is missing.
import { readMatter, shareOfMatter } from "../field/shared-matter.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { bounds } from "./bounds.ts";
import { describeRow } from "./describe-row.ts";
import { findLacks, type Lack } from "./find-lacks.ts";
import { isDoneByOther, isIntent, isOfChildren } from "./find-flaw.ts";
import type { FoundUnit } from "./find-units.ts";
import type { Reason, Verdict } from "./matrix.ts";
import type { MeasureItem } from "./measure-items.ts";
import type { JudgedUnit } from "./own-document.ts";
import type { EmptyHeading } from "./own-unit.ts";
import { addUp, rowModel, type RowFeatures, type RowModel } from "./weights.ts";

export interface RowJudgement {
  readonly verdict: Verdict;
  readonly why: Reason | null;
  readonly evidence: readonly JudgedUnit[];
  readonly near: readonly JudgedUnit[];
  readonly missing: string | null;
  /** 0 to 1: how likely the verdict is right, before it is measured against development rows. */
  readonly likelihood: number;
}

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
  model: RowModel = rowModel,
): RowJudgement {
  const { found, complete, least } = model;
  if (flawed !== null && flaw !== null && (best === null || hidesBest(flaw, flawed, best))) {
    const units = [flawed.unit];
    if (flaw === "blank" || flaw === "heading-only")
      return { ...nothing(asks), why: flaw, near: units, likelihood: likelihoods.blank };
    const likelihood = likelihoodOf(flawed.score);
    if (likelihood >= least.flawed) return { ...partly(flaw, asks), evidence: units, likelihood };
  }
  const silent = { ...nothing(asks), why: isHeaded ? "heading-only" : null, near } as const;
  if (read === null) return { ...silent, likelihood: likelihoods.silent };
  const stands = likelihoodOf(addUp(found, read.features));
  const whole = likelihoodOf(addUp(complete, read.features));
  const evidence = read.evidence.slice(0, most.evidence);
  if (stands < least.found) return { ...silent, likelihood: 1 - stands };
  if (whole < least.whole && read.missing.length > 0) {
    const says = read.missing.map((lack) => lack.says).join("; ");
    return { ...partly("one-limb", says), evidence, likelihood: stands * (1 - whole) };
  }
  const likelihood = stands * whole;
  if (likelihood < least.met) return { ...silent, likelihood: 1 - stands };
  return { verdict: "met", why: null, evidence, near: [], missing: null, likelihood };
}

function partly(
  why: Reason,
  missing: string,
): Pick<RowJudgement, "verdict" | "why" | "missing" | "near"> {
  return { verdict: "partly", why, missing, near: [] };
}

const likelihoods = { blank: 0.8, silent: 0.9 };

function nothing(asks: string): Omit<RowJudgement, "why" | "likelihood"> {
  return { verdict: "not_found", evidence: [], near: [], missing: asks };
}

function likelihoodOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** What stands near a row, apart by whether it may prove anything. */
export interface Sight {
  /** Best first. */
  readonly speaking: readonly Unit[];
  readonly sound: readonly Unit[];
  readonly best: Unit | null;
  readonly flawed: Unit | null;
  readonly flaw: Reason | null;
}

export function sightUnits({ row, asks }: Requirement, found: readonly Unit[]): Sight {
  const flawOf = (unit: JudgedUnit): Reason | null =>
    unit.flaw ?? (isDoneByOther(unit.text, row.holder) ? "other-person" : null);
  const near = found.filter(({ score }) => score >= bounds.may);
  const sound = near.filter(({ unit }) => flawOf(unit) === null);
  const speaking = sound.filter(
    ({ unit }) => !isOfChildren(unit, asks) && (row.expects.statement || !isIntent(unit.text)),
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

export interface ReadRow {
  readonly features: RowFeatures;
  readonly missing: readonly Lack[];
  readonly evidence: readonly JudgedUnit[];
}

/** @param sight with at least one unit that speaks of the row */
export function readRow(
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
  const evidence = [...new Set([...units, ...completing])];
  return {
    features: describeRow(requirement, best, evidence, { missing, nearness }),
    missing,
    evidence,
  };
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
