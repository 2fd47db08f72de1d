// Takes a corpus folder; gives the documents in it with what its sources.yaml files say of them.
import { stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { CharmError } from "../errors.ts";
import { decodeText } from "../extract/flow/decode-text.ts";
import { readExtensions } from "../extract/kinds.ts";
import { readFile } from "../files/read-file.ts";
import { isBelow } from "../files/lies-in.ts";
import type { Home } from "../homes/homes.ts";
import { ownerOf } from "../homes/scope.ts";
import { keepWalls } from "./keep-walls.ts";
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
  /**
   * Whether a file is not among `files` and yet not gone: of a home whose sources.yaml is wrong, where that may be, or
   * where nobody may look.
   */
  readonly isOnHold: (file: string) => boolean;
}

/** Whose documents lie where. */
export interface CorpusHomes {
  /** The provider's homes; none when left out. */
  readonly homes?: readonly Home[];
  /** Whose sources.yaml may be wrong, since the run is for another; nobody's when left out. */
  readonly mayFail?: (owner: Home) => boolean;
}

/**
 * Looks through a corpus folder and the folders below it.
 * @throws CharmError `corpus-missing`, `corpus-unreadable`, `corpus-empty`, or `sources-invalid` for a sources.yaml
 *   that does not say what it means
 */
export async function discoverCorpus(
  corpus: string,
  { homes = [], mayFail = () => false }: CorpusHomes = {},
): Promise<Discovery> {
  await checkFolder(corpus);
  const listing = await listFiles(resolve(corpus)).catch((cause: unknown) => {
    throw new CharmError("corpus-unreadable", `The corpus folder ${corpus} cannot be opened.`, {
      hint: "Check who may read it.",
      cause,
    });
  });
  if (listing.documents.length === 0) throw nothingToRead(corpus, listing);
  await keepWalls(listing, homes);
  const ownerNow = (file: string) => ownerOf(file, homes);
  const { declared, problems, failed } = await readForgiving(corpus, listing, {
    ownerNow,
    mayFail,
  });
  const waits = (file: string) => failed.has(ownerNow(file));
  const isOnHold = (file: string) =>
    waits(file) || listing.closed.some((closed) => isBelow(file, closed));
  const files = listing.documents
    .filter(({ file }) => !waits(file))
    .map((file) => {
      const home = ownerNow(file.file)?.name;
      const said = { ...file, declared: declared.get(file.file) ?? {} };
      return home === undefined ? said : { ...said, home };
    });
  return { files, unread: listing.unread, problems: [...listing.problems, ...problems], isOnHold };
}

interface Owners extends Required<Pick<CorpusHomes, "mayFail">> {
  readonly ownerNow: OwnerNow;
}

/** The home that a file of the corpus belongs to. */
type OwnerNow = (file: string) => Home | null;

interface Declared {
  /** By `file`. */
  readonly declared: ReadonlyMap<string, DeclaredSource>;
  readonly problems: readonly FileProblem[];
}

/**
 * Without the sources.yaml of homes that may fail, where one of them is wrong: which one it is need not be known, since
 * none of their documents is read in this run before all are right.
 */
async function readForgiving(
  corpus: string,
  listing: Listing,
  { ownerNow, mayFail }: Owners,
): Promise<Declared & { readonly failed: ReadonlySet<Home | null> }> {
  const forgiven = (file: string) => {
    const owner = ownerNow(file);
    return owner !== null && mayFail(owner) ? owner : null;
  };
  try {
    return { ...(await readDeclared(corpus, listing, ownerNow)), failed: new Set() };
  } catch (error) {
    const failed = new Set(listing.sources.flatMap(({ file }) => forgiven(file) ?? []));
    if (!(error instanceof CharmError) || failed.size === 0) throw error;
    const sources = listing.sources.filter(({ file }) => forgiven(file) === null);
    return { ...(await readDeclared(corpus, { ...listing, sources }, ownerNow)), failed };
  }
}

function nothingToRead(corpus: string, { unread, problems }: Listing): CharmError {
  const kinds = readExtensions().join(" ");
  const [first, ...others] = [...unread, ...problems];
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
    hint: "`charm init` makes one, with a sample in it. Or name another folder with --corpus DIR.",
  });
}

async function readDeclared(
  corpus: string,
  { sources, documents }: Pick<Listing, "sources" | "documents">,
  ownerNow: OwnerNow,
): Promise<Declared> {
  const problems: FileProblem[] = [];
  if (sources.length === 0) return { declared: new Map(), problems };
  const { readSources } = await import("./read-sources.ts");
  const read: ReadSource[] = [];
  for (const source of sources) {
    const name = join(corpus, source.file);
    const entries = await readSources(await readSource(source, name), name);
    const owner = ownerNow(source.file);
    const reaches = (file: string) => owner === null || ownerNow(file) === owner;
    read.push({ file: source.file, name, entries, reaches });
  }
  const files = documents.map(({ file }) => file);
  return { declared: matchDeclared(read, files, problems), problems };
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
