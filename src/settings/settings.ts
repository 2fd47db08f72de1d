// What a run is set to do, whichever of flags, environment and charm.yaml said so.
import type { PartialSettings } from "./parse-settings.ts";

type Model = NonNullable<PartialSettings["model"]>;

/** Which language model writes answers, when one is used, and what else is said of it. */
interface ModelSettings extends Readonly<Omit<Model, "name" | "baseUrl">> {
  /** As the endpoint calls it; null when no model is configured. */
  readonly name: string | null;
  /** Root of an OpenAI-compatible endpoint; null for the one of the client library. */
  readonly baseUrl: string | null;
}

/** Which model turns texts into vectors. */
type EmbeddingSettings = Readonly<NonNullable<PartialSettings["embedding"]>>;

export type EndpointEmbedding = Extract<EmbeddingSettings, { kind: "openai" }>;

export type LocalEmbedding = Extract<EmbeddingSettings, { kind: "onnx" }>;

export interface Settings {
  /** Folder of the documents, as given: relative to the working directory, or absolute. */
  readonly corpus: string;
  /** Where the library is: a folder or any LanceDB URI. */
  readonly index: string;
  /** No network connection may be opened. */
  readonly offline: boolean;
  readonly model: ModelSettings;
  readonly embedding: EmbeddingSettings;
}
