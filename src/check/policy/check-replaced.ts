// Takes the pieces of a policy; tells of bodies, laws and terms in them that others have taken the place of.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { replaced, type ReplacedTerm } from "../../field/replaced.ts";
import { findSentences } from "../../text/sentences.ts";
import { writeDay } from "../../text/write-day.ts";
import type { Piece } from "./policy.ts";

/** The first use of each, once; what tells of the past, or says itself what has taken the place, knows of it. */
export function checkReplaced(
  pieces: readonly Piece[],
): { readonly piece: number; readonly finding: Finding }[] {
  const own = ownAbbreviations(pieces);
  return replaced.flatMap((term) => {
    for (const [piece, { text }] of pieces.entries()) {
      const words = findUse(text, term, own);
      if (words === null) continue;
      const { now, source } = term;
      const args = {
        variant: "term",
        term: words,
        since: writeDay(term.since),
        now,
        source,
      } as const;
      return [{ piece, finding: makeFinding("replaced-named", args, { reference: words }) }];
    }
    return [];
  });
}

function findUse(
  text: string,
  term: ReplacedTerm,
  own: ReadonlyMap<string, string>,
): string | null {
  const sentences = findSentences(text);
  for (const { index, 0: found } of text.matchAll(term.pattern)) {
    const words = found.replace(/[\s,(]+$/, "");
    const at = sentences.findIndex(({ start, end }) => start <= index && index < end);
    const textOf = (i: number): string => text.slice(sentences[i]?.start, sentences[i]?.end);
    const said = at < 0 ? text : textOf(at);
    // "The LSCB did so until 2018. The safeguarding partners do so now."
    const after = at < 0 || at + 1 >= sentences.length ? "" : textOf(at + 1);
    const before = text.slice(sentences[at]?.start ?? 0, index);
    const behind = text.slice(index + found.length, sentences[at]?.end);
    if (
      means(words, term, own) &&
      !knows(`${said} ${after}`, term) &&
      !isPast(before, behind, term)
    )
      return words;
  }
  return null;
}

/** "Child Contact Group (CCG)", "CRB (Class Reward Book)": what the document says that its abbreviations mean. */
function ownAbbreviations(pieces: readonly Piece[]): ReadonlyMap<string, string> {
  const meanings = new Map<string, string>();
  for (const { text } of pieces) {
    const put = (short: string, words: readonly string[]): void => {
      const capitals = [...short].filter((letter) => /\p{Lu}/u.test(letter));
      const fits = capitals.every((letter, i) => words[i]?.charAt(0).toUpperCase() === letter);
      if (fits && words.length === capitals.length && !meanings.has(short))
        meanings.set(short, words.join(" "));
    };
    for (const { index, 1: short = "" } of text.matchAll(/[(“"‘'](\p{Lu}[\p{L}]{1,5})[)”"’']/gu)) {
      const count = [...short].filter((letter) => /\p{Lu}/u.test(letter)).length;
      put(short, (text.slice(0, index).match(/[\p{L}'’]+/gu) ?? []).slice(-count));
    }
    for (const [, short = "", inside = ""] of text.matchAll(
      /\b(\p{Lu}{2,6})\s+\(([^()]{4,60})\)/gu,
    ))
      put(short, inside.match(/[\p{L}'’]+/gu) ?? []);
  }
  return meanings;
}

/** Whether an abbreviation may stand for the term here. */
function means(
  words: string,
  { short = [], pattern }: ReplacedTerm,
  own: ReadonlyMap<string, string>,
) {
  if (!short.includes(words)) return true;
  const meaning = own.get(words) ?? own.get(words.replace(/s$/, ""));
  return meaning === undefined || meaning.search(pattern) >= 0;
}

/** "the safeguarding partners (formerly the LSCB)"; and of what bears the name still: standards for fostering. */
function knows(text: string, { now, knows: known = [], unless = [] }: ReplacedTerm): boolean {
  const fold = (words: string): string => words.toLowerCase().replaceAll("’", "'");
  const folded = fold(text);
  return [now.replace(/^the /, ""), ...known, ...unless].some((words) =>
    folded.includes(fold(words)),
  );
}

/** Words beside a name that put it into the past: a closed class. */
const pastBefore = new RegExp(
  "(?:\\b(?:former|previous|old|historic(?:al)?|legacy|the then|now-abolished)\\s+|" +
    "\\b(?:formerly|previously|once(?: called| known as)?|replac(?:ed|es|ing)|(?:took|taken|takes) over from|" +
    "supersed(?:ed|es|ing)|in place of|instead of|successors? (?:of|to)|used to be(?: called| known as)?|" +
    "abolish(?:ed|ing)|repeal(?:ed|ing)|revok(?:ed|ing))\\s+(?:the\\s+|an?\\s+)?(?:\\S+\\s+){0,2})$",
  "i",
);
const pastBehind = new RegExp(
  "^[\\s,(]*(?:\\S+\\s){0,3}?(?:no longer\\b|(?:ceased|existed|used to)\\s|" +
    "(?:is|are|has been|have been)\\s+(?:since\\s+|now\\s+)?" +
    "(?:replaced|abolished|repealed|revoked|superseded|dissolved|disbanded|withdrawn)\\b)",
  "i",
);
const untilYear =
  /\b(?:until|before|prior to|up to|till|between)\b[^.]{0,24}?\b((?:19|20)\d\d)\b/gi;

const verbBehind = /^[\s,(]*(?:\S+\s){0,3}?(?:was|were|did|had)\s/i;

/** Verbs of the past, and of today: a closed class each. */
const told = /\b(?:was|were|had|did|became|began|came|gave|led|made|took|wrote)\b/i;
const current = /\b(?:is|are|has|have|does?|must|shall|should|will|can|may)\b/i;

function isPast(before: string, behind: string, { since }: ReplacedTerm): boolean {
  if (pastBefore.test(before) || pastBehind.test(behind)) return true;
  const said = `${before} ${behind}`;
  const last = Number(since.slice(0, 4)) + 1;
  const years = [...said.matchAll(/\b(?:in|of) ((?:19|20)\d\d)\b/g)];
  const dated = told.test(said) && years.some(([, year]) => Number(year) < last);
  // "The LSCB was told of it", and not "the plan of the LSCB, which was revised in 2016, is followed".
  if ((dated || verbBehind.test(behind)) && !current.test(said)) return true;
  return [...said.matchAll(untilYear)].some(([, year]) => Number(year) <= last);
}
