// Takes what is set and known of a model; gives the size of its window, asked of its server where nobody knows.
import type { Endpoint } from "../http/endpoint.ts";
import { askWindow } from "./ask-window.ts";
import type { WindowSource } from "./chat.ts";
import type { EndpointMemory } from "./endpoint-memory.ts";
import type { LanguageModelOptions } from "./model-options.ts";

/** Tokens that a prompt and its reply share. */
export interface ModelWindow {
  readonly tokens: number;
  readonly source: WindowSource;
}

export interface WindowSearch {
  readonly options: LanguageModelOptions;
  /** Null when the run is frozen. */
  readonly endpoint: Endpoint | null;
  readonly memory: EndpointMemory;
  /** The model is one that tiktoken knows. */
  readonly known: boolean;
  /** Null to connect to nothing. */
  readonly signal: AbortSignal | null;
}

/** Windows assumed where nobody says, in tokens: of models tiktoken knows, and of others. */
const assumed = { known: 32_000, unknown: 8_192 };

/**
 * What a server says is remembered, for runs that may not ask. Where a person sets less than the server says, the run is
 * to use less.
 */
export async function findWindow(search: WindowSearch): Promise<ModelWindow> {
  const { context } = search.options;
  const said = search.known ? null : await hearWindow(search);
  if (said !== null && said <= (context ?? said)) return { tokens: said, source: "server" };
  if (context !== null) return { tokens: context, source: "settings" };
  return search.known
    ? { tokens: assumed.known, source: "known" }
    : { tokens: assumed.unknown, source: "assumed" };
}

async function hearWindow(search: WindowSearch): Promise<number | null> {
  const { options, endpoint, memory, signal } = search;
  const remembered = (await memory.recall()).window ?? null;
  if (endpoint === null || options.offline || signal === null) return remembered;
  const { connectTimeout } = options;
  const said = await askWindow(endpoint, options.model, { connectTimeout, signal });
  // A folder that cannot be written to is told of when a reply is kept there.
  await memory.keep(said === null ? {} : { window: said }).catch(() => {});
  return said ?? remembered;
}
