// Takes the lists of sources of a report; gives what is wrong with them, whatever the statements say.
import type { DocumentInfo } from "../../document.ts";
import { makeFinding } from "../codes.ts";
import type { Finding } from "../finding.ts";
import { documentOf, placesOfSource } from "./cite.ts";
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

/** Same file and page, or the same words, a second time. */
function checkRepeats(sources: readonly ListedSource[]): Finding[] {
  const first = new Map<string, number>();
  return sources.flatMap((source) => {
    const key = sourceKey(source);
    const seen = first.get(key);
    if (seen === undefined) {
      first.set(key, source.line);
      return [];
    }
    const args = { place: nameSource(source), first: String(seen) };
    return [
      makeFinding("repeated-source", args, { line: source.line, reference: nameSource(source) }),
    ];
  });
}

/** What makes two listed sources the same: file, page and section; without a file, all that is written. */
export function sourceKey({ file, page, pageEnd, section, written, marker }: ListedSource): string {
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
  if (page !== null && info.pages !== null && (page > info.pages || page < 1)) {
    const message = `${info.file} has ${info.pages} pages; there is no page ${page}.`;
    return [makeFinding("reference-missing", { message }, { line, reference: `page ${page}` })];
  }
  const findings: Finding[] = [];
  if (info.authority === "untrusted") {
    findings.push(
      makeFinding("untrusted-source", { document: info.file }, { line, reference: info.file }),
    );
  }
  return [...findings, ...checkPlaces(source, loaded, library)];
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
      const here = [resolution.reading, ...resolution.alternatives].some(
        (reading) => reading?.document?.documentId === info.id,
      );
      if (resolution.status === "missing" || (resolution.status === "found" && !here)) {
        const message = `${info.short} has no ${reference.surface}.`;
        findings.push(
          makeFinding(
            "reference-missing",
            { message },
            { line: source.line, reference: reference.surface },
          ),
        );
      }
    }
  }
  for (const place of placesOfSource(source, loaded, library)) {
    const { page, pageEnd, locator, address } = place;
    if (page === null || source.page === null || address.startsWith("page/")) continue;
    if (page <= (source.pageEnd ?? source.page) && (pageEnd ?? page) >= source.page) continue;
    // Another reading of the same words may be the one that stands there: "Annex A 1.3" for "1.3".
    const name = locator ?? address;
    const elsewhere = placesOfSource(source, loaded, library).some(
      (other) =>
        sameNumber(other.locator, locator) &&
        other.page !== null &&
        other.page <= (source.pageEnd ?? source.page ?? 0) &&
        (other.pageEnd ?? other.page) >= (source.page ?? 0),
    );
    if (elsewhere) continue;
    findings.push(mismatch(info, name, source, page, pageEnd));
  }
  return findings;
}

function sameNumber(a: string | null, b: string | null): boolean {
  const last = (text: string | null) => text?.split(" ").at(-1) ?? "";
  return a !== b && last(a) === last(b);
}

function mismatch(
  info: DocumentInfo,
  name: string,
  source: ListedSource,
  page: number,
  pageEnd: number | null,
): Finding {
  const on = pageEnd === null || pageEnd === page ? `page ${page}` : `pages ${page}–${pageEnd}`;
  const message = `${info.short} ${name} is on ${on}, not on page ${source.page}.`;
  return makeFinding(
    "page-paragraph-mismatch",
    { message },
    { line: source.line, reference: name },
  );
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
    const message = `${source.file ?? source.written} is the provider's own document, listed as if it had the standing of law and guidance.`;
    const severity = asked ? "error" : "warning";
    return [
      makeFinding(
        "own-document-as-authority",
        { message },
        { line: source.line, severity, reference: source.file ?? source.written },
      ),
    ];
  });
}

/** Where the text has markers, every source should be cited by one. */
function checkUnused(part: ReportPart): Finding[] {
  const cited = new Set(part.statements.flatMap(({ markers }) => markers));
  if (cited.size === 0) return [];
  return part.sources
    .filter(({ marker }) => marker !== null && !cited.has(marker))
    .map((source) =>
      makeFinding(
        "source-unused",
        { place: nameSource(source) },
        { line: source.line, reference: nameSource(source) },
      ),
    );
}
