// Real documents beside the project, and what is known of them. A plain clone has none: tests skip without them, and say so.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.ts";

const folder = join(root, "..", "shared");

export const hasShared = existsSync(join(folder, "guidance"));

/** For the titles of tests that need them. */
export const withoutShared = hasShared ? "" : " (skipped: no ../shared)";

/** The path of a file or folder of theirs, whether or not it is there. */
export function sharedPath(...names: readonly string[]): string {
  return join(folder, ...names);
}
