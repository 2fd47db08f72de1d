// Writes files of models/token-projection/ and keeps its list of checksums.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../../models/token-projection/", import.meta.url);
const listed = /\.(?:onnx|f32)$/;

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
export function writeProjectionFile(name, bytes) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(name, folder), bytes);
  const names = readdirSync(folder).filter((each) => listed.test(each));
  const lines = names.sort().map((each) => `${sha256(readProjectionFile(each))}  ${each}\n`);
  writeFileSync(new URL("SHA256SUMS", folder), lines.join(""));
}

/** @param {string} name */
export function readProjectionFile(name) {
  return readFileSync(new URL(name, folder));
}

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Marks a tensor's raw data in an ONNX file: field 9, and its length in bytes (384 × 128 floats). */
const rawData = Buffer.from([0x4a, 0x80, 0x80, 0x0c]);

/** The passages' matrix as numbers, row after row. */
export function readPassageMatrix() {
  const bytes = readProjectionFile("passages.onnx");
  const start = bytes.indexOf(rawData) + rawData.length;
  return new Float32Array(
    bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + start + 384 * 128 * 4),
  );
}
