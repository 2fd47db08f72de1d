// Takes the references of a library; gives what the statements of a draft are verified with.
import type { ReferenceLibrary } from "../references/library.ts";
import { attachedLeadIn } from "./read-evidence.ts";
import { createReferenceView } from "./reference-view.ts";
import type { DraftContext } from "./verify-draft.ts";

/** References are read by the library's names; a passage hangs from the words that retrieval attached to it. */
export function createDraftContext(references: ReferenceLibrary): DraftContext {
  return { references: createReferenceView(references), leadInOf: attachedLeadIn };
}
