// Takes the lists of sources of a report; gives what is wrong with them, whatever the statements say.
import type { DocumentInfo } from "../document.ts";
import { splitAddress } from "../place/address.ts";
import type { Place } from "../place/place.ts";
import { makeFinding, type Fix, type Finding } from "../findings/finding.ts";
import { readingsOf } from "../references/resolution.ts";
import { documentOf, placesOfSource, sheetsMeant } from "./cite.ts";
import type { LoadedDocument, ReportLibrary } from "./report-library.ts";
import type { ListedSource, ReportPart } from "./report.ts";

/** File names of documents that a provider writes for itself. */
const ownName =
  /\b(?:business plan|polic(?:y|ies)|procedures?|staff (?:handbook|guide)|training (?:list|plan|matrix)|statement of purpose|location (?:risk )?assessment|marketing|cash ?flow|forecast)\b/i;
/** A group heading that sets a provider's own documents apart. */
const ownGroup = /\b(?:own|provider|home['’]?s?|internal|local|company|your|our)\b/i;

export function checkSources(part: ReportPart, library: ReportLibrary): Finding[] {
  const loaded = part.sources.map((source) => documentOf(source, library));
  return [
    ...checkRepeats(part.sources),
    ...part.sources.flatMap((source, i) => checkSource(source, loaded[i] ?? null, library)),
    ...checkOwn(part, loaded),
    ...checkUnused(part),
  ];
}

function checkRepeats(sources: readonly ListedSource[]): Finding[] {
  return findRepeats(sources).map(({ source, first }) => {
    const reference = nameSource(source);
    const args = { place: reference, first: String(first.line) };
    return makeFinding("repeated-source", args, { line: source.line, reference });
  });
}

/** Sources listed a second time, each with the first of the same: same file and page, or the same words. */
export function findRepeats(
  sources: readonly ListedSource[],
): { readonly source: ListedSource; readonly first: ListedSource }[] {
  const firsts = new Map<string, ListedSource>();
  return sources.flatMap((source) => {
    const key = sourceKey(source);
    const first = firsts.get(key);
    if (first !== undefined) return [{ source, first }];
    firsts.set(key, source);
    return [];
  });
}

/** What makes two listed sources the same: file, page and section; without a file, all that is written. */
function sourceKey({ file, page, pageEnd, section, written, marker }: ListedSource): string {
  if (file === null)
    return (
      written.replace(/^\[[^\]]*\]\s*/, "").toLowerCase() + (marker?.startsWith("^") ? marker : "")
    );
  return [file.toLowerCase(), page, pageEnd, section?.toLowerCase()].join("|");
}

function nameSource({ file, page, section, written }: ListedSource): string {
  if (file === null) return written;
  if (page !== null) return `${file}, page ${page}`;
  return section === null ? file : `${file}, ${section}`;
}

function checkSource(
  source: ListedSource,
  loaded: LoadedDocument | null,
  library: ReportLibrary,
): Finding[] {
  const { line, page } = source;
  if (loaded === null) {
    if (source.file === null) return [];
    const args = { document: source.file };
    return [makeFinding("document-not-in-library", args, { line, reference: source.file })];
  }
  const { info } = loaded;
  const exists = (sheet: number) => sheet >= 1 && sheet <= (info.pages ?? sheet);
  if (page !== null && !sheetsMeant(source, loaded, page).some(exists)) {
    const args = {
      variant: "no-page",
      document: info.file,
      pages: String(info.pages ?? 0),
      page: String(page),
    } as const;
    return [makeFinding("reference-missing", args, { line, reference: `page ${page}` })];
  }
  const places = checkPlaces(source, loaded, library);
  if (info.authority !== "untrusted") return places;
  const args = { document: info.file };
  return [makeFinding("untrusted-source", args, { line, reference: info.file }), ...places];
}

/** Places in brackets must exist in the file, on the page given. */
function checkPlaces(
  source: ListedSource,
  loaded: LoadedDocument,
  library: ReportLibrary,
): Finding[] {
  const { info } = loaded;
  const findings: Finding[] = [];
  for (const reference of library.view.parse(source.places)) {
    if (reference.targets.length === 0) continue;
    for (const resolution of library.view.resolve(reference, [info.id])) {
      const here = readingsOf(resolution).some(({ document }) => document?.documentId === info.id);
      if (resolution.status === "missing" || (resolution.status === "found" && !here)) {
        const { surface } = reference;
        const args = {
          variant: "not-in-document",
          document: info.short,
          reference: surface,
        } as const;
        findings.push(
          makeFinding("reference-missing", args, { line: source.line, reference: surface }),
        );
      }
    }
  }
  return [...findings, ...checkPages(source, loaded.info, placesOfSource(source, loaded, library))];
}

/** Places must stand on the page given; another reading of the same number may be the one that does ("Annex A 1.3"). */
function checkPages(source: ListedSource, info: DocumentInfo, places: readonly Place[]): Finding[] {
  const { page: from, line } = source;
  if (from === null) return [];
  const to = source.pageEnd ?? from;
  const paged = places.filter(({ page, address }) => page !== null && !address.startsWith("page/"));
  const shift = sheetsMeant(source, { info }, from).map((sheet) => sheet - from);
  const standsThere = ({ page, pageEnd }: Place) =>
    shift.some((by) => (page ?? 0) <= to + by && (pageEnd ?? page ?? 0) >= from + by);
  const wrong = paged.filter(
    (place) =>
      !standsThere(place) && !paged.some((other) => isNamesake(place, other) && standsThere(other)),
  );
  return wrong.map((place) => {
    const name = place.locator ?? place.address;
    const args = {
      variant: "listed",
      document: info.short,
      locator: name,
      pages: writePages(place),
      said: String(from),
    } as const;
    const fix = rightPage(source, wrong.length === paged.length ? paged : []);
    const found = { file: info.file, locator: place.locator, page: place.page };
    return makeFinding("page-paragraph-mismatch", args, {
      line,
      reference: name,
      place: found,
      fix,
    });
  });
}

/** The page that all places stand on, if they agree and each is on one page: nothing else can have been meant. */
function rightPage(
  { page, pageEnd, pageWords }: ListedSource,
  places: readonly Place[],
): Fix | undefined {
  const pages = new Set(places.flatMap((place) => [place.page, place.pageEnd ?? place.page]));
  const [only] = pages;
  if (pages.size !== 1 || only === undefined || only === null) return undefined;
  if (pageWords === null || page === null || pageEnd !== page) return undefined;
  return { from: pageWords, to: pageWords.replace(/\d+/, String(only)) };
}

function isNamesake(a: Place, b: Place): boolean {
  const last = ({ address }: Place) => splitAddress(address).at(-1)?.label;
  return a !== b && a.address !== b.address && last(a) === last(b);
}

function writePages({ page, pageEnd }: Place): string {
  return pageEnd === null || pageEnd === page ? `page ${page}` : `pages ${page}–${pageEnd}`;
}

/** A provider's own document in one list with law and guidance, where the question was what these say. */
function checkOwn(part: ReportPart, loaded: readonly (LoadedDocument | null)[]): Finding[] {
  const authorities = loaded.map((entry) => entry?.info.authority);
  const withLaw = authorities.some(
    (authority) => authority === "legislation" || authority === "statutory-guidance",
  );
  const asked = /\b(?:guidance|regulations?|law|legal|statutory|required?)\b/i.test(
    part.question ?? "",
  );
  return part.sources.flatMap((source, i) => {
    const held = authorities[i];
    const own =
      held === "own" || (held === undefined && source.file !== null && ownName.test(source.file));
    if (!own || !withLaw || (source.group !== null && ownGroup.test(source.group))) return [];
    const document = source.file ?? source.written;
    const severity = asked ? "error" : "warning";
    const position = { line: source.line, severity, reference: document } as const;
    return [makeFinding("own-document-as-authority", { variant: "listed", document }, position)];
  });
}

/** Where the text has markers, every source should be cited by one. */
function checkUnused(part: ReportPart): Finding[] {
  const cited = new Set(part.statements.flatMap(({ markers }) => markers));
  if (cited.size === 0) return [];
  return part.sources
    .filter(({ marker }) => marker !== null && !cited.has(marker))
    .map((source) => {
      const place = nameSource(source);
      return makeFinding("source-unused", { place }, { line: source.line, reference: place });
    });
}
