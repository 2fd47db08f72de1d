// Tells unit tests from tests of the whole by what they can reach: for vitest.config.ts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** What no unit test may load: other programs and what starts them, the library's database, the models' runtime. */
export const heavyModules = [
  "node:child_process",
  "@modelcontextprotocol/client/stdio",
  "@lancedb/lancedb",
  "onnxruntime-node",
];

/** Long documents that a plain clone has not: whatever reads them is a test of the whole, too. */
const heavyFiles = ["test/support/shared-folder.ts"];

/** Gives the command line stand-ins for all that it would load: nothing is reached through it. */
const harmlessFiles = ["run-cli.ts"];

const staticImport = /^(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm;
const lazyImport = /(?<!typeof )\bimport\(\s*["']([^"']+)["']\s*\)/g;

/**
 * The test files that can reach something heavy by their imports, or by the imports of what they import, also by
 * those that wait for a call.
 *
 * @param root the project's folder
 * @returns paths relative to it, with slashes
 */
export function findWholeTests(root: string): string[] {
  const imports = new Map<string, readonly string[]>();
  const heavy = new Set([...heavyModules, ...heavyFiles.map((file) => join(root, file))]);

  const listImports = (file: string): readonly string[] => {
    const known = imports.get(file);
    if (known) return known;
    const text = readFileSync(file, "utf8");
    const names = [staticImport, lazyImport].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => match[1] ?? ""),
    );
    const found = names.map((name) => (name.startsWith(".") ? resolve(dirname(file), name) : name));
    imports.set(file, found);
    return found;
  };

  const reaches = (file: string, seen: Set<string>): boolean => {
    if (heavy.has(file)) return true;
    if (seen.has(file) || !file.startsWith(root) || !existsSync(file)) return false;
    seen.add(file);
    if (harmlessFiles.some((name) => file.endsWith(`/${name}`))) return false;
    return listImports(file).some((next) => reaches(next, seen));
  };

  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .map((name) => `test/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".test.ts") && reaches(join(root, name), new Set()))
    .toSorted();
}
