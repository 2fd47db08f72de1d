// What the provider's own documents say of a part of a question, document by document.
import type { DocumentInfo } from "../../document.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import type { RankedStatement } from "../../score/rank-statements.ts";

/**
 * What one of them says of what is asked: something, that it is still to be filled in, or nothing; `unclear` where it
 * may say it in words that are too far from those asked with to be told from neighbours that do not.
 */
export type OwnVerdict = "says" | "blank" | "unclear" | "silent";

export interface OwnFinding {
  readonly document: DocumentInfo;
  readonly verdict: OwnVerdict;
  /** What answers, best first; none where it is silent or that is unclear. */
  readonly statements: readonly RankedStatement[];
  /** What was left to be filled in, as it is written; null where nothing was. */
  readonly blank: string | null;
  /** The heading nearest to what is asked, where it is silent or that is unclear; null where none is near. */
  readonly nearest: string | null;
  /** Passages of it that may say it and are not quoted, since they give orders; only where nothing else says it. */
  readonly withheld?: readonly Evidence[];
  /** What of it could not be read, where it says nothing: a picture under a heading, pages without text. */
  readonly unread?: readonly string[];
}

export interface OwnAnswer {
  /** Those that the question names, in its order; else those that say something, best first. */
  readonly findings: readonly OwnFinding[];
  /** The question names them: that they are silent is an answer. */
  readonly named: boolean;
  /** It asks for nothing but what stands at a place of theirs, of which the law tells nothing. */
  readonly placed?: true;
  /** Others that say something where those named are silent. */
  readonly others: readonly OwnFinding[];
  /** Files that could not be read and may say it; none where those that were read do. */
  readonly unread: readonly string[];
  /** What two of them say of one matter that differs, or is the same; null where that cannot be told. */
  readonly comparison: OwnComparison | null;
}

export interface OwnComparison {
  readonly same: boolean;
  /** The facts compared, as they are written. */
  readonly facts: readonly { readonly document: DocumentInfo; readonly words: string }[];
}

/** Whether they answer it in their own words, or by what they leave blank. */
export function answersByOwn(own: OwnAnswer | undefined): own is OwnAnswer {
  return own !== undefined && own.findings.some(({ statements }) => statements.length > 0);
}
