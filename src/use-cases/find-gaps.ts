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
import { isFieldGuide, isFieldLaw } from "../field/of-field.ts";
import { findPack, isPackFile, listPacks } from "../packs/find-pack.ts";
import { checklistOf, resolvePack } from "../packs/pack-checklist.ts";
import type { PackPart } from "../packs/pack.ts";
import type { Checklist } from "../requirements/checklist.ts";
import { findSet, listSets } from "../requirements/find-set.ts";
import type { Requirement } from "../requirements/requirement.ts";
import type { ListedCheck } from "./list-checked.ts";
import { openReferences } from "./open-references.ts";
import { readChecked } from "./read-checked.ts";

export interface GapRequest {
  /** Name of a built-in set, or the path of a YAML file as given. */
  readonly set: string;
  /** The same, absolute. */
  readonly setPath: string;
  /** Absolute path of the folder of the user's packs, there or not; null for none. */
  readonly packs: string | null;
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
  const { checklist, parts } = await findRequirements(request);
  const { library, signal } = deps;
  const references = await openReferences(library);
  const requirements = await resolvePack(parts, { library, references });
  const read = await readOwnDocuments(request.files, await readSource(library), signal);
  return holdAgainst({ checklist, requirements, ...read, home: request.home }, deps);
}

/** A set of requirements, or those of a pack. */
async function findRequirements({ set, setPath, packs }: GapRequest): Promise<{
  readonly checklist: Checklist;
  readonly parts: readonly PackPart[];
}> {
  const isFile = /\.ya?ml$/i.test(set) || /[\\/]/.test(set);
  const ofPack = isFile
    ? await isPackFile(setPath)
    : !(await listSets()).includes(set) &&
      (await listPacks(packs)).some(({ name }) => name === set);
  if (ofPack) {
    const pack = await findPack(set, setPath, packs);
    return { checklist: checklistOf(pack), parts: pack.parts };
  }
  const checklist = await findSet(set, setPath);
  const file = /\.ya?ml$/i.test(set) ? set : `${set}.yaml`;
  return { checklist, parts: [{ file, rows: checklist.rows }] };
}

/** What documents are held against requirements, read and resolved. */
export interface Held {
  readonly checklist: Checklist;
  readonly requirements: readonly Requirement[];
  readonly documents: readonly OwnDocument[];
  readonly unread: readonly UnreadFile[];
  /** What is known of the home in sentences, where these may meet a requirement; they take no part in contradictions. */
  readonly stated?: OwnDocument;
  readonly home: NamedFacts | null;
}

export async function holdAgainst(
  { checklist, requirements, documents, unread, stated, home }: Held,
  { openEmbedder, signal }: Pick<GapDeps, "openEmbedder" | "signal">,
): Promise<GapMatrix> {
  const embedder = await openEmbedder();
  const own = documents.flatMap((document) => document.units);
  const units = [...own, ...(stated?.units ?? [])];
  const prepared = await prepareUnits(units, embedder, signal);
  const found = await findUnits(requirements, prepared, embedder);
  return buildMatrix({
    checklist,
    requirements,
    documents,
    unread,
    found,
    // What has still to be said is no fact yet.
    facts: readHomeFacts(own.filter(({ flaw }) => flaw !== "blank")),
    conflicts: findConflicts(documents, home),
    nearness: await measureItems(requirements, found, embedder),
  });
}

/** Words of law and guidance, by which copies of them are known. */
export async function readSource(library: GapDeps["library"]): Promise<SourceWords> {
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

/** In the order of their names; what cannot be read is told beside them. */
export async function readOwnDocuments(
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
