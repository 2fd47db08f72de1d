// Takes a place in an open library; gives it with its text, what annotations say, and where else it is mentioned.
import { pageKindOf } from "../document.ts";
import type { Place } from "../place/place.ts";
import type { Library, LibraryDocument, OutlineRow } from "../library/library.ts";
import { ocrField } from "../place/ocr-field.ts";
import { labelField } from "../place/page-labels.ts";
import { nameAddress } from "../references/nearest.ts";
import type { ReferenceLibrary } from "../references/reference-library.ts";
import { isListItem } from "../structure/list-items.ts";
import type { Provision } from "../structure/provision.ts";
import { gatherMentions } from "./gather-mentions.ts";
import { documentHead } from "./show-outline.ts";
import { readOutline } from "../show/outline.ts";
import { readProvisionLines, type ProvisionText } from "../show/provision-lines.ts";
import type { ShownTarget, TextLine } from "../show/shown.ts";

export interface TargetContext {
  readonly library: Library;
  readonly references: ReferenceLibrary;
  /** The reading taken; mentions are looked for only then. */
  readonly taken: boolean;
}

/** Contents of a document longer than this are cut to their outer levels. */
const mostContents = 40;

/** @throws Error when the place is not of this library */
export async function buildTarget(place: Place, context: TargetContext): Promise<ShownTarget> {
  const { library, references, taken } = context;
  const document = library.documents.find(({ id }) => id === place.documentId);
  if (document === undefined) throw new Error(`The library holds no document ${place.documentId}.`);
  const base = describePlace(document, place, taken);
  const row = place.ordinal === null ? null : references.at(place.documentId, place.ordinal);
  if (place.ordinal === null) return { ...base, ...(await readPages(place, library, references)) };
  if (row === null || place.ordinal === 0) {
    const lines = listContents(references.rows(place.documentId));
    return { ...base, lines };
  }
  const inside = references.within(row);
  const provisions = await library.provisions(
    place.documentId,
    inside.map(({ ordinal }) => ordinal),
  );
  const byOrdinal = new Map(provisions.map((provision) => [provision.ordinal, provision]));
  const root = byOrdinal.get(place.ordinal);
  return {
    ...base,
    ...(root === undefined ? {} : readProvisionLines(byOrdinal, root)),
    trail: listTrail(row, references),
    leadIns: await readLeadIns(row, context),
    dead: listDead(inside),
    annotations: [
      ...new Set(provisions.flatMap(({ notes }) => notes)),
      ...pictureNotes(provisions),
    ],
    mentions: taken ? await gatherMentions(row, library, references) : null,
  };
}

/** What stands there and was not read, so that nobody takes the text for all of it. */
function pictureNotes(provisions: readonly Provision[]): string[] {
  const marks = provisions.flatMap(({ content }) =>
    content.flatMap((item) => ("marks" in item ? item.marks : [])),
  );
  const kinds = new Set(marks.flatMap(({ kind, label }) => (kind === "picture" ? [label] : [])));
  return [...kinds].map((label) => `What a ${label} shows here is not read.`);
}

/** Titles around a provision, outermost first, its own left out. */
function listTrail(row: OutlineRow, references: ReferenceLibrary): string[] {
  const titles = references
    .enclosing(row)
    .flatMap(({ kind, title }) => (kind === "definition" || title === null ? [] : [title]));
  return titles.toReversed();
}

/** Text of the provisions around an item, up to the list that it is in. */
async function readLeadIns(
  row: OutlineRow,
  { library, references }: TargetContext,
): Promise<string[]> {
  const enclosing = isListItem(row) ? references.enclosing(row) : [];
  const list = enclosing.findIndex((outer) => !isListItem(outer));
  const around = enclosing.slice(0, list < 0 ? enclosing.length : list + 1).toReversed();
  if (around.length === 0) return [];
  const ordinals = around.map(({ ordinal }) => ordinal);
  const provisions = await library.provisions(row.documentId, ordinals);
  return provisions.map((provision) => leadInOf(provision)).filter((text) => text !== "");
}

/** Its own words before the first provision inside it. */
function leadInOf({ content }: Provision): string {
  const first = content.findIndex((item) => "child" in item);
  return content
    .slice(0, Math.max(0, first))
    .flatMap((item) => ("text" in item ? item.text : []))
    .join(" ");
}

function describePlace(document: LibraryDocument, place: Place, taken: boolean): ShownTarget {
  const { locator, page, pageEnd, standing } = place;
  return {
    ...documentHead(document),
    locator,
    name: namePlace(place),
    title: place.ordinal === 0 ? null : place.title,
    trail: [],
    leadIns: [],
    page,
    pageEnd,
    ...pageKindOf(document),
    ...labelField(document.pageLabels, page),
    ...ocrField(document.ocr, page, pageEnd),
    lines: [],
    footnotes: [],
    standing,
    dead: [],
    annotations: [],
    taken,
    mentions: null,
  };
}

/** Outermost provisions inside another that are no longer law. */
function listDead([root, ...inside]: readonly OutlineRow[]): ShownTarget["dead"] {
  if (root === undefined || root.standing !== "current") return [];
  const dead = inside.filter(({ standing }) => standing !== "current");
  const ordinals = new Set(dead.map(({ ordinal }) => ordinal));
  return dead
    .filter(({ parent }) => parent === null || !ordinals.has(parent))
    .map(({ locator, address, standing }) => ({ locator: locator ?? address, standing }));
}

function namePlace({ ordinal, address, locator }: Place): string {
  if (ordinal === null) return locator ?? "";
  const titled = ordinal === 0 || locator === null || address.startsWith("head/");
  return titled ? "" : nameAddress(address.replaceAll(/~\d+/g, ""));
}

/** What stands on the pages, whatever it belongs to. */
async function readPages(
  place: Place,
  library: Library,
  references: ReferenceLibrary,
): Promise<ProvisionText> {
  const from = place.page ?? 1;
  const to = place.pageEnd ?? from;
  const touching = references
    .rows(place.documentId)
    .filter((row) => (row.page ?? from) <= to && (row.pageEnd ?? row.page ?? to) >= from);
  const ordinals = touching.map(({ ordinal }) => ordinal);
  const provisions = await library.provisions(place.documentId, ordinals);
  const byOrdinal = new Map<number, Provision>(provisions.map((one) => [one.ordinal, one]));
  const root = byOrdinal.get(0);
  return root === undefined
    ? { lines: [], footnotes: [] }
    : readProvisionLines(byOrdinal, root, { from, to });
}

/** A document's text is its contents: all levels, or as many of the outer ones as fit. */
function listContents(rows: readonly OutlineRow[]): TextLine[] {
  const entries = readOutline(rows);
  const deepest = Math.max(0, ...entries.map(({ depth }) => depth));
  let kept = entries;
  for (let depth = deepest; depth > 0 && kept.length > mostContents; depth -= 1)
    kept = entries.filter((entry) => entry.depth < depth);
  return kept.map(({ depth, locator, title, page, standing }) => ({
    depth,
    // Some titles are printed with their number.
    label: locator === null || title?.startsWith(locator) ? "" : locator,
    text: title ?? "",
    kind: "heading",
    page,
    standing,
  }));
}
