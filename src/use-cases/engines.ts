// The ways an answer can be composed from gathered evidence: in the documents' own words, or by a language model.
import { composeExtract, missingLine, type RankedPart } from "../compose/extractive.ts";
import type { Draft } from "../compose/draft.ts";
import type { ModelEngine } from "../compose/language-model/compose-with-model.ts";
import { givesOrders, tellOrders } from "../compose/find-orders.ts";
import { createMatcher } from "../compose/match-statements.ts";
import { rankStatements } from "../compose/rank-statements.ts";
import type { Selection } from "../compose/select-statements.ts";
import type { CallHooks } from "../language-model/call-model.ts";
import type { QuestionPart, QuestionPlan } from "../plan/plan-question.ts";
import type { ReferenceLibrary } from "../references/library.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { attachedLeadIn } from "../verify/read-evidence.ts";
import { createReferenceView } from "../verify/reference-view.ts";
import { verifyDraft, type DraftContext } from "../verify/verify-draft.ts";
import { wordingsOf, type EvidenceDeps } from "./gather-evidence.ts";

/** One part of a question with its evidence; `bears` is false when nothing found answers it. */
export interface GatheredPart extends QuestionPart {
  readonly evidence: readonly Evidence[];
  readonly bears: boolean;
  /** Places and bodies that the part names and no evidence mentions. */
  readonly unmet: readonly string[];
}

export interface Engine {
  /** A draft with the findings of its verification. */
  compose(plan: QuestionPlan, parts: readonly GatheredPart[]): Promise<Draft>;
}

/** @param selection how much is quoted; the engine's own when left out */
export function createExtractiveEngine(deps: EvidenceDeps, selection?: Selection): Engine {
  const match = createMatcher(deps.embedder, deps.library);
  const ownDocuments = deps.library.documents
    .filter(({ authority, passageCount }) => authority === "own" && passageCount > 0)
    .map(({ short }) => short);
  return {
    compose: async (plan, parts) => {
      const ranked = await Promise.all(
        parts.map(async (part): Promise<RankedPart> => {
          if (!part.bears) return { ...part, ranked: [] };
          const evidence = part.evidence.filter((one) => !givesOrders(one));
          return { ...part, ranked: await rankStatements(wordingsOf(part), evidence, match) };
        }),
      );
      const draft = composeExtract(plan, ranked, ownDocuments, selection);
      const context = createDraftContext(await deps.references());
      const withheld = tellOrders(parts.flatMap(({ evidence }) => evidence));
      return { ...draft, findings: [...verifyDraft(draft, context), ...withheld] };
    },
  };
}

/** What statements are verified with: the library's references, and the words a passage hangs from. */
export function createDraftContext(references: ReferenceLibrary): DraftContext {
  return {
    references: createReferenceView(references),
    leadInOf: attachedLeadIn,
  };
}

/** A part without evidence is not put to the model: what no document holds, it could only invent. */
export function createModelEngine(model: ModelEngine, hooks: CallHooks): Engine {
  return {
    compose: async (plan, parts) => {
      const { composeWithModel } = await import("../compose/language-model/compose-with-model.ts");
      const asked = parts.filter(({ bears }) => bears);
      const draft = await composeWithModel({ question: plan.question, parts: asked }, model, hooks);
      const unanswered = parts.filter(({ bears }) => !bears);
      const missing = unanswered.map((part) => missingLine(part, plan.question));
      return { ...draft, missing: [...new Set([...draft.missing, ...missing])] };
    },
  };
}
