// Takes a corpus folder; gives the documents in it with what its sources.yaml files say of them.
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, posix, resolve } from "node:path";
import { CharmError } from "../errors.ts";
import { decodeText } from "../extract/flow/decode-text.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import {
  documentExtensions,
  listFiles,
  sourcesName,
  type FileProblem,
  type ListedFile,
} from "./list-files.ts";
import type { DeclaredSource, SourceFile } from "./source-file.ts";

export interface Discovery {
  /** Sorted by `file`. */
  readonly files: readonly SourceFile[];
  readonly problems: readonly FileProblem[];
}

/**
 * Looks through a corpus folder and the folders below it.
 * @throws CharmError `corpus-missing`, `corpus-unreadable`, `corpus-empty`, or `sources-invalid` for a sources.yaml
 *   that does not say what it means
 */
export async function discoverCorpus(corpus: string): Promise<Discovery> {
  await checkFolder(corpus);
  const listing = await listFiles(resolve(corpus)).catch((cause: unknown) => {
    throw new CharmError("corpus-unreadable", `The corpus folder ${corpus} cannot be opened.`, {
      hint: "Check who may read it.",
      cause,
    });
  });
  if (listing.documents.length === 0) {
    const kinds = documentExtensions.join(" ");
    throw new CharmError("corpus-empty", `The corpus folder ${corpus} holds no document.`, {
      hint: `Put files of these kinds in it: ${kinds}; or name another folder with --corpus DIR.`,
    });
  }
  const problems = [...listing.problems];
  const declared = await readDeclared(corpus, listing.sources, listing.documents, problems);
  const files = listing.documents.map((file) => ({
    ...file,
    declared: declared.get(file.file) ?? {},
  }));
  return { files, problems };
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

/** What is declared of each document, by `file`. An entry without its document is a problem, not an error. */
async function readDeclared(
  corpus: string,
  sources: readonly ListedFile[],
  documents: readonly ListedFile[],
  problems: FileProblem[],
): Promise<Map<string, DeclaredSource>> {
  const declared = new Map<string, DeclaredSource>();
  const describedBy = new Map<string, string>();
  if (sources.length === 0) return declared;
  const { readSources } = await import("./read-sources.ts");
  const known = new Set(documents.map((document) => document.file));
  for (const source of sources) {
    const name = join(corpus, source.file);
    const folder = posix.dirname(source.file);
    for (const entry of await readSources(await readSource(source, name), name)) {
      const file = posix.normalize(posix.join(folder, entry.file));
      if (!known.has(file)) {
        const meant = nearestWord(file, known);
        const message = `Line ${entry.line} describes “${entry.file}”, and there is no such document${meant ? `; the nearest is “${meant}”` : ""}.`;
        problems.push({ file: source.file, code: "declared-missing", pages: [], message });
        continue;
      }
      const before = describedBy.get(file);
      if (before !== undefined) {
        const message = `${name}, line ${entry.line}: “${file}” is described in ${before} too.`;
        throw new CharmError("sources-invalid", message, {
          hint: `Keep one of the two entries; a ${sourcesName} describes the files beside and below it.`,
        });
      }
      describedBy.set(file, `${name}, line ${entry.line},`);
      declared.set(file, entry.declared);
    }
  }
  return declared;
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
