// Takes questions and an open library; gives their answers, one at a time.
import { citedKeys } from "../annotate/cited-places.ts";
import { annotateDraft } from "../annotate/annotate-draft.ts";
import type { LawComparison } from "../compose/law-comparison.ts";
import { tellLaw } from "../compose/tell-law.ts";
import { claimsOf, type Draft } from "../draft/draft.ts";
import type { Engine } from "../compose/engine.ts";
import { createExtractiveEngine } from "../compose/extractive-engine.ts";
import { keepDirect, limitWords } from "../compose/limit-draft.ts";
import { isEnglishQuestion } from "../identify/is-english.ts";
import type { Answer } from "../report/answer.ts";
import { buildAnswer } from "../report/build-answer.ts";
import { verifyDraft } from "../verify/verify-draft.ts";
import type { AnswerDeps } from "./answer-deps.ts";
import { gatherQuestions } from "./gather-questions.ts";

/** How long an answer may be, and whether it is to be a text of its own. */
export interface AnswerLength {
  /** The direct answer alone. */
  readonly brief: boolean;
  /** Most words, as `limitWords`; null for the engine's own measure. */
  readonly maxWords: number | null;
  /** What is asked for is to be written, also where the question gives no order to write; not when left out. */
  readonly write?: boolean;
}

/**
 * In the order of the questions, each composed when it is asked for.
 * @param engine how answers are composed; in the documents' own words when left out
 * @param length the engine's own measure when left out
 */
export async function* answerQuestions(
  questions: readonly string[],
  deps: AnswerDeps,
  engine: Engine = createExtractiveEngine(deps),
  length: AnswerLength = { brief: false, maxWords: null },
): AsyncGenerator<Answer> {
  const { library } = deps;
  const about = {
    fingerprint: library.fingerprint,
    documents: library.documents.filter(({ passageCount }) => passageCount > 0).length,
    ...(library.behind === undefined ? {} : { behind: library.behind }),
  };
  // The answers make one report, which says once what an abbreviation means.
  const explained = new Set<string>();
  for await (const { plan, parts } of gatherQuestions(questions, deps, length.write)) {
    const composed = await engine.compose(plan, parts);
    const compared = parts.flatMap((part) => part.compared ?? []);
    const told = await tellChecked(composed, compared, deps);
    const draft = noteLanguage(await finishDraft(told, deps, length, explained));
    for (const key of citedKeys(draft)) explained.add(key);
    yield buildAnswer(draft, about);
  }
}

/** Of a question in another language few words are found, so that what is not found may be there all the same. */
function noteLanguage(draft: Draft): Draft {
  if (isEnglishQuestion(draft.question)) return draft;
  const note =
    "The question does not read as English, which is what charm finds by: ask it in English.";
  return { ...draft, note: draft.note === undefined ? note : `${note} ${draft.note}` };
}

/** With how own documents stand to the law; what is said of that is held against both like all else. */
async function tellChecked(
  draft: Draft,
  compared: readonly LawComparison[],
  deps: AnswerDeps,
): Promise<Draft> {
  const told = tellLaw(draft, compared);
  const before = new Set(claimsOf(draft));
  const added = claimsOf(told).filter((claim) => !before.has(claim));
  if (added.length === 0) return draft;
  const alone = { ...told, direct: added, sections: [], further: [] };
  const context = { references: await deps.references() };
  return { ...told, findings: [...(told.findings ?? []), ...verifyDraft(alone, context)] };
}

/** Shortened as asked, and with what must be known of its sources; a brief answer has room for the answer alone. */
async function finishDraft(
  draft: Draft,
  deps: AnswerDeps,
  { brief, maxWords }: AnswerLength,
  explained: ReadonlySet<string>,
): Promise<Draft> {
  if (maxWords === null) return brief ? keepDirect(draft) : annotateDraft(draft, deps, explained);
  if (brief) return limitWords(keepDirect(draft), maxWords);
  // Only what stays is noted on, and notes go before places to read on.
  const { further, ...answer } = draft;
  const short = { ...limitWords(answer, maxWords), ...(further === undefined ? {} : { further }) };
  return limitWords(await annotateDraft(short, deps, explained), maxWords);
}
