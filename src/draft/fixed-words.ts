// What charm itself says in answers: the titles of what is missing and of what to read on, how much was left out, and
// that nothing was found.
import type { LeftOut } from "./draft.ts";

/** Over places that are named beyond those quoted. */
export const furtherTitle = "See also";

/** Over what was asked and no document answers. */
export const missingTitle = "Not found in the corpus";

/** Over texts of a language model's own that a reader may paste. */
export const draftTitle = "Draft text, to be checked and completed";

/** "Left out for length: 5 statements and 1 place to read on." */
export function tellLeftOut({ statements, places }: LeftOut): string {
  const parts = [
    ...(statements === 0 ? [] : [`${statements} ${statements === 1 ? "statement" : "statements"}`]),
    ...(places === 0 ? [] : [`${places} ${places === 1 ? "place" : "places"} to read on`]),
  ];
  return `Left out for length: ${parts.join(" and ")}.`;
}

/** Why a question is declined of which nothing else is said to be missing. */
export function sayNothingFound(question: string): string {
  return `${question.replace(/[.?!\s]+$/, "")}: nothing was found that could be quoted in answer to this.`;
}
