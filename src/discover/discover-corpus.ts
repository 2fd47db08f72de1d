// Takes a corpus folder; gives the documents in it with what its sources.yaml files say of them.
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { CharmError } from "../errors.ts";
import { decodeText } from "../extract/flow/decode-text.ts";
import { isBelow } from "../files/lies-in.ts";
import { readExtensions } from "../extract/kinds.ts";
import { listFiles, type FileProblem, type ListedFile, type Listing } from "./list-files.ts";
import { matchDeclared, type ReadSource } from "./match-declared.ts";
import type { DeclaredSource, SourceFile } from "./source-file.ts";

export interface Discovery {
  /** Sorted by `file`. */
  readonly files: readonly SourceFile[];
  /** Files that are not read, with what to do about each; sorted by `file`. */
  readonly unread: readonly FileProblem[];
  /** What else is wrong with the corpus itself. */
  readonly problems: readonly FileProblem[];
}

/**
 * Looks through a corpus folder and the folders below it.
 * @param homeFolders folders of the provider's homes, by their paths below the corpus
 * @throws CharmError `corpus-missing`, `corpus-unreadable`, `corpus-empty`, or `sources-invalid` for a sources.yaml
 *   that does not say what it means
 */
export async function discoverCorpus(
  corpus: string,
  homeFolders: readonly string[] = [],
): Promise<Discovery> {
  await checkFolder(corpus);
  const listing = await listFiles(resolve(corpus)).catch((cause: unknown) => {
    throw new CharmError("corpus-unreadable", `The corpus folder ${corpus} cannot be opened.`, {
      hint: "Check who may read it.",
      cause,
    });
  });
  if (listing.documents.length === 0) throw nothingToRead(corpus, listing);
  const problems = [...listing.problems];
  const declared = await readDeclared(corpus, listing, problems);
  const files = listing.documents.map((file) => ({
    ...file,
    declared: declared.get(file.file) ?? {},
    ...(homeFolders.some((folder) => isBelow(file.file, folder)) ? { inHome: true as const } : {}),
  }));
  return { files, unread: listing.unread, problems };
}

function nothingToRead(corpus: string, { unread }: Listing): CharmError {
  const kinds = readExtensions().join(" ");
  const [first, ...others] = unread;
  if (first === undefined) {
    return new CharmError("corpus-empty", `The corpus folder ${corpus} holds no document.`, {
      hint: `Put files of these kinds in it: ${kinds}; or name another folder with --corpus DIR.`,
    });
  }
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  const message = `The corpus folder ${corpus} holds no document that can be read, only ${JSON.stringify(first.file)}${more}.`;
  return new CharmError("corpus-empty", message, {
    hint: `${first.message} These kinds are read: ${kinds}.`,
  });
}

async function checkFolder(corpus: string): Promise<void> {
  const found = await stat(corpus).catch(() => null);
  if (found?.isDirectory()) return;
  const place = isAbsolute(corpus) ? corpus : `${corpus} in ${process.cwd()}`;
  const message = found
    ? `The corpus ${place} is a file, not a folder.`
    : `There is no corpus folder ${place}.`;
  throw new CharmError("corpus-missing", message, {
    hint: "Make it and put the documents in it, or name another folder with --corpus DIR.",
  });
}

/** What is declared of each document, by `file`. */
async function readDeclared(
  corpus: string,
  { sources, documents }: Listing,
  problems: FileProblem[],
): Promise<Map<string, DeclaredSource>> {
  if (sources.length === 0) return new Map();
  const { readSources } = await import("./read-sources.ts");
  const read: ReadSource[] = [];
  for (const source of sources) {
    const name = join(corpus, source.file);
    const entries = await readSources(await readSource(source, name), name);
    read.push({ file: source.file, name, entries });
  }
  const files = documents.map(({ file }) => file);
  return matchDeclared(read, files, problems);
}

async function readSource(source: ListedFile, name: string): Promise<string> {
  const bytes = await readFile(source.path).catch((cause: unknown) => {
    const hint = "Check who may read it.";
    throw new CharmError("sources-invalid", `${name} cannot be opened.`, { hint, cause });
  });
  try {
    return decodeText(bytes);
  } catch (cause) {
    const hint = "Save it as text in UTF-8.";
    throw new CharmError("sources-invalid", `${name} is not text.`, { hint, cause });
  }
}
