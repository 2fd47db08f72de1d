// An engine: what composes an answer from gathered evidence, in the documents' own words or by a language model.
import type { QuestionPart, QuestionPlan } from "../plan/plan-question.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { Draft } from "../draft/draft.ts";
import type { LawComparison } from "./law-comparison.ts";
import type { OwnAnswer } from "./own/own-answer.ts";
import type { RankedStatement } from "../score/rank-statements.ts";

/** One part of a question with its evidence; `bears` is false when nothing found answers it. */
export interface GatheredPart extends QuestionPart {
  readonly evidence: readonly Evidence[];
  /** Statements of the evidence, those likeliest to belong into the answer first; none where names are unmet. */
  readonly ranked: readonly RankedStatement[];
  readonly bears: boolean;
  /** Places and bodies that the part names and no evidence mentions. */
  readonly unmet: readonly string[];
  /** What own documents say, where the part means them; `ranked` then holds nothing of theirs. */
  readonly own?: OwnAnswer;
  /** Passages that likely answer and are not used, since they give orders; left out where nobody looked. */
  readonly withheld?: readonly Evidence[];
  /** What own documents say beside the law on it. */
  readonly compared?: readonly LawComparison[];
}

/** What a language model is asked of a part; the whole question's only part has no heading. */
export interface AskedPart
  extends
    Pick<GatheredPart, "heading">,
    Partial<Pick<GatheredPart, "query" | "ranked" | "unmet" | "asks" | "writes">> {
  /** The most valuable first. */
  readonly evidence: readonly Evidence[];
  /** Of own documents, what they say of it first; some of it may stand in `evidence` as well. */
  readonly own?: readonly Evidence[];
  /** The question is about those documents. */
  readonly aboutOwn?: boolean;
}

/** A question in its parts, each with what was found for it. */
export interface AskedQuestion {
  readonly question: string;
  readonly parts: readonly AskedPart[];
}

export interface Engine {
  /** A draft with the findings of its verification. */
  compose(plan: QuestionPlan, parts: readonly GatheredPart[]): Promise<Draft>;
}
