// What answering a question needs of the world: what gathering evidence needs, and the model that statements are scored by.
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import type { MeasureNearness } from "../score/nearness.ts";

export interface AnswerDeps extends EvidenceDeps {
  readonly nearness: MeasureNearness;
}
