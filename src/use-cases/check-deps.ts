// What checking needs of the world: an open library, the model that matters are compared by, and the day.
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";

export interface CheckDeps extends Pick<EvidenceDeps, "library" | "signal" | "subjects"> {
  /** ISO date of the day of checking, by which reviews are overdue. */
  readonly today: string;
}
