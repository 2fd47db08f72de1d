// Finds the conditions, exceptions and time limits that a sentence hangs on.

export interface Condition {
  /** The clause as written: "unless the child is detained". */
  readonly text: string;
  /** A time by which: only words of time in a statement show that it knows of it. */
  readonly timed: boolean;
}

const opening =
  /\b(?:only (?:if|when|where|after|with)|if|unless|except (?:where|when|that|in|for|if)|provided that|as long as|so far as|until|by the \w+ (?:date|time|deadline)|(?<!\b(?:child|children|person|persons|people|who) (?:is|are|be) )subject to)\b[^,;.—–]*/gi;
/** Softeners that no statement need repeat, and pointers to other provisions. */
const minor =
  /^(?:if|where|when) (?:necessary|appropriate|applicable|possible|relevant|needed|required|any|reasonably practicable)\b|^subject to (?:paragraphs?|sub-?paragraphs?|regulations?|sections?|subsections?|the (?:following|provisions))\b/i;
const fewestWords = 3;

export function findConditions(text: string): Condition[] {
  return [...text.matchAll(opening)]
    .map(([clause]) => ({ text: clause.trim(), timed: /^by the/i.test(clause) }))
    .filter(({ text: clause }) => !minor.test(clause) && clause.split(/\s+/).length >= fewestWords);
}

/** Words by which a sentence shows that it knows of a condition, in whatever words. */
const conditional =
  /\b(?:if|unless|except|exceptions?|exceptional|provided that|providing that|where|when|whenever|until|subject to|conditions?|depending|depends|only|by the|within|before|after|in (?:the )?cases?|otherwise|who|whose)\b|^\W*(?:should|were|had) (?!not\b)[\w’']+/i;

export function isConditional(text: string): boolean {
  return conditional.test(text);
}

/** Words of time: dates, deadlines, lengths. */
export function speaksOfTime(text: string): boolean {
  return /\b(?:dates?|deadlines?|timescales?|within|by \d|years?|months?|weeks?|days?|hours?|time limits?)\b/i.test(
    text,
  );
}

const allowing =
  /\b(?:may(?! have\b)|can|permitted|allowed|(?:permits?|allows?) [^.;,]{2,40} to|free to|entitled to)\b/i;

/** "is only permitted for", "may only", "may … only if": allowed so and not otherwise. */
export function allowsOnly(text: string): boolean {
  return (
    allowing.test(text) &&
    /\b(?:only|solely|exclusively)\b/i.test(text) &&
    !/\bnot only\b/i.test(text)
  );
}

export function allows(text: string): boolean {
  return allowing.test(text);
}

/** A word of any limit to what is allowed. */
export function hasLimits(text: string): boolean {
  return limiting.test(text);
}

const limiting =
  /\b(?:only|solely|exclusively|just|unless|except|must|should|not|no|never|nobody|none|without|limited|restricted|purposes? (?:is|are)|sole|(?:has|have|needs?) to|before)\b/i;

/** Leave that somebody must give. */
const leave = "consents?|consented|permission|agreement|agreed|approval|authorisation";
const waiving = new RegExp(`\\bwithout (?!delay)(?:[\\w’']+ ){0,3}?(?:${leave})\\b`, "i");
const givingLeave = new RegExp(`[^;.,(—]{0,60}\\b(?:${leave})\\b`, "i");

/** "without anyone's consent", where the source speaks of that consent and not of doing without it. */
export function findWaivedLeave(
  claimed: string,
  source: string,
): { readonly claimed: string; readonly said: string } | null {
  const waived = waiving.exec(claimed);
  if (waived === null || waiving.test(source)) return null;
  const [mine] = waived;
  // "should not be entered without permission" waives nothing.
  if (/\b(?:not|no|never|nobody|cannot|only)\b|n['’]t\b/i.test(claimed.slice(0, waived.index)))
    return null;
  const said = givingLeave.exec(source)?.[0].trim();
  return said === undefined ? null : { claimed: mine, said };
}

/** At the beginning of what follows a quotation: what it was cut off before. */
const exceptionAhead =
  /^[\s,;(]*\b(?:unless|except|but (?:not|only)|other than|only (?:if|where|when)|provided that|subject to)\b/i;

/** The exception that a text goes on with, up to the end of its sentence; null when it goes on otherwise. */
export function readExceptionAhead(rest: string): string | null {
  return exceptionAhead.test(rest)
    ? (/^[^.;\n]*/
        .exec(rest)?.[0]
        .replace(/^[\s,(]+/, "")
        .trim() ?? null)
    : null;
}

export function speaksOfException(text: string): boolean {
  return /\b(?:unless|except|exceptions?|other than|only|provided|subject to|apart from|save|if|where|but)\b/i.test(
    text,
  );
}
