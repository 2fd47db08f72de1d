// Takes the tensors of MiniLM as TensorFlow.js holds them; gives the same network as an ONNX model.
//
// The weights stay the bytes they are, with the scale and zero point they came with: nothing is
// quantised a second time. Activations are quantised as the model runs (dynamic int8).
// The operators of the domain com.microsoft are onnxruntime's own
// (https://github.com/microsoft/onnxruntime/blob/v1.16.3/docs/ContribOperators.md). Writing them
// here, rather than leaving the fusing of plain ones to onnxruntime, keeps the start short.

import { elementTypes, writeOnnxModel } from "./onnx-writer.mjs";
import { toFloats } from "./tfjs-model.mjs";

const layers = 6;
const heads = 12;
const hidden = 384;
const vendor = "com.microsoft";
const bert = "StatefulPartitionedCall/model/tf_bert_model/bert/";
/** As in the source graph (embeddings/LayerNorm/batchnorm/add/y). */
const layerNormEpsilon = { float: 1e-12 };

/**
 * @typedef {import("./tfjs-model.mjs").Tensor} Tensor
 * @typedef {import("./onnx-writer.mjs").OnnxNode} OnnxNode
 * @typedef {import("./onnx-writer.mjs").Initializer} Initializer
 */

/**
 * Inputs `input_ids`, `attention_mask`, `token_type_ids` (int64, [batch, sequence], at most 512
 * tokens); output `last_hidden_state` (float32, [batch, sequence, 384]), neither pooled nor scaled.
 *
 * @param {Map<string, Tensor>} tensors
 * @returns {Buffer}
 */
export function buildBertModel(tensors) {
  const graph = new GraphBuilder(tensors);
  graph.node("Cast", ["attention_mask"], ["mask"], { to: { int: elementTypes.int32 } });
  let states = addEmbeddings(graph);
  for (let layer = 0; layer < layers; layer += 1) states = addLayer(graph, layer, states);
  const ids = (/** @type {string} */ name) =>
    /** @type {const} */ ({ name, type: "int64", shape: ["batch", "sequence"] });
  return writeOnnxModel({
    name: "all-MiniLM-L6-v2",
    producer: "charm",
    opsets: { "": 17, [vendor]: 1 },
    nodes: graph.nodes,
    initializers: graph.initializers,
    inputs: [ids("input_ids"), ids("attention_mask"), ids("token_type_ids")],
    outputs: [{ name: states, type: "float32", shape: ["batch", "sequence", hidden] }],
  });
}

/**
 * Word, position and token type embeddings, added and normalised.
 *
 * @param {GraphBuilder} graph
 */
function addEmbeddings(graph) {
  const words = graph.quantised("words", "unknown");
  const types = graph.quantised("types", "unknown_1");
  const positions = graph.quantised("positions", "unknown_0");
  graph.initializer("zero", "int64", [1], BigInt64Array.of(0n));
  graph.node("Gather", [words, "input_ids"], ["words_q"]);
  graph.node("Gather", [types, "token_type_ids"], ["types_q"]);
  graph.node("Shape", ["input_ids"], ["length"], { start: { int: 1 }, end: { int: 2 } });
  graph.node("Slice", [positions, "zero", "length", "zero"], ["positions_q"]);
  for (const name of [words, types, positions]) {
    graph.node("DequantizeLinear", [`${name}_q`, `${name}_scale`, `${name}_zero`], [`${name}_f`]);
  }
  graph.node("Add", ["words_f", "positions_f"], ["words_positions"]);
  return addNormalisedSum(graph, "words_positions", "types_f", "embeddings", "embeddings/");
}

/**
 * @param {GraphBuilder} graph
 * @param {number} layer
 * @param {string} states
 */
function addLayer(graph, layer, states) {
  const source = `encoder/layer_._${layer}/`;
  const name = `layer${layer}`;
  const context = addAttention(graph, `${name}_attention`, states, `${source}attention/self/`);
  const attended = addDense(graph, `${name}_out`, context, `${source}attention/output/dense/`);
  const normalised = addNormalisedSum(
    graph,
    attended,
    states,
    `${name}_attended`,
    `${source}attention/output/`,
  );
  const wide = addDense(graph, `${name}_wide`, normalised, `${source}intermediate/dense/`, "Gelu");
  const narrow = addDense(graph, `${name}_narrow`, wide, `${source}output/dense/`);
  const output = layer === layers - 1 ? "last_hidden_state" : `${name}_states`;
  return addNormalisedSum(graph, narrow, normalised, output, `${source}output/`);
}

/**
 * Query, key and value weights side by side, each column with its own tensor's scale and zero point.
 *
 * @param {GraphBuilder} graph
 * @param {string} name
 * @param {string} states
 * @param {string} source
 */
