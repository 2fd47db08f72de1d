// Takes what the system says of a file; gives what tells one with several names (hard links) from all other files.
import type { Stats } from "node:fs";

/** To be spread into what is listed: nothing of a file that has one name only. */
export function nodeOf({ dev, ino, nlink }: Pick<Stats, "dev" | "ino" | "nlink">): {
  readonly node?: string;
} {
  return nlink > 1 ? { node: `${dev} ${ino}` } : {};
}
