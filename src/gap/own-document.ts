// What is held against requirements: the units of a document, and what must be known of each before it may prove anything.
import type { Policy } from "../check/policy/policy.ts";
import type { Problem } from "../document.ts";
import type { EmptyHeading, OwnUnit } from "./own-unit.ts";
import type { Flaw } from "./find-flaw.ts";
import type { BlankPlace } from "./matrix.ts";

/** A unit with what keeps it from meeting a requirement; null for nothing. */
export interface JudgedUnit extends OwnUnit {
  readonly flaw: Flaw | null;
}

export interface OwnDocument {
  readonly file: string;
  readonly policy: Policy;
  readonly units: readonly JudgedUnit[];
  readonly emptyHeadings: readonly EmptyHeading[];
  readonly blanks: readonly BlankPlace[];
  readonly problems: readonly Problem[];
  /** It is a draft that charm made. */
  readonly isDraft: boolean;
}

/** A file that could not be read, and why. */
export interface UnreadFile {
  readonly file: string;
  readonly why: string;
}
