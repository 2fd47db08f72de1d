// A report as it was read: questions, statements with what they cite, and the lists of sources, all with line numbers.
import type { StatementKind } from "../verify/statement.ts";

/** A line of a list of sources, or a footnote that names one. */
export interface ListedSource {
  readonly line: number;
  /** What stands for it in the text: `1`, `^2`; null when nothing does. */
  readonly marker: string | null;
  /** The whole line as plain text. */
  readonly written: string;
  /** File name when it gives one. */
  readonly file: string | null;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** The printed number, where the line gives it beside the sheet's. */
  readonly pageLabel?: string;
  /** The page as written: `Page: 53`. */
  readonly pageWords: string | null;
  /** Heading inside a file without pages: `Section: …`. */
  readonly section: string | null;
  /** What stands behind file and page: "(paragraphs 10.12, 10.13)". */
  readonly places: string;
  /** Heading of the group it stands in: `Your own documents`. */
  readonly group: string | null;
}

export interface ReportStatement {
  readonly line: number;
  /** Plain text, markers taken out. */
  readonly text: string;
  readonly kind: StatementKind;
  /** Bold label in front of it, or the sentence that leads into its list; null without either. */
  readonly lead: string | null;
  /** Its bold label alone. */
  readonly label: string | null;
  /** Markers it carries; those of its paragraph when it has none of its own, then those of what it hangs from. */
  readonly markers: readonly string[];
  /** Texts around it whose references count as its citations when it has none of its own, nearest first. */
  readonly context: readonly string[];
  /** Headings it stands under, outermost first. */
  readonly headings: readonly string[];
}

export interface ReportPart {
  readonly question: string | null;
  readonly line: number;
  readonly statements: readonly ReportStatement[];
  readonly sources: readonly ListedSource[];
  /** Lines that show that something is left out there, in order. */
  readonly gaps: readonly number[];
}

/** A report has one part for each question, or one in all. */
export interface Report {
  readonly parts: readonly ReportPart[];
}
