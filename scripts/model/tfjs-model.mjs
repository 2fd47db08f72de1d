// Takes the bytes of a TensorFlow.js graph model (model.json and its weight shard); gives its nodes and tensors.

/**
 * @typedef {object} Tensor
 * @property {string} name
 * @property {readonly number[]} shape
 * @property {"float32" | "int32"} dtype   type the graph computes with
 * @property {Uint8Array | Int32Array | Float32Array} data   as stored: bytes where `quantization` is set
 * @property {{ min: number, scale: number } | null} quantization   value = byte * scale + min
 */

/**
 * @typedef {object} GraphNode
 * @property {string} name
 * @property {string} op
 * @property {readonly string[]} input
 * @property {Record<string, any>} attr
 */

/**
 * Reads the graph and cuts the shard into its tensors, in the manifest's order.
 *
 * @param {Uint8Array} modelJson
 * @param {Uint8Array} shard
 * @returns {{ nodes: GraphNode[], tensors: Map<string, Tensor> }}
 */
export function parseTfjsModel(modelJson, shard) {
  const model = JSON.parse(Buffer.from(modelJson).toString("utf8"));
  const manifest = model.weightsManifest.flatMap((/** @type {any} */ group) => group.weights);
  const tensors = new Map();
  let offset = 0;
  for (const entry of manifest) {
    const tensor = cutTensor(entry, shard, offset);
    offset += tensor.data.byteLength;
    tensors.set(tensor.name, tensor);
  }
  if (offset !== shard.byteLength) {
    throw new Error(`The shard holds ${shard.byteLength} bytes; its manifest names ${offset}.`);
  }
  const nodes = model.modelTopology.node.map((/** @type {any} */ node) => ({
    name: node.name,
    op: node.op,
    input: node.input ?? [],
    attr: node.attr ?? {},
  }));
  return { nodes, tensors };
}

/**
 * Float values of a tensor, whatever its storage.
 *
 * @param {Tensor} tensor
 * @returns {Float32Array}
 */
export function toFloats(tensor) {
  if (tensor.quantization === null) return Float32Array.from(tensor.data);
  const { min, scale } = tensor.quantization;
  return Float32Array.from(tensor.data, (byte) => byte * scale + min);
}

/**
 * @param {any} entry  one weight of the manifest
 * @param {Uint8Array} shard
 * @param {number} offset
 * @returns {Tensor}
 */
function cutTensor(entry, shard, offset) {
  const count = entry.shape.reduce((/** @type {number} */ a, /** @type {number} */ b) => a * b, 1);
  const { name, shape, dtype, quantization } = entry;
  if (quantization !== undefined) {
    if (quantization.dtype !== "uint8") throw new Error(`${name}: ${quantization.dtype} weights`);
    const data = new Uint8Array(shard.subarray(offset, offset + count));
    return { name, shape, dtype, data, quantization };
  }
  // A copy, because a view must start at a multiple of four and the shard's offsets need not.
  const bytes = new Uint8Array(shard.subarray(offset, offset + count * 4)).buffer;
  const data = dtype === "int32" ? new Int32Array(bytes) : new Float32Array(bytes);
  return { name, shape, dtype, data, quantization: null };
}
