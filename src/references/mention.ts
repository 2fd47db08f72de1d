// What the library keeps of a reference in one of its passages: which words, to which place, and what they are about.

/**
 * - `list-in`: law leaves a list to a Schedule: "the matters listed in Schedule 1"
 * - `refers`: all else
 */
export type MentionKind = "refers" | "list-in";

/** A place of the library that is spoken of. */
export interface MentionedPlace {
  readonly documentId: string;
  readonly address: string;
  readonly ordinal: number;
}

/** Words of a passage that speak of a place; a list or a range is as many mentions. */
export interface Mention {
  readonly documentId: string;
  /** Id of the passage. */
  readonly passage: string;
  /** UTF-16 offset of the words in its text. */
  readonly start: number;
  /** On one line, and no longer than can be printed beside a place. */
  readonly surface: string;
  /** Ordinal of the provision that the words are of, with its locator and page. */
  readonly provision: number;
  readonly locator: string | null;
  readonly page: number | null;
  /** The nearest heading. */
  readonly section: string | null;
  readonly to: MentionedPlace;
  readonly kind: MentionKind;
  /** False where other documents may be meant as well. */
  readonly sure: boolean;
  /** How many places it is one of; a range of many ("regulations 4 to 14") speaks of none of them. */
  readonly among: number;
}

/** Whether it is about its place, and not about a whole stretch of the document. */
export function isPointed({ among }: Pick<Mention, "among">): boolean {
  return among <= mostPointed;
}

const mostPointed = 4;
