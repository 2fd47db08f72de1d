// Takes the path of a file; gives it as an edition to be compared: what it is, and its provisions.
import { basename, resolve, sep } from "node:path";
import { hashOf } from "../text/hash-of.ts";
import type { ComparedEdition } from "../compare/comparison.ts";
import { discoverCorpus, type CorpusHomes } from "../discover/discover-corpus.ts";
import type { SourceFile } from "../discover/source-file.ts";
import { CharmError, messageOf } from "../errors.ts";
import { extract } from "../extract/extract.ts";
import { adviceFor, readerOf } from "../extract/kinds.ts";
import { readFile } from "../files/read-file.ts";
import { identifyDocument } from "../identify/identify-document.ts";
import { citeByShort } from "../library/cited-short.ts";
import type { LibraryDocument } from "../library/library.ts";
import { toReferenceDocument, type ReferenceDocument } from "../references/reference-library.ts";
import type { Provision } from "../structure/provision.ts";
import { readStructure } from "../structure/structure.ts";
import type { ReadMeans } from "./read-checked.ts";

export interface ReadEdition {
  readonly edition: ComparedEdition;
  readonly provisions: readonly Provision[];
  /** By which citations of it are known. */
  readonly document: ReferenceDocument;
}

export interface EditionDeps extends CorpusHomes {
  /** What its sources.yaml say of a file in it holds here too. */
  readonly corpus: string;
  readonly means: ReadMeans;
}

/**
 * @param given the path as the user named it
 * @throws CharmError `edition-unreadable`, naming the file; the signal's reason when it is aborted
 */
export async function readEdition(
  given: string,
  path: string,
  deps: EditionDeps,
): Promise<ReadEdition> {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? "";
  if (readerOf(extension) === null)
    throw new CharmError("edition-unreadable", `${given} is of a kind that is not read.`, {
      hint: adviceFor(extension),
    });
  const declared = await findDeclared(path, deps);
  try {
    const bytes = new Uint8Array(await readFile(path));
    const file = { ...nowhere, file: basename(path), path, declared };
    const extraction = await extract(file, bytes, deps.means);
    const sha256 = hashOf(bytes);
    const found = identifyDocument(file, sha256, extraction);
    const info = citeByShort([found])[0] ?? found;
    const structure = readStructure(extraction);
    const { title, short, version, date, authority, field, pages } = info;
    const { problems } = extraction;
    const known = { file: info.file, title, short, version, date, authority, field, sha256, pages };
    return {
      edition: { ...known, made: extraction.info.created, problems },
      provisions: structure.provisions,
      document: toReferenceDocument(info, structure.kind),
    };
  } catch (cause) {
    deps.means.signal?.throwIfAborted();
    const hint = cause instanceof CharmError && cause.hint !== null ? cause.hint : tryAgain;
    const why = messageOf(cause).replace(path, given);
    throw new CharmError("edition-unreadable", `${given} cannot be compared. ${why}`, {
      hint,
      cause,
    });
  }
}

const tryAgain = "Open it and see whether it holds text; save it again as PDF or .docx.";

/** What of a file matters to a corpus alone. */
const nowhere: Pick<SourceFile, "bytes" | "modified"> = { bytes: 0, modified: 0 };

async function findDeclared(
  path: string,
  { corpus, homes, mayFail }: EditionDeps,
): Promise<SourceFile["declared"]> {
  if (!path.startsWith(resolve(corpus) + sep)) return {};
  const { files } = await discoverCorpus(corpus, {
    ...(homes === undefined ? {} : { homes }),
    ...(mayFail === undefined ? {} : { mayFail }),
  });
  return files.find((one) => one.path === path)?.declared ?? {};
}

/** A document of the library as an edition. @param provisions all of it, in order of ordinal */
export function toEdition(info: LibraryDocument, provisions: readonly Provision[]): ReadEdition {
  const { file, title, short, version, date, authority, field, sha256, pages, problems } = info;
  return {
    edition: {
      file,
      title,
      short,
      version,
      date,
      authority,
      field,
      sha256,
      pages,
      made: null,
      problems,
    },
    provisions,
    document: toReferenceDocument(info, info.kind),
  };
}
