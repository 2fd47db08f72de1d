// Takes a sentence of a statement or of a source; gives what it says by its parts: what is done and how it binds, for
// whom it holds, what limits it, and on what it hangs.
import { contentStems, isEmptyWord, readWords } from "../text/word-stems.ts";
import { findConditions } from "./conditions.ts";
import { findActors, type Actor } from "./duty-holders.ts";
import { readModals, type Modal } from "./modality.ts";
import { blankOut } from "./quotes.ts";

/** Something that must, should or may be done. */
export interface Deed {
  readonly modal: Modal;
  /** Stem of the verb; null when the words behind the modal have none that tells. */
  readonly verb: string | null;
  /** Told of something else, not said outright: "the measures that staff may use", "if the child may leave". */
  readonly aside: boolean;
}

export interface Clause {
  readonly deeds: readonly Deed[];
  /** It says that it holds for all of a kind: "every incident". */
  readonly universal: boolean;
  /** It says that it holds whatever the case: "in every case", "always". */
  readonly regardless: boolean;
  /** A word by which it holds for nothing else, with the words behind it: "only permanent employees". */
  readonly limit: string | null;
  /** It says itself when it holds or does not. */
  readonly conditional: boolean;
  /** What it hangs on, each as written. */
  readonly restrictions: readonly Restriction[];
}

export interface Restriction {
  readonly text: string;
  /** Stems of its own words, without those who act and without words of judging. */
  readonly stems: ReadonlySet<string>;
  /** It is for somebody to judge whether it holds: "which the registered person considers to be serious". */
  readonly judged: boolean;
  /** It stands before all that it holds for. */
  readonly fronted: boolean;
  /** It tells of which of a kind the talk is: "restraint that is planned". */
  readonly telling: boolean;
  /** Somebody must ask for it. */
  readonly asked: boolean;
  /** It leaves something to few cases: "in exceptional circumstances". */
  readonly rare: boolean;
  /** Those for whom alone it holds: it stands between commas before their name. Empty when it holds for all. */
  readonly only: readonly Actor[];
}

export function readClause(text: string): Clause {
  return {
    deeds: readDeeds(text),
    universal: universal.test(text),
    regardless: regardless.test(text),
    limit: /\bnot only\b/i.test(text) ? null : (limiting.exec(text)?.[0] ?? null),
    conditional: conditional.test(text),
    restrictions: readRestrictions(text),
  };
}

const universal =
  /\b(?:every|all|any)\b(?! (?:other|second|third|two|three|four|six|twelve|\d+|hour|day|week|fortnight|month|quarter|year|time|evening|morning|night|reasonable times?|times?)\b)/i;
const regardless =
  /\b(?:in (?:every|each|any|all) (?:cases?|instances?|circumstances?)|every time|whatever the (?:case|reason|circumstances)|without exception|always|never|at all times|under no circumstances|regardless|at any rate|no exceptions?)\b/i;
