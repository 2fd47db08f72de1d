// What an engine composes: claims in the order of the answer, each with the quotes it rests on.
import type { Authority } from "../document.ts";
import type { RunUsage } from "../language-model/spending.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { Finding } from "../findings/finding.ts";

/** A stretch of a passage's text, offsets in UTF-16 units, end exclusive. */
export interface Quote {
  readonly evidence: Evidence;
  readonly start: number;
  readonly end: number;
}

/**
 * One statement. `lines` are its Markdown lines without markers: the first is the statement or its lead-in, the rest
 * are the items of a list under it, as deep as their indentation.
 */
export interface DraftClaim {
  readonly authority: Authority;
  /** Statements rest on quotes; advice and sentences that only lead on need none. A statement when left out. */
  readonly kind?: "statement" | "advice" | "connective";
  /** Shown although verification refused it, and marked so. */
  readonly unverified?: boolean;
  readonly lines: readonly DraftLine[];
}

/** All claims in the order of the draft. */
export function claimsOf({ direct, sections }: Pick<Draft, "direct" | "sections">): DraftClaim[] {
  return [...direct, ...sections.flatMap(({ groups }) => groups.flatMap(({ claims }) => claims))];
}

export interface DraftLine {
  readonly text: string;
  /** 0 for the statement itself, 1 for the items under it, and so on. */
  readonly depth: number;
  readonly quotes: readonly Quote[];
}

export interface DraftGroup {
  readonly title: string;
  readonly claims: readonly DraftClaim[];
  /** What is said of the group itself, without a source: that the documents are silent. */
  readonly note?: string;
}

export interface DraftSection {
  /** Null when the question has one part. */
  readonly heading: string | null;
  readonly groups: readonly DraftGroup[];
}

export interface Draft {
  readonly question: string;
  /** The one to three statements that answer the question. */
  readonly direct: readonly DraftClaim[];
  readonly sections: readonly DraftSection[];
  /** What was asked and no document of the library answers. */
  readonly missing: readonly string[];
  /** What verification found of it while it was composed. */
  readonly findings?: readonly Finding[];
  readonly engine: DraftEngine;
  /** What a language model used for the run so far. */
  readonly usage?: RunUsage;
}

export interface DraftEngine {
  readonly name: string;
  readonly model: string | null;
  /** Name, version and digest of the prompt. */
  readonly prompt?: string;
  /** Digest of the evidence the prompt held. */
  readonly evidence?: string;
}
