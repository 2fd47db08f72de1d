// Gives a function that multiplies many rows with a question's rows in onnxruntime.

import runtime from "onnxruntime-node";

import { writeOnnxModel } from "../model/onnx-writer.mjs";

/** @typedef {(rows: Float32Array, question: Float32Array) => Promise<Float32Array>} Multiply */

/**
 * One thread, so that sums are added up in the same order on every machine of one kind.
 *
 * @param {number} width   numbers a row
 * @returns {Promise<Multiply>} for each row its product with each row of the question
 */
export async function openMultiplication(width) {
  const model = writeOnnxModel({
    name: "products",
    producer: "charm scripts/fit-retrieval.mjs",
    opsets: { "": 17 },
    nodes: [
      { op: "Transpose", inputs: ["question"], outputs: ["turned"] },
      { op: "MatMul", inputs: ["rows", "turned"], outputs: ["products"] },
    ],
    initializers: [],
    inputs: [
      { name: "rows", type: "float32", shape: ["tokens", width] },
      { name: "question", type: "float32", shape: ["words", width] },
    ],
    outputs: [{ name: "products", type: "float32", shape: ["tokens", "words"] }],
  });
  const session = await runtime.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  const toTensor = (values) =>
    new runtime.Tensor("float32", values, [values.length / width, width]);
  return async (rows, question) => {
    const feeds = { rows: toTensor(rows), question: toTensor(question) };
    return (await session.run(feeds))["products"].data;
  };
}
