// What checking a provider's own document needs of a library: its documents, how references resolve, what is near what.
import type { DocumentInfo } from "../../document.ts";
import type { OtherNames } from "../../homes/other-names.ts";
import type { ReferenceLibrary } from "../../references/reference-library.ts";
import type { SubjectMatches } from "../../retrieve/subjects/match-subjects.ts";
import type { ReferenceView } from "../../verify/statement.ts";
import type { LoadedDocument } from "../report-library.ts";

/** Provisions by how near their subjects come to some words, the nearest first. */
export type NearProvisions = Pick<SubjectMatches, "provisions">;

export interface PolicyLibrary {
  readonly documents: readonly DocumentInfo[];
  readonly view: ReferenceView;
  readonly references: ReferenceLibrary;
  /** Law and statutory guidance of the field, and documents that the policy names, with their texts. */
  readonly loaded: readonly LoadedDocument[];
  /** As answers find what a question is about; null where no model is at hand: matters are then not compared. */
  readonly subjects: ((wordings: readonly string[]) => Promise<NearProvisions>) | null;
  /** Names of other homes than the document's; null where there are none, or it is not known whose it is. */
  readonly otherNames: OtherNames | null;
  /** ISO date of the day of checking. */
  readonly today: string;
}
