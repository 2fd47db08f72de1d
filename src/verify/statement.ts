// What a statement is checked against: the statement itself, the texts it cites, and how references are looked up.
import type { TextRange } from "../text/sentences.ts";
import type { Standing } from "../place/place.ts";
import type { DocumentInfo } from "../document.ts";
import type { Reference } from "../references/reference.ts";
import type { ProvisionName, ReferenceReader } from "../references/reader.ts";

/**
 * - `requirement`: says what must or should be done, by whom, when: everything is checked, and it must cite
 * - `statement`: says how things are: everything is checked
 * - `advice`: a suggestion of the author's own: may go without citation, but what it cites is checked
 * - `connective`: leads from one thing to the next: references and quotes are checked
 * - `absence`: says what the documents do not hold: there is nothing to check it against
 * - `quote`: nothing but a document's own words: quotes and references are checked
 */
export type StatementKind =
  | "requirement"
  | "statement"
  | "advice"
  | "connective"
  | "absence"
  | "quote";

export interface Statement {
  /** One sentence or a few; Markdown emphasis and citation markers taken out. */
  readonly text: string;
  readonly kind: StatementKind;
  /** Line of the file it stands in, from 1. */
  readonly line?: number;
  /** What it hangs from: the sentence that leads into a list, a bold label. Not itself checked. */
  readonly lead?: string;
  /** What was asked: a condition that the question gives need not be told again. Not itself checked. */
  readonly about?: string;
  /** Quotations in it, long enough to be one. */
  readonly quotes: readonly QuotedWords[];
  /** What its own words refer to; what a quotation refers to is the document's own. */
  readonly references: readonly Reference[];
}

/** Words in quotation marks, and where they stand in the statement, marks included. */
export interface QuotedWords extends TextRange {
  /** Without the marks. */
  readonly text: string;
}

/** The document a support comes from, as far as checks look at it. */
export type SupportDocument = Pick<
  DocumentInfo,
  "id" | "file" | "title" | "short" | "version" | "date" | "authority"
>;

/** A text that a statement cites: a passage, a provision with what stands under it, or a page. */
export interface Support {
  readonly document: SupportDocument;
  readonly text: string;
  /** What the text hangs from where it begins inside a provision: "The registered person must ensure that—". */
  readonly leadIn: string | null;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** Provisions that the text is or holds, outermost first, each once. */
  readonly places: readonly ProvisionName[];
  /** Titles of the headings it stands under, outermost first. */
  readonly trail: readonly string[];
  readonly standing: Standing;
  /** Words of the text that are said to bear the statement out: it is compared with those first. */
  readonly quoted?: readonly string[];
}

/** Reading and looking up references, bound to one library. */
export type ReferenceView = Pick<ReferenceReader, "parse" | "resolve" | "itemsOf">;

export interface CheckContext {
  /** Null when there is no library to look references up in: they are then not checked. */
  readonly references: ReferenceView | null;
  /**
   * How telling a stem is: near 0 for one that stands everywhere in the library, 1 for one that hardly does.
   * All stems count alike without it.
   */
  readonly rarity?: (stem: string) => number;
  /**
   * For what a machine wrote and can write again: what would be worth a look in a report that somebody signed is
   * refused where it lays a duty on another than the source does.
   */
  readonly strict?: boolean;
  /** How near a sentence comes to its sources in meaning, where that was measured: evidence, never alone. */
  readonly meaning?: (sentence: string) => SentenceMeaning | undefined;
}

/** Nearness in meaning as `MeasureNearness` gives it, the nearest part of the sources taken. */
export interface SentenceMeaning {
  /** Of the sentence as a whole. */
  readonly whole: number;
  /** Of each word that no source has as it is written, by where it begins in the sentence. */
  readonly words: ReadonlyMap<number, number>;
}
