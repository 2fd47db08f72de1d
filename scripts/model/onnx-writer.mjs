// Takes nodes, tensors and values; gives the bytes of an ONNX model, the same bytes every time.
// Field numbers are those of onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).

/** ONNX element types (TensorProto.DataType). */
export const elementTypes = { float32: 1, uint8: 2, int32: 6, int64: 7 };

/**
 * @typedef {keyof typeof elementTypes} ElementType
 * @typedef {{ int: number } | { float: number }} Attribute
 */

/**
 * @typedef {object} OnnxNode
 * @property {string} op
 * @property {readonly string[]} inputs   an empty string leaves an optional input out
 * @property {readonly string[]} outputs
 * @property {string} [domain]
 * @property {Record<string, Attribute>} [attributes]
 */

/**
 * @typedef {object} Initializer
 * @property {string} name
 * @property {ElementType} type
 * @property {readonly number[]} shape
 * @property {ArrayBufferView} data
 */

/**
 * @typedef {object} ValueInfo
 * @property {string} name
 * @property {ElementType} type
 * @property {readonly (number | string)[]} shape   a string names a free dimension
 */

/**
 * Writes a ModelProto.
 *
 * @param {object} model
 * @param {string} model.name
 * @param {string} model.producer
 * @param {Record<string, number>} model.opsets   domain to version
 * @param {readonly OnnxNode[]} model.nodes
 * @param {readonly Initializer[]} model.initializers
 * @param {readonly ValueInfo[]} model.inputs
 * @param {readonly ValueInfo[]} model.outputs
 * @returns {Buffer}
 */
export function writeOnnxModel(model) {
  const graph = message([
    ...model.nodes.map((node) => bytesField(1, nodeProto(node))),
    textField(2, model.name),
    ...model.initializers.map((tensor) => bytesField(5, tensorProto(tensor))),
    ...model.inputs.map((value) => bytesField(11, valueProto(value))),
    ...model.outputs.map((value) => bytesField(12, valueProto(value))),
  ]);
  const opsets = Object.entries(model.opsets).map(([domain, version]) =>
    bytesField(8, message([textField(1, domain), intField(2, version)])),
  );
  // IR version 8 is the first that knows opset 17 (onnx/docs/Versioning.md).
  return message([intField(1, 8), textField(2, model.producer), bytesField(7, graph), ...opsets]);
}

/** @param {OnnxNode} node */
function nodeProto(node) {
  return message([
    ...node.inputs.map((name) => textField(1, name)),
    ...node.outputs.map((name) => textField(2, name)),
    textField(3, node.outputs[0] ?? ""),
    textField(4, node.op),
    ...Object.entries(node.attributes ?? {}).map(([name, value]) =>
      bytesField(5, attributeProto(name, value)),
    ),
    textField(7, node.domain ?? ""),
  ]);
}

/**
 * @param {string} name
 * @param {Attribute} value
 */
function attributeProto(name, value) {
  return "float" in value
    ? message([textField(1, name), floatField(2, value.float), intField(20, 1)])
    : message([textField(1, name), intField(3, value.int), intField(20, 2)]);
}

/** @param {Initializer} tensor */
function tensorProto({ name, type, shape, data }) {
  const raw = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return message([
    ...shape.map((size) => intField(1, size)),
    intField(2, elementTypes[type]),
    textField(8, name),
    bytesField(9, raw),
  ]);
}

/** @param {ValueInfo} value */
function valueProto({ name, type, shape }) {
  const dimensions = shape.map((size) =>
    bytesField(1, message([typeof size === "string" ? textField(2, size) : intField(1, size)])),
  );
  const tensorType = message([intField(1, elementTypes[type]), bytesField(2, message(dimensions))]);
  return message([textField(1, name), bytesField(2, message([bytesField(1, tensorType)]))]);
}

/** @param {readonly Buffer[]} fields */
function message(fields) {
  return Buffer.concat(fields);
}

/**
 * @param {number} field
 * @param {Uint8Array} bytes
 */
function bytesField(field, bytes) {
  return Buffer.concat([varint(field * 8 + 2), varint(bytes.byteLength), bytes]);
}

/**
 * @param {number} field
 * @param {string} text
 */
function textField(field, text) {
  return bytesField(field, Buffer.from(text, "utf8"));
}

/**
 * @param {number} field
 * @param {number} value   a whole number, not negative
 */
function intField(field, value) {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

/**
 * @param {number} field
 * @param {number} value
 */
function floatField(field, value) {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([varint(field * 8 + 5), bytes]);
}

/** @param {number} value */
function varint(value) {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${value} is no varint.`);
  const bytes = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}
