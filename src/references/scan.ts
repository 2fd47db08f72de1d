// What the readers of the grammar share: the text with its tokens, the documents named in it, and what a reader gives.
import type { DocumentMention, PageRange, Target } from "./reference.ts";
import type { Tokens } from "./tokens.ts";

/** A document named in the text, by the tokens that name it. */
export interface MentionSpan {
  readonly mention: DocumentMention;
  /** Token indexes, end exclusive; `from` includes a leading article. */
  readonly from: number;
  readonly to: number;
  /** A place that the name itself carries: the address inside a URL. */
  readonly address: string | null;
}

export interface Scan {
  readonly text: string;
  readonly tokens: Tokens;
  /** The mention that begins at a token. */
  readonly mentionAt: (index: number) => MentionSpan | undefined;
  /** So short a text that it is taken for a reference on its own: shapes are read more generously. */
  readonly alone: boolean;
}

/** Places read at one point of the text. */
export interface ProvisionRead {
  readonly targets: readonly Target[];
  readonly pages: PageRange | null;
  readonly bare: boolean;
  /** Index of the token after the last one read. */
  readonly next: number;
}

/** Places that a word or a document's name makes sure of, without a page. */
export function readAs(targets: readonly Target[], next: number): ProvisionRead {
  return { targets, pages: null, bare: false, next };
}
