// Takes questions and an open library; gives each taken apart, with what the library has for each of its parts.
import { findSuperseded } from "../annotate/editions.ts";
import { findUnmet } from "../compose/find-unmet.ts";
import { findSurveyed } from "../compose/surveyed.ts";
import { givesOrders } from "../compose/find-orders.ts";
import type { GatheredPart } from "../compose/engine.ts";
import { planQuestion, type QuestionPart, type QuestionPlan } from "../plan/plan-question.ts";
import { wordingsOf } from "../plan/wordings.ts";
import { findUnheld } from "../retrieve/follow-references.ts";
import { gather } from "../retrieve/gather.ts";
import { answering } from "../retrieve/profiles.ts";
import { createMatcher } from "../score/match-statements.ts";
import { isAnswered, rankStatements, type ScorerDeps } from "../score/rank-statements.ts";
import type { AnswerDeps } from "./answer-deps.ts";
import { contentStemList } from "../text/content-stems.ts";
import { findNames } from "./find-names.ts";
import { leaveOutNames } from "./leave-out-names.ts";

export interface GatheredQuestion {
  readonly plan: QuestionPlan;
  readonly parts: readonly GatheredPart[];
}

/** One after the other, each when it is asked for. */
export async function* gatherQuestions(
  questions: readonly string[],
  deps: AnswerDeps,
): AsyncGenerator<GatheredQuestion> {
  const replaced = findReplacedLaw(deps);
  const scorer = { match: createMatcher(deps.embedder, deps.library), nearness: deps.nearness };
  for (const question of questions) {
    deps.signal?.throwIfAborted();
    const plan = planQuestion(question);
    const parts = plan.parts.map((part) => gatherPart(part, replaced, { ...deps, scorer }));
    yield { plan, parts: await Promise.all(parts) };
  }
}

/** The evidence for one part with its statements ranked, and whether it bears on it at all. */
async function gatherPart(
  given: QuestionPart,
  replaced: ReadonlySet<string>,
  deps: AnswerDeps & { readonly scorer: ScorerDeps },
): Promise<GatheredPart> {
  const names = await findNames(given.query, deps.library);
  const part = await leaveOutNames(given, names, deps.library);
  const wordings = wordingsOf(part);
  const gathered = await gather(wordings, deps, answering);
  const evidence = gathered.filter(({ document }) => !replaced.has(document.id));
  const unheld = findUnheld(part.query, await deps.references());
  const unmet = unheld.length > 0 ? unheld : findUnmet(evidence, names);
  if (unmet.length > 0) return { ...part, evidence, ranked: [], bears: false, unmet };
  const quotable = evidence.filter((one) => !givesOrders(one));
  const ranked = await rankStatements(wordings, quotable, deps.scorer);
  const { query, heading } = part;
  const asked = heading ?? query;
  // "Why?" asks for nothing that statements could be near to.
  const asksSomething = contentStemList(query).length > 0;
  const answered = isAnswered(ranked) || findSurveyed(asked, ranked).length > 0;
  const bears = asksSomething && answered;
  return { ...part, evidence, ranked, bears, unmet };
}

/** Ids of prints of a law of which the library holds a later one: what they say may no longer be the law. */
function findReplacedLaw({ library }: AnswerDeps): ReadonlySet<string> {
  const laws = library.documents.filter(({ authority }) => authority === "legislation");
  return new Set(findSuperseded(laws).map(({ older }) => older.id));
}
