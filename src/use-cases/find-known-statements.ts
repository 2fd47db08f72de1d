// Joins the known statements of plans with the model that their vectors are of; gives the look-up of a sentence.
import type { Embedder } from "../embed/embedder.ts";
import {
  matchKnown,
  readKnownStatements,
  type KnownStatements,
} from "../facts/known-statements.ts";
import { denies } from "../facts/denial.ts";
import type { MatterDeps } from "../facts/matter.ts";
import { findModelFolder, openModelFolder } from "../models/model-folder.ts";
import { once } from "../once.ts";

/** Sentences whose vectors are kept, 1.5 kB each: questions after each other are about the same passages. */
const kept = 4000;

/**
 * The statements are read for the first sentence.
 * @param openEmbedder the first built-in model, whatever model passages are embedded with
 * @throws {CharmError} `model-missing`, `model-damaged` as the built-in model's folder
 */
export function createStatementFinder(openEmbedder: () => Promise<Embedder>): MatterDeps["known"] {
  const open = once(() => Promise.all([openKnownStatements(), openEmbedder()]));
  const vectors = new Map<string, Float32Array>();
  return async (sentences) => {
    const [known, embedder] = await open();
    const wanted = new Set(sentences.flatMap(({ wordings }) => wordings));
    const missing = [...wanted].filter((wording) => !vectors.has(wording));
    const made = await embedder.embed(missing);
    const own = new Map([...wanted].map((wording) => [wording, vectors.get(wording)] as const));
    if (vectors.size + missing.length > kept) vectors.clear();
    for (const [i, wording] of missing.entries()) {
      const vector = made[i];
      if (vector === undefined) continue;
      own.set(wording, vector);
      vectors.set(wording, vector);
    }
    return sentences.map(({ wordings, said }) => {
      const each = wordings.flatMap((wording) => own.get(wording) ?? []);
      return matchKnown(known, each, denies(said));
    });
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
