// Takes a question and the one before it in a session; gives the whole question that is meant, where the first does not
// stand by itself.
import { contentStemList } from "../text/content-stems.ts";
import { leansOnEarlier } from "./carry-subject.ts";
import { askingWords, auxiliaries } from "./split-joined.ts";

/**
 * "and who gets the report?" after "How often must the independent person visit?" → "How often must the independent person
 * visit, and who gets the report?": both are asked, since what the second means is in the first.
 * @param before the whole question that came before
 * @returns null where the question stands by itself, or that cannot be told
 */
export function resolveFollowUp(question: string, before: string): string | null {
  const bare = question.trim().replace(/[.?!\s]+$/, "");
  const rest = bare.replace(joining, "");
  if (rest === "" || !isFollowUp(rest, rest !== bare)) return null;
  const first = before.trim().replace(/[.?!\s]+$/, "");
  const goesOn = rest.charAt(0).toLowerCase() + rest.slice(1);
  // "even at night" narrows what was asked, and is no second thing.
  const narrows = conditional.test(rest) || (narrowing.test(rest) && !/^and\b/i.test(bare));
  return `${first}, ${narrows ? "" : "and "}${/^\p{Lu}\p{Lu}/u.test(rest) ? rest : goesOn}?`;
}

/** Words by which one goes on from what was said; they may stand before a question of its own too. */
const joining = /^(?:(?:and|but|so|or|then|ok|okay)\b[\s,]*)+/i;
/** Beginnings that never begin a question of its own. */
const going = /^(?:what|how)\s+(?:if|about)\b|^(?:even|not even|only|just|except)\b/i;
/** Beginnings of a condition or circumstance, which are all of a question only where another follows a comma. */
const narrowing =
  /^(?:even|not even|only|just|except|if|when|unless|without|for|in|at|on|by|with|during|after|before)\b(?!\s+(?:how|what|when|whom|which)\b)/i;
const conditional = /^(?:even|not even|only|just|except|if|when|unless|without)\b/i;
const asks = new RegExp(`^(?:\\w+\\s+)?(?:${askingWords}|how)\\b|^(?:${auxiliaries})\\b`, "i");
const asksLater = new RegExp(`,\\s*(?:\\w+\\s+)?(?:${askingWords}|how|${auxiliaries})\\b`, "i");

function isFollowUp(rest: string, isJoined: boolean): boolean {
  if (going.test(rest)) return true;
  // A story has its own people.
  if (/[.?!]\s/.test(rest)) return false;
  if (narrowing.test(rest) && !asks.test(rest)) return !asksLater.test(rest);
  if (isJoined && !asks.test(rest)) return true;
  if (standsForEarlier(rest)) return true;
  const own = contentStemList(rest).length;
  if (own >= fewestOwn || defining.test(rest)) return false;
  return leansOnEarlier(rest) && (own <= 1 || isJoined || pronoun.test(rest));
}

/** Words of its own that make a question of its own. */
const fewestOwn = 3;
/** "What is a placement plan?" */
const defining =
  /^(?:what|who)\s+(?:is|are|does|do)\s+(?!it\b|they\b|that\b|those\b|this\b|these\b)/i;
const pronoun = /\b(?:it|they|them|he|she|him|her|that|those|these|this|one)\b/i;

/** A pronoun before anything that it could stand for: "Do they need a licence check?" */
function standsForEarlier(rest: string): boolean {
  const found =
    /\b(?:it|they|them|he|she|(?:of|about|with|for|in)\s+(?:it|them|that|those|these|this))\b/i.exec(
      rest,
    );
  if (found === null || contentStemList(rest.slice(0, found.index)).length > 0) return false;
  // "Is it allowed to …": it stands for nothing.
  return !/\b(?:is|was|be)\s+it\s+(?:\w+\s+)?\w+\s+(?:to|that)\b/i.test(rest);
}
