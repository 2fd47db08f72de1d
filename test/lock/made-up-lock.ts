// Made-up guidance on keeping houses: its provisions, a library that holds it, and reports that rest on it.
import type { DocumentInfo } from "../../src/document.ts";
import type { LibraryDocument } from "../../src/library/library.ts";
import { hashOf } from "../../src/text/hash-of.ts";
import type { Citation, LockedDocument, LockedReport } from "../../src/lock/lock.ts";
import { toLocked } from "../../src/lock/lock-sources.ts";
import type { Provision } from "../../src/structure/provision.ts";

export interface Paragraph {
  readonly number: string;
  readonly text: string;
  readonly page: number | null;
  /** Where the rest of its text stands on the next page. */
  readonly rest?: string;
}

/** One document of numbered paragraphs, with a plain heading over unnumbered text at its end. */
export function makeProvisions(
  paragraphs: readonly Paragraph[],
  loose: readonly string[] = [],
): Provision[] {
  const base = { kind: "paragraph", title: null, standing: "current", notes: [], quotes: null };
  const all = paragraphs.map(({ number, text, page, rest }, at) => ({
    ...base,
    ordinal: at + 1,
    parent: 0,
    address: `para/${number}`,
    locator: number,
    content: [
      { text, page, marks: [], kind: "text" },
      ...(rest === undefined
        ? []
        : [{ text: rest, page: (page ?? 0) + 1, marks: [], kind: "continuation" }]),
    ],
    page,
    pageEnd: page,
  }));
  const end = {
    ...base,
    kind: "heading",
    title: "Afterword",
    ordinal: all.length + 1,
    parent: 0,
    address: "head/afterword",
    locator: null,
    content: loose.map((text) => ({ text, page: 9, marks: [], kind: "text" })),
    page: 9,
    pageEnd: 9,
  };
  const content = [...all, end].map(({ ordinal }) => ({ child: ordinal }));
  const root = { ...base, kind: "document", ordinal: 0, parent: null, address: "", locator: null };
  return [{ ...root, title: "Keeping", content, page: 1, pageEnd: 9 }, ...all, end] as Provision[];
}

export function makeInfo(change: Partial<DocumentInfo> = {}): LibraryDocument {
  const info: DocumentInfo = {
    id: `keeping-${change.sha256 ?? "aa"}`,
    file: "Keeping.pdf",
    title: "Keeping houses",
    short: "Keeping",
    version: null,
    date: "2025-04",
    authority: "statutory-guidance",
    field: false,
    url: null,
    licence: null,
    supersedes: null,
    sha256: "aa",
    pages: 9,
    ...change,
  };
  return {
    ...info,
    kind: "numbered",
    fileBytes: 1,
    modified: 0,
    passageCount: 1,
    provisionCount: 1,
    problems: [],
  };
}

export interface MadeDocument {
  readonly info: LibraryDocument;
  readonly provisions: readonly Provision[];
}

export function makeLibrary(documents: readonly MadeDocument[]) {
  return {
    documents: documents.map(({ info }) => info),
    provisions: async (id: string) =>
      documents.find(({ info }) => info.id === id)?.provisions ?? [],
  };
}

export const lockedDocument: LockedDocument = toLocked(makeInfo(), null);

export function makeCitation(change: Partial<Citation> & Pick<Citation, "text">): Citation {
  return {
    question: 1,
    source: 1,
    document: lockedDocument,
    address: "para/9.30",
    locator: "9.30",
    page: 3,
    quotes: [],
    ...change,
  };
}

export function makeReport(file: string, citations: readonly Citation[]): LockedReport {
  const engine = { engine: "extractive", model: null, prompt: null };
  return {
    file,
    sha256: hashOf(file),
    settings: {},
    made: engine,
    embedder: "fake/8",
    library: "0123",
    documents: 1,
    questions: [{ ...engine, question: "How often?", evidence: null, sha256: "00" }],
    citations,
  };
}
