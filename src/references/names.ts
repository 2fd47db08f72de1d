// Finds names of documents in tokens by a list of names, longest first; each knows what it is the name of.
import { slugify } from "../place/address.ts";
import { knownInstruments } from "./known-instruments.ts";
import type { Instrument } from "./reference.ts";
import type { Tokens } from "./tokens.ts";
import {
  foldText,
  isCapitalised,
  isCapitalisedText,
  isMark,
  isWord,
  tokenise,
  isYear,
} from "./tokens.ts";
import { headOf, heads, instrumentWords } from "./grammar-words.ts";
import type { Read } from "./number-paths.ts";

/** A name of one or more documents. */
export interface DocumentName {
  readonly name: string;
  /** What kind of law they are; null for guidance and the like, whatever the name sounds like. */
  readonly instrument: Instrument | null;
  /** Ids of the documents of the library that it names; none for what is only known by name. */
  readonly documentIds: readonly string[];
  /** First keys of the addresses they have: `reg`, `para`, `sec`. Asked for only when the name is met in a text. */
  readonly families: () => readonly string[];
  /** Slugs of the titles of their headings and provisions; as late. */
  readonly headings: () => ReadonlySet<string>;
  /** Of a provider's own "Fire Safety Policy": named with or without capitals; `nearly` where words are left out. */
  readonly own: "fully" | "nearly" | null;
}

interface IndexedName extends DocumentName {
  /** Lower-case words, numbers among them; marks between them do not count. */
  readonly words: readonly string[];
  /** The name as written, word by word, and the marks behind its last word. */
  readonly written: readonly string[];
  readonly ending: readonly string[];
  /** "Working Together" and "KCSIE" count only with their capitals, being common words or letters without them. */
  readonly exact: boolean;
  /** A single common word, "Handbook": a name only where a number or a heading follows it. */
  readonly lone: boolean;
  /** "Guide", "Regulations": words with readings of their own before numbers; a name only where a heading follows. */
  readonly ordinary: boolean;
}

/** Names by their first word, longest first. */
export type NameIndex = ReadonlyMap<string, readonly IndexedName[]>;

/** Lower case, no article, no punctuation: for comparing names and titles. */
export function foldName(name: string): string {
  return foldText(name)
    .replaceAll("'", "")
    .replaceAll("&", " and ")
    .replaceAll(/[^a-z0-9à-ɏ]+/g, " ")
    .trim()
    .replace(/^the /, "");
}

