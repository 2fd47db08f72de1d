// An answer as other programs take it: the JSON contract of `charm ask`, and what every form of a report is made from.
import type { Authority, DocumentInfo, PageKind } from "../document.ts";
import type { DraftEngine, LinePart } from "../draft/draft.ts";
import type { Finding } from "../findings/finding.ts";
import type { RunUsage } from "../language-model/spending.ts";
import type { NamedPlace } from "../place/name-place.ts";
import type { OcrField } from "../place/ocr-field.ts";

export type AnswerStatus = "answered" | "partial" | "declined";

export interface AnswerClaim {
  /** A sentence of the answer as plain text, without its markers. */
  readonly text: string;
  readonly authority: Authority;
  /** Numbers of the sources it rests on. */
  readonly citations: readonly number[];
  /** Shown although verification refused it; left out otherwise. */
  readonly unverified?: true;
  /** Verification was not sure of it; left out otherwise. */
  readonly doubted?: true;
}

/** A piece of the answer, in the order it is read. */
export type AnswerBlock =
  /** Over what answers one part of the question; `under` of one among headings, how many it stands under. */
  | { readonly kind: "heading"; readonly text: string; readonly under?: number }
  /** Over what one kind of document says. */
  | { readonly kind: "title"; readonly text: string }
  | AnswerStatement
  | AnswerPointer
  /** What is said without a source: that the documents are silent. */
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] };

export interface AnswerStatement {
  readonly kind: "statement";
  readonly authority: Authority;
  /** Advice, texts to paste and what only leads on claim nothing. */
  readonly says: "statement" | "advice" | "draft" | "connective";
  /** Its first line names the columns of a table, the others are rows; cells stand between " | ". */
  readonly table?: true;
  /** One of a list of statements; not the sentence that opens the answer. */
  readonly listed: boolean;
  /** Shown although verification refused it. */
  readonly unverified: boolean;
  /** Verification was not sure of it: its reader should compare it with what it cites. Left out otherwise. */
  readonly doubted?: true;
  /** The statement or its lead-in, then the items under it. */
  readonly lines: readonly AnswerLine[];
}

/** A place to read on: it is a source of the report, and claims nothing. */
export interface AnswerPointer extends NamedPlace {
  readonly kind: "pointer";
  readonly authority: Authority;
  /** As a reader would cite it: "Guide 8.9"; with its heading where it has no number. */
  readonly name: string;
  readonly file: string;
  readonly page: number | null;
  /** Titles of the headings it stands under, outermost first. */
  readonly trail: readonly string[];
  /** How its text begins, verbatim on one line; null where a heading tells more. */
  readonly opening: string | null;
  /** The heading that tells what it is about; null where its name or opening does. */
  readonly under: string | null;
  /** Its text goes on behind the opening. */
  readonly goesOn: boolean;
  /** Numbers of its sources. */
  readonly citations: readonly number[];
}

export interface AnswerLine {
  /** 0 for the statement itself, 1 for the items under it, and so on. */
  readonly depth: number;
  readonly parts: readonly AnswerPart[];
  /** Numbers of the sources that the line rests on. */
  readonly citations: readonly number[];
  /** Those that are printed: an item that stands where its lead-in does needs none of its own. */
  readonly markers: readonly number[];
}

/** The kinds are those of src/draft/draft.ts. */
export type AnswerPart =
  | ({ readonly kind: "name"; readonly text: string; readonly file: string } & NamedPlace & {
        readonly page: number | null;
      })
  /** `text` on one line; `sources` are the numbers of the pages it stands on. */
  | { readonly kind: "quote"; readonly text: string; readonly sources: readonly number[] }
  | Extract<LinePart, { kind: "words" | "gap" | "blank" }>;

/** One page of one file (or one section of a file without pages), listed once however often it is cited. */
export interface AnswerSource
  extends
    PageKind,
    OcrField,
    Pick<DocumentInfo, "file" | "title" | "short" | "version" | "date" | "sha256" | "authority"> {
  readonly n: number;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** The number printed on the page, where it is another. */
  readonly pageLabel?: string;
  /** Innermost heading, for files without printed pages. */
  readonly section: string | null;
  readonly locators: readonly string[];
  /** The same places with their addresses. */
  readonly places: readonly NamedPlace[];
  /** Verbatim, as they stand on the page. */
  readonly quotes: readonly string[];
  /**
   * Where each quote is printed, a rectangle a line, as shares of the page from its top left; empty for a quote that
   * cannot be placed for certain. Left out where pages were not looked at.
   */
  readonly rects?: readonly (readonly Rect[])[];
}

/** Shares of the page, 0 to 1, from its top left. */
interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Answer {
  readonly question: string;
  readonly status: AnswerStatus;
  /** Markdown of the RESPONSE part, with `[n]` markers. */
  readonly answer: string;
  readonly blocks: readonly AnswerBlock[];
  readonly claims: readonly AnswerClaim[];
  readonly sources: readonly AnswerSource[];
  /** What was asked and the corpus does not hold. */
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
  readonly engine: DraftEngine;
  /** What a language model used for the run so far. */
  readonly usage?: RunUsage;
  readonly library: {
    readonly fingerprint: string;
    readonly documents: number;
    /** How many files of the corpus were not in it as they were then; left out where none. */
    readonly behind?: number;
  };
}
