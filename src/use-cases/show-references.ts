// Says what written references mean in an open library, with the text they lead to and where else it is mentioned.
import { firstOfEach } from "../lists.ts";
import type { Library } from "../library/library.ts";
import type { ReadText } from "../references/create-library.ts";
import type { ReferenceReader } from "../references/reader.ts";
import { explainNonReference } from "../references/non-references.ts";
import { describeNote } from "../references/notes.ts";
import type { Reference } from "../references/reference.ts";
import { documentPlace, type Resolution } from "../references/resolution.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { buildTarget } from "./build-target.ts";
import { openReferences } from "./open-references.ts";
import { describeDeadText } from "../show/dead-text.ts";
import { findDocumentsNamed } from "../show/find-document.ts";
import { mendReference } from "../show/nearest-names.ts";
import type { NearPlace, ShownNote, ShownReference, ShownStatus } from "../show/shown.ts";
import { readText } from "../references/read-text.ts";

/** What the steps of showing share. */
interface Session {
  readonly library: Library;
  readonly references: ReferenceReader;
  /** Makes the text of a document known to `references`. */
  readonly loadTexts: (documentId: string) => Promise<void>;
}

/** One entry for each surface, in order, whatever became of it. */
export async function showReferences(
  surfaces: readonly string[],
  { library, signal }: Pick<EvidenceDeps, "library" | "signal">,
): Promise<ShownReference[]> {
  const session = await openSession(library);
  const shown: ShownReference[] = [];
  for (const surface of surfaces) {
    signal?.throwIfAborted();
    shown.push(await showReference(surface.trim(), session));
  }
  return shown;
}

async function openSession(library: Library): Promise<Session> {
  const texts = new Map<string, ReadText>();
  return {
    library,
    references: await openReferences(
      library,
      (documentId, ordinal) => texts.get(documentId)?.(documentId, ordinal) ?? null,
    ),
    loadTexts: async (documentId) => {
      if (texts.has(documentId)) return;
      const provisions = await library.provisions(documentId);
      texts.set(documentId, (_id, ordinal) => readText(provisions, ordinal));
    },
  };
}

async function showReference(surface: string, session: Session): Promise<ShownReference> {
  const parsed = session.references.parse(surface);
  if (parsed.length === 0) return showUnparsed(surface, session);
  const resolutions: Resolution[] = [];
  for (const reference of parsed) resolutions.push(...(await resolve(reference, session)));
  const targets = await showTargets(resolutions, session);
  return {
    reference: surface,
    status: worstStatus(resolutions),
    targets,
    nearest: findNearest(resolutions, session),
    notes: [
      ...resolutions.flatMap(describeResolution),
      ...(await explainOmissions(resolutions, session)),
      ...askWhetherMeant(surface, resolutions, session),
      ...targets.flatMap(describeDeadText),
    ],
  };
}

/** "the Reg 45 report" says by its topic which paragraph is meant; only then texts are needed to resolve. */
async function resolve(reference: Reference, session: Session): Promise<readonly Resolution[]> {
  const first = session.references.resolve(reference);
  if (reference.topic === null) return first;
  const held = first.flatMap(({ reading }) => reading?.document?.documentId ?? []);
  if (held.length === 0) return first;
  for (const documentId of held) await session.loadTexts(documentId);
  return session.references.resolve(reference);
}

/** The name of a document on its own, or nothing that is a reference. */
async function showUnparsed(surface: string, session: Session): Promise<ShownReference> {
  const named = findDocumentsNamed(session.references.documents, surface);
  if (named.length > 0) {
    const places = named.map(documentPlace);
    const targets = await Promise.all(
      places.map((place, index) => buildTarget(place, { ...session, taken: index === 0 })),
    );
    const status = named.length > 1 ? "ambiguous" : "found";
    return { reference: surface, status, targets, nearest: null, notes: [] };
  }
  const meant = findMeant(surface, session);
  const note: ShownNote = {
    code: "not-a-reference",
    severity: "error",
    message: `This is no reference. ${meant === null ? explainNonReference(surface) : `Did you mean “${meant}”?`}`,
  };
  return { reference: surface, status: "missing", targets: [], nearest: null, notes: [note] };
}

