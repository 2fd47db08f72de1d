// What `charm show` says of a reference, as plain data: its places with their text, and what to know of them.
import type { Standing } from "../place/place.ts";
import type { DocumentInfo, PageKind } from "../document.ts";
import type { OcrField } from "../place/ocr-field.ts";
import type { NoteSeverity } from "../references/notes.ts";
import type { OutlineEntry } from "./outline.ts";

/** `missing` also stands for what is no reference at all; the notes tell which. */
export type ShownStatus = "found" | "ambiguous" | "missing" | "external";

/** One line of a provision's text, as printed: its label, and how far it is set in. */
export interface TextLine {
  /** 0 for the provision's own text. */
  readonly depth: number;
  /** As printed: `(a)`, `10.13`, `28.—(1)`; empty where the line has none. */
  readonly label: string;
  readonly text: string;
  readonly kind: "text" | "bullet" | "row" | "head" | "heading";
  /** Page it begins on, counted from 1; null in formats without pages. */
  readonly page: number | null;
  readonly standing: Standing;
}

export interface Footnote {
  /** As printed: `14`. */
  readonly label: string;
  readonly text: string;
  readonly page: number | null;
}

/** Where the library speaks of a provision. */
export interface Mention {
  readonly file: string;
  readonly short: string;
  readonly locator: string | null;
  readonly page: number | null;
  /** The nearest heading; null where its text is reproduced. */
  readonly section: string | null;
  /** The words that refer to it; null where its text is reproduced. */
  readonly surface: string | null;
  /** `exact`: it or a part of it; `whole`: what it is part of; `quoted`: its text is reproduced. */
  readonly kind: "exact" | "whole" | "quoted";
}

export interface Mentions {
  /** The first of them: the exact before the rest, other documents before its own. */
  readonly listed: readonly Mention[];
  /** How many were found in all. */
  readonly count: number;
}

/** What is said of the document that something shown stands in. */
interface ShownDocument extends Pick<
  DocumentInfo,
  "file" | "short" | "version" | "date" | "authority"
> {
  /** Its title. */
  readonly document: string;
}

/** A place that a reference leads to. */
export interface ShownTarget extends ShownDocument, PageKind, OcrField {
  readonly locator: string | null;
  /** The locator with the word that goes with it: `regulation 28(2)(c)`, `section 3`; empty where there is none. */
  readonly name: string;
  readonly title: string | null;
  /** Titles around it, outermost first, its own left out. */
  readonly trail: readonly string[];
  /** What an item of a list hangs from, outermost first: without it the item says nothing. */
  readonly leadIns: readonly string[];
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** The number printed on the page it begins on, where it is another. */
  readonly pageLabel?: string;
  readonly lines: readonly TextLine[];
  readonly footnotes: readonly Footnote[];
  readonly standing: Standing;
  /** Provisions inside it that are no longer law, when it is. */
  readonly dead: readonly { readonly locator: string; readonly standing: Standing }[];
  /** What annotations say of it and of what is in it: amendments with their dates. */
  readonly annotations: readonly string[];
  /** True for the reading that was taken, false for the others of an ambiguous reference. */
  readonly taken: boolean;
  /** Null where mentions are not looked for: whole documents, pages, readings that were not taken. */
  readonly mentions: Mentions | null;
}

/** A place that exists, for a reference to one that does not. */
export type NearPlace = Pick<ShownTarget, "file" | "short" | "locator" | "page" | "pageEnd">;

export interface ShownNote {
  readonly code: string;
  readonly severity: NoteSeverity;
  readonly message: string;
}

/** What became of one argument of the command, in which there may be several references. */
export interface ShownReference {
  /** As written by the user. */
  readonly reference: string;
  readonly status: ShownStatus;
  readonly targets: readonly ShownTarget[];
  readonly nearest: NearPlace | null;
  readonly notes: readonly ShownNote[];
}

/** The contents of a document. */
export interface ShownOutline extends ShownDocument {
  /** Null for formats without pages. */
  readonly pages: number | null;
  readonly outline: readonly OutlineEntry[];
}
