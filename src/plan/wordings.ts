// Takes a part of a question; gives the wordings in which its answer is looked for.
import { sayInTermsOfLaw } from "./plain-words.ts";
import type { QuestionPart } from "./plan-question.ts";

export interface Wordings {
  /** The question, and the same in the law's own words where that is another wording. */
  readonly asked: readonly [string, ...string[]];
  /** Its sentences or parts, each of which may find an answer. */
  readonly others: readonly string[];
}

export function wordingsOf({
  query,
  variants,
}: Pick<QuestionPart, "query" | "variants">): Wordings {
  const inTermsOfLaw = sayInTermsOfLaw(query);
  return { asked: inTermsOfLaw === null ? [query] : [query, inTermsOfLaw], others: variants };
}
