// Takes a path as typed; gives the name by which the corpus knows the file or folder.
import { isAbsolute, relative, resolve, sep } from "node:path";
import { CharmError } from "../errors.ts";

/** From here or from the corpus folder; "." for the corpus itself. @throws CharmError `path-not-in-corpus` */
export function nameInCorpus(
  corpus: string,
  path: string,
  files: readonly { readonly file: string }[],
): string {
  const candidates = [resolve(path), resolve(corpus, path)];
  for (const candidate of candidates) {
    const name = relative(resolve(corpus), candidate).split(sep).join("/").normalize("NFC");
    if (name === "") return ".";
    if (name.startsWith("..") || isAbsolute(name)) continue;
    if (files.some(({ file }) => file === name || file.startsWith(`${name}/`))) return name;
  }
  throw new CharmError(
    "path-not-in-corpus",
    `There is no document ${path} in the corpus ${corpus}.`,
    { hint: "Name files or folders below the corpus folder." },
  );
}
