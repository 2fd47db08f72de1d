// A result of verification: what is wrong where, in a form that programs and people can both read.

export type Severity = "error" | "warning" | "note";

/** A change of words on one line. */
export interface Fix {
  readonly from: string;
  readonly to: string;
}

export interface Finding {
  /** Stable machine name, such as `quote-not-on-page`; all are listed in docs/findings.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Line of the checked file, from 1; absent for an answer that is not a file. */
  readonly line?: number;
  /** The reference or quote concerned, as written. */
  readonly reference?: string;
  /** What is certain to mend it on its line; absent when only a person can. */
  readonly fix?: Fix;
}
