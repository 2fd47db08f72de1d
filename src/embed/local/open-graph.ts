// Takes the path of an ONNX graph; gives a function from token ids to what the graph says of them.

import { CharmError } from "../../errors.ts";

/** Rows of the last layer, one a token; or, from graphs that pool within themselves, one row alone. */
export interface GraphOutput {
  readonly rows: Float32Array;
  readonly width: number;
  /** True where the graph has made one vector of all tokens. */
  readonly pooled: boolean;
}

export type Graph = (tokens: Int32Array) => Promise<GraphOutput>;

/** One thread, so that the same tokens give the same bits on any number of cores. */
const sessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  graphOptimizationLevel: "all",
  logSeverityLevel: 4,
} as const;

/** What a graph may ask for, made of the token ids of a single text. */
const inputs: Readonly<Record<string, (tokens: Int32Array) => BigInt64Array>> = {
  input_ids: (tokens) => BigInt64Array.from(tokens, BigInt),
  attention_mask: (tokens) => new BigInt64Array(tokens.length).fill(1n),
  token_type_ids: (tokens) => new BigInt64Array(tokens.length),
  position_ids: (tokens) => BigInt64Array.from(tokens, (_, at) => BigInt(at)),
};

/** Names of a last layer, best known first; then of a vector pooled in the graph. */
const layerNames = ["last_hidden_state", "token_embeddings", "hidden_states"];
const pooledName = "sentence_embedding";

/**
 * A run holds up its thread.
 *
 * @throws {CharmError} `embedding-model-unreadable` when onnxruntime refuses the file,
 *   `embedding-model-unsupported` for inputs or outputs that are not those of a text model; a run
 *   throws `embedding-model-failed`
 */
export async function openGraph(path: string): Promise<Graph> {
  const { runtime, session } = await startSession(path);
  const { inputNames, outputNames } = session;
  const strange = inputNames.filter((name) => !Object.hasOwn(inputs, name));
  if (strange.length > 0) throw unsupported(path, `asks for ${strange.join(", ")}`);
  const output = [...layerNames, pooledName].find((name) => outputNames.includes(name));
  if (output === undefined) throw unsupported(path, `gives ${outputNames.join(", ")} alone`);
  return async (tokens) => {
    const feeds = Object.fromEntries(
      inputNames.map((name) => {
        const values = (inputs[name] as (typeof inputs)[string])(tokens);
        return [name, new runtime.Tensor("int64", values, [1, tokens.length])];
      }),
    );
    const result = await session.run(feeds).catch((cause: unknown) => {
      throw failedRun(path, cause);
    });
    const { data, dims } = result[output] ?? { data: null, dims: [] };
    const width = dims.at(-1) ?? 0;
    const pooled = dims.length === 2;
    const rows = pooled ? 1 : tokens.length;
    if (data instanceof Float32Array && width > 0 && data.length === rows * width) {
      return { rows: data, width, pooled };
    }
    throw unsupported(path, `gives ${output} in a form other than float32 rows`);
  };
}

async function startSession(path: string) {
  // Loaded here because its native library takes 20 ms that a start without a model should not pay.
  const { default: runtime } = await import("onnxruntime-node");
  try {
    // From the path and not from bytes: weights in a file beside the graph are found from there.
    return { runtime, session: await runtime.InferenceSession.create(path, sessionOptions) };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): CharmError {
  const said = saidBy(cause);
  return new CharmError(
    "embedding-model-unreadable",
    `${path} cannot be read by onnxruntime: ${said}`,
    { hint: chooseHint(said), cause },
  );
}

/** onnxruntime 1.16 reads IR version 9 and opset 19 (its docs/Versioning.md), and what is older. */
function chooseHint(said: string): string {
  if (/IR version|opset|not a registered|could not find an implementation/i.test(said)) {
    return "It was made for a newer onnxruntime: export the model again with opset 17 and IR version 9 or lower, or take an older file of it (docs/embedders.md).";
  }
  if (/protobuf/i.test(said)) {
    return "The file is damaged, or a pointer of Git LFS in its place: download it again.";
  }
  return "Download the model's files again, with the weights that belong to the graph, or use another model.";
}

function unsupported(path: string, fault: string): CharmError {
  return new CharmError("embedding-model-unsupported", `${path} ${fault}.`, {
    hint: "It must take token ids and give last_hidden_state or sentence_embedding, as feature-extraction models do.",
  });
}

function failedRun(path: string, cause: unknown): CharmError {
  return new CharmError(
    "embedding-model-failed",
    `${path} failed in onnxruntime: ${saidBy(cause)}`,
    {
      hint: "If it speaks of positions or shapes, set embedding.maxTokens to less; if not, use another file of the model.",
      cause,
    },
  );
}

/** One line, without the places in onnxruntime's own source. */
function saidBy(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const line = message
    .replace(/\/onnxruntime_src\/\S+ .*?\) (?=\S)/gs, "")
    .replace(/Load model from .*? failed: */s, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
