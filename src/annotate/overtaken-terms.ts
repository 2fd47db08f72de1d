// Bodies, plans and practices that guidance still names although newer law or guidance has put others in their place:
// the rows of field/replaced.json that say how such guidance is known.
import { replaced } from "../field/replaced.ts";

export interface OvertakenTerm {
  /** As a reader would call it. */
  readonly name: string;
  /** Finds it in a text. */
  readonly words: RegExp;
  /** What is there now, what a sentence matches that tells of it, and what to search for to find such a sentence. */
  readonly now: string;
  readonly telling: RegExp;
  readonly query: string;
  /** ISO date of the change; what is of that date or later is taken to know of it. */
  readonly since: string;
}

export const overtakenTerms: readonly OvertakenTerm[] = replaced.flatMap(
  ({ guidance, pattern, since }) => {
    if (guidance === undefined) return [];
    const { name, now, query, also } = guidance;
    const words = new RegExp(
      [pattern.source, ...(also === undefined ? [] : [also])].join("|"),
      "u",
    );
    return [{ name, words, now, telling: new RegExp(guidance.telling, "is"), query, since }];
  },
);
