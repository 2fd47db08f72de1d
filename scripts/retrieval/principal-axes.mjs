// Takes a symmetric matrix; gives its eigenvectors of greatest eigenvalue.

/** Rotations stop when what is off the diagonal is this small a part of the whole. */
const tolerance = 1e-20;

/**
 * Cyclic Jacobi rotations: slow and exact, and the same on every machine.
 *
 * @param {Float64Array} matrix   `size` rows of `size` numbers, symmetric; it is used up
 * @param {number} size
 * @param {number} count   how many eigenvectors
 * @returns {Float64Array} `size` rows of `count` numbers: one eigenvector a column, greatest eigenvalue
 *   first, its component of greatest size positive
 */
export function findPrincipalAxes(matrix, size, count) {
  const axes = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) axes[i * size + i] = 1;
  for (let sweep = 0; sweep < 60 && isOffDiagonal(matrix, size); sweep += 1) {
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(matrix, axes, size, p, q);
    }
  }
  const order = Array.from({ length: size }, (_, i) => i);
  order.sort((a, b) => matrix[b * size + b] - matrix[a * size + a]);
  const chosen = new Float64Array(size * count);
  for (let column = 0; column < count; column += 1) {
    const source = order[column];
    const sign = signOfGreatest(axes, size, source);
    for (let row = 0; row < size; row += 1) {
      chosen[row * count + column] = sign * axes[row * size + source];
    }
  }
  return chosen;
}

/**
 * @param {Float64Array} matrix
 * @param {number} size
 */
function isOffDiagonal(matrix, size) {
  let off = 0;
  let all = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      const square = matrix[i * size + j] ** 2;
      all += square;
      if (i !== j) off += square;
    }
  }
  return off > tolerance * all;
}

/**
 * Makes element (p, q) zero (Golub and Van Loan, Matrix Computations, section 8.5).
 *
 * @param {Float64Array} matrix
 * @param {Float64Array} axes
 * @param {number} size
 * @param {number} p
 * @param {number} q
 */
function rotate(matrix, axes, size, p, q) {
  const apq = matrix[p * size + q];
  if (apq === 0) return;
  const tau = (matrix[q * size + q] - matrix[p * size + p]) / (2 * apq);
  const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (let i = 0; i < size; i += 1) {
    turn(matrix, i * size + p, i * size + q, c, s);
    turn(axes, i * size + p, i * size + q, c, s);
  }
  for (let i = 0; i < size; i += 1) turn(matrix, p * size + i, q * size + i, c, s);
}

/**
 * @param {Float64Array} values
 * @param {number} a
 * @param {number} b
 * @param {number} c
 * @param {number} s
 */
function turn(values, a, b, c, s) {
  const first = values[a];
  const second = values[b];
  values[a] = c * first - s * second;
  values[b] = s * first + c * second;
}

/**
 * @param {Float64Array} axes
 * @param {number} size
 * @param {number} column
 */
function signOfGreatest(axes, size, column) {
  let greatest = 0;
  for (let row = 0; row < size; row += 1) {
    const value = axes[row * size + column];
    if (Math.abs(value) > Math.abs(greatest)) greatest = value;
  }
  return greatest < 0 ? -1 : 1;
}
