// A document of the library: one file of the corpus, with what is known of it.

/** What kind of text a document is, and so what may rest on it. */
export const authorities = [
  "legislation",
  "statutory-guidance",
  "inspection",
  "own",
  "voluntary",
  "other",
  "untrusted",
] as const;

export type Authority = (typeof authorities)[number];

/** For sorting: the strongest first. */
export function byAuthority(a: Authority, b: Authority): number {
  return authorities.indexOf(a) - authorities.indexOf(b);
}

/** What a home must or should do, and what it is inspected for; a plan or a charter lays no duty on it. */
export function carriesDuties(authority: Authority): boolean {
  return ["legislation", "statutory-guidance", "inspection"].includes(authority);
}

/** Something a reader of the index should know about a file. */
export interface Problem {
  /** Stable machine name: `encrypted`, `no-text`, `unreadable`, `pages-without-text`, … */
  readonly code: string;
  /** PDF page numbers concerned, counted from 1; empty when it concerns the whole file. */
  readonly pages: readonly number[];
  readonly message: string;
}

/** Printed page numbers by sheet, counted from 1; sheets whose number is their own, or that have none, are left out. */
export type PageLabels = Readonly<Record<number, string>>;
/**
 * What the pages of a file are: `saved` as a word processor last laid them out, which another machine may do otherwise.
 * Left out where they are printed pages, or there are none.
 */
export interface PageKind {
  readonly pageKind?: "saved";
}

/** To be spread into what names a page of the document. */
export function pageKindOf({ file, pages }: Pick<DocumentInfo, "file" | "pages">): PageKind {
  return pages !== null && /\.(?:doc[xm]|dot[xm])$/i.test(file) ? { pageKind: "saved" } : {};
}

/** How sure the recogniser was of the words of a page. */
export interface PageReading {
  /** Mean over its words, from 0 to 1, in hundredths. */
  readonly confidence: number;
  readonly words: number;
  /** How many of them it was not sure of; they are kept. */
  readonly unsure: number;
}

/** Text that was recognised in pictures of pages (OCR): it may be wrong where the page is right. */
export interface OcrReading {
  /** What read them: `Recogniser.id`. */
  readonly reader: string;
  /** By number of page. Pages on which it found no words are left out. */
  readonly pages: Readonly<Record<number, PageReading>>;
}

/**
 * One indexed file. `id` changes whenever the bytes or what `sources.yaml` says of them change, and with the recogniser
 * where pages were read by one.
 */
export interface DocumentInfo {
  readonly id: string;
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string;
  readonly title: string;
  /** How citations name it: `Guide`, `Regulations`. */
  readonly short: string;
  /** Given in `sources.yaml`, and not to be changed where others would be called the same. */
  readonly shortDeclared?: true;
  /** What it would be called, were there no others of that name; left out where there are none. */
  readonly shortShared?: string;
  readonly version: string | null;
  /** ISO date or its leading part (`2015-04`): what the text is as at. */
  readonly date: string | null;
  readonly authority: Authority;
  /** Whether it is of the field that charm answers for: its title says so, or `sources.yaml` does. */
  readonly field: boolean;
  readonly url: string | null;
  readonly licence: string | null;
  readonly supersedes: string | null;
  /** ISO date from which this edition is in force; left out where `sources.yaml` does not say. */
  readonly inForceFrom?: string;
  /** Hex digest of the file's bytes. */
  readonly sha256: string;
  /** Number of pages; null for formats without pages. */
  readonly pages: number | null;
  /** Numbers printed on its pages, where they are not those of the sheets; left out where they are. */
  readonly pageLabels?: PageLabels | undefined;
  /** Left out where no page was given to a recogniser. */
  readonly ocr?: OcrReading | undefined;
}
