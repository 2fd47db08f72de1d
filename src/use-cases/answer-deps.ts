// What answering a question needs of the world: what gathering evidence needs, and the model that statements are scored by.
import type { FactSheet } from "../homes/fact-lines.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import type { MatterDeps } from "../facts/matter.ts";
import type { Nearness } from "../score/nearness.ts";

export interface AnswerDeps extends EvidenceDeps, Nearness, Partial<MatterDeps> {
  /** Names and aliases of the homes whose own documents may be read, as charm.yaml has them. */
  readonly homes?: readonly string[];
  /** The home.yaml of the one home that the run is for; null where it has none. Read when a question asks for a fact. */
  readonly facts?: () => Promise<FactSheet | null>;
}
