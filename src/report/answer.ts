// An answer as other programs take it: the JSON contract of `charm ask`, and what the Markdown report is made from.
import type { DraftEngine } from "../compose/draft.ts";
import type { Authority } from "../document.ts";
import type { RunUsage } from "../language-model/spending.ts";
import type { Finding } from "../findings/finding.ts";

export type AnswerStatus = "answered" | "partial" | "declined";

export interface AnswerClaim {
  /** A sentence of the answer, without its markers. */
  readonly text: string;
  readonly authority: Authority;
  /** Numbers of the sources it rests on. */
  readonly citations: readonly number[];
}

/** One page of one file (or one section of a file without pages), listed once however often it is cited. */
export interface AnswerSource {
  readonly n: number;
  readonly file: string;
  readonly title: string;
  readonly short: string;
  readonly version: string | null;
  readonly date: string | null;
  readonly sha256: string;
  readonly authority: Authority;
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** Innermost heading, for files without pages. */
  readonly section: string | null;
  readonly locators: readonly string[];
  /** Verbatim, as they stand on the page. */
  readonly quotes: readonly string[];
}

export interface Answer {
  readonly question: string;
  readonly status: AnswerStatus;
  /** Markdown of the RESPONSE part, with `[n]` markers. */
  readonly answer: string;
  readonly claims: readonly AnswerClaim[];
  readonly sources: readonly AnswerSource[];
  /** What was asked and the corpus does not hold. */
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
  readonly engine: DraftEngine;
  /** What a language model used for the run so far. */
  readonly usage?: RunUsage;
  readonly library: { readonly fingerprint: string; readonly documents: number };
}
