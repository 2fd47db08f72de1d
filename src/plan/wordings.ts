// Takes a part of a question; gives the wordings in which its answer is looked for.
import type { Asked } from "./asked-kind.ts";
import { sayInTermsOfLaw } from "./plain-words.ts";
import type { QuestionPart } from "./plan-question.ts";

export interface Wordings {
  /** The question, and the same in the law's own words where that is another wording. */
  readonly asked: readonly [string, ...string[]];
  /** Its sentences or parts, each of which may find an answer. */
  readonly others: readonly string[];
  /** The kind of thing asked for, where there is one. */
  readonly asks?: Asked;
  /** The question speaks of the inspectorate, whether or not these wordings do. */
  readonly ofInspectorate?: true;
}

export function wordingsOf({
  query,
  variants,
  asks,
  ofInspectorate,
}: Pick<QuestionPart, "query" | "variants" | "asks" | "ofInspectorate">): Wordings {
  const inTermsOfLaw = sayInTermsOfLaw(query);
  return {
    asked: inTermsOfLaw === null ? [query] : [query, inTermsOfLaw],
    others: variants,
    ...(asks ? { asks } : {}),
    ...(ofInspectorate ? { ofInspectorate } : {}),
  };
}
