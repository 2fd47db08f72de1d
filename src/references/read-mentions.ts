// Takes a passage and the reader over all documents of the library; gives the places that its words speak of.
import { spanAt } from "../chunk/locator-at.ts";
import type { Passage } from "../chunk/passage.ts";
import type { Place } from "../place/place.ts";
import { isOfField } from "./known-documents.ts";
import type { Mention, MentionKind } from "./mention.ts";
import type { ReferenceReader } from "./reader.ts";
import type { Reference } from "./reference.ts";
import type { ReferenceDocument } from "./reference-library.ts";
import { type Reading, readingsOf, type Resolution } from "./resolution.ts";

/** A reference to more places than this is kept for the first of them. */
const mostPlaces = 40;
/** Longest words kept, in characters. */
const mostSurface = 80;

/** In the order of the text; what starts from its place ("paragraph (2)") and what is shaped only like one left out. */
export function readMentions(passage: Passage, reader: ReferenceReader): Mention[] {
  const own = reader.documents.find(({ documentId }) => documentId === passage.documentId);
  if (own === undefined) return [];
  return reader.parse(passage.text).flatMap((reference) => {
    if (isShapeOnly(reference) || reference.relative) return [];
    const span = spanAt(passage, reference.start);
    const from = { documentId: own.documentId, address: span?.address ?? null };
    const words = {
      documentId: own.documentId,
      passage: passage.id,
      start: reference.start,
      surface: shorten(reference.surface),
      provision: span?.provision ?? 0,
      locator: span?.locator ?? passage.locator,
      page: span?.page ?? passage.page,
      section: passage.trail.at(-1) ?? null,
    };
    const meant = reader
      .resolve(reference, [], from)
      .filter((resolution) => isBelieved(resolution, reference, own));
    return meant.flatMap((resolution) =>
      spokenOf(resolution).flatMap((reading) => {
        const places = reading.places.filter(isProvision);
        return places.slice(0, mostPlaces).map(({ documentId, address, ordinal }) => ({
          ...words,
          to: { documentId, address, ordinal },
          kind: kindOf(passage.text, reference, address),
          sure: resolution.status === "found",
          among: places.length,
        }));
      }),
    );
  });
}

/** Of own documents of one name, as two homes have them, each is spoken of: a reader may have but one of them. */
function spokenOf(resolution: Resolution): Reading[] {
  const [taken, ...others] = readingsOf(resolution);
  const own = others.filter(({ document }) => document?.authority === "own");
  return taken === undefined ? [] : [taken, ...own];
}

/** "28(2)" with nothing said of it may be anything; "the protection standard" may not. */
function isShapeOnly({ bare, targets }: Reference): boolean {
  return bare && !targets.some(({ address }) => address.startsWith("standard/"));
}

type Provision = Place & { readonly ordinal: number };

function isProvision(place: Place): place is Provision {
  return place.ordinal !== null && place.address !== "";
}

/**
 * In law and guidance on other matters "regulation 36" and "the Regulations" mean the instruments those texts are about:
 * there only a name in full can be believed of another document. "Section 1" may be of many documents; only with its
 * document named is one of them meant.
 */
function isBelieved(
  { status, reading }: Resolution,
  reference: Reference,
  own: ReferenceDocument,
): boolean {
  const within = reading?.document?.documentId === own.documentId;
  if (status === "ambiguous" && reference.document === null && !within) return false;
  if (status !== "found" && status !== "ambiguous") return false;
  const official = own.authority === "legislation" || own.authority === "statutory-guidance";
  if (within || !official || isOfField(own)) return true;
  const kind = reference.document?.kind;
  return kind !== undefined && !["short", "definite", "self"].includes(kind);
}

/** Words that say that a list stands in what follows them. */
const listed =
  /\b(?:matters?|information|particulars|items|records?|details|documents?|statements?)\b[^.;]{0,60}?\b(?:in|by)\s+$/i;
/** Of single paragraphs of it the list is no more than they. */
const wholeSchedule = /^sch\/[^/]+(?:\/part\/[^/]+)?$/;
/** No such words are longer, in characters. */
const reach = 120;

function kindOf(text: string, { start }: Reference, address: string): MentionKind {
  const before = text.slice(Math.max(0, start - reach), start);
  return wholeSchedule.test(address) && listed.test(before) ? "list-in" : "refers";
}

function shorten(surface: string): string {
  const line = surface.replaceAll(/\s+/g, " ").trim();
  return line.length <= mostSurface ? line : `${line.slice(0, mostSurface - 1)}…`;
}
