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

/** A home as charm.yaml has it. */
export interface HomeSettings {
  readonly name: string;
  readonly folders: readonly string[];
  readonly aliases: readonly string[];
  readonly facts: string | null;
  /** Line of charm.yaml that its entry begins on, from 1. */
  readonly line: number;
}

/** The homes of charm.yaml, and for which of them this run is. */
export interface HomesSettings {
  /** Absolute path of the folder of charm.yaml, from which folders and facts are named. */
  readonly folder: string;
  /** Absolute path of the corpus that it means, from which folders may be named too, whatever corpus a run is for. */
  readonly corpus: string;
  /** In the order of charm.yaml; empty where nothing is said of homes. */
  readonly list: readonly HomeSettings[];
  /** Name or alias of the home asked for; null where none is. */
  readonly wanted: string | null;
  /** Own documents of all homes are asked for. */
  readonly all: boolean;
}

export interface Settings {
  /** Folder of the documents, as given: relative to the working directory, or absolute. */
  readonly corpus: string;
  /** Where the library is: a folder or any LanceDB URI. */
  readonly index: string;
  /** No network connection may be opened. */
  readonly offline: boolean;
  /** ISO date as at which editions are chosen; null for today. */
  readonly asAt: string | null;
  readonly model: ModelSettings;
  readonly embedding: EmbeddingSettings;
  readonly homes: HomesSettings;
  /** By host: the address that is asked in its place. */
  readonly mirrors: Readonly<Record<string, string>>;
}
