// Takes a file of a corpus; reads it anew, and gives what its reading leaves out and why. Nothing is stored.
import { discoverCorpus, type CorpusHomes } from "../discover/discover-corpus.ts";
import { CharmError } from "../errors.ts";
import { extract } from "../extract/extract.ts";
import type { LeftOut } from "../extract/page.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import { collectLabels, labelField } from "../place/page-labels.ts";
import { nameInCorpus } from "./name-in-corpus.ts";
import { readFileBytes } from "./prepare-document.ts";

export interface ShownLeftOut {
  readonly file: string;
  /** In the order of the pages. */
  readonly leftOut: readonly (LeftOut & { readonly pageLabel?: string })[];
  /** Lines of headers and footers, each once. */
  readonly running: readonly string[];
}

interface LeftOutDeps extends CorpusHomes {
  readonly corpus: string;
  readonly signal: AbortSignal;
  /** Tells whether there is such a file for this run; all are when left out. @param file path below the corpus */
  readonly mayBeNamed?: (file: string) => boolean;
}

/**
 * @param path of one document, from here or from the corpus folder
 * @throws CharmError `path-not-in-corpus`, `left-out-folder`, and as extraction does with the file named
 */
export async function showLeftOut(
  path: string,
  { corpus, signal, mayBeNamed, ...homes }: LeftOutDeps,
): Promise<ShownLeftOut> {
  const found = await discoverCorpus(corpus, homes);
  const files = found.files.filter(({ file }) => mayBeNamed?.(file) ?? true);
  const name = nameInCorpus(corpus, path, files);
  const source = files.find(({ file }) => file === name);
  if (source === undefined) {
    throw new CharmError("left-out-folder", `${path} is a folder; --left-out takes one document.`, {
      hint: "Name one of the files in it.",
    });
  }
  const { bytes } = await readFileBytes(source);
  const reader = openGuardedReader();
  try {
    const { pages, leftOut, running } = await extract(source, bytes, { signal, reader });
    const labels = collectLabels(pages);
    const placed = leftOut.map((one) => ({ ...one, ...labelField(labels, one.page) }));
    return { file: source.file, leftOut: placed, running };
  } catch (error) {
    if (!(error instanceof CharmError) || signal.aborted) throw error;
    const { code, message, hint, exitCode } = error;
    throw new CharmError(code, `${source.file} cannot be used. ${message}`, {
      ...(hint === null ? {} : { hint }),
      exitCode,
      cause: error,
    });
  } finally {
    await reader.close();
  }
}
