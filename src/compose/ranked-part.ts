// A part of a question with its statements ranked: what an extractive answer is chosen from.
import type { Asked } from "../plan/asked-kind.ts";
import type { OrderedText } from "../plan/ordered-text.ts";
import type { OwnAnswer } from "./own/own-answer.ts";
import type { RankedStatement } from "../score/rank-statements.ts";

/** One part of a question with its statements, best first; none when nothing bears on it. */
export interface RankedPart {
  readonly query: string;
  readonly heading: string | null;
  readonly ranked: readonly RankedStatement[];
  /** Places and bodies that the part names and no evidence mentions. */
  readonly unmet: readonly string[];
  /** What an earlier part says it is about. */
  readonly carried?: string;
  /** The kind of thing it asks for, where there is one to look for. */
  readonly asks?: Asked;
  /** What own documents say, where the part means them. */
  readonly own?: OwnAnswer;
  /** The text that it orders to be written. */
  readonly writes?: OrderedText;
}
