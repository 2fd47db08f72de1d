// Takes what services give; gives exactly the fields of the JSON contract (docs/cli.md), the same at every front door.
import type { Authority, DocumentInfo, OcrReading } from "../document.ts";
import type { Finding } from "../findings/finding.ts";
import { type ReadingSum, sumReading } from "../place/ocr-field.ts";
import type { IndexOutcome } from "../program/services.ts";
import { joinTextLines } from "../show/provision-lines.ts";
import type { Mention, ShownReference, ShownTarget } from "../show/shown.ts";
import { compareText } from "../text/compare-text.ts";
import type { SearchResult } from "../use-cases/search-library.ts";
import type { CheckedReport } from "../use-cases/check-reports.ts";
import type { IndexedFile } from "../use-cases/events.ts";

/** What `charm search --json` prints. */
export interface SearchJson {
  readonly query: string;
  readonly results: readonly SearchResult[];
}

/** A place that a reference leads to: of `ShownTarget`, with its text in one piece. */
export interface TargetJson extends Omit<ShownTarget, "lines" | "mentions" | "dead"> {
  readonly text: string;
  /** Where else it is spoken of, the first of them; empty where that is not looked for. */
  readonly mentions: readonly Mention[];
  /** How many there are in all. */
  readonly mentionCount: number;
}

/** One entry of what `charm show --json` prints. */
export interface ShownJson extends Omit<ShownReference, "targets"> {
  readonly targets: readonly TargetJson[];
  /** All notes as one text; null where there is nothing to note. */
  readonly note: string | null;
}

export interface FindingJson extends Pick<Finding, "code" | "severity" | "message" | "args"> {
  /** Of the checked file, from 1; null where it has no lines. */
  readonly line: number | null;
  /** The nearest heading of a file without lines; null above the first, and in files with lines. */
  readonly section: string | null;
  readonly page: number | null;
  /** The reference or quote concerned, as written; null where it is none. */
  readonly reference: string | null;
  /** The text it was held against; null where that is not one place. */
  readonly place: NonNullable<Finding["place"]> | null;
}

/** One entry of what `charm check --json` prints. */
export interface CheckedJson {
  readonly file: string;
  readonly findings: readonly FindingJson[];
  /** What was mended, where that was asked for. */
  readonly fixed?: readonly FindingJson[];
}

/** A document that answers can rest on. */
export type DocumentJson = Pick<
  DocumentInfo,
  | "file"
  | "title"
  | "short"
  | "version"
  | "date"
  | "authority"
  | "pages"
  | "sha256"
  | "url"
  | "licence"
>;

/** What became of a file; all that is not known of it is null. */
export interface IndexedJson extends Pick<IndexedFile, "file" | "status" | "pages" | "passages"> {
  readonly title: string | null;
  readonly short: string | null;
  readonly version: string | null;
  readonly date: string | null;
  readonly authority: Authority | null;
  readonly sha256: string | null;
  /** The home whose it is; null where it is for all homes. Left out where there are no homes. */
  readonly home?: string | null;
  /** How sure a recogniser was of its scanned pages; left out where none was read. */
  readonly ocr?: ReadingSum;
  readonly problems: IndexedFile["problems"];
}

/** What `charm index --json` prints. */
export interface IndexJson {
  readonly documents: readonly IndexedJson[];
  /** Of the corpus itself. */
  readonly problems: readonly {
    readonly file: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly fingerprint: string;
}

export function toShownJson(shown: ShownReference): ShownJson {
  const { reference, status, targets, nearest, notes } = shown;
  return {
    reference,
    status,
    targets: targets.map(toTargetJson),
    note: notes.length === 0 ? null : notes.map(({ message }) => message).join(" "),
    nearest,
    notes,
  };
}

function toTargetJson({ lines, mentions, dead: _dead, ...target }: ShownTarget): TargetJson {
  const { file, locator, page, pageEnd, ...rest } = target;
  return {
    file,
    locator,
    page,
    pageEnd,
    text: joinTextLines(lines),
    ...rest,
    mentions: mentions?.listed ?? [],
    mentionCount: mentions?.count ?? 0,
  };
}

export function toCheckedJson({ file, findings, fixed }: CheckedReport): CheckedJson {
  const mended = fixed === undefined ? {} : { fixed: fixed.map(toFindingJson) };
  return { file, findings: findings.map(toFindingJson), ...mended };
}

export function toFindingJson(finding: Finding): FindingJson {
  const { code, severity, line, section, page, message, reference, place, args } = finding;
  const at = { line: line ?? null, section: section ?? null, page: page ?? null };
  return {
    code,
    severity,
    ...at,
    message,
    reference: reference ?? null,
    place: place ?? null,
    args,
  };
}

export function toDocumentJson(document: DocumentInfo): DocumentJson {
  const { file, title, short, version, date, authority, pages, sha256, url, licence } = document;
  return { file, title, short, version, date, authority, pages, sha256, url, licence };
}

/** In order of file name, with the files that are not read. */
/** Nothing where no words of the document were read by OCR. */
function readingField(ocr: OcrReading | undefined): { readonly ocr?: ReadingSum } {
  const sum = ocr === undefined ? null : sumReading(ocr);
  return sum === null || sum.pages === 0 ? {} : { ocr: sum };
}

export function toIndexJson(outcome: IndexOutcome): IndexJson {
  const { documents, unread, problems, fingerprint } = outcome;
  const read = documents.map(
    ({ file, status, identity, pages, passages, home, ocr, problems: own }): IndexedJson => ({
      file,
      status,
      title: identity?.title ?? null,
      short: identity?.short ?? null,
      version: identity?.version ?? null,
      date: identity?.date ?? null,
      authority: identity?.authority ?? null,
      sha256: identity?.sha256 ?? null,
      pages,
      passages,
      ...(home === undefined ? {} : { home }),
      ...readingField(ocr),
      problems: own.map(({ code, pages: on, message }) => ({ code, pages: on, message })),
    }),
  );
  const passedOver = unread.map(({ file, code, message }): IndexedJson => ({
    file,
    status: "failed",
    title: null,
    short: null,
    version: null,
    date: null,
    authority: null,
    sha256: null,
    pages: null,
    passages: 0,
    problems: [{ code, pages: [], message }],
  }));
  return {
    documents: [...read, ...passedOver].sort((a, b) => compareText(a.file, b.file)),
    problems: problems.map(({ file, code, message }) => ({ file, code, message })),
    fingerprint,
  };
}
