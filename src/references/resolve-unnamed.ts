// Resolves places without a document: read where the reference stands, then in the law and guidance of the field.
import { carriesDuties } from "../document.ts";
import { familyOf, joinSteps, splitAddress } from "../place/address.ts";
import { isFieldTitle } from "../field/of-field.ts";
import { formerRegulations, knownHeadings } from "./field-facts.ts";
import { findKnownHeading, headingFits } from "./heading-match.ts";
import type { KnownInstrument } from "./known-instruments.ts";
import { impliedAct, impliedRegulations, knownByKey } from "./known-instruments.ts";
import type { ReferenceDocument } from "./reference-library.ts";
import { lookUp, readingsIn } from "./look-up.ts";
import { isKnown, isOfField } from "./known-documents.ts";
import { rankDocument } from "./match-documents.ts";
import { hasSeries, nameAddress } from "./nearest.ts";
import { joinNames, makeNote, nameDocument } from "./notes.ts";
import type { Reading, Resolution } from "./resolution.ts";
import { describeSuccessor, resolveMissing, settle } from "./resolve-named.ts";
import {
  addNote,
  documentsInQuestion,
  endedNotes,
  externalReading,
  guessedAddress,
  makeResolution,
  nameReading,
  ownDocument,
  type Sighting,
  type ReferenceSubject,
} from "./subject.ts";
import { findCustomaryAct, findFormerName } from "./topics.ts";

/** A place with no document named. */
export function resolveUnnamed(sighting: Sighting): Resolution {
  return (
    resolveFormerName(sighting) ??
    resolveScheduleParagraph(sighting) ??
    resolveOwnNumber(sighting) ??
    resolveOwnAnnex(sighting) ??
    resolveByHeading(sighting) ??
    resolveSection(sighting) ??
    resolveByRank(sighting)
  );
}

/** "Regulation 33 visit": the old name of something, not today's regulation 33. */
function resolveFormerName(sighting: Sighting): Resolution | null {
  const former = findFormerName(guessedAddress(sighting), sighting.reference.topic);
  if (former === null) return null;
  const old = knownByKey(formerRegulations);
  const { place, note } = describeSuccessor(sighting, former);
  return makeResolution(sighting.target, "external", {
    reading: externalReading(old, former.address),
    nearest: place,
    notes: [note, ...endedNotes(old)],
  });
}

const ownFamilies = new Set(["para", "s", "page", "fn"]);

/**
 * In a document that lays no duties on others its own numbers come first, whoever else has them: "3.1" in a plan is
 * never the Guide's. "section 47" is its own where it has one, and no topic speaks for an Act.
 */
