// Takes a statement of a report and what its report lists; gives the texts of the library that it cites.
import { documentsOfFile } from "../references/file-names.ts";
import type { Place } from "../place/place.ts";
import { sheetsLabelled } from "../place/page-labels.ts";
import type { ResolutionStatus } from "../references/resolution.ts";
import { findNamedPlaces } from "./find-named.ts";
import { pageSupport, provisionSupport } from "./provision-support.ts";
import { readStatement } from "../verify/read-statement.ts";
import type { Support } from "../verify/statement.ts";
import type { LoadedDocument, ReportLibrary } from "./report-library.ts";
import type { ListedSource, ReportPart, ReportStatement } from "./report.ts";

export interface Cited {
  /** What the statement is read against. */
  readonly supports: readonly Support[];
  /** Where its quotations must stand: the pages cited, when pages are cited. */
  readonly pages: readonly Support[];
  /** Markers that stand for nothing. */
  readonly unknown: readonly string[];
  /** False when it cites nothing, by whatever means. */
  readonly any: boolean;
}

/** Id of the document of a listed source: by file name, else by the name it gives; null when it is not held. */
export function documentIdOf(
  { file: named, written }: ListedSource,
  { documents, view }: Pick<ReportLibrary, "documents" | "view">,
): string | null {
  if (named !== null) return documentsOfFile(named, documents)[0]?.id ?? null;
  const [id] = view
    .parse(written)
    .filter(({ document }) => document !== null)
    .flatMap((reference) => view.resolve(reference, []))
    .flatMap(({ reading }) => reading?.document?.documentId ?? []);
  return id ?? null;
}

/** The document of a listed source with its texts; null when the library does not hold it. */
export function documentOf(source: ListedSource, library: ReportLibrary): LoadedDocument | null {
  const id = documentIdOf(source, library);
  return id === null ? null : library.load(id);
}

/** Ids of the documents that a part's list names, in its order: what unnamed places are looked up in first. */
export function scopeOf(part: ReportPart, library: ReportLibrary): string[] {
  return [...new Set(part.sources.flatMap((source) => documentIdOf(source, library) ?? []))];
}

/** A part of a report with what all its statements are read against. */
export interface PartSetting {
  readonly part: ReportPart;
  readonly library: ReportLibrary;
  /** Ids of the documents it lists, from {@link scopeOf}. */
  readonly scope: readonly string[];
}

export function citedBy(statement: ReportStatement, setting: PartSetting): Cited {
  const { part, library } = setting;
  const listed = statement.markers.map((marker) => ({
    marker,
    sources: part.sources.filter((source) => source.marker === marker),
  }));
  const sources = listed.flatMap((entry) => entry.sources);
  const read = sources.map((source) => readSourceTexts(source, library));
  const named = readNamed(statement, setting, sources.length > 0);
  const places = [...read.flatMap((entry) => entry.places), ...named];
  const pages = read.flatMap((entry) => entry.pages);
  const supports = places.length > 0 ? places : pages;
  return {
    supports,
    pages: pages.length > 0 ? [...pages, ...named] : supports,
    unknown: listed.filter((entry) => entry.sources.length === 0).map(({ marker }) => marker),
    any: statement.markers.length > 0 || named.length > 0,
  };
}

interface SourceTexts {
  readonly pages: readonly Support[];
  readonly places: readonly Support[];
}

/** Texts of a listed source: its pages or section, and the places it gives in brackets. */
export function readSourceTexts(source: ListedSource, library: ReportLibrary): SourceTexts {
  const loaded = documentOf(source, library);
  if (loaded === null) return { pages: [], places: [] };
  const places = onItsPage(source, placesOfSource(source, loaded, library)).flatMap((place) =>
    placeSupports(place, library),
  );
  return { pages: pagesOf(source, loaded), places };
}

/** Of several readings of the places given, those that stand on the page given; all when none does. */
function onItsPage({ page, pageEnd }: ListedSource, places: readonly Place[]): readonly Place[] {
  if (page === null) return places;
  const there = places.filter(
    (place) =>
      place.page === null ||
      (place.page <= (pageEnd ?? page) && (place.pageEnd ?? place.page) >= page),
  );
  return there.length > 0 ? there : places;
}

