// Takes what is claimed for a part of a question and the part's ranked statements; gives the claims with how far behind
// the best each of their lines is.
import { quotesOf, type DraftClaim, type DraftLine } from "../draft/draft.ts";
import { groupBy } from "../lists.ts";
import type { RankedStatement } from "../score/rank-statements.ts";

/** @param ranked best first */
export function rankClaims(
  claims: readonly DraftClaim[],
  ranked: readonly RankedStatement[],
): DraftClaim[] {
  const best = ranked[0]?.score ?? 0;
  const byPassage = groupBy(ranked, ({ evidence }) => evidence.passage.id);
  const rankLine = (line: DraftLine): DraftLine => {
    const scores = quotesOf(line).flatMap(({ evidence, start, end }) =>
      (byPassage.get(evidence.passage.id) ?? [])
        .filter(({ lines }) => lines.some((one) => one.start < end && one.end > start))
        .map(({ score }) => score),
    );
    return scores.length === 0 ? line : { ...line, behind: best - Math.max(...scores) };
  };
  return claims.map((claim) => ({ ...claim, lines: claim.lines.map(rankLine) }));
}
