// The part of onnxruntime-node that is used here; version 1.16.3 comes without type declarations.

declare module "onnxruntime-node" {
  class Tensor {
    constructor(type: "int64", data: BigInt64Array, dimensions: readonly number[]);
    constructor(type: "float32", data: Float32Array, dimensions: readonly number[]);
    readonly data: unknown;
    readonly dims: readonly number[];
  }

  interface SessionOptions {
    readonly intraOpNumThreads?: number;
    readonly interOpNumThreads?: number;
    readonly executionMode?: "sequential" | "parallel";
    readonly graphOptimizationLevel?: "disabled" | "basic" | "extended" | "all";
    /** 0 verbose, 1 information, 2 warning, 3 error, 4 fatal */
    readonly logSeverityLevel?: 0 | 1 | 2 | 3 | 4;
  }

  interface InferenceSession {
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
  }

  const onnxruntime: {
    readonly Tensor: typeof Tensor;
    readonly InferenceSession: {
      /** @param model its bytes, or the path of its file */
      create(model: Uint8Array | string, options: SessionOptions): Promise<InferenceSession>;
    };
  };
  export default onnxruntime;
  export type { InferenceSession };
}
