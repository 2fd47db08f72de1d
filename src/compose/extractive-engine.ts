// Takes the library, its model and its references; gives the engine that answers in the documents' own words, checked.
import { readLaw } from "../law/law-text.ts";
import { openLaw } from "../law/open-law.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { verifyDraft } from "../verify/verify-draft.ts";
import type { Engine } from "./engine.ts";
import { composeExtract } from "./extractive.ts";
import type { RankedPart } from "./ranked-part.ts";
import { givesOrders, tellOrders } from "./find-orders.ts";

export function createExtractiveEngine(deps: EvidenceDeps): Engine {
  const ownDocuments = deps.library.documents
    .filter(({ authority, passageCount }) => authority === "own" && passageCount > 0)
    .map(({ short }) => short);
  return {
    compose: async (plan, parts) => {
      const ranked = parts.map((part): RankedPart => (part.bears ? part : { ...part, ranked: [] }));
      const references = await deps.references();
      const used = ranked.flatMap((part) => part.ranked.map(({ evidence }) => evidence));
      const opened = await openLaw([...new Set(used)], deps.library, references);
      const law = readLaw(opened, givesOrders);
      const draft = composeExtract(plan, ranked, { ownDocuments, law });
      const withheld = tellOrders([
        ...parts.flatMap(({ evidence, withheld: hidden }) => hidden ?? evidence),
        ...opened,
      ]);
      return { ...draft, findings: [...verifyDraft(draft, { references }), ...withheld] };
    },
  };
}
