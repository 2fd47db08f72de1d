// Takes nothing; gives the words that the built-in model knows whole, which are the usual ones of English.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "../once.ts";
import { builtInModels } from "./built-in-models.ts";
import { findModelFolder } from "./model-folder.ts";

interface TokenizerFile {
  readonly model: { readonly vocab: Readonly<Record<string, number>> };
}

/** Some 24,000 words in lower case; of a package without its models none. */
export const knownWords: () => ReadonlySet<string> = once(() => {
  const [model] = builtInModels;
  const file = join(findModelFolder(model), "tokenizer.json");
  try {
    const { vocab } = (JSON.parse(readFileSync(file, "utf8")) as TokenizerFile).model;
    return new Set(Object.keys(vocab).filter((word) => /^\p{L}+$/u.test(word)));
  } catch {
    return new Set();
  }
});
