// Joins the known statements of plans with the model that their vectors are of; gives the look-up of a sentence.
import type { Embedder } from "../embed/embedder.ts";
import {
  matchKnown,
  readKnownStatements,
  type KnownMatches,
  type KnownStatements,
} from "../facts/known-statements.ts";
import { denies } from "../facts/denial.ts";
import { findModelFolder, openModelFolder } from "../models/model-folder.ts";
import { once } from "../once.ts";

/**
 * The statements are read for the first sentence.
 * @param openEmbedder the first built-in model, whatever model passages are embedded with
 * @throws {CharmError} `model-missing`, `model-damaged` as the built-in model's folder
 */
export function createStatementFinder(
  openEmbedder: () => Promise<Embedder>,
): (wordings: readonly string[], said: string) => Promise<KnownMatches> {
  const open = once(() => Promise.all([openKnownStatements(), openEmbedder()]));
  return async (wordings, said) => {
    const [known, embedder] = await open();
    return matchKnown(known, await embedder.embed(wordings), denies(said));
  };
}

async function openKnownStatements(
  folder = findModelFolder("known-statements"),
): Promise<KnownStatements> {
  const files = await openModelFolder(folder);
  const statements = readKnownStatements(files.readText("statements.tsv"));
  const bytes = await files.readBytes("vectors.i8");
  return {
    statements: statements.map((one) => ({ ...one, denies: denies(one.text) })),
    vectors: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}
