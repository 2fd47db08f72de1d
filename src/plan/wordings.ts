// Takes a part of a question; gives the wordings in which its answer is looked for.
import { sayInTermsOfLaw } from "./plain-words.ts";
import type { QuestionPart } from "./plan-question.ts";

/** `asked`: the question, also in the law's own words; `others`: its sentences, each of which may find an answer. */
export function wordingsOf({
  query,
  variants,
}: Pick<QuestionPart, "query" | "variants">): Record<"asked" | "others", readonly string[]> {
  const inTermsOfLaw = sayInTermsOfLaw(query);
  return { asked: inTermsOfLaw === null ? [query] : [query, inTermsOfLaw], others: variants };
}