const limiting = /\b(?:only|solely|exclusively|nothing but)\b(?: [\w’'-]+){0,6}/i;
const conditional =
  /\b(?:if|unless|except|provided(?! for\b)|as long as|so long as|where|when|once|subject to|conditions?|requirements?|circumstances|depending|in case)\b|^\W*(?:should|were|had) (?!not\b)[\w’']+/i;
const asks = /\b(?:up)?on (?:its |their |his |her )?request\b|\bat [\w’']+ request\b/gi;
const rare =
  /\b(?:in|under) (?:exceptional|rare|certain|some|limited|specific|particular) (?:circumstances|cases|situations)\b|\bexceptionally\b/gi;
const judging =
  /\b(?:which|that|whom?|if|where|as)\s+(?:the |its |their )?(?:[\w’']+ ){1,3}?(?:considers?|thinks?|believes?|regards?|judges?)\b[^.;,—]*/gi;
/** "Where the visitor is an employee, …": in front of what it holds for. */
const fronted = /^\W*((?:if|where|when)\b[^,;.—]*),/i;
/** "restraint that is planned": of all restraint, only that. */
const telling = /\b(?:that|which|who)\s+(?:is|are|was|were|has|have)\b[^.;,—]*/gi;
/** Leaves room for exceptions without naming them. */
export const hedge =
  /\b(?:generally|normally|usually|ordinarily|typically|ideally|as a rule|(?:where|wherever|as far as|so far as) (?:reasonably )?(?:possible|practicable))\b/i;
const judgingVerbs =
  /\b(?:which|that|whom?|if|to be|it|as|considers?|thinks?|believes?|regards?|judges?)\b/gi;
/** That somebody judges it, in other words. */
export const judged =
  /\b(?:considers?|considered|thinks?|thought|regards?|regarded|believes?|judge\w*|decides?|opinion|views?|eyes)\b/i;

/** "can": of some it says what they may do, of others what they are able to; here it is read as the first. */
const able = /\bcan\b(?! (?:not|never|only)\b|['’]t)/gi;

const nobody = /\b(?:no|nobody|no one|none|neither|nor|never)\b[^.;:,]*$/i;
/** What is meant by way of example asserts less: "they can for instance be sent a copy". */
const illustrating = /^\s*,?\s*(?:for (?:example|instance)|say|e\.g\.)/i;

function readDeeds(text: string): Deed[] {
  const abilities = [...text.matchAll(able)].map(({ index }): Modal => ({
    force: "may",
    negative: nobody.test(text.slice(0, index)),
    words: "can",
    start: index,
    end: index + 3,
    bearer: "before",
    firm: false,
  }));
  return [...readModals(text), ...abilities].map((modal) => ({
    modal,
    verb: modal.bearer === "before" ? verbBehind(text.slice(modal.end)) : null,
    aside: isAside(text.slice(0, modal.start)) || illustrating.test(text.slice(modal.end)),
  }));
}

/** In a clause that tells of something else: "who may", "the measures that staff may", "before the cameras may". */
function isAside(before: string): boolean {
  const clause = /[^,;:.—]*$/.exec(before)?.[0] ?? "";
  const told = [...clause.matchAll(subordinate)].some(
    // Behind "who" stands its own verb; a modal after that is the main clause's: "children who wish to may".
    ({ 0: opener, index }) => !/^who$/i.test(opener) || clause.slice(index + 3).trim() === "",
  );
  // "as often as it should be"
  return told || /\b(?:as|than) (?:it|they|this|that|he|she)\s*$/i.test(before);
}

const subordinate =
  /\b(?:if|whether|who|which|that|whom|what|where|when|how|before|until|unless|as long as|provided|measures|things)\b/gi;

/** "must without delay be notified", "must also keep": the first word that is no auxiliary, adverb or preposition. */
function verbBehind(text: string): string | null {
  const words = readWords(
    text.replace(/^\s*(?:without (?:undue )?delay|at once)/i, "").slice(0, 50),
  );
  const verb = words
    .slice(0, 4)
    .find((word) => !isEmptyWord(word.text) && !/(?:ly|delay)$/.test(word.text));
  return verb?.stem ?? null;
}

/** Who is named right behind a condition that stands between commas. */
function namedBehind(text: string, words: string): Actor[] {
  const at = text.indexOf(words);
  const between = /,\s*$/.test(text.slice(0, at)) && /^\s*,/.test(text.slice(at + words.length));
  if (!between) return [];
  const behind = /^\s*,([^,;.]*)/.exec(text.slice(at + words.length))?.[1] ?? "";
  return findActors(behind).map(({ actor }) => actor);
}

function readRestrictions(written: string): Restriction[] {
  // "is subject to a reprisal" is no condition.
  const text = written.replaceAll(/\b(is|are|be|been|being|was|were) subject to\b/gi, "$1 under");
  const judgedOnes = [...text.matchAll(judging)].map(([words]) => words.trim());
  const requests = [...text.matchAll(asks)].map(([words]) => words);
  const tellings = [...text.matchAll(telling)].map(([words]) => words);
  const rareOnes = [...text.matchAll(rare)].map(([words]) => words);
  const ahead = fronted.exec(text)?.[1];
  const others = [
    ...(ahead === undefined ? [] : [ahead]),
    ...findConditions(text).map((condition) => condition.text),
    ...requests,
    ...rareOnes,
    ...(hedge.exec(text) ?? []),
    ...(/\b(?:if|where|when) (?:appropriate|necessary|applicable)\b/i.exec(text) ?? []),
    ...tellings,
    ...(/\b(?:other than|except for|apart from)\b[^.;,—]*/i.exec(text) ?? []),
  ].filter((words) => !judgedOnes.some((one) => one.includes(words) || words.includes(one)));
  const toRestriction = (words: string, isJudged: boolean): Restriction => {
    const own = blankOut(words, findActors(words)).replaceAll(isJudged ? judgingVerbs : /$^/g, " ");
    return {
      text: words,
      stems: contentStems(own),
      judged: isJudged,
      fronted: words === ahead,
      telling: tellings.includes(words),
      asked: requests.includes(words),
      rare: rareOnes.includes(words),
      only: namedBehind(text, words),
    };
  };
  return [
    ...judgedOnes.map((words) => toRestriction(words, true)),
    ...others.map((words) => toRestriction(words, false)),
  ];
}
