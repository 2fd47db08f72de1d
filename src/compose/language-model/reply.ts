// What a model's reply holds, whichever protocol it was written in.

/** A key as written, and the words said to stand in its piece; empty when none were given. */
export interface ReplySource {
  readonly key: string;
  readonly quote: string;
}

export interface ReplyItem {
  /** 0 for the direct answer, then the number of the question's part. */
  readonly part: number;
  readonly kind: "requirement" | "advice" | "heading" | "link";
  /** One line, without keys. */
  readonly text: string;
  readonly sources: readonly ReplySource[];
}

export interface Reply {
  readonly items: readonly ReplyItem[];
  /** Each the end of "The documents do not say …". */
  readonly missing: readonly string[];
}

/** A statement written again; an empty text leaves it out. */
export interface Revision {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly ReplySource[];
}
