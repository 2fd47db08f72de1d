// Takes questions and an open library; gives each taken apart, with what the library has for each of its parts.
import { findSuperseded } from "../annotate/editions.ts";
import { assessBearing } from "../compose/bears-on.ts";
import type { GatheredPart } from "../compose/engine.ts";
import { planQuestion, type QuestionPart, type QuestionPlan } from "../plan/plan-question.ts";
import { wordingsOf } from "../plan/wordings.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { findUnheld } from "../retrieve/follow-references.ts";
import { gather } from "../retrieve/gather.ts";
import { answering } from "../retrieve/profiles.ts";
import { findNames } from "./find-names.ts";
import { leaveOutNames } from "./leave-out-names.ts";

export interface GatheredQuestion {
  readonly plan: QuestionPlan;
  readonly parts: readonly GatheredPart[];
}

/** One after the other, each when it is asked for. */
export async function* gatherQuestions(
  questions: readonly string[],
  deps: EvidenceDeps,
): AsyncGenerator<GatheredQuestion> {
  const replaced = findReplacedLaw(deps);
  for (const question of questions) {
    deps.signal?.throwIfAborted();
    const plan = planQuestion(question);
    const parts = plan.parts.map((part) => gatherPart(part, replaced, deps));
    yield { plan, parts: await Promise.all(parts) };
  }
}

/** The evidence for one part, and whether it bears on it at all. */
async function gatherPart(
  asked: QuestionPart,
  replaced: ReadonlySet<string>,
  deps: EvidenceDeps,
): Promise<GatheredPart> {
  const names = await findNames(asked.query, deps.library);
  const part = await leaveOutNames(asked, names, deps.library);
  const gathered = await gather(wordingsOf(part), deps, answering);
  const evidence = gathered.evidence.filter(({ document }) => !replaced.has(document.id));
  const unheld = findUnheld(part.query, await deps.references());
  if (unheld.length > 0) return { ...part, evidence, bears: false, unmet: unheld };
  const { query, asks = null } = part;
  const bearing = assessBearing(query, evidence, gathered.subject, names, asks);
  return { ...part, evidence, ...bearing };
}

/** Ids of prints of a law of which the library holds a later one: what they say may no longer be the law. */
function findReplacedLaw({ library }: EvidenceDeps): ReadonlySet<string> {
  const laws = library.documents.filter(({ authority }) => authority === "legislation");
  return new Set(findSuperseded(laws).map(({ older }) => older.id));
}
