// Takes the matrix that projects token vectors of passages; gives it as an ONNX model of one product.
import { writeOnnxModel } from "./onnx-writer.mjs";

/** Numbers of a token vector, and of a projected one: `dimensions` and `tokenDimensions` of src/embed. */
const [width, columns] = [384, 128];

/**
 * @param {Float32Array} matrix   row after row
 * @returns {Buffer}
 */
export function buildProjection(matrix) {
  return writeOnnxModel({
    name: "token-projection",
    producer: "charm",
    opsets: { "": 17 },
    nodes: [{ op: "MatMul", inputs: ["rows", "matrix"], outputs: ["projected"] }],
    initializers: [{ name: "matrix", type: "float32", shape: [width, columns], data: matrix }],
    inputs: [{ name: "rows", type: "float32", shape: ["tokens", width] }],
    outputs: [{ name: "projected", type: "float32", shape: ["tokens", columns] }],
  });
}
