// A result of verification: what is wrong where, in a form that programs and people can both read.
import {
  describeFinding,
  findingTemplates,
  type FindingArgs,
  type FindingCode,
  type Severity,
} from "./codes.ts";

/** A change of words on one line. */
export interface Fix {
  readonly from: string;
  readonly to: string;
}

/** Where in the library a finding is about. */
export interface FindingPlace {
  readonly file: string;
  /** As a reader would write it; null for a page or a whole file. */
  readonly locator: string | null;
  readonly page: number | null;
}

export interface Finding<Code extends FindingCode = FindingCode> {
  /** Stable machine name; docs/findings.md lists all. */
  readonly code: Code;
  readonly severity: Severity;
  /** What the message is made of. */
  readonly args: FindingArgs<Code>;
  readonly message: string;
  /** Line of the checked file, from 1; absent for an answer that is not a file. */
  readonly line?: number;
  /** The nearest heading of the checked file, where it has no lines; null above the first. */
  readonly section?: string | null;
  /** Its page, where it has no lines; null where it has no pages. */
  readonly page?: number | null;
  /** Text of the paragraph or row it is on, in a file without lines. */
  readonly within?: string;
  /** The reference or quote concerned, as written. */
  readonly reference?: string;
  /** The text it was held against, where that is one place. */
  readonly place?: FindingPlace;
  /** What is certain to mend it on its line; absent when only a person can. */
  readonly fix?: Fix;
  /** The answer says it itself, so that its reader need not be told beside it. */
  readonly said?: true;
  /** What became of the statement that it is about, when that is left out or shown with a mark. */
  readonly statement?: WithheldStatement;
}

export interface WithheldStatement {
  readonly text: string;
  readonly fate: "left-out" | "unverified" | "doubted";
}

/** What is undefined is left out of the finding. */
export type FindingOptions = {
  readonly [Name in "severity" | "line" | "reference" | "place" | "fix" | "said"]?:
    | Finding[Name]
    | undefined;
};

/** A finding of the usual severity of its code, unless another is given. */
export function makeFinding<Code extends FindingCode>(
  code: Code,
  args: FindingArgs<Code>,
  options: FindingOptions = {},
): Finding {
  const { severity } = findingTemplates[code];
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const message = describeFinding(code, args);
  return { code, severity, message, ...Object.fromEntries(given), args };
}

const fates = {
  "left-out": "Left out",
  unverified: "Shown as unverified",
  doubted: "Shown to be checked",
} as const;

/** The finding as one on a statement that is left out, or shown with a mark. */
export function tellWithheld(finding: Finding, statement: WithheldStatement): Finding {
  const { fate, text } = statement;
  // What is left out can mislead nobody; what is shown with a mark still can.
  const mild = fate === "left-out" && finding.severity === "error";
  const severity = mild ? "warning" : finding.severity;
  return {
    ...finding,
    severity,
    statement,
    message: `${fates[fate]}: “${text}” ${finding.message}`,
  };
}
