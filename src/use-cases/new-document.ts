// Takes a file, what was made of it and the vectors of its passages; gives what the library stores.
import type { SourceFile } from "../discover/source-file.ts";
import type { PassageVectors } from "../embed/token-embedder.ts";
import type { NewDocument } from "../library/library.ts";
import { lookOf } from "./look-of.ts";
import type { PreparedDocument } from "./prepare-document.ts";

/** @param vectors in the order of the passages */
export function newDocument(
  file: SourceFile,
  prepared: PreparedDocument,
  vectors: readonly PassageVectors[],
): NewDocument {
  return {
    info: prepared.info,
    kind: prepared.structure.kind,
    ...lookOf(file),
    problems: prepared.problems,
    passages: prepared.passages.map((passage, i) => ({
      ...passage,
      vector: (vectors[i] as PassageVectors).pooled,
      tokens: (vectors[i] as PassageVectors).tokens,
    })),
    provisions: prepared.structure.provisions,
  };
}
