// Answers questions from an open library.
import { annotateDraft } from "../annotate/annotate-draft.ts";
import { findSuperseded } from "../annotate/editions.ts";
import { assessBearing } from "../compose/bears-on.ts";
import type { Draft } from "../compose/draft.ts";
import type { Engine, GatheredPart } from "../compose/engine.ts";
import { createExtractiveEngine } from "../compose/extractive-engine.ts";
import { keepDirect, limitWords } from "../compose/limit-draft.ts";
import { planQuestion, type QuestionPart } from "../plan/plan-question.ts";
import type { Answer } from "../report/answer.ts";
import { buildAnswer } from "../report/build-answer.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { findUnheld } from "../retrieve/follow-references.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import { leaveOutNames } from "./leave-out-names.ts";

/** How long an answer may be. */
export interface AnswerLength {
  /** The direct answer alone. */
  readonly brief: boolean;
  /** Most words; null for the engine's own measure. */
  readonly maxWords: number | null;
}

/**
 * @param engine how answers are composed; in the documents' own words when left out
 * @param length the engine's own measure when left out
 */
export async function answerQuestions(
  questions: readonly string[],
  deps: EvidenceDeps,
  engine: Engine = createExtractiveEngine(deps),
  length: AnswerLength = { brief: false, maxWords: null },
): Promise<Answer[]> {
  const { library, signal } = deps;
  const about = {
    fingerprint: library.fingerprint,
    documents: library.documents.filter(({ passageCount }) => passageCount > 0).length,
  };
  const answers: Answer[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    const plan = planQuestion(question);
    const parts = await Promise.all(plan.parts.map((part) => gatherPart(part, deps)));
    const draft = await engine.compose(plan, parts);
    answers.push(buildAnswer(await finishDraft(draft, deps, length), about));
  }
  return answers;
}

/** Shortened as asked, and with what must be known of its sources; a brief answer has room for the answer alone. */
async function finishDraft(
  draft: Draft,
  deps: EvidenceDeps,
  { brief, maxWords }: AnswerLength,
): Promise<Draft> {
  const finished = brief ? keepDirect(draft) : await annotateDraft(draft, deps);
  return maxWords === null ? finished : limitWords(finished, maxWords);
}

/** The evidence for one part, and whether it bears on it at all. */
export async function gatherPart(asked: QuestionPart, deps: EvidenceDeps): Promise<GatheredPart> {
  const part = await leaveOutNames(asked, deps.library);
  const replaced = findReplacedLaw(deps);
  const gathered = await gatherEvidence(part, deps);
  const evidence = gathered.evidence.filter(({ document }) => !replaced.has(document.id));
  const unheld = findUnheld(part.query, await deps.references());
  if (unheld.length > 0) return { ...part, evidence, bears: false, unmet: unheld };
  return { ...part, evidence, ...assessBearing(part.query, evidence, gathered.subject) };
}

/** Ids of prints of a law of which the library holds a later one: what they say may no longer be the law. */
function findReplacedLaw({ library }: EvidenceDeps): ReadonlySet<string> {
  const laws = library.documents.filter(({ authority }) => authority === "legislation");
  return new Set(findSuperseded(laws).map(({ older }) => older.id));
}
