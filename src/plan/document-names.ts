// Takes documents of the library; gives the names by which a question may call them, as words: title, short name, file name.
import type { Authority } from "../document.ts";
import { setOfWords } from "../lists.ts";
import { contentStemList } from "../text/content-stems.ts";
import { isNearWord } from "../text/near-words.ts";

/** What is known of a document of the library by its names. */
export interface NamedDocument {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly file?: string;
  readonly authority: Authority;
}

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null for words that carry no meaning. */
  readonly stem: string | null;
}

/** A name by its words; `heads` are those that say what kind of document it is. */
export interface DocumentName {
  readonly document: NamedDocument;
  readonly stems: readonly string[];
  readonly heads: ReadonlySet<string>;
  readonly initials: string;
}

export function namesOf(document: NamedDocument): DocumentName[] {
  const { title, short, file, authority } = document;
  // "Welcome to Beck House: a guide for young people" is as well called by what follows the colon.
  const behind = title.split(/:\s+/).slice(1);
  const ofFile = file !== undefined && authority === "own" ? [readFileName(file)] : [];
  const names = [...new Set([title, short, ...behind, ...ofFile])];
  return names.filter((name) => /\p{L}/u.test(name)).map((name) => readName(name, document));
}

/** "own/SoP_Beck_v1.4 final.docx" → "SoP Beck". */
function readFileName(file: string): string {
  const base = (file.split("/").at(-1) ?? file).replace(/\.\p{L}\w*$/u, "");
  const words = base.split(/[\s_.–-]+/);
  return words.filter((word) => !/\d/.test(word) && !ofCopies.has(word.toLowerCase())).join(" ");
}

/** Words of file names that say which copy it is. */
const ofCopies = setOfWords(
  "draft final copy version new old updated signed approved latest current v",
);

/** "Children's Guide to Elm House": what stands behind "to" says for whom it is, unless only a kind stands before it. */
function readName(name: string, document: NamedDocument): DocumentName {
  const core =
    /^((?!an?\s).+?\s.+?)\s+(?:to|for|at)\s+/i.exec(name)?.[1] ??
    name.split(/\s[–—|-]\s|:\s/)[0] ??
    name;
  const words = readWords(core);
  const all = core.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const stems = [...new Set(words.flatMap(({ stem }) => stem ?? []))];
  // "Statement of Purpose", "Policy on Searches".
  const joint = words.findIndex(({ text }) => /^(?:of|on|for|to|about)$/i.test(text));
  const last = words.findLast(({ text }) => /\p{L}/u.test(text));
  const heads = [last, words[joint - 1]].flatMap((word) => word?.stem ?? []);
  const initials = all
    .map((word) => word[0] ?? "")
    .join("")
    .toUpperCase();
  return { document, stems, heads: new Set(heads.filter((stem) => stem !== child)), initials };
}

export function readWords(text: string): Word[] {
  const found = [...text.matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)];
  return found.map(({ 0: word, index }, i) => ({
    text: word,
    start: index,
    end: index + word.length,
    stem: stemOf(word, found[i - 1]?.[0], found[i + 1]?.[0]),
  }));
}

/** "Young people", "kids" and "children" are the same in names. */
function stemOf(word: string, before = "", behind = ""): string | null {
  if (/^young$/i.test(word) && person.test(behind)) return null;
  if (
    (/^young$/i.test(before) && person.test(word)) ||
    /^(?:kids?|child|children)(?:['’]?s)?$/i.test(word)
  )
    return child;
  return contentStemList(word)[0] ?? null;
}

/** For whom a text is says nothing of its kind. */
const child = "child";
const person = /^(?:people|persons?)(?:['’]?s)?$/i;

/** Words that look like another one misspelt: "the police" is not the policy. */
const wordsOfTheirOwn = new Set(contentStemList("police"));

/** The same word in another form, "medication" and "medicines", or misspelt. */
export function hasStem(stems: Iterable<string>, stem: string): boolean {
  return [...stems].some((each) => {
    if (wordsOfTheirOwn.has(each) || wordsOfTheirOwn.has(stem)) return each === stem;
    const [short, long] = each.length < stem.length ? [each, stem] : [stem, each];
    return each === stem || (short.length >= 5 && long.startsWith(short)) || isNearWord(each, stem);
  });
}
