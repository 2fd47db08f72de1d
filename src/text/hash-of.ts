// Takes a text or bytes; gives their SHA-256 in hex.
import { createHash } from "node:crypto";

export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
