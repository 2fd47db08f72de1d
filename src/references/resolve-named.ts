// Resolves places in a document that the reference names.
import type { Place } from "../place/place.ts";
import { familyOf } from "../place/address.ts";
import { enactedClauses, type FormerName, formerNames, formerRegulations } from "./field-facts.ts";
import { checkReading, followTopic } from "./findings.ts";
import { isFieldGuide } from "../field/of-field.ts";
import { impliedRegulations, knownByKey } from "./known-instruments.ts";
import type { ReferenceDocument } from "./reference-library.ts";
import { lookUp, readingsIn } from "./look-up.ts";
import { instrumentOf, isKnown } from "./known-documents.ts";
import type { DocumentMatch } from "./match-documents.ts";
import { explainAbsence, nameAddress } from "./nearest.ts";
import { joinNames, makeNote, nameDocument, type Note } from "./notes.ts";
import { type Reading, type Resolution, toPlace } from "./resolution.ts";
import { checkVersion, resolveAbsent } from "./resolve-document.ts";
import {
  absentReading,
  addNote,
  endedNotes,
  externalReading,
  guessedAddress,
  heldReading,
  makeResolution,
  nameReading,
  type Sighting,
  type ReferenceSubject,
} from "./subject.ts";

/** A place in the document named with it. */
export function resolveNamed(match: DocumentMatch, sighting: Sighting): Resolution {
  const wrong = checkDivision(match, sighting);
  if (wrong !== null) return wrong;
  if (match.held.length === 0) {
    return (
      resolveClause(match, sighting) ??
      withSuccessor(sighting, match, resolveAbsent(sighting, match, sighting))
    );
  }
  return resolveHeld(match, sighting);
}

