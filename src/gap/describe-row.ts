// Takes a requirement, the units that speak of it and what they leave out; gives what is known of them together, by which a
// row is found and complete.
import { readMatter, shareOfMatter } from "../field/shared-matter.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { contentStemList } from "../text/content-stems.ts";
import type { Lack, LackKind } from "./find-lacks.ts";
import type { MeasureItem } from "./measure-items.ts";
import type { JudgedUnit } from "./own-document.ts";
import type { RowFeatures } from "./weights.ts";

/** What of a requirement stands by itself: "is written down" in "is reviewed, and is written down". */
export function limbsOf(asks: string): string[] {
  const limbs = asks
    .split(/[,;:]\s+(?:(?:and|or|that|where|which)\s+)?|\s+(?:and|or|that|where|which)\s+/)
    .map((limb) => limb.replace(/[.]$/, "").trim())
    .filter((limb) => contentStemList(limb).length > 1);
  return limbs.length === 0 ? [asks] : limbs;
}

/** @param best logarithm of the odds that the first of them speaks of it */
export function describeRow(
  { asks, row: { expects } }: Requirement,
  best: number,
  units: readonly JudgedUnit[],
  { missing, nearness }: { readonly missing: readonly Lack[]; readonly nearness: MeasureItem },
): RowFeatures {
  const said = readMatter(
    units.map(({ section, lead, text }) => `${section ?? ""}. ${lead} ${text}`).join(" "),
  );
  const count = (kind: LackKind): number => missing.filter((lack) => lack.kind === kind).length;
  const limbs = limbsOf(asks).map((limb) =>
    Math.max(0, ...units.map((unit) => nearness(limb, unit))),
  );
  return {
    best,
    share: shareOfMatter(readMatter(asks), said),
    leastLimb: Math.min(1, ...limbs),
    itemsAbsent: count("item") / Math.max(1, expects.list.length),
    recipientsAbsent: count("recipient") / Math.max(1, expects.recipient.length),
    limitOther: count("limit-other"),
    limitAbsent: count("limit"),
    turnAbsent: count("turn"),
    recordAbsent: count("record"),
    nameAbsent: count("name"),
    accessAbsent: count("access"),
    dateAbsent: count("date"),
  };
}
