// Takes a set of requirements and a home's documents; gives which requirement is met where, what is missing, and what
// contradicts what.
import type { SourceWords } from "../check/policy/source-words.ts";
import { sourceWordsOf } from "../check/policy/check-policy.ts";
import { messageOf } from "../errors.ts";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import type { PdfReader } from "../extract/pdf/pdf-reader.ts";
import { buildMatrix } from "../gap/build-matrix.ts";
import { findConflicts, type NamedFacts } from "../gap/conflicts/find-conflicts.ts";
import { findUnits, prepareUnits } from "../gap/find-units.ts";
import { measureItems } from "../gap/measure-items.ts";
import { readHomeFacts } from "../gap/home-facts.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import type { OwnDocument, UnreadFile } from "../gap/own-document.ts";
import { readOwnDocument } from "../gap/read-own-document.ts";
import type { Library } from "../library/library.ts";
import { firstOfEach } from "../lists.ts";
import { isFieldGuide, isFieldLaw } from "../references/known-instruments.ts";
import { findSet, listSets } from "../requirements/find-set.ts";
import { resolveRequirements } from "../requirements/resolve-requirements.ts";
import type { ListedCheck } from "./list-checked.ts";
import { openReferences } from "./open-references.ts";
import { readChecked } from "./read-checked.ts";

export interface GapRequest {
  /** Name of a built-in set, or the path of a YAML file as given. */
  readonly set: string;
  /** The same, absolute. */
  readonly setPath: string;
  /** The home's documents. */
  readonly files: readonly ListedCheck[];
  /** Facts of the home; null where there is none, or it has no file of them. */
  readonly home: NamedFacts | null;
}

export interface GapDeps {
  readonly library: Pick<Library, "documents" | "outline" | "provisions">;
  /** The model that statements are compared by, whatever model the library is embedded with. */
  readonly openEmbedder: () => Promise<TokenEmbedder>;
  readonly signal: AbortSignal;
}

/** One line of `charm gap --list`. */
export interface ListedSet {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Number of requirements. */
  readonly rows: number;
}

export async function listRequirementSets(): Promise<ListedSet[]> {
  const names = await listSets();
  return Promise.all(
    names.map(async (name) => {
      const { title, about, rows } = await findSet(name, name);
      return { name, title, about, rows: rows.length };
    }),
  );
}

/**
 * Same files and library, same matrix, whatever the order of the files.
 * @throws CharmError `set-unknown`, `checklist-missing`, `checklist-invalid`, `requirements-not-held`,
 *   `requirement-unknown`, and what reading throws of a file that was named itself
 */
export async function findGaps(request: GapRequest, deps: GapDeps): Promise<GapMatrix> {
  const checklist = await findSet(request.set, request.setPath);
  const { library, signal } = deps;
  const references = await openReferences(library);
  const name = /\.ya?ml$/i.test(request.set) ? request.set : `${request.set}.yaml`;
  const requirements = await resolveRequirements(checklist, name, { library, references });
  const { documents, unread } = await readAll(request.files, await readSource(deps), signal);
  const embedder = await deps.openEmbedder();
  const units = documents.flatMap((document) => document.units);
  const prepared = await prepareUnits(units, embedder, signal);
  const found = await findUnits(requirements, prepared, embedder);
  return buildMatrix({
    checklist,
    requirements,
    documents,
    unread,
    found,
    facts: readHomeFacts(units),
    conflicts: findConflicts(documents, request.home),
    nearness: await measureItems(requirements, found, embedder),
  });
}

async function readSource({ library }: GapDeps): Promise<SourceWords> {
  const field = library.documents.filter((info) => isFieldLaw(info) || isFieldGuide(info));
  const loaded = await Promise.all(
    field.map(async (info) => ({
      info,
      provisions: await library.provisions(info.id),
      passages: [],
    })),
  );
  return sourceWordsOf({ loaded });
}

async function readAll(
  files: readonly ListedCheck[],
  source: SourceWords,
  signal: AbortSignal,
): Promise<{ documents: OwnDocument[]; unread: UnreadFile[] }> {
  const reader = openGuardedReader();
  const sorted = firstOfEach(files, ({ path }) => path).toSorted((a, b) =>
    a.file < b.file ? -1 : 1,
  );
  const documents: OwnDocument[] = [];
  const unread: UnreadFile[] = [];
  try {
    for (const listed of sorted) {
      const read = await readOne(listed, source, { signal, reader });
      if ("units" in read) documents.push(read);
      else unread.push(read);
    }
  } finally {
    await reader.close();
  }
  return { documents, unread };
}

/** A file that cannot be read is told of beside the others, and no row is "not found" because of it. */
async function readOne(
  { file, path, unread }: ListedCheck,
  source: SourceWords,
  means: { readonly signal: AbortSignal; readonly reader: PdfReader },
): Promise<OwnDocument | UnreadFile> {
  means.signal.throwIfAborted();
  if (unread !== null) return { file, why: unread };
  try {
    const policy = await (await readChecked(path, means)).policy();
    const document = readOwnDocument(file, policy, source);
    return document.units.length > 0 ? document : { file, why: "It has no text." };
  } catch (cause) {
    means.signal.throwIfAborted();
    return { file, why: messageOf(cause).replace(path, file) };
  }
}
