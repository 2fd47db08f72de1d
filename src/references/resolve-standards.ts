// Resolves quality standards by the library's own structure: provisions titled "The … standard", counted in order.
import { parentAddress } from "../place/address.ts";
import { knownHeadings, numberedStandardSets, otherQualityStandards } from "./field-facts.ts";
import { checkReading } from "./findings.ts";
import { nameAddress } from "./nearest.ts";
import { knownByKey } from "./known-instruments.ts";
import type { ReferenceDocument, LibraryProvision } from "./reference-library.ts";
import { rankDocument } from "./match-documents.ts";
import { foldName } from "./names.ts";
import { joinNames, makeNote, nameDocument } from "./notes.ts";
import { type Reading, type Resolution, toPlace } from "./resolution.ts";
import {
  absentReading,
  externalReading,
  guessedAddress,
  heldReading,
  makeResolution,
  nameReading,
  type Sighting,
  type ReferenceSubject,
} from "./subject.ts";
import { foundAt } from "./find-places.ts";

/** The standards of one document, in order, with the provision that lists them when there is one. */
interface StandardSet {
  readonly document: ReferenceDocument;
  readonly standards: readonly LibraryProvision[];
  readonly list: LibraryProvision | null;
}

/** A standard by number or name, or all of them. `documents` are those named; empty when none was. */
export function resolveStandard(
  sighting: Sighting,
  documents: readonly ReferenceDocument[],
): Resolution {
  const address = guessedAddress(sighting);
  const set = findStandards(sighting, documents);
  if (address === "standards") return resolveAll(sighting, set);
  const label = address.slice("standard/".length);
  if (/^\d/.test(label)) return resolveOrdinal(sighting, set, Number.parseInt(label, 10));
  return resolveByName(sighting, set, label);
}

/** The likeliest document with at least two regulations or sections called standards. */
function findStandards(
  subject: ReferenceSubject,
  named: readonly ReferenceDocument[],
): StandardSet | null {
  const { library, context } = subject;
  const candidates = named.length > 0 ? named : library.documents;
  const ranked = candidates
    .filter((document) => document.structureKind === "legislation")
    .toSorted((a, b) => rankDocument(a, context) - rankDocument(b, context));
  for (const document of ranked) {
    const units = library
      .titled(document.documentId)
      .filter((row) => parentAddress(row.address) === "" && /^(?:reg|s|art)\//.test(row.address));
    const standards = units.filter((row) => /\bstandard$/i.test((row.title ?? "").trim()));
    const [first] = standards;
    if (standards.length < 2 || first === undefined) continue;
    const before = units.filter((row) => row.ordinal < first.ordinal);
    const list = before.findLast((row) => /\bstandards\b/i.test(row.title ?? "")) ?? null;
    return { document, standards, list };
  }
  return null;
}

function readingOf(set: StandardSet, rows: readonly LibraryProvision[]): Reading {
  return heldReading(set.document, foundAt(set.document, rows));
}

/** "the Quality Standards": from the provision that lists them to the last of them. */
function resolveAll(sighting: Sighting, set: StandardSet | null): Resolution {
  if (set === null) return unknown(sighting);
  const { document, standards, list } = set;
  const reading = readingOf(set, list === null ? standards : [list, ...standards]);
  const certain =
    sighting.reference.document !== null || rankDocument(document, sighting.context) < 2;
  const others = otherQualityStandards.map((key) => nameDocument(knownByKey(key).name));
  const notes = certain ? [] : [makeNote("other-standards", { others: joinNames(others) })];
  return makeResolution(sighting.target, "found", { reading, notes });
}

function resolveOrdinal(sighting: Sighting, set: StandardSet | null, number: number): Resolution {
  const others = numberedStandardSets.map(knownByKey);
  const outside = others.map((known) => externalReading(known, guessedAddress(sighting)));
  const row = set?.standards[number - 1];
  const names = { others: joinNames(others.map((known) => nameDocument(known.name))) };
  if (set === null) {
    const reading = outside[0] ?? null;
    return makeResolution(sighting.target, "external", { reading, alternatives: outside.slice(1) });
  }
  if (row === undefined) {
    const { document, standards } = set;
    const ends = {
      asked: `Standard ${number}`,
      document: `the list of ${nameDocument(document.short)}`,
      first: "1",
      last: String(standards.length),
    };
    return makeResolution(sighting.target, "missing", {
      reading: absentReading(document, sighting),
      alternatives: outside,
      nearest: toPlace(document, standards.at(-1) as LibraryProvision),
      notes: [makeNote("series-ends", ends), makeNote("other-standards", names)],
    });
  }
  const reading = readingOf(set, [row]);
  const counted = makeNote("ordinal-standard", {
    locator: `${nameAddress(row.address)} (${row.title ?? ""})`,
  });
  const notes = [counted, ...checkReading(sighting, reading)];
  // "Quality standard" is the name of this set; "standard" alone is that of others as well.
  if (/^\W*(?:quality|qs)/i.test(sighting.reference.surface)) {
    return makeResolution(sighting.target, "found", { reading, notes });
  }
  return makeResolution(sighting.target, "ambiguous", {
    reading,
    alternatives: outside,
    notes: [...notes, makeNote("other-standards", names)],
  });
}

function nameWords(title: string): readonly string[] {
  return foldName(title.replace(/\bstandards?$/i, ""))
    .split(" ")
    .filter((word) => !["the", "and", "of", "a"].includes(word))
    .map((word) => word.replace(/s$/, ""));
}

/** "the protection standard": the standard whose title has all these words. */
function resolveByName(sighting: Sighting, set: StandardSet | null, slug: string): Resolution {
  const wanted = nameWords(slug);
  const exact = (title: string): boolean => {
    const words = nameWords(title);
    return words.length === wanted.length && wanted.every((word) => words.includes(word));
  };
  const fitting = (set?.standards ?? []).filter((row) => {
    const words = nameWords(row.title ?? "");
    return wanted.length > 0 && wanted.every((word) => words.includes(word));
  });
  const row = fitting.find((one) => exact(one.title ?? "")) ?? fitting[0];
  const known = knownHeadings.find(
    (entry) => entry.title.endsWith("standard") && exact(entry.title),
  );
  const outside =
    known === undefined ? null : externalReading(knownByKey(known.instrument), known.address);
  if (set === null || row === undefined) {
    return outside === null
      ? unknown(sighting)
      : makeResolution(sighting.target, "external", { reading: outside });
  }
  const reading = readingOf(set, [row]);
  const notes = checkReading(sighting, reading);
  const certain = outside === null || exact(row.title ?? "");
  if (certain) return makeResolution(sighting.target, "found", { reading, notes });
  const args = { others: nameReading(outside) };
  return makeResolution(sighting.target, "ambiguous", {
    reading,
    alternatives: [outside],
    notes: [makeNote("other-standards", args), ...notes],
  });
}

function unknown(sighting: Sighting): Resolution {
  return makeResolution(sighting.target, "not-a-reference");
}
