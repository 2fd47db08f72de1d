// Takes the name of a script below dist/; gives its path, for what is started by it: a thread, a process.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { CharmError } from "../errors.ts";

/**
 * Tests run the sources uncompiled, but node 20 starts only compiled ones: `npm test` builds first.
 * @throws CharmError `not-built`
 */
export function findCompiled(script: string): string {
  const compiled = import.meta.url.endsWith(".ts") ? "../../dist/" : "../";
  const path = fileURLToPath(new URL(`${compiled}${script}`, import.meta.url));
  if (existsSync(path)) return path;
  throw new CharmError("not-built", `The program is not compiled: ${path} is missing.`, {
    hint: "Run `npm run build`.",
  });
}
