// Takes the bytes of a safetensors file (github.com/huggingface/safetensors, format 0.x); gives its float32 tensors by name.

/**
 * @param {Uint8Array} bytes   length of the header (8 bytes, little-endian), header in JSON, then the data
 * @returns {Map<string, { shape: readonly number[], data: Float32Array }>}
 * @throws {Error} for another element type than float32
 */
export function readSafetensors(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const start = 8 + Number(view.getBigUint64(0, true));
  const header = JSON.parse(Buffer.from(bytes.subarray(8, start)).toString("utf8"));
  const entries = Object.entries(header).filter(([name]) => name !== "__metadata__");
  return new Map(
    entries.map(
      ([
        name,
        {
          dtype,
          shape,
          data_offsets: [from, to],
        },
      ]) => {
        if (dtype !== "F32") throw new Error(`${name}: ${dtype} weights`);
        // A copy, because a view must start at a multiple of four.
        const data = new Float32Array(
          new Uint8Array(bytes.subarray(start + from, start + to)).buffer,
        );
        return [name, { shape, data }];
      },
    ),
  );
}