function addAttention(graph, name, states, source) {
  const parts = ["query", "key", "value"].map((part) => ({
    weight: graph.tensor(`${bert}${source}${part}/Tensordot/ReadVariableOp`),
    bias: toFloats(graph.tensor(`${bert}${source}${part}/BiasAdd/ReadVariableOp`)),
  }));
  const columns = parts.length * hidden;
  const weight = new Uint8Array(hidden * columns);
  const scale = new Float32Array(columns);
  const zero = new Uint8Array(columns);
  const bias = new Float32Array(columns);
  for (const [index, part] of parts.entries()) {
    const first = index * hidden;
    const { scale: partScale, zero: partZero, bytes } = affine(part.weight);
    scale.fill(partScale, first, first + hidden);
    zero.fill(partZero, first, first + hidden);
    bias.set(part.bias, first);
    for (let row = 0; row < hidden; row += 1) {
      weight.set(bytes.subarray(row * hidden, (row + 1) * hidden), row * columns + first);
    }
  }
  graph.initializer(`${name}_weight`, "uint8", [hidden, columns], weight);
  graph.initializer(`${name}_scale`, "float32", [columns], scale);
  graph.initializer(`${name}_zero`, "uint8", [columns], zero);
  graph.initializer(`${name}_bias`, "float32", [columns], bias);
  graph.node("DynamicQuantizeLinear", [states], [`${name}_x`, `${name}_xs`, `${name}_xz`]);
  const operands = [`${name}_x`, `${name}_weight`, `${name}_bias`, `${name}_xs`, `${name}_scale`];
  operands.push("mask", `${name}_xz`, `${name}_zero`);
  return graph.node("QAttention", operands, [name], { num_heads: { int: heads } }, vendor);
}

/**
 * @param {GraphBuilder} graph
 * @param {string} name
 * @param {string} input
 * @param {string} source
 * @param {"Gelu"} [activation]   the exact GELU, by the error function, as in the source graph
 */
function addDense(graph, name, input, source, activation) {
  const weight = graph.quantised(`${name}_weight`, `${bert}${source}Tensordot/ReadVariableOp`);
  const bias = graph.floats(`${name}_bias`, `${bert}${source}BiasAdd/ReadVariableOp`);
  const operands = [input, weight, `${weight}_scale`, `${weight}_zero`];
  if (activation === undefined) {
    return graph.node("DynamicQuantizeMatMul", [...operands, bias], [name], {}, vendor);
  }
  const product = graph.node("DynamicQuantizeMatMul", operands, [`${name}_product`], {}, vendor);
  return graph.node("BiasGelu", [product, bias], [name], {}, vendor);
}

/**
 * @param {GraphBuilder} graph
 * @param {string} a
 * @param {string} b
 * @param {string} output
 * @param {string} source
 */
function addNormalisedSum(graph, a, b, output, source) {
  const norm = `${bert}${source}LayerNorm/batchnorm/`;
  const gamma = graph.floats(`${output}_gamma`, `${norm}mul/ReadVariableOp`);
  const beta = graph.floats(`${output}_beta`, `${norm}ReadVariableOp`);
  const attributes = { epsilon: layerNormEpsilon };
  return graph.node("SkipLayerNormalization", [a, b, gamma, beta], [output], attributes, vendor);
}

/**
 * Scale and zero point of a tensor whose value is byte * scale + min: zero must be a whole byte.
 *
 * @param {Tensor} tensor
 * @returns {{ scale: number, zero: number, bytes: Uint8Array }}
 */
function affine({ name, quantization, data }) {
  if (quantization === null || !(data instanceof Uint8Array)) throw new Error(`${name}: no bytes.`);
  const { min, scale } = quantization;
  const zero = Math.round(-min / scale);
  if (zero < 0 || zero > 255 || Math.abs(zero * scale + min) > scale * 1e-6) {
    throw new Error(`${name}: zero falls between two bytes.`);
  }
  return { scale, zero, bytes: data };
}

/** Collects nodes and initializers in the order they are asked for. */
class GraphBuilder {
  /** @type {OnnxNode[]} */
  nodes = [];
  /** @type {Initializer[]} */
  initializers = [];

  /** @param {Map<string, Tensor>} tensors */
  constructor(tensors) {
    this.tensors = tensors;
  }

  /** @param {string} name */
  tensor(name) {
    const tensor = this.tensors.get(name);
    if (tensor === undefined) throw new Error(`The source model has no ${name}.`);
    return tensor;
  }

  /**
   * @param {string} op
   * @param {string[]} inputs
   * @param {[string, ...string[]]} outputs
   * @param {Record<string, import("./onnx-writer.mjs").Attribute>} [attributes]
   * @param {string} [domain]
   */
  node(op, inputs, outputs, attributes = {}, domain = "") {
    this.nodes.push({ op, inputs, outputs, attributes, domain });
    return outputs[0];
  }

  /**
   * @param {string} name
   * @param {import("./onnx-writer.mjs").ElementType} type
   * @param {readonly number[]} shape
   * @param {ArrayBufferView} data
   */
  initializer(name, type, shape, data) {
    this.initializers.push({ name, type, shape, data });
    return name;
  }

  /**
   * @param {string} name
   * @param {string} source
   */
  floats(name, source) {
    const tensor = this.tensor(source);
    return this.initializer(name, "float32", tensor.shape, toFloats(tensor));
  }

  /**
   * The bytes as they are, with `<name>_scale` and `<name>_zero`.
   *
   * @param {string} name
   * @param {string} source
   */
  quantised(name, source) {
    const tensor = this.tensor(source);
    const { scale, zero, bytes } = affine(tensor);
    this.initializer(`${name}_scale`, "float32", [], Float32Array.of(scale));
    this.initializer(`${name}_zero`, "uint8", [], Uint8Array.of(zero));
    return this.initializer(name, "uint8", tensor.shape, bytes);
  }
}
