// Takes a statement; gives the key by which known questions name what answers them: 10 hexadecimal digits.
import { createHash } from "node:crypto";

/**
 * The same words in the same document have the same key, however they are spaced; other documents and editions have others.
 * @param short of the document
 */
export function keyOf(short: string, text: string): string {
  const folded = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim();
  return createHash("sha256").update(`${short}\n${folded}`).digest("hex").slice(0, 10);
}
