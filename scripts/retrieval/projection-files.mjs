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
