// Takes a part of a question with what is printed of it; tells whether the thing that it asks for is among that, and says
// so where it is not.
import type { Asked } from "../plan/asked-kind.ts";
import type { RankedStatement } from "../score/rank-statements.ts";

/** A part that asks for a thing of a kind, if it does. */
interface AskingPart {
  readonly heading: string | null;
  readonly asks?: Asked;
}

/** Whether it asks for a thing that none of the statements printed holds. */
export function isNotGiven(
  { asks }: Pick<AskingPart, "asks">,
  printed: readonly RankedStatement[],
): boolean {
  return asks !== undefined && !printed.some(({ holds }) => holds);
}

/** "How wide must a door be: the documents do not say how wide." */
export function sayNotGiven(
  { heading, asks }: Pick<AskingPart, "heading" | "asks">,
  question: string,
): string {
  const asked = (heading ?? question).replace(/[.?!]+$/, "");
  const words = asks?.words ?? "this";
  return /^what\b/.test(words)
    ? `${asked}: the documents do not give it.`
    : `${asked}: the documents do not say ${words}.`;
}
