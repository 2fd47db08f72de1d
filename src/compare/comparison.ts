// Two editions compared: what each is, what changed, and what rests on what changed. The JSON of `charm diff`.
import type { DocumentInfo, Problem } from "../document.ts";
import { changeKinds, markKinds, type Change, type ChangeKind, type MarkKind } from "./change.ts";

/** A version alone tells no edition: two uploads may share a name. These are told apart by digest and date. */
export interface ComparedEdition extends Pick<
  DocumentInfo,
  "file" | "title" | "short" | "version" | "date" | "authority" | "field" | "sha256" | "pages"
> {
  /** ISO date on which the file says it was made; null where it does not say. */
  readonly made: string | null;
  /** What of it was not read. */
  readonly problems: readonly Problem[];
}

/** A text that cites what changed. */
export interface TouchedText {
  readonly file: string;
  /** Its citations, in the order of the text, each once. */
  readonly citations: readonly TouchedCitation[];
}

export interface TouchedCitation {
  /** As written. */
  readonly reference: string;
  /** Line of a text file, heading and page of others; null where there is none. */
  readonly line: number | null;
  readonly section: string | null;
  readonly page: number | null;
  /** Positions in `changes`, from 0. */
  readonly changes: readonly number[];
}

/** A row of a set of requirements that charm comes with. */
export interface TouchedRow {
  readonly set: string;
  readonly row: string;
  readonly place: string;
  readonly changes: readonly number[];
}

export interface Touched {
  readonly reports: readonly TouchedText[];
  readonly documents: readonly TouchedText[];
  readonly rows: readonly TouchedRow[];
  /** Files that were looked through, and those that could not be read. */
  readonly looked: number;
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

export interface ChangeSummary {
  readonly kinds: Readonly<Record<ChangeKind, number>>;
  /** Of how many changes some mark is of this kind. */
  readonly marks: Readonly<Record<MarkKind, number>>;
}

export interface Comparison {
  readonly old: ComparedEdition;
  readonly new: ComparedEdition;
  /** In the order of the newer edition. */
  readonly changes: readonly Change[];
  readonly summary: ChangeSummary;
  readonly touched: Touched;
}

export function summariseChanges(changes: readonly Change[]): ChangeSummary {
  const count = <K extends string>(keys: readonly K[], has: (change: Change, key: K) => boolean) =>
    Object.fromEntries(
      keys.map((key) => [key, changes.filter((change) => has(change, key)).length]),
    ) as Record<K, number>;
  return {
    kinds: count(changeKinds, ({ kind }, key) => kind === key),
    marks: count(markKinds, ({ marks }, key) => marks.some(({ kind }) => kind === key)),
  };
}
