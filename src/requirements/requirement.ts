// A row of a checklist with what the library says of its place: what documents are held against.
import type { Authority } from "../document.ts";
import type { ChecklistRow, Duty } from "./checklist.ts";

/** Words of a document with where they stand. */
export interface QuotedPlace {
  readonly documentId: string;
  readonly locator: string | null;
  readonly address: string;
  /** Pages that the words stand on; null in formats without pages. */
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** Verbatim. */
  readonly text: string;
}

export interface Requirement {
  readonly row: ChecklistRow;
  /** Its words in the library; null for a text that is not in it. */
  readonly quoted: QuotedPlace | null;
  /** The words of the provisions that it hangs from, outermost first. */
  readonly leads: readonly QuotedPlace[];
  /** Short name of the document, or title of a text that is not in the library. */
  readonly document: string;
  readonly locator: string;
  readonly page: number | null;
  readonly authority: Authority | null;
  readonly duty: Duty;
  /** Verbatim from the library; else the set's own words. */
  readonly text: string;
  /** The same with the words that lead into it: what it is looked for by. */
  readonly led: string;
  /** What is asked for, in the words of the set where it has any. */
  readonly asks: string;
}
