// Takes questions and an open library; gives their answers, one at a time.
import { annotateDraft } from "../annotate/annotate-draft.ts";
import type { Draft } from "../draft/draft.ts";
import type { Engine } from "../compose/engine.ts";
import { createExtractiveEngine } from "../compose/extractive-engine.ts";
import { keepDirect, limitWords } from "../compose/limit-draft.ts";
import type { Answer } from "../report/answer.ts";
import { buildAnswer } from "../report/build-answer.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { gatherQuestions } from "./gather-questions.ts";

/** How long an answer may be. */
export interface AnswerLength {
  /** The direct answer alone. */
  readonly brief: boolean;
  /** Most words; null for the engine's own measure. */
  readonly maxWords: number | null;
}

/**
 * In the order of the questions, each composed when it is asked for.
 * @param engine how answers are composed; in the documents' own words when left out
 * @param length the engine's own measure when left out
 */
export async function* answerQuestions(
  questions: readonly string[],
  deps: EvidenceDeps,
  engine: Engine = createExtractiveEngine(deps),
  length: AnswerLength = { brief: false, maxWords: null },
): AsyncGenerator<Answer> {
  const { library } = deps;
  const about = {
    fingerprint: library.fingerprint,
    documents: library.documents.filter(({ passageCount }) => passageCount > 0).length,
  };
  for await (const { plan, parts } of gatherQuestions(questions, deps)) {
    const draft = await engine.compose(plan, parts);
    yield buildAnswer(await finishDraft(draft, deps, length), about);
  }
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
