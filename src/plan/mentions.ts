// Takes a question and the library's documents; finds where it names the provider's own, by a name or nearly: "our missing
// policy" is the Missing from Care Policy.
import type { Authority } from "../document.ts";
import { contentStemList } from "../text/content-stems.ts";
import { setOfWords } from "../lists.ts";

/** What is known of a document of the library by its names. */
export interface NamedDocument {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly authority: Authority;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Null for words that carry no meaning. */
  readonly stem: string | null;
}

/** A stretch of a question that names a document, with its article. */
export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A document by the words of its name; `heads` are those that say what kind of document it is. */
interface Named {
  readonly document: NamedDocument;
  readonly stems: readonly string[];
  readonly heads: ReadonlySet<string>;
  readonly initials: string;
}

/** Words of a name in front of a head that are looked at. */
const reach = 5;
const determiners = setOfWords("the our this that these those your my their its a an any both");
/** Words that join a name's head to what follows it. */
const joining = setOfWords("of on for to from about");

/** Own documents that a question names, or nearly, in its order; what fits a document that is not own as well is none. */
export function findMentions(question: string, documents: readonly NamedDocument[]): Mention[] {
  const words = readWords(question);
  const known = documents.flatMap((document) =>
    [...new Set([document.title, document.short])].map((name) => readName(name, document)),
  );
  const mentions: Mention[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const found = readMention(words, at, from, known);
    if (found === null) continue;
    const [first, last] = [words[found.first], words[found.last]];
    if (first && last) mentions.push({ id: found.id, start: first.start, end: last.end });
    from = found.last + 1;
    at = found.last;
  }
  return mentions;
}

function readWords(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
    stem: stemOf(word),
  }));
}

function stemOf(word: string): string | null {
  return contentStemList(word)[0] ?? null;
}

/** "Children's Guide to Elm House": what stands behind "to" says for whom it is. */
function readName(name: string, document: NamedDocument): Named {
  const core =
    /^(.+?\s.+?)\s+(?:to|for|at)\s+/i.exec(name)?.[1] ?? name.split(/\s[–—|:-]\s/)[0] ?? name;
  const all = core.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const stems = [...new Set(contentStemList(core))];
  // "Statement of Purpose", "Policy on Searches".
  const before = all.findIndex((word) => /^(?:of|on|for|to|about)$/i.test(word));
  const heads = [all.at(-1), before > 0 ? all[before - 1] : undefined].flatMap((word) =>
    word === undefined ? [] : (stemOf(word) ?? []),
  );
  const initials = all
    .map((word) => word[0] ?? "")
    .join("")
    .toUpperCase();
  return { document, stems, heads: new Set(heads), initials };
}

interface Found {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

/** A name that ends, or has its head, at a word: its words around it as far as they go, and the article in front. */
function readMention(
  words: readonly Word[],
  at: number,
  from: number,
  known: readonly Named[],
): Found | null {
  const { text = "", stem = null } = words[at] ?? {};
  const abbreviated = known.filter(
    ({ initials }) =>
      initials.length > 2 && /\p{Lu}.*\p{Lu}/u.test(text) && initials === text.toUpperCase(),
  );
  const [only] = abbreviated;
  if (
    only?.document.authority === "own" &&
    abbreviated.every(({ document }) => document === only.document)
  )
    return { id: only.document.id, first: withArticle(words, at, from), last: at };
  if (stem === null) return null;
  const candidates = known.filter(({ heads }) => has(heads, stem));
  const best = candidates
    .map((named) => weigh(named, words, at, from))
    .toSorted((a, b) => b.shared - a.shared || b.share - a.share);
  const [first] = best;
  if (first === undefined || first.document.authority !== "own") return null;
  // A head alone, "the plan", names the only document of its kind; of several that fit as well none is named.
  const rivals = best.filter(
    ({ document, shared, share }) =>
      document !== first.document &&
      shared === first.shared &&
      (share === first.share || shared === 1),
  );
  if (rivals.length > 0) return null;
  const article = words[first.first - 1];
  const isSaid =
    (article &&
      determiners.has(article.text.toLowerCase()) &&
      !/^(?:a|an|any)$/i.test(article.text)) ||
    /^\p{Lu}/u.test(words[first.first]?.text ?? "");
  if (first.shared === 1 && !(article && /^(?:the|our|this)$/i.test(article.text))) return null;
  return isSaid
    ? { id: first.document.id, first: withArticle(words, first.first, from), last: first.last }
    : null;
}

function withArticle(words: readonly Word[], first: number, from: number): number {
  const before = words[first - 1];
  return first - 1 >= from && before && determiners.has(before.text.toLowerCase())
    ? first - 1
    : first;
}

/** How many of a name's words stand around its head, and what share of the name that is. */
function weigh({ document, stems }: Named, words: readonly Word[], at: number, from: number) {
  const isOfName = ({ stem }: Word) => stem !== null && has(stems, stem);
  const matched = new Set<string>([words[at]?.stem ?? ""]);
  let first = at;
  // Up to an article: "the behaviour management policy" is nearly the Behaviour Support Policy.
  for (let i = at - 1; i >= Math.max(from, at - reach); i -= 1) {
    const word = words[i] as Word;
    if (determiners.has(word.text.toLowerCase())) break;
    if (isOfName(word)) {
      matched.add(word.stem ?? "");
      first = i;
    }
  }
  const start = startOfPhrase(words, first, at, from);
  let last = at;
  for (let i = at + 1; i < words.length; i += 1) {
    const word = words[i] as Word;
    if (isOfName(word)) {
      matched.add(word.stem ?? "");
      last = i;
    } else if (!joining.has(word.text.toLowerCase())) break;
  }
  return { document, shared: matched.size, share: matched.size / stems.length, first: start, last };
}

/** "our safe behaviour policy": words between the article and the first that is of the name belong to it. */
function startOfPhrase(words: readonly Word[], first: number, at: number, from: number): number {
  for (let i = first - 1; i >= Math.max(from, at - reach); i -= 1)
    if (/^(?:the|our|this)$/i.test(words[i]?.text ?? "")) return i + 1;
  return first;
}

/** The same word in another form: "medication" and "medicines". */
function has(stems: Iterable<string>, stem: string): boolean {
  return [...stems].some((each) => {
    const [short, long] = each.length < stem.length ? [each, stem] : [stem, each];
    return each === stem || (short.length >= 5 && long.startsWith(short));
  });
}
