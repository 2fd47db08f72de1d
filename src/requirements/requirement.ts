// A row of a checklist with what the library says of its place: what documents are held against.
import type { Authority } from "../document.ts";
import type { ChecklistRow, Duty } from "./checklist.ts";

export interface Requirement {
  readonly row: ChecklistRow;
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
