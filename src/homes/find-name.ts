// Takes the name of a home or person; gives what finds it in texts, told from the same words that name nothing.
import { setOfWords } from "../lists.ts";
import type { TextRange } from "../text/sentences.ts";
import { contentStopWords } from "../text/stop-words.ts";

/** How people are addressed by their last name. */
const titles = setOfWords("mr mrs ms miss mx dr sir dame");

/** Gives the places in a text, in UTF-16 units, in order. */
export type Find = (text: string) => TextRange[];

/** A name as it is written, or in capitals; one of a single word only where it is no part of a longer name. */
export function findHomeName(name: string): Find {
  const words = name.trim().split(/\s+/);
  const bare = /^the$/i.test(words[0] ?? "") ? words.slice(1) : words;
  const article = bare.length < words.length ? "(?:[Tt]he|THE)\\s+" : "";
  const find = finderOfPattern(`${article}${patternOf(bare)}`);
  if (bare.length > 1) return find;
  return (text) => find(text).filter((range) => standsAlone(text, range));
}

/** In questions names of several words are typed in small letters too. */
export function findInQuestion(name: string, question: string): TextRange[] {
  return name.includes(" ")
    ? findHomeName(name.toUpperCase())(question.toUpperCase())
    : findHomeName(name)(question);
}

/** @param byLast also by a title or an initial and the last name */
export function findPerson(name: string, byLast: boolean): Find {
  const words = name
    .split(/\s+/)
    .filter((word) => !titles.has(word.toLowerCase().replace(".", "")));
  const [first = ""] = words;
  const last = words.at(-1) ?? "";
  // One name alone is anybody's.
  if (words.length < 2) return () => [];
  const addressed = [...titles].map(capital).join("|");
  const patterns = [
    patternOf(words),
    patternOf([first, last]),
    ...(byLast
      ? [
          `(?:${addressed})\\.?\\s+${patternOf([last])}`,
          `${escape(first.slice(0, 1))}\\.?\\s+${patternOf([last])}`,
        ]
      : []),
  ];
  return finderOfPattern(patterns.map((one) => `(?:${one})`).join("|"));
}

function finderOfPattern(pattern: string): Find {
  const sought = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, "gu");
  return (text) =>
    [...text.matchAll(sought)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }));
}

/** Names are told from other words by their capitals: "a new start" is not the home New Start. */
function patternOf(words: readonly string[]): string {
  const as = (way: (word: string) => string) =>
    words.map((word) => escape(way(word)).replaceAll(/['’]/g, "['’]")).join("\\s+");
  return `(?:${as((word) => word)}|${as((word) => word.toUpperCase())})`;
}

/** "Royal Oak Road" is not the home Oak. */
function standsAlone(text: string, { start, end }: TextRange): boolean {
  const before = /(\p{L}[\p{L}’'-]*)\s+$/u.exec(text.slice(0, start))?.[1];
  const after = /^\s+(\p{L}[\p{L}’'-]*)/u.exec(text.slice(end))?.[1];
  const isName = (word: string | undefined) =>
    word !== undefined && /^\p{Lu}/u.test(word) && !contentStopWords.has(word.toLowerCase());
  return !isName(before) && !isName(after);
}

export function lastWord(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? "";
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