function pagesOf(source: ListedSource, loaded: LoadedDocument): Support[] {
  if (source.section !== null) return sectionSupports(loaded, source.section);
  if (source.page === null) return [];
  const last = Math.min(source.pageEnd ?? source.page, source.page + 30);
  const sheets = new Set<number>();
  for (let page = source.page; page <= last; page += 1)
    for (const sheet of sheetsMeant(source, loaded, page)) sheets.add(sheet);
  return [...sheets].flatMap((sheet) => pageSupport(loaded, sheet) ?? []);
}

/** A page may be given by the number of its sheet or by the one printed on it, unless both are given. */
export function sheetsMeant(
  { pageLabel }: ListedSource,
  { info }: Pick<LoadedDocument, "info">,
  page: number,
): number[] {
  if (pageLabel !== undefined) return [page];
  return [page, ...sheetsLabelled(info.pageLabels, String(page))];
}

/** Passages under a heading, as one text. */
function sectionSupports(loaded: LoadedDocument, heading: string): Support[] {
  const fold = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const wanted = fold(heading);
  // A file without headings is listed as "(whole)".
  const isWhole = wanted === "whole" && loaded.passages.some(({ trail }) => trail.length === 0);
  const inside = loaded.passages.filter(({ trail }) =>
    isWhole ? trail.length === 0 : trail.some((title) => fold(title) === wanted),
  );
  const [first] = inside;
  if (first === undefined) return [];
  return [
    {
      document: loaded.info,
      text: inside.map(({ text }) => text).join("\n"),
      leadIn: null,
      page: first.page,
      pageEnd: inside.at(-1)?.pageEnd ?? first.pageEnd,
      places: [],
      // Several sections may have one title.
      trail: [...new Set(inside.flatMap(({ trail }) => trail))],
      standing: first.standing,
    },
  ];
}

/** "(paragraphs 10.12, 10.13)" behind a file name: places in that file and no other. */
export function placesOfSource(
  source: ListedSource,
  loaded: LoadedDocument,
  library: ReportLibrary,
): Place[] {
  const { id } = loaded.info;
  const references = library.view.parse(source.places);
  return findNamedPlaces(references, [id], library).filter(
    (place) => place.documentId === id && place.address !== "",
  );
}

/** Places that the statement itself names; without any, and without markers, those named around it. */
function readNamed(statement: ReportStatement, setting: PartSetting, marked: boolean): Support[] {
  // Beside markers, a name that may mean several places adds nothing to what they say.
  const own = readNamedIn(statement.text, setting, marked ? ["found"] : citable);
  if (own.length > 0 || marked) return own;
  const around = statement.context.map((text) => readNamedIn(text, setting, citable));
  return around.find((supports) => supports.length > 0) ?? [];
}

/** What a place must be to be cited by its name. */
const citable: readonly ResolutionStatus[] = ["found", "ambiguous"];

function readNamedIn(
  text: string,
  { library, scope }: PartSetting,
  statuses: readonly ResolutionStatus[],
): Support[] {
  const { references } = readStatement({ text, kind: "statement" }, library.view);
  const places = references
    .filter(({ relative }) => !relative)
    .flatMap((reference) => {
      const meant = findNamedPlaces([reference], scope, library, statuses);
      // A report that lists the Guide means the Guide's Annex A.
      const listed = meant.filter(({ documentId }) => scope.includes(documentId));
      return listed.length > 0 ? listed : meant;
    });
  const nameOf = (support: Support) => support.places[0]?.address ?? support.page;
  const supports = places.flatMap((place) => placeSupports(place, library));
  const byPlace = new Map(supports.map((one) => [`${one.document.id}#${nameOf(one)}`, one]));
  return [...byPlace.values()];
}

function placeSupports(place: Place, library: ReportLibrary): Support[] {
  const loaded = library.load(place.documentId);
  if (loaded === null || place.address === "") return [];
  if (place.ordinal === null) {
    const page = place.page === null ? null : pageSupport(loaded, place.page);
    return page === null ? [] : [page];
  }
  const provision = loaded.provisions[place.ordinal];
  if (provision === undefined) return [];
  const support = provisionSupport(loaded, provision);
  return support.text === "" ? [] : [support];
}
