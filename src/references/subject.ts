// What the steps of resolving share: the reference, the library, and where the reference stands.
import { carriesDuties } from "../document.ts";
import type { KnownInstrument } from "./known-instruments.ts";
import type { ReferenceDocument, ReferenceLibrary } from "./reference-library.ts";
import { makeNote, nameDocument, type Note } from "./notes.ts";
import type { Reference, Target } from "./reference.ts";
import type { Reading, Resolution, ResolutionStatus } from "./resolution.ts";
import type { Found } from "./find-places.ts";

/** Where a reference stands, and what is in scope. */
export interface ReferenceContext {
  /** Document the reference stands in. */
  readonly documentId: string | null;
  /** Address of the provision it stands in. */
  readonly address: string | null;
  /** Documents in scope for the question or report, most likely first. */
  readonly scope: readonly string[];
}

export const emptyContext: ReferenceContext = { documentId: null, address: null, scope: [] };

export interface ReferenceSubject {
  readonly reference: Reference;
  readonly library: ReferenceLibrary;
  readonly context: ReferenceContext;
}

/** A target with the addresses it may stand for, likeliest first: of a tail, one for each parent it may hang on. */
export interface Sighting extends ReferenceSubject {
  readonly target: Target;
  readonly addresses: readonly string[];
  readonly to: string | null;
}

export function makeResolution(
  target: Target | null,
  status: ResolutionStatus,
  parts: Partial<Omit<Resolution, "target" | "status">> = {},
): Resolution {
  return { target, status, reading: null, alternatives: [], nearest: null, notes: [], ...parts };
}

/** The resolution with a further note behind its own. */
export function addNote(resolution: Resolution, note: Note): Resolution {
  return { ...resolution, notes: [...resolution.notes, note] };
}

/** The document that the reference stands in, when the library has it. */
export function ownDocument({ library, context }: ReferenceSubject): ReferenceDocument | undefined {
  return library.documents.find(({ documentId }) => documentId === context.documentId);
}

/**
 * Documents that a place may be in where none is named. A text that stands in a document speaks of that document, or of
 * what others go by; never of some other provider's or of another of its papers.
 */
export function documentsInQuestion(subject: ReferenceSubject): readonly ReferenceDocument[] {
  const { library, context } = subject;
  const own = ownDocument(subject);
  if (own === undefined) return library.documents;
  const binding =
    bindingOf.get(library) ?? library.documents.filter(({ authority }) => carriesDuties(authority));
  bindingOf.set(library, binding);
  const scope = context.scope.flatMap(
    (id) => library.documents.find(({ documentId }) => documentId === id) ?? [],
  );
  return [...new Set([own, ...scope, ...binding])];
}

/** Read once: a library is read with all its own papers. */
const bindingOf = new WeakMap<ReferenceLibrary, readonly ReferenceDocument[]>();

/** A reading in a document of the library. */
export function heldReading(document: ReferenceDocument, found: Found): Reading {
  return { document, instrument: null, ...found };
}

/** A reading in a document of the library that has no such place. */
export function absentReading(document: ReferenceDocument, sighting: Sighting): Reading {
  const { to } = sighting;
  return { document, instrument: null, address: guessedAddress(sighting), to, places: [] };
}

/** A reading in an instrument that the library does not hold. */
export function externalReading(
  instrument: KnownInstrument | string | null,
  address: string | null,
  to: string | null = null,
): Reading {
  const named =
    instrument === null
      ? null
      : typeof instrument === "string"
        ? { key: null, name: instrument }
        : { key: instrument.key, name: instrument.name };
  return { document: null, instrument: named, address, to, places: [] };
}

/** The address to speak of when nothing was found: the parser's guess. */
export function guessedAddress(sighting: Sighting): string {
  const inSchedule = sighting.addresses.length === 1 && sighting.addresses[0]?.startsWith("sch/");
  return sighting.target.relative === null && !inSchedule
    ? sighting.target.address
    : (sighting.addresses[0] ?? sighting.target.address);
}

/** How a reading is named in notes. */
export function nameReading(reading: Reading): string {
  return nameDocument(reading.document?.short ?? reading.instrument?.name ?? "another instrument");
}

/** Warnings on an instrument that is no longer current. */
export function endedNotes(instrument: KnownInstrument | undefined): readonly Note[] {
  if (instrument === undefined || instrument.ended === null) return [];
  const { code, by } = instrument.ended;
  return [makeNote(code, { name: instrument.name, by })];
}
