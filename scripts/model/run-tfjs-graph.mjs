// Takes the source graph and named inputs; gives its output, every operator computed plainly in floats.
// Slow and simple on purpose: it is the yardstick for the built model, and shares no code with it.

import { toFloats } from "./tfjs-model.mjs";

/**
 * @typedef {object} Value
 * @property {readonly number[]} shape
 * @property {Float32Array | Int32Array} data
 */

/**
 * @typedef {import("./tfjs-model.mjs").GraphNode} GraphNode
 * @typedef {(node: GraphNode, ...inputs: Value[]) => Value} Operator
 */

/**
 * @param {{ nodes: GraphNode[], tensors: Map<string, import("./tfjs-model.mjs").Tensor> }} model
 * @returns {(inputs: Record<string, Value>, output: string) => Value}
 */
export function openTfjsGraph(model) {
  const byName = new Map(model.nodes.map((node) => [node.name, node]));
  const constants = new Map();
  for (const { name, shape, dtype, data } of model.tensors.values()) {
    const tensor = model.tensors.get(name);
    if (tensor === undefined) continue;
    constants.set(name, { shape, data: dtype === "int32" ? data : toFloats(tensor) });
  }
  return (inputs, output) => {
    /** @type {Map<string, Value>} */
    const known = new Map([...constants, ...Object.entries(inputs)]);
    /** @type {(name: string) => Value} */
    const evaluate = (name) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      const node = byName.get(name);
      const operator = node && operators[node.op];
      if (!node || !operator) throw new Error(`Cannot compute ${name} (${node?.op}).`);
      const value = operator(node, ...node.input.map(evaluate));
      known.set(name, value);
      return value;
    };
    return evaluate(output);
  };
}

/** @type {Record<string, Operator>} */
const operators = {
  AddV2: (_, a, b) => broadcast(a, b, (x, y) => x + y),
  BiasAdd: (_, a, b) => broadcast(a, b, (x, y) => x + y),
  Sub: (_, a, b) => broadcast(a, b, (x, y) => x - y),
  Mul: (_, a, b) => broadcast(a, b, (x, y) => x * y),
  RealDiv: (_, a, b) => broadcast(a, b, (x, y) => x / y),
  Minimum: (_, a, b) => broadcast(a, b, Math.min),
  Maximum: (_, a, b) => broadcast(a, b, Math.max),
  SquaredDifference: (_, a, b) => broadcast(a, b, (x, y) => (x - y) ** 2),
  Rsqrt: (_, a) => map(a, (x) => 1 / Math.sqrt(x)),
  Square: (_, a) => map(a, (x) => x * x),
  Erf: (_, a) => map(a, erf),
  Identity: (_, a) => a,
  Cast: (_, a) => ({ shape: a.shape, data: Float32Array.from(a.data) }),
  Shape: (_, a) => integers([a.shape.length], a.shape),
  ExpandDims: (_, a, axis) => ({ shape: insert(a.shape, at(axis, 0)), data: a.data }),
  Reshape: (_, a, shape) => reshape(a, [...shape.data]),
  BroadcastTo: (_, a, shape) =>
    broadcast(a, { shape: [...shape.data], data: new Float32Array(size(shape.data)) }, (x) => x),
  Range: (_, start, limit, step) => {
    const count = Math.ceil((at(limit, 0) - at(start, 0)) / at(step, 0));
    return integers(
      [count],
      Array.from({ length: count }, (__, i) => at(start, 0) + i * at(step, 0)),
    );
  },
  Pack: (_, ...parts) =>
    integers(
      [parts.length, ...(parts[0]?.shape ?? [])],
      parts.flatMap((part) => [...part.data]),
    ),
  ConcatV2: (_, ...parts) => {
    const data = parts.slice(0, -1).flatMap((part) => [...part.data]);
    return integers([data.length], data);
  },
  // Only ever one element of a shape, taken out as a scalar (shrink_axis_mask 1).
  StridedSlice: (_, a, begin) => integers([], [at(a, at(begin, 0))]),
  GatherV2: (_, table, indices) => {
    const row = size(table.shape.slice(1));
    const data = new (kind(table))(indices.data.length * row);
    for (const [i, index] of indices.data.entries()) {
      data.set(table.data.subarray(index * row, (index + 1) * row), i * row);
    }
    return { shape: [...indices.shape, ...table.shape.slice(1)], data };
  },
  Prod: (_, a) => integers([], [size(a.data)]),
  Mean: (node, a, axis) => reduce(node, a, axis, (sum, count) => sum / count),
  Sum: (node, a, axis) => reduce(node, a, axis, (sum) => sum),
  Softmax: (_, a) => softmax(a),
  Transpose: (_, a, order) => transpose(a, [...order.data]),
  MatMul: (_, a, b) => matrixProduct(a, b, false),
  BatchMatMulV2: (node, a, b) => matrixProduct(a, b, node.attr.adj_y?.b === true),
};

/** @type {(value: Value, index: number) => number} */
const at = (value, index) => value.data[index] ?? Number.NaN;

/** @type {(shape: Iterable<number>) => number} */
const size = (shape) => [...shape].reduce((a, b) => a * b, 1);

/** @type {(value: Value) => typeof Float32Array | typeof Int32Array} */
const kind = (value) => (value.data instanceof Float32Array ? Float32Array : Int32Array);

/** @type {(shape: readonly number[], data: readonly number[]) => Value} */
const integers = (shape, data) => ({ shape, data: Int32Array.from(data) });

