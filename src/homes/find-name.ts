// Takes the name of a home or person; gives what finds it in texts, told from the same words that name nothing.
import { setOfWords } from "../lists.ts";
import type { TextRange } from "../text/sentences.ts";
import { contentStopWords } from "../text/stop-words.ts";

/** How people are addressed by their last name. */
const titles = setOfWords("mr mrs ms miss mx dr sir dame");

/** Gives the places in a text, in UTF-16 units, in order. */
export type Find = (text: string) => TextRange[];

/**
 * A name as it is written, in capitals, with hyphens or in one word; one of a single word only where it is no part of a
 * longer name or word, and where more than the beginning of a sentence gives it its capital.
 */
export function findHomeName(name: string): Find {
  const { words, article } = partsOf(name);
  const find = finderOfPattern(`${article}${patternOf(words, gap)}`);
  if (words.length < 2)
    return (text) =>
      find(text).filter(
        (range) => standsAlone(text, range) && (article !== "" || !opensSentence(text, range)),
      );
  // "Oaklodge" has a capital that is not that of a sentence; "Greenhouse" may be no name.
  const findJoined = finderOfPattern(joinedOf(words));
  return (text) =>
    inOrder([...find(text), ...findJoined(text).filter((range) => !opensSentence(text, range))]);
}

/** Last words of names that make no other word when they are joined to another: "oaklodge", not "greenhouse". */
const endings = setOfWords("cottage grange hall lodge manor villa");
/** Before what is one of many, and no name: "a new start". */
const before =
  /(?<![\p{L}\p{N}])(?:an?|any|each|every|no|some|this|that|my|our|your|his|her|its|their)\s+$/iu;

/** In questions names of several words are typed in small letters too. */
export function findInQuestion(name: string, question: string): TextRange[] {
  const { words, article } = partsOf(name);
  if (words.length < 2 && article === "") return findHomeName(name)(question);
  const inSmall = finderOfPattern(
    `${article}${patternOf(words, spaced)}`,
    "i",
  )(question).filter((range) => {
    const written = question.slice(range.start, range.end);
    if (words.length < 2) return standsAlone(question, range);
    return written !== written.toLowerCase() || !before.test(question.slice(0, range.start));
  });
  if (words.length < 2) return inSmall;
  const joined = joinedOf(words);
  const isPlain = endings.has(lastWord(name).toLowerCase());
  return inOrder([
    ...inSmall,
    ...findHomeName(name)(question),
    ...finderOfPattern(joined, isPlain ? "i" : "")(question),
  ]);
}

/** Each range once, by its start. */
function inOrder(ranges: readonly TextRange[]): TextRange[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ start }, at) => at === 0 || start >= (sorted[at - 1]?.end ?? 0));
}

interface NameParts {
  /** Without the article. */
  readonly words: readonly string[];
  /** Pattern of the article and what follows it; empty where there is none. */
  readonly article: string;
}

function partsOf(name: string): NameParts {
  const words = name.normalize("NFC").trim().split(/\s+/);
  const bare = /^the$/i.test(words[0] ?? "") ? words.slice(1) : words;
  // A home that is called The is none with an article.
  if (bare.length === words.length || bare.length === 0) return { words, article: "" };
  return { words: bare, article: "(?:[Tt]he|THE)\\s+" };
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
    patternOf(words, "\\s+"),
    patternOf([first, last], "\\s+"),
    ...(byLast
      ? [
          `(?:${addressed})\\.?\\s+${patternOf([last], "")}`,
          `${escape(first.slice(0, 1))}\\.?\\s+${patternOf([last], "")}`,
        ]
      : []),
  ];
  return finderOfPattern(patterns.map((one) => `(?:${one})`).join("|"));
}

/**
 * Whole words alone. That is looked at apart: an expression that holds the classes of letters takes V8 some 2 ms to
 * compile, and of a large provider there are thousands.
 * @param flags besides those of letters
 */
