// What every service of a run shares: its settings, the model of questions, and the way to its library.
import type { Embedder } from "../embed/embedder.ts";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import type { Homes } from "../homes/homes.ts";
import type { Library, LibraryDocument } from "../library/library.ts";
import type { Settings } from "../settings/settings.ts";
import type { Hooks, Surroundings } from "./services.ts";

export interface RunDeps {
  readonly settings: Settings;
  readonly surroundings: Surroundings;
  /** Embeds questions. */
  readonly embedder: Embedder;
  /** The first built-in model, by which statements are compared whatever model the library is embedded with; opened once. */
  readonly openComparing: () => Promise<TokenEmbedder>;
  /** The provider's homes, and for which of them the run is. */
  readonly homes: Homes;
  /**
   * Brought up to date first, and then nothing but what the run may see; whoever opens it closes it.
   * @param refuse given all documents first; what it throws ends the run
   * @param homes whose documents may be seen, where others than the run's
   * @param mayBeOld for what is read at once and asked again: a library that cannot be brought up to date, or not soon,
   *   is read as it is; what is kept or sent, such as a matrix, rests on all of the corpus
   */
  readonly openLibrary: (
    hooks: Hooks,
    refuse?: Refuse,
    homes?: Homes,
    mayBeOld?: boolean,
  ) => Promise<Library>;
}

export type Refuse = (all: readonly LibraryDocument[]) => void;
