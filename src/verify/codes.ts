// Every finding that verification can give: its usual severity and its wording. docs/findings.md explains each.
import type { Finding, Fix, Severity } from "./finding.ts";

interface Template {
  /** Usual severity; a rule may give a milder one where it cannot be sure. */
  readonly severity: Severity;
  /** `{name}` is filled in from the arguments. */
  readonly message: string;
}

export const findingTemplates = {
  "quote-not-on-page": {
    severity: "error",
    message: "The words quoted do not stand in {place}{nearest}.",
  },
  "quote-hides-words": {
    severity: "error",
    message: "The quotation from {place} leaves out words that change what it says: “{hidden}”.",
  },
  "page-paragraph-mismatch": { severity: "error", message: "{message}" },
  "reference-missing": { severity: "error", message: "{message}" },
  "reference-ambiguous": { severity: "warning", message: "{message}" },
  "reference-external": { severity: "note", message: "{message}" },
  "reference-unsupported": { severity: "error", message: "{message}" },
  "statement-uncited": { severity: "error", message: "{message}" },
  "marker-unknown": { severity: "error", message: "{marker} stands for no source of the list." },
  "must-for-should": {
    severity: "error",
    message: "The statement says “{claimed}” where {place} says {said}.",
  },
  "should-for-must": {
    severity: "error",
    message: "The statement says “{claimed}” where {place} says {said}.",
  },
  "wrong-duty-holder": { severity: "error", message: "{message}" },
  "number-not-in-source": { severity: "error", message: "{message}" },
  "limit-changed": {
    severity: "error",
    message: "The statement makes “{claimed}” of a limit that {place} gives as “{said}”.",
  },
  "negation-changed": { severity: "error", message: "{message}" },
  "wording-changed": {
    severity: "error",
    message: "The statement follows {place} word for word but has “{claimed}” for “{said}”.",
  },
  "list-changed": {
    severity: "error",
    message: "The statement joins with “{claimed}” what {place} joins with “{said}”.",
  },
  "opposite-said": {
    severity: "error",
    message: "The statement says “{claimed}” where {place} says “{said}”.",
  },
  "condition-dropped": {
    severity: "warning",
    message:
      "{place} makes this depend on a condition that the statement leaves out: “{condition}”.",
  },
  "own-document-as-authority": { severity: "error", message: "{message}" },
  "weak-authority": {
    severity: "error",
    message: "{document} binds nobody ({authority}), yet the statement says what must be done.",
  },
  "guidance-as-law": {
    severity: "warning",
    message: "The statement calls this law, but {place} is guidance.",
  },
  "untrusted-source": {
    severity: "error",
    message: "{document} is not trusted, and nothing may rest on it.",
  },
  "expired-text-cited": { severity: "error", message: "{message}" },
  "document-not-in-library": {
    severity: "error",
    message: "{document} is not in the library, so nothing that rests on it can be checked.",
  },
  "repeated-source": {
    severity: "warning",
    message: "{place} is listed already on line {first}.",
  },
  "source-unused": { severity: "note", message: "{place} is listed but never cited." },
  "required-called-optional": {
    severity: "error",
    message: "This is put outside what guidance asks for, but {place} is about it: “{title}”.",
  },
  "source-disclaimed": {
    severity: "warning",
    message: "The report says that it was written without the text it goes by: “{said}”.",
  },
} as const satisfies Readonly<Record<string, Template>>;

export type FindingCode = keyof typeof findingTemplates;

export interface FindingOptions {
  readonly severity?: Severity;
  readonly line?: number;
  readonly reference?: string;
  readonly fix?: Fix;
}

/** A finding with its message made from the code's template. */
export function makeFinding(
  code: FindingCode,
  args: Readonly<Record<string, string>>,
  options: FindingOptions = {},
): Finding {
  const { severity, message } = findingTemplates[code];
  const { line, reference, fix } = options;
  return {
    code,
    severity: options.severity ?? severity,
    message: message.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => args[name] ?? ""),
    ...(line === undefined ? {} : { line }),
    ...(reference === undefined ? {} : { reference }),
    ...(fix === undefined ? {} : { fix }),
  };
}
