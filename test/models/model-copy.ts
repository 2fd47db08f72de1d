// For tests: a copy of the built-in model's folder that may be spoilt.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const modelFolder = fileURLToPath(new URL("../../models/charm-minilm", import.meta.url));

/** The caller removes the folder. */
export async function copyModel(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "charm-model-"));
  await cp(modelFolder, folder, { recursive: true });
  return folder;
}

/** Turns one bit of the byte in the middle of a file. */
export function spoilFile(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
