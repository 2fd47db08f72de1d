// Takes how a row was judged; gives how likely the verdict is right, as measured on development rows (docs/gap.md).
import type { RowJudgement } from "./judge-row.ts";

/** What documents or home.yaml settle themselves. */
const ruledOut = 0.95;

/** 0 to 1, two decimals. */
export function confidenceOf({ verdict, likelihood }: RowJudgement): number {
  if (verdict === "not_applicable") return ruledOut;
  return Math.round(likelihood * 100) / 100;
}
