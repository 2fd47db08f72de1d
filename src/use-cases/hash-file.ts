// Takes the path of a file; gives the digest of its bytes, without holding them all.
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { openFile } from "../files/read-file.ts";

/** SHA-256 in hex, of what the file holds when it is opened; null when it cannot be read. */
export async function hashFile(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    const { file, size } = await openFile(path);
    // The stream closes the file, whatever becomes of it.
    const end = Math.max(0, size - 1);
    await pipeline(file.createReadStream({ highWaterMark: 1 << 20, start: 0, end }), hash);
  } catch {
    return null;
  }
  return hash.digest("hex");
}
