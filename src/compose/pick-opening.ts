// Takes what was chosen for a part of a question; gives the statements that open the answer.
import { carriesDuties } from "../document.ts";
import { findLedTo, leadKey } from "./list-parts.ts";
import type { LawQuotations } from "./law-quotations.ts";
import type { RankedStatement } from "../score/rank-statements.ts";
import { isOwn } from "./select-statements.ts";

/** An answer opens with a statement of at most this many words; with the rest of its list it may be longer. */
const longest = { statement: 110, list: 240 };
/**
 * Law opens it when it is no further than this behind the best (logarithm of odds): less behind the inspectorate's own
 * words than behind guidance, which tells the law again, while what Ofsted does is told by no law.
 */
const lawBehind = { guidance: 0.5, inspection: 0.2 };

/**
 * The best that is short, of the law where it matches as well, with all that is chosen of the same paragraph of law or
 * (unless it is long) of the same list. Empty where nothing can open the answer.
 *
 * @param chosen all that the part is answered with
 * @param source law that leaves what is asked to a Schedule; it opens the answer
 */
export function pickOpening(
  chosen: readonly RankedStatement[],
  source: RankedStatement | null,
  { paragraphsOf }: Pick<LawQuotations, "paragraphsOf">,
): RankedStatement[] {
  const answer = source && chosen.includes(source) ? source : pickOne(chosen);
  if (!answer) return [];
  const paragraphs = paragraphsOf(answer);
  return paragraphs.length === 0
    ? withRestOfList(answer, chosen)
    : chosen.filter((other) => paragraphsOf(other).some((each) => paragraphs.includes(each)));
}

function pickOne(chosen: readonly RankedStatement[]): RankedStatement | null {
  const candidates = chosen
    .filter(
      ({ words, evidence }) =>
        words <= longest.statement && carriesDuties(evidence.document.authority),
    )
    // What came along with another statement stands after it, but may match better.
    .sort((a, b) => b.score - a.score);
  const best = candidates[0];
  // Where neither law nor guidance answers, what the home's own documents say does.
  if (!best) return chosen.filter(isOwn).toSorted((a, b) => b.score - a.score)[0] ?? null;
  const law = candidates.find(({ evidence }) => evidence.document.authority === "legislation");
  const behind =
    lawBehind[best.evidence.document.authority === "inspection" ? "inspection" : "guidance"];
  return law && law.score >= best.score - behind ? law : best;
}

function withRestOfList(
  answer: RankedStatement,
  chosen: readonly RankedStatement[],
): RankedStatement[] {
  const key = leadKey(answer);
  const parts = chosen.filter(
    (other) => other === answer || (key !== "" && leadKey(other) === key),
  );
  const words = parts.reduce((sum, part) => sum + part.words, 0);
  return [...(words <= longest.list ? parts : [answer]), ...(findLedTo(answer, chosen) ?? [])];
}
