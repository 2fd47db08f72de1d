// What a run is set to do, whichever of flags, environment and charm.yaml said so.

/** What may be said of a language model beside its name and place; see src/language-model/model-options.ts. */
export interface ModelDetails {
  readonly cache?: string | undefined;
  readonly context?: number | undefined;
  readonly maxReply?: number | undefined;
  readonly timeout?: number | undefined;
  readonly connectTimeout?: number | undefined;
  readonly retries?: number | undefined;
  readonly unverified?: "drop" | "mark" | undefined;
  readonly prices?:
    | { readonly input: number; readonly output: number; readonly currency: string }
    | undefined;
}

/** Which language model writes answers, when one is used. */
interface ModelSettings extends ModelDetails {
  /** As the endpoint calls it; null when no model is configured. */
  readonly name: string | null;
  /** Root of an OpenAI-compatible endpoint; null for the one of the client library. */
  readonly baseUrl: string | null;
}

/** What may be said of any embedding model but the built-in one; docs/embedders.md says what each means. */
interface EmbeddingDetails {
  /** Longest text in tokens, special tokens included; passages are made to fit. */
  readonly maxTokens?: number | undefined;
  /** Put in front of questions, as the model was trained with it; spaces count. */
  readonly queryPrefix?: string | undefined;
  /** Put in front of passages. */
  readonly passagePrefix?: string | undefined;
}

export interface EndpointEmbedding extends EmbeddingDetails {
  readonly kind: "openai";
  /** As the endpoint calls it. */
  readonly model: string;
  /** Root of an OpenAI-compatible endpoint; null for that of the language model. */
  readonly baseUrl: string | null;
  /** Length of a vector. */
  readonly dimensions?: number | undefined;
  /** Milliseconds a call may take, its retries included. */
  readonly timeout?: number | undefined;
  /** Milliseconds until a connection must stand. */
  readonly connectTimeout?: number | undefined;
  readonly retries?: number | undefined;
}

/** A folder with an ONNX model and its tokenizer. */
export interface LocalEmbedding extends EmbeddingDetails {
  readonly kind: "onnx";
  readonly folder: string;
  /** The graph, relative to the folder. */
  readonly file?: string | undefined;
  /** How a text's vector is made of its tokens'. */
  readonly pooling?: "mean" | "cls" | undefined;
}

/** Which model turns texts into vectors. */
export type EmbeddingSettings = { readonly kind: "built-in" } | EndpointEmbedding | LocalEmbedding;

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

/** What one source of settings says; all it does not say is left to the next. */
export interface PartialSettings {
  readonly corpus?: string | undefined;
  readonly index?: string | undefined;
  readonly offline?: boolean | undefined;
  readonly model?:
    | ({ readonly name?: string | undefined; readonly baseUrl?: string | undefined } & ModelDetails)
    | undefined;
  readonly embedding?: EmbeddingSettings | undefined;
}
