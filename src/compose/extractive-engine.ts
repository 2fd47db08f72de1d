// Takes the library, its model and its references; gives the engine that answers in the documents' own words, checked.
import { wordingsOf } from "../plan/wordings.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { createReferenceView } from "../verify/reference-view.ts";
import { verifyDraft } from "../verify/verify-draft.ts";
import type { Engine } from "./engine.ts";
import { composeExtract, type RankedPart } from "./extractive.ts";
import { givesOrders, tellOrders } from "./find-orders.ts";
import { createMatcher } from "./match-statements.ts";
import { rankStatements } from "./rank-statements.ts";

export function createExtractiveEngine(deps: EvidenceDeps): Engine {
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
      const draft = composeExtract(plan, ranked, ownDocuments);
      const context = { references: createReferenceView(await deps.references()) };
      const withheld = tellOrders(parts.flatMap(({ evidence }) => evidence));
      return { ...draft, findings: [...verifyDraft(draft, context), ...withheld] };
    },
  };
}
