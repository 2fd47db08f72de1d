// What every service of a run shares: its settings, the model of questions, and the way to its library.
import type { Embedder } from "../embed/embedder.ts";
import type { Library } from "../library/library.ts";
import type { Settings } from "../settings/settings.ts";
import type { Hooks, Surroundings } from "./services.ts";

export interface RunDeps {
  readonly settings: Settings;
  readonly surroundings: Surroundings;
  /** Embeds questions. */
  readonly embedder: Embedder;
  /** Brought up to date first; whoever opens it closes it. */
  readonly openLibrary: (hooks: Hooks) => Promise<Library>;
}
