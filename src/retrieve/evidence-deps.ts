// What gathering evidence needs of the world: an open library, its model, and look-ups made of it.
import type { Embedder } from "../embed/embedder.ts";
import type { Library } from "../library/library.ts";
import type { ReferenceReader } from "../references/reader.ts";
import type { DocumentNames } from "./document-names.ts";
import type { SubjectMatches } from "./subjects/match-subjects.ts";

export interface EvidenceDeps {
  readonly library: Library;
  readonly embedder: Embedder;
  /** Reads references, and looks up the library's provisions; made when first asked for. */
  readonly references: () => Promise<ReferenceReader>;
  /** What its documents are called, made when first asked for; left out, no question is about some more than others. */
  readonly names?: () => Promise<DocumentNames>;
  /** The subjects near a question, worded in several ways; left out, provisions are found by their own words alone. */
  readonly subjects?: (wordings: readonly string[]) => Promise<SubjectMatches>;
  readonly signal?: AbortSignal;
}
