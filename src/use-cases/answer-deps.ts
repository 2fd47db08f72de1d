// What answering a question needs of the world: what gathering evidence needs, and the model that statements are scored by.
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import type { MatterDeps } from "../facts/matter.ts";
import type { Nearness } from "../score/nearness.ts";

export interface AnswerDeps extends EvidenceDeps, Nearness, Partial<MatterDeps> {
  /** Names and aliases of the homes whose own documents may be read, as charm.yaml has them. */
  readonly homes?: readonly string[];
}
