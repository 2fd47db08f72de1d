// Takes how a row was judged; gives how likely the verdict is right, as measured on development rows (docs/gap.md).
import { bounds } from "./bounds.ts";
import type { RowJudgement } from "./judge-row.ts";

/** What is right at the bound itself, and at `far` beyond it. */
const measured = {
  far: 2,
  met: { least: 0.75, most: 0.9 },
  not_found: { least: 0.5, most: 0.8 },
  oneLimb: 0.5,
  flawed: 0.75,
  ruledOut: 0.95,
};

/** 0 to 1, two decimals. */
export function confidenceOf({ verdict, why, score }: RowJudgement): number {
  if (verdict === "not_applicable") return measured.ruledOut;
  if (why !== null) return why === "one-limb" ? measured.oneLimb : measured.flawed;
  const { least, most } = verdict === "met" ? measured.met : measured.not_found;
  const away = verdict === "met" ? score - bounds.sure : bounds.may - score;
  const share = Math.min(1, Math.max(0, away / measured.far));
  return Math.round((least + share * (most - least)) * 100) / 100;
}
