// Takes the folder of a built-in model; gives its token vectors in few numbers, for passages and for questions.
import { openBuiltInGraph } from "../models/built-in-graph.ts";
import type { ModelFolder } from "../models/model-folder.ts";
import type { Graph } from "../models/open-graph.ts";
import { projectRows, weighTokens } from "./project-tokens.ts";
import { unitRows } from "./unit-vectors.ts";

/** Length of a projected token vector. */
export const tokenDimensions = 128;

/**
 * The passages' and the questions' matrix are each loaded, and checked, when first asked for. Passages are projected from
 * the rows of the model's last layer, questions from the same scaled to length 1.
 */
export function createTokenProjection(folder: ModelFolder, width: number) {
  let passages: Promise<Graph> | null = null;
  let questions: Promise<Float32Array> | null = null;
  return {
    projectPassage: async (states: Float32Array) => {
      passages ??= openBuiltInGraph(folder, "passages.onnx", "projected");
      const { data } = await (await passages)({ rows: { rows: states, width } });
      return quantise(unitRows(data, tokenDimensions));
    },
    projectQuestion: async (tokens: Int32Array, vectors: Float32Array) => {
      questions ??= folder.readBytes("questions.f32").then(readFloats);
      const numbers = await questions;
      const matrix = numbers.subarray(0, width * tokenDimensions);
      const gate = numbers.subarray(width * tokenDimensions);
      return {
        tokens: unitRows(projectRows(vectors, matrix, width), tokenDimensions),
        weights: weighTokens(tokens, vectors, gate),
      };
    },
  };
}

/** Unit rows to signed bytes: MaxSim over them differs from floats in the third decimal (docs/retrieval.md). */
function quantise(rows: Float32Array): Int8Array {
  return Int8Array.from(rows, (value) => Math.round(value * 127));
}

/** Little-endian, as typed arrays are on every machine that onnxruntime runs on. */
function readFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer);
}
