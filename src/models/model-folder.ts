// Takes the folder of a model that comes with the program; gives its files, each checked against SHA256SUMS.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf } from "../text/hash-of.ts";
import { CharmError } from "../errors.ts";

const sumsFile = "SHA256SUMS";
const restoreHint =
  "Restore the folder from the released package or with `git checkout -- models`.";

/** Reading throws CharmError `model-missing`, or `model-damaged` when the sum is another. */
export interface ModelFolder {
  /** Names of its files, as the list has them. */
  readonly names: readonly string[];
  /** Stands for the content of these files, by the sums of the list: 12 hexadecimal digits. */
  fingerprintOf(names: readonly string[]): string;
  /** A small file, read at once. */
  readText(name: string): string;
  /** A large file, read while other things go on; hashing its 23 MB takes 12 ms. */
  readBytes(name: string): Promise<Uint8Array>;
}

/** Path of a folder in models/, which is two steps up from src/ and from dist/. */
export function findModelFolder(name: string): string {
  return fileURLToPath(new URL(`../../models/${name}`, import.meta.url));
}

/**
 * @param folder path of the model's folder
 * @throws CharmError `model-missing` when there is no list of checksums
 */
export async function openModelFolder(folder: string): Promise<ModelFolder> {
  const sums = parseSums(await readFile(join(folder, sumsFile), "utf8").catch(failMissing(folder)));
  return {
    names: [...sums.keys()],
    fingerprintOf: (names) => {
      const lines = names.map((name) => `${sums.get(name) ?? ""}  ${name}\n`);
      return hashOf(lines.join("")).slice(0, 12);
    },
    readText: (name) => {
      const path = join(folder, name);
      return requireSum(path, sums.get(name), readOrFail(path)).toString("utf8");
    },
    readBytes: async (name) => {
      const path = join(folder, name);
      return requireSum(path, sums.get(name), await readFile(path).catch(failMissing(path)));
    },
  };
}

/** Lines of `sha256sum`: the sum in hexadecimal, two spaces, the file name. */
function parseSums(text: string): Map<string, string> {
  const lines = text.split("\n").map((line) => /^([0-9a-f]{64}) {2}(\S+)\s*$/.exec(line));
  return new Map(lines.flatMap((match) => (match?.[1] && match[2] ? [[match[2], match[1]]] : [])));
}

function requireSum(path: string, expected: string | undefined, bytes: Buffer): Buffer {
  if (hashOf(bytes) === expected) return bytes;
  const problem = expected === undefined ? "is not named in" : "does not match";
  throw new CharmError("model-damaged", `${path} ${problem} the model's ${sumsFile}.`, { hint: restoreHint });
}

function readOrFail(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    return failMissing(path)(error);
  }
}

function failMissing(path: string): (cause: unknown) => never {
  return (cause) => {
    throw new CharmError("model-missing", `The built-in model cannot be read: ${path}`, {
      hint: restoreHint,
      cause,
    });
  };
}