function resolveOwnNumber(sighting: Sighting): Resolution | null {
  const { library, reference } = sighting;
  const own = ownDocument(sighting);
  const address = guessedAddress(sighting);
  const family = familyOf(address);
  if (own === undefined || carriesDuties(own.authority)) return null;
  if (!ownFamilies.has(family)) return null;
  if (family === "s" && findCustomaryAct(address, reference.topic) !== null) return null;
  const readings = readingsIn([own], sighting);
  if (readings.length > 0) return settle(sighting, readings);
  if (family === "s") return null;
  if (reference.bare) return makeResolution(sighting.target, "not-a-reference");
  if (family === "page" || family === "fn") {
    const notes = [makeNote("needs-place", { asked: reference.surface })];
    return makeResolution(sighting.target, "missing", { notes });
  }
  const section = address.replace(/^para\//, "sec/");
  if (!hasSeries({ library, document: own }, section)) return null;
  return resolveMissing(own, { ...sighting, target: { ...sighting.target, address: section } });
}

/** A place that a document speaks of though its text does not hold it: the inspection framework's Annex A. */
function resolveOwnAnnex(sighting: Sighting): Resolution | null {
  const own = ownDocument(sighting);
  const address = guessedAddress(sighting);
  if (own === undefined) return null;
  const known = headedAt(address).find((instrument) => isKnown(own, instrument));
  if (known === undefined || lookUp(own, sighting).length > 0) return null;
  const reading = externalReading(known, address);
  return makeResolution(sighting.target, "external", { reading });
}

/** "paragraph 3" in an Act or instrument: a paragraph of the Schedule that it stands in, or of none. */
function resolveScheduleParagraph(sighting: Sighting): Resolution | null {
  const { context, reference } = sighting;
  const own = ownDocument(sighting);
  const address = guessedAddress(sighting);
  if (own?.structureKind !== "legislation" || !/^para\/[^./]+(?:\/|$)/.test(address)) return null;
  const [outer] = splitAddress(context.address ?? "");
  if (outer?.key !== "sch") {
    const notes = [makeNote("needs-place", { asked: reference.surface })];
    return makeResolution(sighting.target, "missing", { notes });
  }
  const schedule = joinSteps([outer]);
  const to = sighting.to === null ? null : `${schedule}/${sighting.to}`;
  const here: Sighting = { ...sighting, addresses: [`${schedule}/${address}`], to };
  const readings = readingsIn([own], here);
  return readings.length > 0 ? settle(here, readings) : resolveMissing(own, here);
}

/** "Regulation 17 (good governance)": a number of ours with the heading of another instrument's. */
function resolveByHeading(sighting: Sighting): Resolution | null {
  const { title } = sighting.reference;
  const address = guessedAddress(sighting);
  if (title === null) return null;
  const known = findKnownHeading(address, title);
  if (known === null) return null;
  const held = readingsIn(documentsInQuestion(sighting), sighting);
  if (held.some((reading) => headingFits(reading.places[0]?.title ?? null, title))) return null;
  const instrument = knownByKey(known.instrument);
  const instead = held[0] === undefined ? "" : nameReading(held[0]);
  return makeResolution(sighting.target, "external", {
    reading: externalReading(instrument, address),
    notes: [makeNote("other-heading", { title, name: instrument.name, instead })],
  });
}

/** A section with no Act named: that of the Act it stands in, else by custom the Children Act 1989. */
function resolveSection(sighting: Sighting): Resolution | null {
  const address = guessedAddress(sighting);
  if (familyOf(address) !== "s" || sighting.reference.bare) return null;
  const { library, context } = sighting;
  const inScope = documentsInQuestion(sighting).filter(
    (document) => rankDocument(document, context) < 2 && hasSeries({ library, document }, "s/1"),
  );
  if (inScope.length > 0) return null;
  const customary = findCustomaryAct(address, sighting.reference.topic);
  const act = customary ?? knownByKey(impliedAct);
  const note = makeNote("implied-act", { name: act.name });
  const held = library.documents.find((document) => isKnown(document, act));
  if (held !== undefined) {
    const readings = readingsIn([held], sighting);
    if (readings.length === 0) return resolveMissing(held, sighting);
    const resolution = settle(sighting, readings);
    return { ...resolution, notes: [note, ...resolution.notes] };
  }
  const outside = externalReading(act, address, sighting.to);
  const { title } = sighting.reference;
  const others = (
    customary === null ? readingsIn(documentsInQuestion(sighting), sighting) : []
  ).filter((reading) => title === null || headingFits(reading.places[0]?.title ?? null, title));
  const absent = makeNote("not-in-library", { name: act.name });
  if (others.length === 0) {
    return makeResolution(sighting.target, "external", { reading: outside, notes: [note, absent] });
  }
  const resolution = settle(sighting, [...others, outside]);
  return addNote(resolution, absent);
}

/** The most likely documents that number their parts in this way decide, whether they have the place or not. */
function resolveByRank(sighting: Sighting): Resolution {
  const { library, context, reference } = sighting;
  const documents = documentsInQuestion(sighting);
  const ranks = [...new Set(documents.map((document) => rankDocument(document, context)))];
  for (const rank of ranks.toSorted((a, b) => a - b)) {
    const group = inOrder(sighting, rank);
    const readings = fittingHeading(sighting, readingsIn(group, sighting));
    if (readings.length > 0) return settleRanked(sighting, readings, rank);
    // A shape without a word says too little to find fault with.
    const best = group.find((document) =>
      sighting.addresses.some((address) => hasSeries({ library, document }, address)),
    );
    if (best !== undefined && !reference.bare) return missingRanked(sighting, best, rank);
  }
  return reference.bare
    ? makeResolution(sighting.target, "not-a-reference", { notes: [makeNote("unnamed-document")] })
    : nowhere(sighting);
}

/** Divisions of legislation that no document of the library has belong to an instrument that is not held. */
const legislative = new Set(["reg", "s", "art", "rule", "clause", "sch"]);

function nowhere(sighting: Sighting): Resolution {
  const address = guessedAddress(sighting);
  const family = familyOf(address);
  const known = family === "reg" ? knownByKey(impliedRegulations) : null;
  return makeResolution(sighting.target, legislative.has(family) ? "external" : "missing", {
    reading: externalReading(known, address, sighting.to),
    notes: [makeNote("not-held-anywhere", { asked: nameAddress(address) })],
  });
}

/** Documents of a rank: those in scope in the order given; for pages the longest first. */
function inOrder(subject: ReferenceSubject, rank: number): readonly ReferenceDocument[] {
  const { context } = subject;
  const place = (document: ReferenceDocument): number => context.scope.indexOf(document.documentId);
  return documentsInQuestion(subject)
    .filter((document) => rankDocument(document, context) === rank)
    .toSorted((a, b) => place(a) - place(b) || (b.pages ?? 0) - (a.pages ?? 0));
}

/** With a heading given, the documents where it fits. */
function fittingHeading(
  subject: ReferenceSubject,
  readings: readonly Reading[],
): readonly Reading[] {
  const { title } = subject.reference;
  if (title === null) return readings;
  const fitting = readings.filter((reading) =>
    headingFits(reading.places[0]?.title ?? null, title),
  );
  return fitting.length > 0 ? fitting : readings;
}

function settleRanked(sighting: Sighting, readings: readonly Reading[], rank: number): Resolution {
  const { reference } = sighting;
  const rivals = rank < 2 || reference.title !== null ? [] : headingRivals(sighting, readings);
  const resolution = settle(sighting, [...readings, ...rivals]);
  if (rank < 2) return resolution;
  const elsewhere = holdersBehind(sighting, rank);
  const singled = reference.title !== null || reference.topic !== null;
  if (singled || resolution.reading === null) return resolution;
  const document = nameReading(resolution.reading);
  if (elsewhere.length === 0)
    return isAssumed(sighting)
      ? addNote(resolution, makeNote("assumed-document", { document }))
      : resolution;
  const args = { document, others: joinNames(elsewhere) };
  // A whole unit or page is easily meant of another document; a paragraph of a Schedule hardly.
  const whole = splitAddress(guessedAddress(sighting)).length === 1;
  const note = makeNote("read-in", args, whole ? "warning" : "note");
  return addNote(resolution, note);
}

/**
 * Whether the reading rests on nothing but custom: a bare shape, unless it stands in a document of the field; or
 * "regulation 39" in guidance on other matters, which may be of any regulations (in a provider's own papers it is not).
 */
function isAssumed(subject: ReferenceSubject): boolean {
  const { bare } = subject.reference;
  const own = ownDocument(subject);
  if (own === undefined) return bare;
  const official = own.authority === "statutory-guidance" || own.authority === "legislation";
  return !isOfField(own) && (bare || official);
}

/** Documents of the field that are known to use the same name for something the library has no text of. */
function headingRivals(
  subject: ReferenceSubject,
  readings: readonly Reading[],
): readonly Reading[] {
  const address = readings[0]?.address ?? "";
  return headedAt(address)
    .filter((known) => isFieldTitle(known.name))
    .filter(
      (known) => !readings.some((one) => one.document !== null && isKnown(one.document, known)),
    )
    .map((known) => externalReading(known, address));
}

function missingRanked(sighting: Sighting, document: ReferenceDocument, rank: number): Resolution {
  const resolution = resolveMissing(document, sighting);
  const elsewhere = holdersBehind(sighting, rank);
  if (elsewhere.length === 0) return resolution;
  const args = { asked: nameAddress(guessedAddress(sighting)), others: joinNames(elsewhere) };
  return addNote(resolution, makeNote("held-elsewhere", args));
}

/** Names of the documents of less likely ranks that have the place too. */
function holdersBehind(sighting: Sighting, rank: number): string[] {
  return documentsInQuestion(sighting)
    .filter((document) => rankDocument(document, sighting.context) > rank)
    .filter((document) => lookUp(document, sighting).length > 0)
    .map(({ short }) => nameDocument(short));
}

/** Instruments of which a provision at this address is known by its heading. */
function headedAt(address: string): KnownInstrument[] {
  return knownHeadings
    .filter((entry) => entry.address === address)
    .map((entry) => knownByKey(entry.instrument));
}
