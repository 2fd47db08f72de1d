// Finds names of documents in tokens by a list of names, longest first.
import { knownInstruments } from "./known-instruments.ts";
import type { Token } from "./tokens.ts";
import { foldText, isCapitalised, isCapitalisedText, isMark, isWord, tokenise } from "./tokens.ts";

interface IndexedName {
  readonly name: string;
  /** Lower-case words, numbers among them; marks between them do not count. */
  readonly words: readonly string[];
  /** The name as written, word by word. */
  readonly written: readonly string[];
  /** "Working Together" and "KCSIE" count only with their capitals, being common words or letters without them. */
  readonly exact: boolean;
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

/** An index of names for {@link matchName}. Single words count only when they are abbreviations in capitals. */
export function indexNames(names: readonly string[]): NameIndex {
  const index = new Map<string, IndexedName[]>();
  const seen = new Set<string>();
  for (const name of names) {
    const tokens = tokenise(name).filter((token) => token.type !== "mark" && token.type !== "url");
    const words = tokens.map((token) => token.lower);
    const [first] = words;
    const lone = words.length === 1 && !/^[A-Z][A-Z0-9]{2,}$/.test(tokens[0]?.text ?? "");
    if (first === undefined || lone || seen.has(words.join(" "))) continue;
    seen.add(words.join(" "));
    const capitals = tokens.every((token) => token.type !== "word" || isCapitalised(token));
    const exact = words.length === 1 || (words.length === 2 && capitals);
    const entry = { name, words, written: tokens.map((token) => token.text), exact };
    const list = index.get(first) ?? [];
    list.push(entry);
    index.set(first, list);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Names of guidance and abbreviations of instruments that the field knows. Titles of Acts are read by their form. */
export const knownNames: NameIndex = indexNames(
  knownInstruments.flatMap((known) =>
    known.instrument === null || known.instrument === "convention"
      ? [known.name, ...known.aliases]
      : known.aliases,
  ),
);

const determiners = ["the", "our", "your", "their", "its", "my", "this", "that"] as const;

/** The longest indexed name that begins at a token; `next` is the index after it. */
export function matchName(
  tokens: readonly Token[],
  at: number,
  index: NameIndex,
): { readonly name: string; readonly next: number } | null {
  const token = tokens[at];
  const candidates = token === undefined ? undefined : index.get(token.lower);
  for (const candidate of candidates ?? []) {
    const next = matchWords(tokens, at, candidate);
    // "the enforcement policy", but not any enforcement policy.
    const common = candidate.words.length === 2 && !candidate.exact && !isCapitalised(token);
    if (next !== null && !(common && !isWord(tokens[at - 1], ...determiners))) {
      return { name: candidate.name, next };
    }
  }
  return null;
}

function matchWords(tokens: readonly Token[], at: number, name: IndexedName): number | null {
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
  return next;
}

/** Commas, brackets and colons inside a long name may be left out or added. */
function skipMarks(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next - at < 2 && isMark(tokens[next], ",", "(", ")", ":", "&", "-", "/")) next += 1;
  return next;
}
