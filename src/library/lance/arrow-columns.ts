// Turns plain objects into an Arrow table, column by column, without guessing types.
import type { Data, DataType, Table } from "apache-arrow";
import type { LanceModules } from "./load-lancedb.ts";

type Arrow = LanceModules["arrow"];

/** Makes columns of a list of objects, each from what a function reads off one of them. */
export interface ColumnMaker<Row> {
  text(read: (row: Row) => string): Data<DataType>;
  int(read: (row: Row) => number): Data<DataType>;
  bytes(read: (row: Row) => Int8Array): Data<DataType>;
  /** @throws RangeError when a vector has not `dimensions` numbers */
  vector(dimensions: number, read: (row: Row) => Float32Array): Data<DataType>;
}

/** A table of `rows`; `columns` gives its columns by name, in order. */
export function makeTable<Row>(
  arrow: Arrow,
  rows: readonly Row[],
  columns: (make: ColumnMaker<Row>) => Readonly<Record<string, Data<DataType>>>,
): Table {
  const made = columns({
    text: (read) => textColumn(arrow, rows.map(read)),
    int: (read) => intColumn(arrow, rows.map(read)),
    bytes: (read) => bytesColumn(arrow, rows.map(read)),
    vector: (dimensions, read) => vectorColumn(arrow, rows.map(read), dimensions),
  });
  const fields = Object.entries(made).map(([name, { type }]) => new arrow.Field(name, type, false));
  const schema = new arrow.Schema(fields);
  const type = new arrow.Struct(fields);
  const children = Object.values(made);
  const data = arrow.makeData({ type, length: rows.length, nullCount: 0, children });
  return new arrow.Table(schema, [new arrow.RecordBatch(schema, data)]);
}

function textColumn(arrow: Arrow, values: readonly string[]): Data<DataType> {
  const bytes = values.map((value) => Buffer.from(value, "utf8"));
  const { length } = values;
  return arrow.makeData({ type: new arrow.Utf8(), length, nullCount: 0, ...joinBytes(bytes) });
}

function bytesColumn(arrow: Arrow, values: readonly Int8Array[]): Data<DataType> {
  const bytes = values.map((value) => new Uint8Array(value.buffer, value.byteOffset, value.length));
  const { length } = values;
  return arrow.makeData({ type: new arrow.Binary(), length, nullCount: 0, ...joinBytes(bytes) });
}

function joinBytes(values: readonly Uint8Array[]): { valueOffsets: Int32Array; data: Uint8Array } {
  const valueOffsets = new Int32Array(values.length + 1);
  for (const [index, each] of values.entries()) {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + each.length;
  }
  return { valueOffsets, data: Buffer.concat(values) };
}

function intColumn(arrow: Arrow, values: readonly number[]): Data<DataType> {
  const { length } = values;
  return arrow.makeData({
    type: new arrow.Int32(),
    length,
    nullCount: 0,
    data: Int32Array.from(values),
  });
}

function vectorColumn(
  arrow: Arrow,
  vectors: readonly Float32Array[],
  dimensions: number,
): Data<DataType> {
  const data = new Float32Array(vectors.length * dimensions);
  for (const [index, vector] of vectors.entries()) {
    if (vector.length !== dimensions) {
      throw new RangeError(
        `A vector has ${vector.length} numbers; the library holds ${dimensions}.`,
      );
    }
    data.set(vector, index * dimensions);
  }
  const child = arrow.makeData({
    type: new arrow.Float32(),
    length: data.length,
    nullCount: 0,
    data,
  });
  const { length } = vectors;
  const item = new arrow.Field("item", new arrow.Float32() as DataType, true);
  const type = new arrow.FixedSizeList(dimensions, item);
  return arrow.makeData({ type, length, nullCount: 0, child });
}
