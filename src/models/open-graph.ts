// Takes an ONNX graph; gives a function from its inputs to one of its outputs, each by its name.
import type Runtime from "onnxruntime-node";
import { messageOf } from "../errors.ts";

/** A row of whole numbers; or rows of any numbers. */
export type GraphInput = BigInt64Array | { readonly rows: Float32Array; readonly width: number };

export interface GraphOutput {
  readonly name: string;
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** A run holds up its thread. It may be given more than it asks for. @throws GraphError */
export type Graph = (inputs: Readonly<Record<string, GraphInput>>) => Promise<GraphOutput>;

/** `unsupported`: it wants or gives something else than those who opened it; the message says what. */
type GraphFault = "unreadable" | "unsupported" | "failed";

export class GraphError extends Error {
  readonly fault: GraphFault;

  constructor(fault: GraphFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
  }
}

/** Not loaded with this file, because its native library takes 20 ms that a start without a model should not pay. */
export async function loadRuntime(): Promise<typeof Runtime> {
  return (await import("onnxruntime-node")).default;
}

/** One thread, so that the same inputs give the same bits on any number of cores. */
const oneThread = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: "sequential",
  // What is logged, a thrown error says as well.
  logSeverityLevel: 4,
} as const;

export interface GraphOptions {
  /** Names of outputs; the first that the graph has is given. */
  readonly outputs: readonly string[];
  /** False for a graph whose operators were fused when it was built: then no version of onnxruntime reorders them. */
  readonly optimise: boolean;
}

/**
 * @param model its bytes, or the path of its file, from where weights in a file beside it are found
 * @throws GraphError when onnxruntime refuses it, or it has none of the outputs
 */
export async function openGraph(
  model: Uint8Array | string,
  { outputs, optimise }: GraphOptions,
): Promise<Graph> {
  const runtime = await loadRuntime();
  const options = { ...oneThread, graphOptimizationLevel: optimise ? "all" : "disabled" } as const;
  const session = await runtime.InferenceSession.create(model, options).catch(rethrow("unreadable"));
  const { inputNames, outputNames } = session;
  const name = outputs.find((output) => outputNames.includes(output));
  if (name === undefined) throw new GraphError("unsupported", `gives ${outputNames.join(", ")} alone`);
  const toTensor = (input: GraphInput): InstanceType<typeof runtime.Tensor> =>
    input instanceof BigInt64Array
      ? new runtime.Tensor("int64", input, [1, input.length])
      : new runtime.Tensor("float32", input.rows, [input.rows.length / input.width, input.width]);
  return async (inputs) => {
    const strange = inputNames.filter((input) => !Object.hasOwn(inputs, input));
    if (strange.length > 0) throw new GraphError("unsupported", `asks for ${strange.join(", ")}`);
    const feeds = inputNames.map((input) => [input, toTensor(inputs[input] as GraphInput)]);
    const result = await session.run(Object.fromEntries(feeds)).catch(rethrow("failed"));
    const { data, dims } = result[name] ?? { data: null, dims: [] };
    if (data instanceof Float32Array) return { name, data, dims };
    throw new GraphError("unsupported", `gives ${name} in a form other than float32 rows`);
  };
}

function rethrow(fault: GraphFault): (cause: unknown) => never {
  return (cause) => {
    throw new GraphError(fault, messageOf(cause), cause);
  };
}