/** @type {(a: Value, change: (x: number) => number) => Value} */
const map = (a, change) => ({ shape: a.shape, data: Float32Array.from(a.data, change) });

/** @type {(shape: readonly number[], axis: number) => number[]} */
const insert = (shape, axis) => {
  const place = axis < 0 ? axis + shape.length + 1 : axis;
  return [...shape.slice(0, place), 1, ...shape.slice(place)];
};

/** @type {(a: Value, shape: number[]) => Value} */
function reshape(a, shape) {
  const rest = size(shape.filter((dimension) => dimension !== -1));
  const whole = shape.map((dimension) => (dimension === -1 ? a.data.length / rest : dimension));
  return { shape: whole, data: a.data };
}

/** @type {(shape: readonly number[]) => number[]} */
function strides(shape) {
  return shape.map((_, axis) => size(shape.slice(axis + 1)));
}

/** @type {(a: Value, b: Value, combine: (x: number, y: number) => number) => Value} */
function broadcast(a, b, combine) {
  const rank = Math.max(a.shape.length, b.shape.length);
  const pad = (/** @type {Value} */ v) => [...Array(rank - v.shape.length).fill(1), ...v.shape];
  const [left, right] = [pad(a), pad(b)];
  const shape = left.map((dimension, axis) => (dimension === 1 ? (right[axis] ?? 1) : dimension));
  const steps = [left, right].map((own) =>
    strides(own).map((step, axis) => (own[axis] === 1 ? 0 : step)),
  );
  const outer = strides(shape);
  const data = new Float32Array(size(shape));
  for (let index = 0; index < data.length; index += 1) {
    let [rest, i, j] = [index, 0, 0];
    for (let axis = 0; axis < rank; axis += 1) {
      const place = Math.floor(rest / (outer[axis] ?? 1));
      rest %= outer[axis] ?? 1;
      i += place * (steps[0]?.[axis] ?? 0);
      j += place * (steps[1]?.[axis] ?? 0);
    }
    data[index] = combine(at(a, i), at(b, j));
  }
  return { shape, data };
}

/** @type {(node: GraphNode, a: Value, axis: Value, finish: (sum: number, count: number) => number) => Value} */
function reduce(node, a, axis, finish) {
  const place = (at(axis, 0) + a.shape.length) % a.shape.length;
  const count = a.shape[place] ?? 1;
  const inner = size(a.shape.slice(place + 1));
  const outer = size(a.shape.slice(0, place));
  const data = new Float32Array(outer * inner);
  for (let o = 0; o < outer; o += 1) {
    for (let i = 0; i < inner; i += 1) {
      let sum = 0;
      for (let k = 0; k < count; k += 1) sum += at(a, (o * count + k) * inner + i);
      data[o * inner + i] = finish(sum, count);
    }
  }
  const shape = [...a.shape];
  if (node.attr.keep_dims?.b === true) shape[place] = 1;
  else shape.splice(place, 1);
  return { shape, data };
}

/** @type {(a: Value) => Value} */
function softmax(a) {
  const width = a.shape.at(-1) ?? 1;
  const data = Float32Array.from(a.data);
  for (let start = 0; start < data.length; start += width) {
    const row = data.subarray(start, start + width);
    const highest = Math.max(...row);
    const sum = row.reduce((total, x) => total + Math.exp(x - highest), 0);
    row.forEach((x, i) => (row[i] = Math.exp(x - highest) / sum));
  }
  return { shape: a.shape, data };
}

/** @type {(a: Value, order: number[]) => Value} */
function transpose(a, order) {
  const from = strides(a.shape);
  const shape = order.map((axis) => a.shape[axis] ?? 1);
  const outer = strides(shape);
  const data = new (kind(a))(a.data.length);
  for (let index = 0; index < data.length; index += 1) {
    let [rest, source] = [index, 0];
    for (const [axis, original] of order.entries()) {
      source += Math.floor(rest / (outer[axis] ?? 1)) * (from[original] ?? 0);
      rest %= outer[axis] ?? 1;
    }
    data[index] = at(a, source);
  }
  return { shape, data };
}

/** @type {(a: Value, b: Value, transposed: boolean) => Value} */
function matrixProduct(a, b, transposed) {
  const right = transposed ? transpose(b, swapLast(b.shape.length)) : b;
  const [rows = 1, inner = 1] = a.shape.slice(-2);
  const columns = right.shape.at(-1) ?? 1;
  const batches = size(a.shape.slice(0, -2));
  const data = new Float32Array(batches * rows * columns);
  for (let row = 0; row < batches * rows; row += 1) {
    const first = Math.floor(row / rows) * inner * columns;
    const sums = data.subarray(row * columns, (row + 1) * columns);
    for (let k = 0; k < inner; k += 1) {
      const x = at(a, row * inner + k);
      const line = first + k * columns;
      for (let column = 0; column < columns; column += 1) {
        sums[column] = (sums[column] ?? 0) + x * (right.data[line + column] ?? 0);
      }
    }
  }
  return { shape: [...a.shape.slice(0, -1), columns], data };
}

/** @type {(rank: number) => number[]} */
const swapLast = (rank) => [...Array(rank - 2).keys(), rank - 1, rank - 2];

/**
 * Abramowitz and Stegun 7.1.26, absolute error at most 1.5e-7.
 *
 * @type {(x: number) => number}
 */
function erf(x) {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const factors = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  const series = factors.reduce((sum, factor) => (sum + factor) * t, 0);
  return Math.sign(x) * (1 - series * Math.exp(-x * x));
}
