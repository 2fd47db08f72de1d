// Takes what was chosen for a part of a question; gives the statements that open the answer.
import type { Authority } from "../document.ts";
import { leadKey } from "./companions.ts";
import type { RankedStatement } from "./rank-statements.ts";

/** An answer opens with a statement of at most this many words; with the rest of its list it may be longer. */
const longest = { statement: 90, list: 240 };
/** How far behind the best (logarithm of odds) law, and what is no fragment of a list, may open it all the same. */
const behind = { law: 2.5, whole: 3 };
const authorities: ReadonlySet<Authority> = new Set([
  "legislation",
  "statutory-guidance",
  "inspection",
]);

/**
 * Of the law unless guidance matches clearly better, in one piece unless a fragment does, and short. A list is not torn
 * apart between the opening and what follows, unless it is long. Empty where nothing can open the answer.
 *
 * @param ranked all statements, by which a part of a list is told from a whole one
 * @param source law that leaves what is asked to a Schedule; it opens the answer
 */
export function pickOpening(
  chosen: readonly RankedStatement[],
  ranked: readonly RankedStatement[],
  source: RankedStatement | null,
): RankedStatement[] {
  const answer = source && chosen.includes(source) ? source : pickOne(chosen, ranked);
  return answer ? withRestOfList(answer, chosen) : [];
}

function pickOne(
  chosen: readonly RankedStatement[],
  ranked: readonly RankedStatement[],
): RankedStatement | null {
  const short = chosen.filter(
    ({ words, features, evidence }) =>
      words <= longest.statement &&
      features.row === 0 &&
      authorities.has(evidence.document.authority),
  );
  // Guidance for schools or courts opens an answer only when nothing of the field was chosen.
  const ofField = short.filter(({ features }) => features.field > 0);
  const candidates = ofField.length > 0 ? ofField : short;
  const best = candidates[0];
  if (!best) return null;
  const isLaw = ({ evidence }: RankedStatement) => evidence.document.authority === "legislation";
  const near = (far: number) => candidates.filter(({ score }) => score >= best.score - far);
  const law = near(behind.law).filter(isLaw);
  const preferred = law[0] ?? best;
  const whole = near(behind.whole).filter(
    (each) => isLaw(each) === isLaw(preferred) && isWhole(each, chosen, ranked),
  );
  return whole[0] ?? preferred;
}

/** No part of its list was left out. */
function isWhole(
  statement: RankedStatement,
  chosen: readonly RankedStatement[],
  ranked: readonly RankedStatement[],
): boolean {
  const key = leadKey(statement);
  return key === "" || ranked.every((other) => leadKey(other) !== key || chosen.includes(other));
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
  return words <= longest.list ? parts : [answer];
}
