// Resolves what is said of a document as a whole, and references to editions that the library does not hold.
import type { Place } from "../place/place.ts";
import { knownInstruments } from "./known-instruments.ts";
import type { ReferenceDocument } from "./reference-library.ts";
import { lookUp } from "./look-up.ts";
import { isKnown, yearOf } from "./known-documents.ts";
import type { DocumentMatch } from "./match-documents.ts";
import { makeNote, nameDocument, type Note } from "./notes.ts";
import type { DocumentMention, Target } from "./reference.ts";
import { documentPlace, type Reading, type Resolution } from "./resolution.ts";
import {
  absentReading,
  endedNotes,
  externalReading,
  guessedAddress,
  makeResolution,
  type Sighting,
  type ReferenceSubject,
} from "./subject.ts";

/** The document itself as a reading. */
export function wholeReading(document: ReferenceDocument): Reading {
  return {
    document,
    instrument: null,
    address: null,
    to: null,
    places: [documentPlace(document)],
  };
}

/** A reference without places: "SCCIF", "SI 2015/541", "the Guide v1.17". */
export function resolveDocument(subject: ReferenceSubject, match: DocumentMatch): Resolution {
  const { mention } = match;
  const [first, ...others] = match.held;
  if (first === undefined) return resolveAbsent(subject, match, null);
  const notes = checkVersion(mention, first);
  const alternatives = [
    ...others.map(wholeReading),
    ...match.known.map((known) => externalReading(known, null)),
  ];
  if (alternatives.length === 0) {
    return makeResolution(null, "found", { reading: wholeReading(first), notes });
  }
  const names = alternatives.map((reading) => reading.document?.title ?? reading.instrument?.name);
  const args = {
    asked: mention.written,
    document: nameDocument(first.title),
    others: names.join(", "),
  };
  return makeResolution(null, "ambiguous", {
    reading: wholeReading(first),
    alternatives,
    notes: [...notes, makeNote("several-documents", args)],
  });
}

/** A version named that is not the one held. */
export function checkVersion(
  mention: DocumentMention,
  document: ReferenceDocument,
): readonly Note[] {
  const { version } = mention;
  if (version === null || document.version === null) return [];
  const same = document.version.split(/[^0-9.]+/).includes(version);
  if (same) return [];
  return [makeNote("version-not-held", { asked: version, held: document.version })];
}

/** A document that is named but not held: another edition of one that is, a known instrument, or an unknown one. */
export function resolveAbsent(
  subject: ReferenceSubject,
  match: DocumentMatch,
  sighting: Sighting | null,
): Resolution {
  const { mention } = match;
  const target = sighting?.target ?? null;
  const address = sighting === null ? null : guessedAddress(sighting);
  const to = sighting?.to ?? null;
  const [other] = match.otherEditions;
  if (other !== undefined && mention.instrument === null) {
    return resolveEdition(subject, mention, other, sighting);
  }
  const [known, ...more] = match.known;
  const name = known ?? (mention.kind === "definite" ? null : mention.name);
  const held =
    name === null
      ? makeNote("unnamed-document")
      : makeNote("not-in-library", { name: known?.name ?? mention.name });
  return makeResolution(target, "external", {
    reading: externalReading(name, address, to),
    alternatives: more.map((entry) => externalReading(entry, address, to)),
    notes: [held, ...endedNotes(known)],
  });
}

/** "Working Together 2018" where 2023 is held; "Guide 2018", which never was. */
function resolveEdition(
  subject: ReferenceSubject,
  mention: DocumentMention,
  held: ReferenceDocument,
  sighting: Sighting | null,
): Resolution {
  const target: Target | null = sighting?.target ?? null;
  const year = Number(mention.year);
  const heldYear = yearOf(held) ?? "";
  const nearest = nearestIn(subject, held, sighting);
  const args = {
    asked: mention.year ?? "",
    document: nameDocument(held.title),
    held: held.version ?? held.date ?? heldYear,
  };
  const editions = knownInstruments.find((entry) => isKnown(held, entry))?.editions ?? null;
  const exists =
    editions === null ||
    editions.years.includes(year) ||
    (editions.yearlyFrom !== undefined && year >= editions.yearlyFrom);
  if (!exists) {
    const reading = sighting === null ? null : absentReading(held, sighting);
    const notes = [makeNote("edition-unknown", args)];
    return makeResolution(target, "missing", { reading, nearest, notes });
  }
  const older = year < Number(heldYear);
  const address = sighting === null ? null : guessedAddress(sighting);
  return makeResolution(target, "external", {
    reading: externalReading(`${held.title} ${mention.year ?? ""}`, address, sighting?.to ?? null),
    nearest,
    notes: [
      makeNote("edition-not-held", args),
      ...(older ? [makeNote("edition-older", args)] : []),
    ],
  });
}

function nearestIn(
  subject: ReferenceSubject,
  document: ReferenceDocument,
  sighting: Sighting | null,
): Place {
  const found = sighting === null ? [] : lookUp(document, sighting);
  return found[0]?.places[0] ?? documentPlace(document);
}