function finderOfPattern(pattern: string, flags = ""): Find {
  const sought = new RegExp(pattern, `gu${flags}`);
  return (text) =>
    [...text.matchAll(sought)]
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
      .filter(
        ({ start, end }) =>
          !endsInWord.test(text.slice(Math.max(0, start - 2), start)) &&
          !startsInWord.test(text.slice(end, end + 2)),
      );
}

const endsInWord = /[\p{L}\p{N}]$/u;
const startsInWord = /^[\p{L}\p{N}\p{M}]/u;

/** The words of a text as `mayHold` looks for them, without accents. */
export function wordsOf(texts: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) {
    const plain = plainOf(text);
    // "O’Brien" and "OBrien"; "Oakley’s" and "Oakley".
    for (const each of [plain, plain.replace(/['’ʼ]/g, "")])
      for (const [word] of each.matchAll(/[\p{L}\p{N}]+/gu)) found.add(word);
  }
  return found;
}

/** Whether a text of these words can hold a person's name: most of many are told so at once. */
export function mayHold(words: ReadonlySet<string>, person: string): boolean {
  const last = plainOf(lastWord(person)).replace(/['’ʼ]/g, "");
  return (last.match(/[\p{L}\p{N}]+/gu) ?? []).every((part) => words.has(part));
}

function plainOf(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

const dash = "[-\u2010-\u2013_]";
/** Between the words of a name: as in "Oak Lodge" and "Oak-Lodge", and as in "OakLodge" too. */
const spaced = `(?:\\s+|${dash})`;
const gap = `(?:\\s+|${dash}|)`;

/** Names are told from other words by their capitals: "a new start" is not the home New Start. */
function patternOf(words: readonly string[], between: string): string {
  const as = (way: (word: string) => string) =>
    words.map((word) => patternOfWord(way(word))).join(between);
  return `(?:${as((word) => word)}|${as((word) => word.toUpperCase())})`;
}

/** "Oaklodge". */
function joinedOf([first = "", ...rest]: readonly string[]): string {
  return [first, ...rest.map((word) => word.toLowerCase())].map(patternOfWord).join("");
}

/** "St Mary’s" is written "St. Mary's" and "St Marys" as well, "Tŷ" with an accent of its own, or without. */
function patternOfWord(word: string): string {
  if (/^(?:&|and)$/i.test(word)) return "(?:&|and|And|AND)";
  if (/^(?:st|saint)\.?$/i.test(word)) return "(?:St|ST|st|Saint|SAINT|saint)\\.?";
  return [...word.normalize("NFC")].map(patternOfLetter).join("");
}

function patternOfLetter(letter: string): string {
  if (/['’ʼ]/.test(letter)) return "['’ʼ]?";
  if (letter === ".") return "\\.?";
  const apart = letter.normalize("NFD");
  return apart === letter ? escape(letter) : `(?:${letter}|${apart}|${[...apart][0]})`;
}

/** "Royal Oak Road" is not the home Oak, nor is "Oak-panelled". */
function standsAlone(text: string, { start, end }: TextRange): boolean {
  const left = text.slice(0, start);
  const right = text.slice(end);
  if (/\p{L}[-\u2010\u2011]$/u.test(left) || /^[-\u2010\u2011]\p{L}/u.test(right)) return false;
  const previous = /(\p{L}[\p{L}’'-]*)\s+$/u.exec(left)?.[1];
  const next = /^\s+(\p{L}[\p{L}’'-]*)/u.exec(right)?.[1];
  const isName = (word: string | undefined) =>
    word !== undefined && /^\p{Lu}/u.test(word) && !contentStopWords.has(word.toLowerCase());
  return !isName(previous) && !isName(next);
}

/** Where any word would have a capital: at the beginning of a sentence that goes on. */
function opensSentence(text: string, { start, end }: TextRange): boolean {
  return (
    /(?:^|[.!?:\n]|[•–-]\s)["“‘(\s]*$/u.test(text.slice(0, start)) &&
    /^[\s,-]+\p{Ll}/u.test(text.slice(end))
  );
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
