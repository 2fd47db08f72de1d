// The result of holding a set of requirements against own documents: a row each, what contradicts what, what is blank.
import type { Authority } from "../document.ts";
import type { Duty, Source } from "../requirements/checklist.ts";

export { type Duty, type Source } from "../requirements/checklist.ts";

/** Whether the documents do what a row asks for. */
export const verdicts = ["met", "partly", "not_found", "not_applicable"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Why a row is not met though something stands there:
 * - `heading-only`: a heading with nothing under it
 * - `blank`: the place is still to be filled in
 * - `copy-of-law`: the words of the law, and no arrangement of the home's
 * - `course-title`, `other-policy`: the matter is only the name of a course or of another document
 * - `other-person`: what somebody else does
 * - `one-limb`: some of what is asked for, or less of it
 * - `advice`: what a home could do
 * - `contradicted`: another place says otherwise
 * - `picture`: a picture stands where it should, whose words are not read
 * - `unread`: a file could not be read
 */
export const reasons = [
  "heading-only",
  "blank",
  "copy-of-law",
  "course-title",
  "other-policy",
  "other-person",
  "one-limb",
  "advice",
  "contradicted",
  "picture",
  "unread",
] as const;
export type Reason = (typeof reasons)[number];

/** A place in an own document, with its words. */
export interface Place {
  /** The file as it was given, or as it is called below the folder that was. */
  readonly file: string;
  /** The nearest heading that a reader sees above the words; null above the first. */
  readonly section: string | null;
  /** Null where the file has no pages. */
  readonly page: number | null;
  /** Verbatim, at most 40 words. */
  readonly quote: string;
}

export interface GapRow {
  /** Unique in the set, and the same from run to run. */
  readonly id: string;
  /** Short name of the document it rests on, or title of the text that the library does not hold. */
  readonly document: string;
  /** As a reader writes it, without the document: "Schedule 1 para 3(a)", "34(4)(a)", "O3a". */
  readonly locator: string;
  /** Of the document; null where it has none or is not in the library. */
  readonly page: number | null;
  /** Null for what the library does not hold. */
  readonly authority: Authority | null;
  /** Given where the text is not in the library: the requirement is then charm's paraphrase or the user's words. */
  readonly source: Source | null;
  readonly duty: Duty;
  /** Verbatim from the library; else see `source`. */
  readonly requirement: string;
  /** The one duty of several in that provision, in charm's words; null for texts that the user gave. */
  readonly asks: string | null;
  readonly verdict: Verdict;
  /** When it applies; null for always. */
  readonly condition: string | null;
  /** Null for `met`, and for `not_found` where nothing stands there. */
  readonly why: Reason | null;
  /** Met and partly have at least one. */
  readonly evidence: readonly Place[];
  /** What comes near and is no evidence. */
  readonly near: readonly Place[];
  /** What the documents do not say, in words; null where nothing is missing. */
  readonly missing: string | null;
  /** 0 to 1: how likely the verdict is right, as measured on development rows. */
  readonly confidence: number;
  /** 0 to 1: how likely the first of the evidence speaks of the matter; null where there is none. */
  readonly placed: number | null;
  /** What could not be read and may hold it: "policy.docx: a picture under “Procedure”". */
  readonly unread: readonly string[];
  /** Indexes of the `conflicts` on the matter of this row. */
  readonly conflicts: readonly number[];
}

/** One side of a contradiction. */
export interface ConflictSide extends Place {
  /** What it says, as it is compared: "11 to 18 years", "every 4 weeks", "cameras". */
  readonly says: string;
}

/** The same thing told differently in two places of one home's documents, or by sources of a set. */
export interface Conflict {
  /**
   * What is told: `ages`, `capacity`, `supervision`, `time-limit`, `devices`, `addressee`, `name`, `sources` (of the
   * texts that a set rests on), or another word of the same make
   */
  readonly kind: string;
  /** Of whom or what, within its kind: "registered manager" of a `name`; null where the sides name it each in its way. */
  readonly key: string | null;
  /** In words: "How often the manager supervises staff". */
  readonly about: string;
  /** At least two, in the order of the files' names; a side of home.yaml has no page, one of `sources` no section. */
  readonly sides: readonly ConflictSide[];
}

/** A place that was left to be filled in. */
export interface BlankPlace extends Place {
  /** What stands there: "TBC". */
  readonly blank: string;
}

/** What was found in one document. */
export interface DocumentCount {
  readonly file: string;
  readonly title: string | null;
  /** Number of rows for which it gives evidence, by verdict. */
  readonly met: number;
  readonly partly: number;
  readonly blanks: number;
  /** Number of contradictions that it takes part in. */
  readonly conflicts: number;
  /** What of it could not be read, a line each; the whole file where it could not be opened. */
  readonly problems: readonly string[];
}

export interface GapSummary {
  readonly set: string;
  readonly title: string;
  /** Nobody is bound to any row. */
  readonly voluntary: boolean;
  /** Of all rows that may be a gap: `not-home` and `self-assessment` are not counted. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly byDuty: Readonly<Record<Duty, Readonly<Record<Verdict, number>>>>;
  /** In the order of their names. */
  readonly documents: readonly DocumentCount[];
  readonly blanks: number;
  readonly conflicts: number;
  /** A must is partly met or not found: exit code 3. */
  readonly gaps: boolean;
}

/** Rows in the order of the set; the rest in the order of the files' names and of their text. */
export interface GapMatrix {
  readonly rows: readonly GapRow[];
  readonly conflicts: readonly Conflict[];
  readonly blanks: readonly BlankPlace[];
  readonly summary: GapSummary;
}
