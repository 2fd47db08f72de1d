// Takes rows of numbers; gives their mean or themselves, scaled to length 1.

/**
 * Mean of the rows, of length 1: how sentence-transformers pools this model's tokens.
 * @param rows row after row
 * @param width numbers in a row
 */
export function meanUnitVector(rows: Float32Array, width: number): Float32Array {
  const sums = new Float64Array(width);
  for (let index = 0; index < rows.length; index += 1) {
    sums[index % width] = (sums[index % width] ?? 0) + (rows[index] ?? 0);
  }
  return Float32Array.from(scaleToUnit(sums));
}

/** Each row scaled to length 1, in a new array. */
export function unitRows(rows: Float32Array, width: number): Float32Array {
  const scaled = new Float32Array(rows.length);
  for (let start = 0; start < rows.length; start += width) {
    scaled.set(scaleToUnit(Float64Array.from(rows.subarray(start, start + width))), start);
  }
  return scaled;
}

/** A row of zeros stays as it is. */
export function scaleToUnit(row: Float64Array): Float64Array {
  let squares = 0;
  for (const value of row) squares += value * value;
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  return row.map((value) => value * scale);
}