/** An index of names for {@link matchName}; the first document of a name counts. */
export function indexNames(names: readonly DocumentName[]): NameIndex {
  const index = new Map<string, IndexedName[]>();
  const seen = new Set<string>();
  for (const named of names) {
    const all = tokenise(named.name).filter(({ type }) => type !== "mark" && type !== "url");
    // An article belongs to no name: it may stand before any.
    const tokens = all.length > 1 && isWord(all[0], "the") ? all.slice(1) : all;
    const words = tokens.map((token) => token.lower);
    const [first] = words;
    const lone = words.length === 1 && !/^[A-Z][A-Z0-9]{2,}$/.test(tokens[0]?.text ?? "");
    if (first === undefined || seen.has(words.join(" "))) continue;
    seen.add(words.join(" "));
    const capitals = tokens.every((token) => token.type !== "word" || isCapitalised(token));
    const exact = words.length === 1 || (words.length === 2 && capitals && named.own === null);
    const written = tokens.map((token) => token.text);
    const ordinary = lone && isOrdinaryHead(first);
    const ending = [...(/[^\p{L}\p{N}\s]*$/u.exec(named.name)?.[0] ?? "")];
    const entry = { ...named, words, written, ending, exact, lone, ordinary };
    const list = index.get(first) ?? [];
    list.push(entry);
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

function isOrdinaryHead(word: string): boolean {
  return heads.has(word) || instrumentWords.has(word) || word === "guide" || word === "charter";
}

/** What a name that no document of the library goes by knows of its document. */
export const nothingHeld: Omit<DocumentName, "name" | "instrument"> = {
  documentIds: [],
  families: () => [],
  headings: () => new Set(),
  own: null,
};

/** Names of guidance and abbreviations of instruments that the field knows. Titles of Acts are read by their form. */
export const knownNames: NameIndex = indexNames(
  knownInstruments.flatMap(({ name, aliases, instrument }) =>
    (instrument === null || instrument === "convention" ? [name, ...aliases] : aliases).map(
      (each) => ({ ...nothingHeld, name: each, instrument }),
    ),
  ),
);

const determiners = ["the", "our", "your", "their", "its", "my", "this", "that"] as const;

/** The longest indexed name that begins at a token, or one that a heading follows; `next` is the index after it. */
export function matchName(tokens: Tokens, at: number, index: NameIndex): Read<DocumentName> | null {
  const token = tokens[at];
  const candidates = token === undefined ? undefined : index.get(token.lower);
  let longest: Read<DocumentName> | null = null;
  for (const candidate of candidates ?? []) {
    const next = matchWords(tokens, at, candidate);
    if (next === null || !isSurelyNamed(tokens, at, next, candidate)) continue;
    const found = { value: candidate, next };
    // "SCCIF, “Homes report”", where "SCCIF: homes" is a name as well.
    if (readQuotedHeading(tokens, next, candidate) !== null) return found;
    if (!candidate.lone || leadsToNumber(tokens, next, candidate)) longest ??= found;
  }
  return longest;
}

/** "the enforcement policy", "fire policy 3.1", but not any enforcement policy. */
function isSurelyNamed(tokens: Tokens, at: number, next: number, name: IndexedName): boolean {
  const common = name.words.length === 2 && !name.exact && !isCapitalised(tokens[at]);
  if (!common && name.own !== "nearly") return true;
  if (isWord(tokens[at - 1], ...determiners) || leadsToNumber(tokens, next, name)) return true;
  return name.own !== "nearly" && at === 0;
}

function matchWords(tokens: Tokens, at: number, name: IndexedName): number | null {
  let next = at;
  for (let index = 0; index < name.words.length; index++) {
    if (index > 0) next = skipMarks(tokens, next);
    const token = tokens[next];
    if (token === undefined || token.lower !== name.words[index]) return null;
    if (index > 0 && token.gap === 3) return null;
    const written = name.written[index] ?? "";
    if (name.exact && isCapitalisedText(written)) {
      const same = name.words.length === 1 ? token.text === written : isCapitalised(token);
      if (!same && token.type === "word") return null;
    }
    next += 1;
  }
  // The marks that a title ends in belong to it: "… (volume 2)", "… “Elm”".
  for (const mark of name.ending) {
    if (tokens[next]?.text !== mark) break;
    next += 1;
  }
  return next;
}

/** "Handbook 3.2", "Handbook, section 3"; of "Charter" and "Standards" only what cannot be read in their own way. */
function leadsToNumber(tokens: Tokens, at: number, name: IndexedName): boolean {
  const start = isMark(tokens[at], ",") ? at + 1 : at;
  const headed = headOf(tokens[start]) !== undefined;
  const number = tokens[headed ? start + 1 : start];
  if (number?.gap !== 1 || (number.type !== "number" && number.type !== "dotted")) return false;
  if (headed) return true;
  if (number.type === "dotted") return !name.ordinary || name.instrument === null;
  // "Staff, 3 of whom", "In 2015": a bare number that counts something is no place.
  return !name.ordinary && start === at && !isYear(number) && tokens[start + 1]?.type !== "word";
}

const insideNames = [..."()[]:,&-/_\"'“”‘’\\"];

/** Commas, brackets, quotation marks and the like inside a long name may be left out or added. */
function skipMarks(tokens: Tokens, at: number): number {
  let next = at;
  while (next - at < 3 && isMark(tokens[next], ...insideNames)) next += 1;
  return next;
}

/** No heading is longer, in tokens. */
const longestHeading = 60;

/** ", “Staffing”" behind a name whose document has such a heading: its slug. */
export function readQuotedHeading(
  tokens: Tokens,
  at: number,
  { headings }: DocumentName,
): Read<string> | null {
  if (!isMark(tokens[at], ",") || tokens[at + 1]?.text !== "“") return null;
  let open = 1;
  const ahead = tokens.slice(at + 2, at + 2 + longestHeading);
  const length = ahead.findIndex(({ text }) => {
    if (text === "“") open += 1;
    if (text === "”") open -= 1;
    return open === 0;
  });
  if (length < 1) return null;
  const words = ahead.slice(0, length).map(({ text, gap }) => `${gap > 0 ? " " : ""}${text}`);
  const slug = slugify(words.join(""));
  return headings().has(slug) ? { value: slug, next: at + length + 3 } : null;
}
