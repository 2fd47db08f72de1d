// What differs between two editions of a document: typed changes, each with the places and words it concerns.
import type { PageKind } from "../document.ts";
import type { NamedPlace } from "../place/name-place.ts";
import type { Force } from "../verify/modality.ts";

/** In the order in which they are counted. */
export const changeKinds = ["reworded", "added", "removed", "renumbered", "moved"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * - `force`: demanded, advised, allowed or forbidden otherwise than before
 * - `number`, `time`: another figure, date or amount; another time limit
 * - `who`: somebody else is named
 * - `reference`: another place is referred to
 */
export const markKinds = ["force", "time", "number", "who", "reference"] as const;
export type MarkKind = (typeof markKinds)[number];

/** What makes a change of words one of substance, with the words of either edition; null where one has none. */
export interface ChangeMark {
  readonly kind: MarkKind;
  readonly old: string | null;
  readonly new: string | null;
}

/** Where something stands in one edition. */
export interface ChangedPlace extends NamedPlace, PageKind {
  /** Titles of the headings it stands under, outermost first, its own included. */
  readonly trail: readonly string[];
  readonly page: number | null;
}

/** Words that stand in the place of others; either may be empty. */
export interface WordChange {
  readonly old: string;
  readonly new: string;
  /** UTF-16 offsets of these words in the texts of the change. */
  readonly at: { readonly old: number; readonly new: number };
}

/** What stands in a row of paragraphs or items that go by other numbers. */
export interface Shift {
  readonly old: string;
  readonly new: string;
}

export interface Change {
  readonly kind: ChangeKind;
  readonly old: ChangedPlace | null;
  readonly new: ChangedPlace | null;
  /** Text of either edition, as its file has it, a line a paragraph; of a reworded text the paragraph or item alone. */
  readonly oldText: string | null;
  readonly newText: string | null;
  /** Of a reworded text. */
  readonly words: readonly WordChange[];
  readonly marks: readonly ChangeMark[];
  /** The strongest word of duty in what was added or removed; null without any, and for other kinds. */
  readonly force: Force | null;
  /** Neighbours that are numbered on because of it, each with its number in either edition. */
  readonly shifts: readonly Shift[];
}
