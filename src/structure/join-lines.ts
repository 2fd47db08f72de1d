// Takes the printed lines of a paragraph; gives its running text, hyphens that only divide a word taken out.
import { setOfWords } from "../lists.ts";
import { knownWords } from "../models/known-words.ts";
import type { MarkedText } from "../extract/marked-text.ts";
import type { Mark } from "../extract/page.ts";

export interface PlacedLine extends MarkedText {
  readonly page: number | null;
}

/** All words of a document in lower case, hyphenated ones whole: what decides whether a line-end hyphen is real. */
export function collectVocabulary(lines: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const found = line.toLowerCase().match(/\p{L}+(?:[-’']\p{L}+)*-?/gu) ?? [];
    for (const word of found) if (!word.endsWith("-")) words.add(word);
  }
  return words;
}

export function joinLines(
  lines: readonly PlacedLine[],
  vocabulary: ReadonlySet<string>,
): { text: string; marks: Mark[] } {
  let text = "";
  const marks: Mark[] = [];
  for (const line of lines) {
    const joint = text === "" ? "" : jointBetween(text.slice(-longestWord), line.text, vocabulary);
    if (joint === "drop-hyphen") text = text.slice(0, -1);
    else text += joint === "keep-hyphen" ? "" : joint;
    for (const mark of line.marks) marks.push({ ...mark, at: mark.at + text.length });
    text += line.text;
  }
  return { text, marks };
}

/** No word is longer than this many characters; a whole paragraph need not be looked through for its last. */
const longestWord = 80;

/** "well-known-" → "well-known". */
function lastWord(text: string): string | undefined {
  return /(\p{L}+(?:-\p{L}+)*)-$/u.exec(text)?.[1]?.toLowerCase();
}

/** @param before its last characters will do */
function jointBetween(
  before: string,
  after: string,
  vocabulary: ReadonlySet<string>,
): "" | " " | "drop-hyphen" | "keep-hyphen" {
  // "12-year-old", "2015-16": behind a figure a hyphen is never a break within a word.
  if (/\d-$/.test(before) && /^[\p{L}\d]/u.test(after)) return "keep-hyphen";
  const head = before.endsWith("-") ? lastWord(before) : undefined;
  const tail = /^(\p{L}+)/u.exec(after)?.[1];
  if (head === undefined) return /[/—]$/.test(before) && !/\s[/—]$/.test(before) ? "" : " ";
  if (tail === undefined) return "keep-hyphen";
  if (tail[0] !== tail[0]?.toLowerCase()) return "keep-hyphen";
  const last = head.split("-").at(-1) ?? head;
  if (vocabulary.has(`${head}-${tail}`) || vocabulary.has(`${last}-${tail}`)) return "keep-hyphen";
  if (vocabulary.has(`${last}${tail}`)) return "drop-hyphen";
  // "one-" and "to-one": a word that goes on with a hyphen is a compound.
  if (after.startsWith(`${tail}-`)) return "keep-hyphen";
  return isCompound(last, tail.toLowerCase(), vocabulary) ? "keep-hyphen" : "drop-hyphen";
}

/** These open and close words, and are none. */
const prefixes = setOfWords("un dis mis im ir il re");
const suffixes = setOfWords(
  "ing ed er ers est ly ment ments ness ful less able ship ships hood tion ward wards",
);

/** Other fragments are as short. */
const shortHeads = setOfWords("at by ex in no of on to up");

/** Neither form occurs elsewhere: two whole words make a compound, fragments of a word do not. */
function isCompound(head: string, tail: string, vocabulary: ReadonlySet<string>): boolean {
  // Printers leave no single letter behind: "e-safety", "X-ray".
  if (head.length === 1) return true;
  if (prefixes.has(head) || suffixes.has(tail)) return false;
  if (head.length < 3 && !shortHeads.has(head)) return false;
  const known = knownWords();
  const isWord = (word: string) => known.has(word) || vocabulary.has(word);
  const joined = `${head}${tail}`;
  const stem = joined.replace(/(?:ing|ed|er|ers|s|ly)$/, "");
  if ([joined, stem, `${stem}e`].some((word) => known.has(word))) return false;
  return isWord(head) && isWord(tail);
}
