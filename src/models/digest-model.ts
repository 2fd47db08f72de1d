// Takes the files of a model; gives a digest of all that its vectors depend on, and how much memory it needs.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * A graph's weights may stand in files of their own beside it, whose names begin with the graph's.
 * @param others files that may be missing
 * @returns digest of 12 hexadecimal digits; bytes of graph and weights
 */
export async function digestModel(
  graph: string,
  others: readonly string[],
): Promise<{ readonly digest: string; readonly bytes: number }> {
  const name = basename(graph);
  const weights = (await readdir(dirname(graph)))
    .filter((other) => other === `${name}.data` || other.startsWith(`${name}_`))
    .sort()
    .map((other) => join(dirname(graph), other));
  const hash = createHash("sha256");
  let bytes = 0;
  for (const path of [graph, ...weights]) {
    bytes += (await stat(path)).size;
    hash.update(await digestFile(path));
  }
  for (const path of others) {
    const found = await stat(path).catch(() => null);
    hash.update(found === null ? "none" : await digestFile(path));
  }
  return { digest: hash.digest("hex").slice(0, 12), bytes };
}

/** Read in pieces: models may be larger than what node holds in one buffer. */
async function digestFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(piece as Buffer);
  }
  return hash.digest("hex");
}
