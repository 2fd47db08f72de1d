// Takes a statement; gives the key by which known questions name what answers them: 10 hexadecimal digits.
import { hashOf } from "../text/hash-of.ts";

/**
 * The same words in the same document have the same key, however they are spaced; other documents and editions have others.
 * @param short of the document
 */
export function keyOf(short: string, text: string): string {
  const folded = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim();
  return hashOf(`${short}\n${folded}`).slice(0, 10);
}
