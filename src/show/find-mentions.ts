// Takes passages and the place that is shown; gives where they refer to it, and in which words.
import type { Passage, Span } from "../chunk/passage.ts";
import { isWithin } from "../place/address.ts";
import { fieldTitle } from "../references/known-instruments.ts";
import type { ReferenceReader } from "../references/reader.ts";
import type { ReferenceDocument } from "../references/reference-library.ts";
import type { Reference } from "../references/reference.ts";
import type { OutlineRows } from "./outline-rows.ts";
import type { Mention } from "./shown.ts";

export interface MentionContext {
  readonly references: ReferenceReader;
  readonly rows: OutlineRows;
}

/** A provision that may be mentioned. */
export interface Sought {
  readonly documentId: string;
  readonly address: string;
}

/** A mention with what it is sorted by. */
export interface FoundMention extends Mention {
  readonly documentId: string;
  readonly ordinal: number;
}

/** A reference to more places than this ("regulations 4 to 14") is about none of them. */
const mostPlaces = 4;
/** Longest words quoted, in characters. */
const mostSurface = 80;

/**
 * Mentions in one passage, in order; those inside the place itself left out.
 * @param test whether the words of a reference can mean the place at all
 */
export function findMentions(
  passage: Passage,
  sought: Sought,
  test: (text: string) => boolean,
  context: MentionContext,
): FoundMention[] {
  const own = context.references.documents.find((one) => one.documentId === passage.documentId);
  if (own === undefined) return [];
  return context.references.parse(passage.text).flatMap((reference) => {
    if (isShapeOnly(reference) || reference.relative || !test(reference.surface)) return [];
    if (!speaksPlainly(reference, own, sought)) return [];
    const span = spanAt(passage, reference.start);
    const address = addressOf(span, passage, context);
    const inside =
      passage.documentId === sought.documentId
        ? isWithin(address, sought.address)
        : isReproduced(span, passage, sought, context);
    const kind = inside ? null : relate(reference, { own, address }, sought, context);
    if (kind === null) return [];
    return [
      {
        documentId: passage.documentId,
        ordinal: span?.provision ?? 0,
        file: own.file,
        short: own.short,
        locator: span?.locator ?? passage.locator,
        page: span?.page ?? passage.page,
        section: passage.trail.at(-1) ?? null,
        surface: shorten(reference.surface),
        kind,
      },
    ];
  });
}

/** "28(2)" with nothing said of it may be anything; "the protection standard" may not. */
function isShapeOnly({ bare, targets }: Reference): boolean {
  return bare && !targets.some(({ address }) => address.startsWith("standard/"));
}

/**
 * In law and guidance on other matters "regulation 36" and "the Regulations" mean the instruments those texts are
 * about; only a name in full can be believed there.
 */
function speaksPlainly(reference: Reference, own: ReferenceDocument, sought: Sought): boolean {
  if (own.documentId === sought.documentId) return true;
  const official = own.authority === "legislation" || own.authority === "statutory-guidance";
  if (!official || fieldTitle.test(own.title)) return true;
  const kind = reference.document?.kind;
  return kind !== undefined && !["short", "definite", "self"].includes(kind);
}

/** How a reference concerns the place: `exact` it or a part of it, `whole` what it is part of; null when it does not. */
function relate(
  reference: Reference,
  from: { readonly own: ReferenceDocument; readonly address: string | null },
  sought: Sought,
  { references }: MentionContext,
): "exact" | "whole" | null {
  const place = { documentId: from.own.documentId, address: from.address };
  // "Section 1" of a guide may be its own; only with its document named can a reading be believed.
  const unnamed = reference.document === null && from.own.documentId !== sought.documentId;
  let kind: "exact" | "whole" | null = null;
  for (const { status, reading } of references.resolve(reference, [], place)) {
    if (status !== "found" && (status !== "ambiguous" || unnamed)) continue;
    const places = reading?.places ?? [];
    if (places.length > mostPlaces) continue;
    for (const { documentId, address } of places) {
      if (documentId !== sought.documentId || address === "") continue;
      if (isWithin(address, sought.address)) return "exact";
      if (isWithin(sought.address, address)) kind = "whole";
    }
  }
  return kind;
}

/** Whether words stand in a box that reproduces the place, and so are its own. */
function isReproduced(
  span: Span | null,
  { documentId }: Passage,
  { address }: Sought,
  { rows }: MentionContext,
): boolean {
  let row = span === null ? null : rows.at(documentId, span.provision);
  while (row !== null && row.quotes === null)
    row = row.parent === null ? null : rows.at(documentId, row.parent);
  const quotes = row?.quotes ?? null;
  return quotes !== null && (isWithin(address, quotes) || isWithin(quotes, address));
}

function spanAt(passage: Passage, at: number): Span | null {
  return passage.spans.find(({ start, end }) => at >= start && at < end) ?? null;
}

function addressOf(span: Span | null, passage: Passage, { rows }: MentionContext): string | null {
  const ordinal = span?.provision;
  return ordinal === undefined ? null : (rows.at(passage.documentId, ordinal)?.address ?? null);
}

function shorten(surface: string): string {
  const line = surface.replaceAll(/\s+/g, " ").trim();
  return line.length <= mostSurface ? line : `${line.slice(0, mostSurface - 1)}…`;
}
