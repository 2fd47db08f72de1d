// Takes how a row was judged; gives how likely the verdict is right.
import { bounds } from "./bounds.ts";
import type { RowJudgement } from "./judge-row.ts";

/** How far from the nearest bound a score must be to count fully, and what is right there and at the bound itself. */
const measured = { far: 2, least: 0.5, most: 0.9, partly: 0.65 };

/** 0 to 1, two decimals. */
export function confidenceOf({ verdict, why, score }: RowJudgement): number {
  if (verdict === "not_applicable") return measured.most;
  const bound = verdict === "met" ? bounds.sure : bounds.may;
  const away = verdict === "met" ? score - bound : bound - score;
  const share = Math.min(1, Math.max(0, away / measured.far));
  if (verdict === "partly" && why === "one-limb") return measured.partly;
  if (why !== null) return Math.round((measured.partly + measured.most) * 50) / 100;
  return Math.round((measured.least + share * (measured.most - measured.least)) * 100) / 100;
}
