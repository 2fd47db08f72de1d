// Takes the bytes of an ONNX model; gives a function from token ids to the model's last layer.

import { CharmError } from "../errors.ts";

/** From n token ids to n rows of numbers, one after the other. */
export type Inference = (tokens: Int32Array) => Promise<Float32Array>;

/**
 * One thread and no reordering, so that the same tokens give the same bits on any number of cores;
 * the model's operators are fused when it is built, so onnxruntime need not look for more.
 */
const sessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  graphOptimizationLevel: "disabled",
  logSeverityLevel: 3,
} as const;

/**
 * Inputs and output are named as in models/all-MiniLM-L6-v2/README.md. A run holds up its thread.
 *
 * @throws {CharmError} `model-unusable` when onnxruntime does not start or refuses the model
 */
export async function openInference(model: Uint8Array): Promise<Inference> {
  const { runtime, session } = await startSession(model);
  const toTensor = (values: BigInt64Array): InstanceType<typeof runtime.Tensor> =>
    new runtime.Tensor("int64", values, [1, values.length]);
  return async (tokens) => {
    const result = await session.run({
      input_ids: toTensor(BigInt64Array.from(tokens, BigInt)),
      attention_mask: toTensor(new BigInt64Array(tokens.length).fill(1n)),
      token_type_ids: toTensor(new BigInt64Array(tokens.length)),
    });
    const states = result["last_hidden_state"]?.data;
    if (states instanceof Float32Array) return states;
    throw new Error("The model gave no float32 last_hidden_state.");
  };
}

/** Rows of `width` numbers to rows of fewer, by a matrix. */
export type Projection = (rows: Float32Array, width: number) => Promise<Float32Array>;

/**
 * @param model one product, its input `rows` and its output `projected`
 * @throws {CharmError} `model-unusable` as `openInference`
 */
export async function openProjection(model: Uint8Array): Promise<Projection> {
  const { runtime, session } = await startSession(model);
  return async (rows, width) => {
    const tensor = new runtime.Tensor("float32", rows, [rows.length / width, width]);
    const projected = (await session.run({ rows: tensor }))["projected"]?.data;
    if (projected instanceof Float32Array) return projected;
    throw new Error("The projection gave no float32 numbers.");
  };
}

async function startSession(model: Uint8Array) {
  try {
    // Loaded here because its native library takes 20 ms that a start without a model should not pay.
    const { default: runtime } = await import("onnxruntime-node");
    return { runtime, session: await runtime.InferenceSession.create(model, sessionOptions) };
  } catch (cause) {
    throw new CharmError("model-unusable", "The built-in model does not run on this machine.", {
      hint: `onnxruntime-node says: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    });
  }
}
