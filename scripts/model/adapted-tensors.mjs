// Takes the tensors of MiniLM as TensorFlow.js holds them and adapted weights; gives the same tensors with the layers'
// weights replaced, quantised as they were: one scale and one zero point a matrix, eight bits.

const layers = 6;
const root = "StatefulPartitionedCall/model/tf_bert_model/bert/encoder/layer_._";

/** Names of a layer's parts in the source graph, and in the adapted weights. */
const parts = [
  ["attention/self/query", "attention.self.query"],
  ["attention/self/key", "attention.self.key"],
  ["attention/self/value", "attention.self.value"],
  ["attention/output/dense", "attention.output.dense"],
  ["intermediate/dense", "intermediate.dense"],
  ["output/dense", "output.dense"],
];
const norms = [
  ["attention/output/LayerNorm", "attention.output.LayerNorm"],
  ["output/LayerNorm", "output.LayerNorm"],
];

/**
 * @param {Map<string, import("./tfjs-model.mjs").Tensor>} tensors
 * @param {Map<string, { shape: readonly number[], data: Float32Array }>} weights   as PyTorch names and lays them out:
 *   rows are outputs
 * @returns {Map<string, import("./tfjs-model.mjs").Tensor>}
 */
export function adaptTensors(tensors, weights) {
  const adapted = new Map(tensors);
  const find = (name) => {
    const tensor = weights.get(name);
    if (tensor === undefined) throw new Error(`The adapted weights have no ${name}.`);
    return tensor;
  };
  const replace = (name, tensor) => {
    const before = tensors.get(name);
    if (before === undefined) throw new Error(`The source model has no ${name}.`);
    adapted.set(name, { ...before, ...tensor });
  };
  const plain = (name) => ({ data: find(name).data, quantization: null });
  for (let layer = 0; layer < layers; layer += 1) {
    const [to, from] = [`${root}${layer}/`, `bert.encoder.layer.${layer}.`];
    for (const [name, own] of parts) {
      replace(
        `${to}${name}/Tensordot/ReadVariableOp`,
        quantise(transpose(find(`${from}${own}.weight`))),
      );
      replace(`${to}${name}/BiasAdd/ReadVariableOp`, plain(`${from}${own}.bias`));
    }
    for (const [name, own] of norms) {
      replace(`${to}${name}/batchnorm/mul/ReadVariableOp`, plain(`${from}${own}.weight`));
      replace(`${to}${name}/batchnorm/ReadVariableOp`, plain(`${from}${own}.bias`));
    }
  }
  return adapted;
}

/** The graph's rows are inputs. */
function transpose({ shape: [rows, columns], data }) {
  const turned = new Float32Array(data.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1)
      turned[column * rows + row] = data[row * columns + column];
  }
  return turned;
}

/** value = byte × scale + min, with 0 a whole byte. */
function quantise(values) {
  let [least, most] = [0, 0];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = Math.fround((most - least) / 255);
  const zero = Math.round(-least / scale);
  const data = Uint8Array.from(values, (value) =>
    Math.min(255, Math.max(0, Math.round(value / scale) + zero)),
  );
  return { data, quantization: { min: -zero * scale, scale } };
}
