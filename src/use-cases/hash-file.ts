// Takes the path of a file; gives the digest of its bytes, without holding them all.
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

/** A pipe is not waited for. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** SHA-256 in hex; null when the file cannot be read. */
export async function hashFile(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    const file = await open(path, flags);
    await pipeline(file.createReadStream({ highWaterMark: 1 << 20 }), hash);
  } catch {
    return null;
  }
  return hash.digest("hex");
}
