// Takes the library, its model and its references; gives the engine that answers in the documents' own words, checked.
import { wordingsOf } from "../plan/wordings.ts";
import { readLaw } from "../law/law-text.ts";
import { openLaw } from "../law/open-law.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { createReferenceView } from "../verify/reference-view.ts";
import { verifyDraft } from "../verify/verify-draft.ts";
import type { Engine } from "./engine.ts";
import { composeExtract } from "./extractive.ts";
import type { RankedPart } from "./ranked-part.ts";
import { givesOrders, tellOrders } from "./find-orders.ts";
import { createMatcher } from "./match-statements.ts";
import { describeStatements, featureWeights, scoreStatements } from "./rank-statements.ts";
import { inspectorateWeights, isAnsweredByInspectorate } from "./inspectorate.ts";

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
          const described = await describeStatements(wordingsOf(part), evidence, match);
          const byInspectorate =
            part.ofInspectorate === true && isAnsweredByInspectorate(described);
          const weights = byInspectorate ? inspectorateWeights : featureWeights;
          return { ...part, byInspectorate, ranked: scoreStatements(described, weights) };
        }),
      );
      const references = await deps.references();
      const used = ranked.flatMap((part) => part.ranked.map(({ evidence }) => evidence));
      const opened = await openLaw([...new Set(used)], deps.library, references);
      const law = readLaw(opened, givesOrders);
      const draft = composeExtract(plan, ranked, { ownDocuments, law });
      const context = { references: createReferenceView(references) };
      const withheld = tellOrders([...parts.flatMap(({ evidence }) => evidence), ...opened]);
      return { ...draft, findings: [...verifyDraft(draft, context), ...withheld] };
    },
  };
}
