// What answering a question needs of the world: what gathering evidence needs, and the model that statements are scored by.
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import type { Nearness } from "../score/nearness.ts";

export interface AnswerDeps extends EvidenceDeps, Nearness {}
