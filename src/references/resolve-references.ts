// Says what a reference means in a library: found, ambiguous, missing, external, or no reference after all.
import { familyOf } from "../place/address.ts";
import type { ReferenceLibrary } from "./reference-library.ts";
import { lookUp } from "./look-up.ts";
import { type DocumentMatch, matchDocuments } from "./match-documents.ts";
import { makeNote } from "./notes.ts";
import type { DocumentMention, Reference, Target } from "./reference.ts";
import { type Resolution } from "./resolution.ts";
import { resolveDocument, wholeReading } from "./resolve-document.ts";
import { resolveNamed, settle } from "./resolve-named.ts";
import { resolveStandard } from "./resolve-standards.ts";
import { resolveUnnamed } from "./resolve-unnamed.ts";
import { isSurelyList, readAsList, sight } from "./sightings.ts";
import {
  addNote,
  documentsInQuestion,
  emptyContext,
  externalReading,
  heldReading,
  makeResolution,
  ownDocument,
  type ReferenceContext,
  type ReferenceSubject,
  type Sighting,
} from "./subject.ts";

/**
 * The meaning of a reference, one resolution for each of its targets in order (one for the document when it has none;
 * more when a target turns out to be a list). Pure: the same arguments give the same result.
 * @param context where the reference stands and what is in scope; without it, unnamed places are looked for in the law
 *   and guidance of the field first
 */
export function resolveReference(
  reference: Reference,
  library: ReferenceLibrary,
  context: ReferenceContext = emptyContext,
): Resolution[] {
  const mention = reference.document;
  const subject: ReferenceSubject = { reference, library, context };
  const match = mention === null ? null : matchDocuments(mention, subject);
  if (reference.targets.length === 0 && match !== null) {
    return [withRightName(resolveDocument(subject, match), mention)];
  }
  const resolutions: Resolution[] = [];
  let previous: string | null = null;
  for (const target of reference.targets) {
    for (const part of splitList(subject, target, match)) {
      const resolution = resolveTarget(subject, part, previous, match);
      const listed = part === target ? resolution : withListNote(resolution, target);
      resolutions.push(withRightName(listed, mention));
      previous = lastAddress(listed);
    }
  }
  return resolutions;
}

/** What a name that was written nearly right was taken for. */
function withRightName(resolution: Resolution, mention: DocumentMention | null): Resolution {
  if (!mention?.misspelt) return resolution;
  const { written, name } = mention;
  return addNote(resolution, makeNote("name-misspelt", { written, name }));
}

function lastAddress(resolution: Resolution): string | null {
  return resolution.reading?.to ?? resolution.reading?.address ?? null;
}

/** "36(4)(a)(b)" as two targets, unless a document in question has the nested path. */
function splitList(
  subject: ReferenceSubject,
  target: Target,
  match: DocumentMatch | null,
): readonly Target[] {
  const list = readAsList(target);
  if (list === null) return [target];
  const documents = match === null ? documentsInQuestion(subject) : match.held;
  const exists = (one: Target): boolean =>
    documents.some((document) => lookUp(document, sight(subject, one, null)).length > 0);
  if (exists(target)) return [target];
  return list.every(exists) || (documents.length === 0 && isSurelyList(target)) ? list : [target];
}

function withListNote(resolution: Resolution, target: Target): Resolution {
  return addNote(resolution, makeNote("read-as-list", { list: target.address }));
}

function resolveTarget(
  subject: ReferenceSubject,
  target: Target,
  previous: string | null,
  match: DocumentMatch | null,
): Resolution {
  const sighting = sight(subject, target, previous);
  const family = target.relative === null ? familyOf(target.address) : "";
  if (target.relative !== null) return resolveRelative(sighting);
  if (family === "org" || family === "practitioner") return resolveOwnNumber(sighting, match);
  const standard = family === "standard" || family === "standards";
  if (standard && (match === null || match.held.length > 0)) {
    return resolveStandard(sighting, match?.held ?? []);
  }
  return match === null ? resolveUnnamed(sighting) : resolveNamed(match, sighting);
}

/** "paragraph (1)(b)", "this regulation": only in the document that the text stands in. */
function resolveRelative(sighting: Sighting): Resolution {
  const document = ownDocument(sighting);
  const found = document === undefined ? [] : lookUp(document, sighting);
  if (document === undefined || found.length === 0) {
    const note = makeNote("needs-place", { asked: sighting.reference.surface });
    return makeResolution(sighting.target, "missing", { notes: [note] });
  }
  return settle(
    sighting,
    found.slice(0, 1).map((one) => heldReading(document, one)),
  );
}

/** "Charter commitment O3": the numbering is charm's own, the document is all that can be shown. */
function resolveOwnNumber(sighting: Sighting, match: DocumentMatch | null): Resolution {
  const [document] = match?.held ?? [];
  const [known] = match?.known ?? [];
  const address = sighting.target.address;
  const name = document?.title ?? known?.name ?? "The charter";
  const notes = [makeNote("own-numbering", { document: name, asked: address })];
  if (document === undefined) {
    const reading = externalReading(known ?? name, address);
    const absent = makeNote("not-in-library", { name });
    return makeResolution(sighting.target, "external", { reading, notes: [...notes, absent] });
  }
  const reading = { ...wholeReading(document), address };
  return makeResolution(sighting.target, "found", { reading, notes });
}
