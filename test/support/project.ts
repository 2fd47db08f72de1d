// Where the project stands, and whether it is built.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder, with a slash at its end. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** False before `npm run build`: then there is nothing to start, and tests of the built program are skipped. */
export const isBuilt = existsSync(join(root, "dist/cli/main.js"));