/** Acts have sections and statutory instruments regulations; the other way round nothing is meant. */
function checkDivision(match: DocumentMatch, sighting: Sighting): Resolution | null {
  const { mention } = match;
  const [held] = match.held;
  const instrument =
    mention.instrument ??
    (held === undefined ? null : instrumentOf(held)) ??
    match.known[0]?.instrument;
  const address = guessedAddress(sighting);
  const family = familyOf(address);
  const statutory =
    instrument === "regulations" || instrument === "order" || instrument === "rules";
  const right =
    family === "s" && statutory ? "reg" : family === "reg" && instrument === "act" ? "s" : null;
  if (right === null) return null;
  const likely = address.replace(/^(?:s|reg)\//, `${right}/`);
  const place =
    held === undefined || match.known.length > 0
      ? null
      : (lookUp(held, { ...sighting, addresses: [likely] })[0]?.places[0] ?? null);
  const args = {
    document: nameDocument(held?.title ?? mention.name),
    has: right === "reg" ? "regulations" : "sections",
    asked: nameAddress(address),
  };
  return makeResolution(sighting.target, "missing", {
    reading:
      held === undefined
        ? externalReading(match.known[0] ?? mention.name, address)
        : absentReading(held, sighting),
    nearest: place,
    notes: [makeNote("wrong-division", args)],
  });
}

/** A clause of a Bill that has become a section of an Act. */
function resolveClause(match: DocumentMatch, sighting: Sighting): Resolution | null {
  const [bill] = match.known;
  const clause = guessedAddress(sighting);
  const enacted = enactedClauses.find(
    (entry) => entry.bill === bill?.key && entry.clause === clause,
  );
  if (bill === undefined || enacted === undefined) return null;
  const act = knownByKey(enacted.act);
  const notes = [
    ...endedNotes(bill),
    makeNote("clause-enacted", {
      clause: nameAddress(clause),
      place: `${nameAddress(enacted.address)} of ${nameDocument(act.name)}`,
    }),
  ];
  const held = sighting.library.documents.find((document) => isKnown(document, act));
  const [found] =
    held === undefined ? [] : lookUp(held, { ...sighting, addresses: [enacted.address] });
  if (held !== undefined && found !== undefined) {
    return makeResolution(sighting.target, "found", { reading: heldReading(held, found), notes });
  }
  const reading = externalReading(act, enacted.address);
  return makeResolution(sighting.target, "external", { reading, notes });
}

/** For a provision of the revoked regulations, where its matter stands now. */
function withSuccessor(
  subject: ReferenceSubject,
  match: DocumentMatch,
  resolution: Resolution,
): Resolution {
  if (match.known[0]?.key !== formerRegulations) return resolution;
  const former = formerNames.find((entry) => entry.address === resolution.reading?.address);
  if (former === undefined) return resolution;
  const { place, note } = describeSuccessor(subject, former);
  return { ...addNote(resolution, note), nearest: place };
}

/** Where the matter of a former name is now: the place, when the library holds it, and a note saying so. */
export function describeSuccessor(
  { library }: ReferenceSubject,
  former: FormerName,
): { readonly place: Place | null; readonly note: Note } {
  const now = knownByKey(impliedRegulations);
  const document = library.documents.find((entry) => isKnown(entry, now));
  const row = document === undefined ? null : library.find(document.documentId, former.now);
  const place = document === undefined || row === null ? null : toPlace(document, row);
  const note = makeNote("former-name", {
    former: `${nameAddress(former.address)} of ${nameDocument(knownByKey(formerRegulations).name)}`,
    now: now.year ?? now.name,
    matter: former.matter,
    place: `${nameAddress(former.now)} of ${nameDocument(now.name)}`,
  });
  return { place, note };
}

/** The document is held, perhaps among others that the name may mean. */
function resolveHeld(match: DocumentMatch, sighting: Sighting): Resolution {
  const readings = readingsIn(match.held, sighting);
  const outside = match.known.map((known) =>
    externalReading(known, guessedAddress(sighting), sighting.to),
  );
  const [first] = readings;
  const document = match.held[0] as ReferenceDocument;
  if (first === undefined) return resolveMissing(document, sighting, outside);
  const versions = checkVersion(match.mention, first.document ?? document);
  // "Guide 1.3" is written so in the Guide's own text, its annex's paragraph "Annex A 1.3".
  const exact =
    readings.length > 1 && outside.length === 0 && first.address === sighting.target.address;
  const own = exact && readings.every((reading) => reading.document === first.document);
  const resolution = settle(sighting, own ? [first] : [...readings, ...outside]);
  return { ...resolution, notes: [...versions, ...resolution.notes] };
}

/** The document has no such place. */
export function resolveMissing(
  document: ReferenceDocument,
  sighting: Sighting,
  alternatives: readonly Reading[] = [],
): Resolution {
  const address = guessedAddress(sighting);
  // Of a range whose start exists, it is the end that is missing.
  const start = sighting.to === null ? [] : lookUp(document, { ...sighting, to: null });
  const absent = start.length > 0 && sighting.to !== null ? sighting.to : address;
  const { nearest, notes } = explainAbsence({ library: sighting.library, document }, absent);
  const reading = absentReading(document, sighting);
  const missing = { reading, alternatives, nearest, notes: [...notes, ...guideNotes(sighting)] };
  return makeResolution(sighting.target, "missing", missing);
}

/** "regulation 15.5" where the Guide has a paragraph of that number. */
function guideNotes({ library, reference, target }: Sighting): Note[] {
  const [, major, minor] = /^reg\/(\d+)\/(\d+)$/.exec(target.address) ?? [];
  const asked = `${major}.${minor}`;
  if (minor === undefined || !reference.surface.includes(asked)) return [];
  const guide = library.documents.find(
    (document) => isFieldGuide(document) && library.find(document.documentId, `para/${asked}`),
  );
  if (guide === undefined) return [];
  return [makeNote("guide-paragraph", { document: nameDocument(guide.short), asked })];
}

/** One reading is taken, the first; several make the reference ambiguous. Omitted text counts as missing. */
export function settle(sighting: Sighting, readings: readonly Reading[]): Resolution {
  const [first, ...alternatives] = readings;
  if (first === undefined) return makeResolution(sighting.target, "missing");
  const followed = followTopic(sighting, first);
  const { reading } = followed;
  const checked = checkReading(sighting, reading);
  const notes = [...partNotes(sighting, reading), ...followed.notes, ...checked];
  const omitted = reading.places.length === 1 && checked.some((note) => note.code === "omitted");
  if (omitted) {
    const nearest = reading.places[0] ?? null;
    return makeResolution(sighting.target, "missing", {
      reading: { ...reading, places: [] },
      nearest,
      notes,
    });
  }
  if (alternatives.length === 0) {
    return makeResolution(sighting.target, "found", { reading, notes });
  }
  const same = alternatives.every((other) => other.document === reading.document);
  const others = joinNames(
    alternatives.map((other) =>
      same ? (other.places[0]?.locator ?? other.address ?? "") : nameReading(other),
    ),
  );
  const args = {
    asked: nameAddress(guessedAddress(sighting)),
    document: nameReading(reading),
    taken: reading.places[0]?.locator ?? "",
    others,
  };
  const note = makeNote(same ? "several-places" : "several-documents", args);
  return makeResolution(sighting.target, "ambiguous", {
    reading,
    alternatives,
    notes: [note, ...notes],
  });
}

/** "Chapter 3 of the Regulations" found as Part 3. */
function partNotes(sighting: Sighting, reading: Reading) {
  const asked = familyOf(guessedAddress(sighting));
  const got = reading.address ?? "";
  if (asked !== "chapter" || !/^part\/[^/]+$/.test(got)) return [];
  const args = { document: nameReading(reading), number: got.slice("part/".length) };
  return [makeNote("read-as-part", args)];
}