/** What it would be with its words spelt right; null where that is no reference either. */
function findMeant(surface: string, { references }: Session): string | null {
  const mended = mendReference(surface, references.documents);
  if (mended === null) return null;
  const isNamed = findDocumentsNamed(references.documents, mended).length > 0;
  return isNamed || references.parse(mended).length > 0 ? mended : null;
}

/** Of a document's name that is misspelt the number alone is read, and in another document. */
function askWhetherMeant(
  surface: string,
  resolutions: readonly Resolution[],
  session: Session,
): readonly ShownNote[] {
  const meant = findMeant(surface, session);
  if (meant === null) return [];
  const read = new Set(resolutions.flatMap(({ reading }) => reading?.document?.documentId ?? []));
  const other = session.references
    .parse(meant)
    .flatMap((reference) => session.references.resolve(reference))
    .some(({ status, reading }) => {
      const id = reading?.document?.documentId;
      return status === "found" && id !== undefined && !read.has(id);
    });
  if (!other) return [];
  return [{ code: "perhaps-meant", severity: "warning", message: `Did you mean “${meant}”?` }];
}

const severity: readonly ShownStatus[] = ["found", "ambiguous", "external", "missing"];

function statusOf({ status }: Resolution): ShownStatus {
  return status === "not-a-reference" ? "missing" : status;
}

/** Of several references together, the status of the one that fares worst. */
function worstStatus(resolutions: readonly Resolution[]): ShownStatus {
  const worst = Math.max(...resolutions.map((one) => severity.indexOf(statusOf(one))));
  return severity[worst] ?? "missing";
}

async function showTargets(resolutions: readonly Resolution[], session: Session) {
  const wanted = resolutions.flatMap(({ reading, alternatives }) => [
    ...(reading?.places ?? []).map((place) => ({ place, taken: true })),
    ...alternatives.flatMap(({ places }) => places).map((place) => ({ place, taken: false })),
  ]);
  const targets = [];
  // "regulations 44 and 44(3)" keeps both; the same place named twice is shown once.
  const distinct = firstOfEach(wanted, ({ place: { documentId, address, locator } }) =>
    JSON.stringify([documentId, address, locator]),
  );
  for (const { place, taken } of distinct)
    targets.push(await buildTarget(place, { ...session, taken }));
  return targets;
}

function findNearest(
  resolutions: readonly Resolution[],
  { references }: Session,
): NearPlace | null {
  // What was omitted stands nowhere; that it did is said in the notes.
  const places = resolutions.map(({ nearest }) => nearest);
  const place = places.find((one) => one !== null && one.standing !== "omitted");
  if (!place) return null;
  const { file, locator, page, pageEnd } = place;
  const document = references.documents.find((one) => one.documentId === place.documentId);
  return { file, short: document?.short ?? file, locator, page, pageEnd };
}

/** What the printed annotations say of a provision that is gone. */
async function explainOmissions(
  resolutions: readonly Resolution[],
  { library }: Session,
): Promise<ShownNote[]> {
  const notes: ShownNote[] = [];
  for (const { nearest } of resolutions) {
    if (nearest === null || nearest.ordinal === null || nearest.standing !== "omitted") continue;
    const [gone] = await library.provisions(nearest.documentId, [nearest.ordinal]);
    for (const message of gone?.notes ?? [])
      notes.push({ code: "annotation", severity: "note", message });
  }
  return notes;
}

function describeResolution(resolution: Resolution): ShownNote[] {
  const notes = resolution.notes.map((note) => ({
    code: note.code,
    severity: note.severity,
    message: capitalise(describeNote(note)),
  }));
  if (resolution.status !== "external" || notes.length > 0) return notes;
  const name = resolution.reading?.instrument?.name ?? "Another instrument";
  return [{ code: "not-in-library", severity: "note", message: `${name} is not in the library.` }];
}

function capitalise(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
