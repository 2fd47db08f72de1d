// What a model's reply holds, whichever protocol it was written in.

/** A key as written, and the words said to stand in its piece; empty when none were given. */
export interface ReplySource {
  readonly key: string;
  readonly quote: string;
}

/**
 * - `requirement`: what a document says, requires, expects or plans
 * - `advice`: a suggestion of the model's own
 * - `draft`: text of its own for the user to paste
 * - `question`, `scenario`: to ask, or to talk over
 * - `heading`, `link`: a title; a sentence that only leads on
 * - `list`: leads into points, which stand deeper; `table`: names columns, the `row`s stand deeper
 */
export const itemKinds = [
  "requirement",
  "advice",
  "draft",
  "question",
  "scenario",
  "heading",
  "link",
  "list",
  "table",
  "row",
] as const;

export type ItemKind = (typeof itemKinds)[number];

export interface ReplyItem {
  /** 0 for the direct answer, then the number of the question's part. */
  readonly part: number;
  readonly kind: ItemKind;
  /** How deep it stands under what is before it; 0 when left out. */
  readonly level?: number;
  /** What it is about, in bold before it; none when left out. */
  readonly lead?: string;
  /** One line, without keys. */
  readonly text: string;
  readonly sources: readonly ReplySource[];
}

export interface Reply {
  readonly items: readonly ReplyItem[];
  /** Each the end of "The passages shown to the model do not say …". */
  readonly missing: readonly string[];
}

/** A statement written again; an empty text leaves it out. */
export interface Revision {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly ReplySource[];
}
