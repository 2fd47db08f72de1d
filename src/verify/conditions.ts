// Finds the conditions, exceptions and time limits that a sentence hangs on.

export interface Condition {
  /** The clause as written: "unless the child is detained". */
  readonly text: string;
  readonly start: number;
  /** A time by which: only words of time in a statement show that it knows of it. */
  readonly timed: boolean;
}

const opening =
  /\b(?:only (?:if|when|where|after|with)|if|unless|except (?:where|when|that|in|for|if)|provided that|as long as|so far as|until|by the \w+ (?:date|time|deadline)|subject to)\b[^,;.—–]*/gi;
/** Softeners that no statement need repeat, and pointers to other provisions. */
const minor =
  /^(?:if|where|when) (?:necessary|appropriate|applicable|possible|relevant|needed|required|any)\b|^subject to (?:paragraphs?|sub-?paragraphs?|regulations?|sections?|subsections?|the (?:following|provisions))\b/i;
const fewestWords = 3;

export function findConditions(text: string): Condition[] {
  return [...text.matchAll(opening)]
    .map((match) => ({
      text: match[0].trim(),
      start: match.index,
      timed: /^by the/i.test(match[0]),
    }))
    .filter(({ text: clause }) => !minor.test(clause) && clause.split(/\s+/).length >= fewestWords);
}

/** Words by which a sentence shows that it knows of a condition, in whatever words. */
const conditional =
  /\b(?:if|unless|except|exceptions?|exceptional|provided that|providing that|where|when|whenever|until|subject to|conditions?|depending|depends|only|by the|within|before|after|in (?:the )?cases?|otherwise|who|whose)\b/i;

export function isConditional(text: string): boolean {
  return conditional.test(text);
}

/** Words of time: dates, deadlines, lengths. */
export function speaksOfTime(text: string): boolean {
  return /\b(?:dates?|deadlines?|timescales?|within|by \d|years?|months?|weeks?|days?|hours?|time limits?)\b/i.test(
    text,
  );
}
