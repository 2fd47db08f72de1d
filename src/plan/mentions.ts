// Takes a question and the library's documents; finds where it names the provider's own, by a name or nearly: "our missing
// policy" is the Missing from Care Procedure.
import { setOfWords } from "../lists.ts";
import { contentStemList } from "../text/content-stems.ts";
import {
  hasStem,
  namesOf,
  readWords,
  type DocumentName,
  type NamedDocument,
  type Word,
} from "./document-names.ts";

/** A stretch of a question that names a document, with its article; several where a name fits them as well. */
export interface Mention {
  readonly ids: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Words of a name in front of a head that are looked at. */
const reach = 5;
const determiners = setOfWords("the our this that these those your my their its a an any both");
/** Words that join a name's head to what follows it. */
const joining = setOfWords("of on for to from about");
/** Kinds by which people call any document of a provider, whatever it calls itself. */
const anyKind = new Set(
  contentStemList("policy procedure protocol doc docs document file paperwork"),
);
/** Words that tell no document of a home from another. */
const general = new Set(["child", ...contentStemList("staff home house care team")]);

/** Own documents that a question names, or nearly, in its order; what fits a document that is not own as well is none. */
export function findMentions(question: string, documents: readonly NamedDocument[]): Mention[] {
  const words = readWords(question);
  const known = documents.flatMap(namesOf);
  const mentions: Mention[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const found = readInitials(words, at, from, known) ?? readMention(words, at, from, known);
    if (found === null) continue;
    const [first, last] = [words[found.first], words[found.last]];
    if (first && last) mentions.push({ ids: found.ids, start: first.start, end: last.end });
    from = found.last + 1;
    at = found.last;
  }
  return mentions;
}

interface Found {
  readonly ids: readonly string[];
  readonly first: number;
  readonly last: number;
}

/** "SoP", or "our sop". */
function readInitials(
  words: readonly Word[],
  at: number,
  from: number,
  known: readonly DocumentName[],
): Found | null {
  const { text = "" } = words[at] ?? {};
  const isShort = /\p{Lu}.*\p{Lu}/u.test(text) || isTheOne(words[at - 1]);
  if (!isShort || text.length < 3) return null;
  const named = known.filter(({ initials }) => initials === text.toUpperCase());
  const ids = [...new Set(named.map(({ document }) => document.id))];
  return ids.length === 1 && named.every(isOwn)
    ? { ids, first: withArticle(words, at, from), last: at }
    : null;
}

function isOwn({ document }: Pick<DocumentName, "document">): boolean {
  return document.authority === "own";
}

/** A name that ends, or has its head, at a word: its words around it as far as they go, and the article in front. */
function readMention(
  words: readonly Word[],
  at: number,
  from: number,
  known: readonly DocumentName[],
): Found | null {
  const { stem = null } = words[at] ?? {};
  if (stem === null) return null;
  const best = known
    .flatMap((name) => weigh(name, words, at, from) ?? [])
    .toSorted((a, b) => b.shared - a.shared || b.share - a.share);
  const [first] = best;
  if (first === undefined || !isOwn(first)) return null;
  // A head alone, "the plan", names the only document of its kind; more words may name several that they fit as well.
  const rivals = best.filter(
    ({ document, shared, share }) =>
      document !== first.document &&
      shared === first.shared &&
      (share === first.share || shared === 1),
  );
  if (rivals.length > 0 && (first.shared === 1 || !rivals.every(isOwn))) return null;
  // "Our complaints policy" is no other policy.
  if (first.shared === 1 && !isTheOne(words[at - 1])) return null;
  if (!isSaid(words, first)) return null;
  return {
    ids: [...new Set([first, ...rivals].map(({ document }) => document.id))],
    first: withArticle(words, first.first, from),
    last: first.last,
  };
}

function isTheOne(article: Word | undefined): boolean {
  return article !== undefined && /^(?:the|our|this)$/i.test(article.text);
}

/** With an article that means a certain one, a capital, or what a document is asked to do: "what does … say". */
function isSaid(words: readonly Word[], { first, last }: Pick<Found, "first" | "last">): boolean {
  const article = words[first - 1]?.text.toLowerCase() ?? "";
  if (determiners.has(article)) return !/^(?:a|an|any)$/.test(article);
  return /^\p{Lu}/u.test(words[first]?.text ?? "") || /^says?$/i.test(words[last + 1]?.text ?? "");
}

function withArticle(words: readonly Word[], first: number, from: number): number {
  const before = words[first - 1];
  return first - 1 >= from && before && determiners.has(before.text.toLowerCase())
    ? first - 1
    : first;
}

interface Weighed {
  readonly document: NamedDocument;
  /** How many of the name's words stand there; a kind that any document is called by counts half. */
  readonly shared: number;
  readonly share: number;
  readonly first: number;
  readonly last: number;
}

/** How many of a name's words stand around its head, and what share of the name that is; null where the head is none. */
function weigh(
  name: DocumentName,
  words: readonly Word[],
  at: number,
  from: number,
): Weighed | null {
  const { document, stems, heads } = name;
  const head = words[at]?.stem ?? "";
  const isHead = hasStem(heads, head);
  if (!isHead && !(anyKind.has(head) && isOwn(name))) return null;
  const isOfName = ({ stem }: Word) => stem !== null && hasStem(stems, stem);
  const matched = new Set<string>();
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
    } else if (word.stem !== null || !isJoining(word)) break;
  }
  matched.delete(head);
  const isTelling = isHead || [...matched].some((stem) => !general.has(stem));
  if (!isTelling) return null;
  const shared = matched.size + (isHead ? 1 : 0.5);
  return { document, shared, share: shared / stems.length, first: start, last };
}

/** "Young" in "for young people" carries no meaning of its own. */
function isJoining({ text }: Word): boolean {
  return joining.has(text.toLowerCase()) || /^young$/i.test(text);
}

/** "our safe behaviour policy": words between the article and the first that is of the name belong to it. */
function startOfPhrase(words: readonly Word[], first: number, at: number, from: number): number {
  for (let i = first - 1; i >= Math.max(from, at - reach); i -= 1)
    if (isTheOne(words[i])) return i + 1;
  return first;
}
