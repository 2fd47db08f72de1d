// Takes the settings of a run; gives the embedding models that they choose: one for questions, one for passages.
import { resolve } from "node:path";
import type { Embedder, Purpose } from "../embed/embedder.ts";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import { openaiAddress } from "../http/endpoint.ts";
import { builtInModels, type BuiltInModel } from "../models/built-in-models.ts";
import type { EndpointEmbedding, LocalEmbedding, Settings } from "../settings/settings.ts";
import type { Surroundings } from "./services.ts";

export interface EmbedderChoice {
  readonly open: (purpose: Purpose) => Promise<Embedder>;
  /** Host that the texts are sent to; null when they stay on this machine. */
  readonly host: string | null;
}

export type OnWait = (seconds: number, why: string) => void;

/** Each kind of model is loaded when it is opened. @param onWait called when an endpoint asks to wait */
export function chooseEmbedder(
  settings: Settings,
  surroundings: Surroundings,
  onWait: OnWait,
): EmbedderChoice {
  const { embedding } = settings;
  switch (embedding.kind) {
    case "built-in":
      return { open: (purpose) => openBuiltIn(purpose, embedding.model), host: null };
    case "onnx":
      return { open: (purpose) => openLocal(embedding, purpose, surroundings.cwd), host: null };
    case "openai":
      return chooseEndpoint(embedding, settings, surroundings, onWait);
  }
}

/** The first built-in model. @param embedder of questions, which may be that model already */
export async function openFirst(
  { embedding }: Pick<Settings, "embedding">,
  embedder: Embedder,
): Promise<TokenEmbedder> {
  const [first] = builtInModels;
  const isFirst = embedding.kind === "built-in" && (embedding.model ?? first) === first;
  return isFirst ? (embedder as TokenEmbedder) : openBuiltIn("queries", first);
}

/** A model that comes with the program. */
async function openBuiltIn(purpose: Purpose, model?: BuiltInModel): Promise<TokenEmbedder> {
  const { openBuiltInEmbedder } = await import("../embed/built-in.ts");
  const { countUsefulWorkers } = await import("../models/worker-pool.ts");
  const workers = purpose === "passages" ? countUsefulWorkers() : 0;
  return openBuiltInEmbedder({ workers, ...(model ? { model } : {}) });
}

async function openLocal(
  { queryPrefix = "", passagePrefix = "", ...wish }: LocalEmbedding,
  purpose: Purpose,
  cwd: string,
): Promise<Embedder> {
  const { openLocalEmbedder } = await import("../embed/local/local-embedder.ts");
  const folder = resolve(cwd, wish.folder);
  const workers = purpose === "passages";
  return openLocalEmbedder({ ...wish, folder, purpose, queryPrefix, passagePrefix, workers });
}

function chooseEndpoint(
  embedding: EndpointEmbedding,
  { model, index, offline }: Settings,
  { apiKey, proxies }: Surroundings,
  onWait: OnWait,
): EmbedderChoice {
  const baseUrl = embedding.baseUrl ?? model.baseUrl;
  let held: Promise<number | null> | null = null;
  const dimensionsOf = (id: string) => (held ??= readDimensions(index, id));
  return {
    host: findHost(baseUrl ?? openaiAddress),
    open: async (purpose) => {
      const { completeEndpoint } = await import("../embed/endpoint/endpoint-options.ts");
      const { openEndpointEmbedder } = await import("../embed/endpoint/endpoint-embedder.ts");
      const options = completeEndpoint({ ...embedding, baseUrl, apiKey, proxies, offline });
      return openEndpointEmbedder(options, {
        purpose,
        dimensionsOf,
        onWait: (seconds, host) => onWait(seconds, `${host} cannot answer yet`),
      });
    },
  };
}

/** An address that is none is told of when it is used. */
function findHost(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}

/** Length of the vectors of the index, when it was made by this very model: then nobody need be asked. */
async function readDimensions(index: string, id: string): Promise<number | null> {
  const { openLibrary } = await import("../library/open-library.ts");
  // An index that cannot be read is told of when it is opened to be used, or is about to be replaced.
  const library = await openLibrary(index, null).catch(() => null);
  const { embedderId, dimensions } = library?.metadata ?? { embedderId: null, dimensions: null };
  library?.close();
  return embedderId === id ? dimensions : null;
}
