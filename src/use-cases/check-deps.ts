// What checking needs of the world: an open library, the model that matters are compared by, and the day.
import type { OtherNames } from "../homes/other-names.ts";
import type { AnswerDeps } from "./answer-deps.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";

export interface CheckDeps
  extends Pick<EvidenceDeps, "library" | "signal" | "subjects">, Pick<AnswerDeps, "facts"> {
  /** ISO date of the day of checking, by which reviews are overdue. */
  readonly today: string;
  /** Names of other homes than that of the files; left out where there are none, or it is not known whose they are. */
  readonly otherNames?: OtherNames;
  /** Of the files that are listed, those to check; all when left out. @param path of a file */
  readonly isChecked?: (path: string) => boolean;
  /** Why a file in a folder is not to be read, for the walls between homes; null where it may be. */
  readonly whyUnread?: (path: string) => string | null;
}
