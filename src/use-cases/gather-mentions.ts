// Takes a place of an open library; gives where else the library speaks of it.
import type { Library, OutlineRow } from "../library/library.ts";
import { bestOfEach } from "../lists.ts";
import { isWithin } from "../place/address.ts";
import { isPointed, type Mention as StoredMention } from "../references/mention.ts";
import type { ReferenceLibrary } from "../references/reference-library.ts";
import type { Mention, Mentions } from "../show/shown.ts";

/** Mentions listed; more are only counted. */
const mostListed = 10;

/** A mention with what it is sorted by. */
interface FoundMention extends Mention {
  readonly documentId: string;
  readonly ordinal: number;
}

export async function gatherMentions(
  row: OutlineRow,
  library: Library,
  references: ReferenceLibrary,
): Promise<Mentions> {
  const stored = await library.mentionsOf(row.documentId, row.address);
  const found = stored
    .filter((mention) => isPointed(mention) && !standsInside(mention, row, references))
    .flatMap((mention) => describeMention(mention, row, library));
  // One mention a place, the exact one where there are several.
  const mentions = bestOfEach(
    [...found, ...findQuotations(row, library, references)],
    ({ file, locator, page }) => JSON.stringify([file, locator, page]),
    (one, held) => held.kind === "whole" && one.kind === "exact",
  );
  const places = new Map(library.documents.map(({ id }, index) => [id, index]));
  const rank = ({ kind }: Mention): number => ["exact", "quoted", "whole"].indexOf(kind);
  const away = ({ documentId }: FoundMention): number => (documentId === row.documentId ? 1 : 0);
  const place = ({ documentId }: FoundMention): number => places.get(documentId) ?? 0;
  const sorted = mentions.toSorted(
    (a, b) =>
      rank(a) - rank(b) || away(a) - away(b) || place(a) - place(b) || a.ordinal - b.ordinal,
  );
  const listed = sorted
    .slice(0, mostListed)
    .map(({ documentId: _documentId, ordinal: _ordinal, ...mention }) => mention);
  return { listed, count: sorted.length };
}

/** Words of the place itself, or of a box that reproduces it, say nothing of it from elsewhere. */
function standsInside(
  { documentId, provision }: StoredMention,
  { documentId: own, address }: OutlineRow,
  references: ReferenceLibrary,
): boolean {
  const row = references.at(documentId, provision);
  if (row === null) return false;
  if (documentId === own) return isWithin(row.address, address);
  const around = [row, ...references.enclosing(row)];
  const quotes = around.find((outer) => outer.quotes !== null)?.quotes ?? null;
  return quotes !== null && (isWithin(address, quotes) || isWithin(quotes, address));
}

function describeMention(
  { documentId, provision, locator, page, section, surface, to }: StoredMention,
  { address }: OutlineRow,
  library: Library,
): FoundMention[] {
  const document = library.documents.find(({ id }) => id === documentId);
  if (document === undefined) return [];
  const { file, short } = document;
  const kind = isWithin(to.address, address) ? "exact" : "whole";
  const place = { documentId, ordinal: provision, file, short, locator, page, section };
  return [{ ...place, surface, kind }];
}

/** Text of the provision, or of what it is part of, reproduced in another document's box. */
function findQuotations(
  row: OutlineRow,
  library: Library,
  references: ReferenceLibrary,
): FoundMention[] {
  const own = library.documents.find(({ id }) => id === row.documentId);
  if (own?.kind !== "legislation") return [];
  return library.documents.flatMap(({ id, file, short }) => {
    if (id === row.documentId) return [];
    return references.rows(id).flatMap(({ quotes, page, ordinal }) => {
      if (quotes === null || !(isWithin(row.address, quotes) || isWithin(quotes, row.address)))
        return [];
      const place = { file, short, locator: null, page, section: null };
      return [{ ...place, surface: null, kind: "quoted", documentId: id, ordinal }];
    });
  });
}
