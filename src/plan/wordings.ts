// Takes a part of a question; gives the wordings in which its answer is looked for.
import type { Asked } from "./asked-kind.ts";
import type { QuestionPart } from "./plan-question.ts";

export interface Wordings {
  /** The question. */
  readonly asked: string;
  /** Its sentences or parts, each of which may find an answer. */
  readonly others: readonly string[];
  /** The kind of thing asked for, where there is one. */
  readonly asks?: Asked;
}

export function wordingsOf({
  query,
  variants,
  asks,
}: Pick<QuestionPart, "query" | "variants" | "asks">): Wordings {
  return { asked: query, others: variants, ...(asks ? { asks } : {}) };
}
