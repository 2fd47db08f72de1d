// Which documents of the library, or instruments known by name, a mention of a document may mean.
import {
  impliedRegulations,
  knownByKey,
  type KnownInstrument,
  knownInstruments,
} from "./known-instruments.ts";
import {
  describe,
  findKnown,
  instrumentOf,
  isKnown,
  isNamed,
  isOfField,
  seriesNumberOf,
  yearOf,
} from "./known-documents.ts";
import type { ReferenceDocument, ReferenceLibrary } from "./reference-library.ts";
import { foldName } from "./names.ts";
import { documentsOfFile } from "./file-names.ts";
import type { DocumentMention, Instrument } from "./reference.ts";
import type { ReferenceContext, ReferenceSubject } from "./subject.ts";

/** Documents held that fit, and known instruments that fit but are not held. */
interface Candidates {
  readonly held: readonly ReferenceDocument[];
  readonly known: readonly KnownInstrument[];
  /** The edition or year asked for is not the one held: the documents held under that name. */
  readonly otherEditions: readonly ReferenceDocument[];
}

/** What a mention may mean. */
export interface DocumentMatch extends Candidates {
  readonly mention: DocumentMention;
}

const nothing: Candidates = { held: [], known: [], otherEditions: [] };

/** Lower is likelier when no document is named: what is in scope, then the law and guidance of the field. */
export function rankDocument(document: ReferenceDocument, context: ReferenceContext): number {
  if (document.documentId === context.documentId) return 0;
  if (context.scope.includes(document.documentId)) return 1;
  switch (document.authority) {
    case "legislation":
    case "statutory-guidance":
    case "inspection":
      return isOfField(document) ? 2 : 3;
    case "untrusted":
      return 5;
    default:
      return 4;
  }
}

export function matchDocuments(mention: DocumentMention, subject: ReferenceSubject): DocumentMatch {
  return { mention, ...findCandidates(mention, subject) };
}

function findCandidates(mention: DocumentMention, subject: ReferenceSubject): Candidates {
  const { library } = subject;
  switch (mention.kind) {
    case "self":
      return matchSelf(mention, subject);
    case "definite":
      return matchDefinite(mention, subject);
    case "short":
      return matchShort(mention, library);
    case "number":
    case "url":
      return matchNumber(mention.number ?? "", library);
    case "file":
      return { ...nothing, held: documentsOfFile(mention.written, library.documents) };
    default:
      return matchNamed(mention, library);
  }
}

/** "these Regulations": the document itself, when it is of that kind. */
function matchSelf(mention: DocumentMention, subject: ReferenceSubject): Candidates {
  const { library, context } = subject;
  const own = library.documents.filter(
    (document) =>
      document.documentId === context.documentId && instrumentOf(document) === mention.instrument,
  );
  if (own.length > 0) return { ...nothing, held: own };
  return context.documentId === null ? matchDefinite(mention, subject) : nothing;
}

function matchNumber(number: string, library: ReferenceLibrary): Candidates {
  const known = knownInstruments.filter((entry) => entry.number === number);
  const held = library.documents.filter(
    (document) =>
      seriesNumberOf(document) === number || known.some((entry) => isKnown(document, entry)),
  );
  return { ...nothing, held, known: held.length > 0 ? [] : known };
}

/** "the 1989 Act": every Act of that year. */
function matchShort(mention: DocumentMention, library: ReferenceLibrary): Candidates {
  const fits = (instrument: Instrument | null, year: string | null): boolean =>
    instrument === mention.instrument && year === mention.year;
  const held = library.documents.filter((document) =>
    fits(instrumentOf(document), yearOf(document)),
  );
  const known = knownInstruments.filter(
    (entry) =>
      fits(entry.instrument, entry.year) && !held.some((document) => isKnown(document, entry)),
  );
  const customary = known.filter((entry) => entry.customary);
  // With none held, custom decides which is meant; with one held, the others show that it may not be.
  return { ...nothing, held, known: held.length === 0 && customary.length > 0 ? customary : known };
}

/** "the Regulations", "the Guide": what is in scope, else those of the field. */
function matchDefinite(
  mention: DocumentMention,
  { library, context }: ReferenceSubject,
): Candidates {
  const name = foldName(mention.name);
  // "those Regulations" without any named before could be anyone's.
  if (/^(?:that|those|said|such)\b/i.test(mention.written)) return nothing;
  const fits = library.documents.filter((document) =>
    mention.instrument === null
      ? isCalled(document, name)
      : instrumentOf(document) === mention.instrument && rankDocument(document, context) < 3,
  );
  const best = Math.min(...fits.map((document) => rankDocument(document, context)));
  const leading = fits.filter((document) => rankDocument(document, context) === best);
  const named = leading.filter((document) => describe(document).short === name);
  const held = named.length > 0 ? named : leading;
  const known = definiteKeys[name];
  if (held.length === 0)
    return { ...nothing, known: known === undefined ? [] : [knownByKey(known)] };
  return checkEdition(held, mention, []);
}

/** "Guide" of the "Guide to …". */
function isCalled(document: ReferenceDocument, name: string): boolean {
  const { title, short } = describe(document);
  return (
    short === name ||
    title.startsWith(`${name} to `) ||
    (name === "charter" && title.includes(name))
  );
}

/** What the field means by these words when nothing held answers to them. */
const definiteKeys: Readonly<Record<string, string>> = {
  regulations: impliedRegulations,
  guide: "guide",
  charter: "charter",
};

function matchNamed(mention: DocumentMention, library: ReferenceLibrary): Candidates {
  const known = findKnown(mention);
  const ids = mention.held?.documentIds ?? [];
  const own = library.documents.filter(({ documentId }) => ids.includes(documentId));
  const absentOf = (held: readonly ReferenceDocument[]) =>
    known.filter((entry) => !held.some((document) => isKnown(document, entry)));
  const named = checkEdition(own, mention, absentOf(own));
  // Another edition may be held under another name.
  if (named.held.length > 0) return named;
  const ofKnown = library.documents.filter((document) =>
    known.some((entry) => isKnown(document, entry)),
  );
  const held =
    ofKnown.length > 0
      ? ofKnown
      : library.documents.filter((document) => isNamed(document, mention.name));
  return checkEdition(held, mention, absentOf(ofKnown));
}

/** Keeps the documents of the year asked for; those of other years are told apart. */
function checkEdition(
  held: readonly ReferenceDocument[],
  mention: DocumentMention,
  known: readonly KnownInstrument[],
): Candidates {
  if (mention.year === null) return { ...nothing, held, known };
  const same = held.filter((document) => {
    const year = yearOf(document);
    return year === null || year === mention.year;
  });
  return same.length > 0
    ? { ...nothing, held: same, known: [] }
    : { ...nothing, otherEditions: held, known };
}
