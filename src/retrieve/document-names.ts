// Takes what documents are called and how they open; gives, for a question, how far it says which of them it is about.
import type { Hit, Library } from "../library/library.ts";
import { keep } from "../once.ts";
import { pairStems, stemWords } from "../text/search-stems.ts";

/** How far a question says that it is about a document, 0 to 1 by id; those of which it says nothing are left out. */
export type NearDocuments = ReadonlyMap<string, number>;

/** What a question says of the documents that it is about. */
export interface SaidOfDocuments {
  readonly near: NearDocuments;
  /** Those of which it says most, to be searched by themselves too: of a large store, their passages seldom are among the nearest of all. */
  readonly foremost: readonly string[];
  /** The question without the words by which those are called: what is asked of them. */
  readonly rest: string;
}

export interface DocumentNames {
  readonly read: (question: string) => Promise<SaidOfDocuments>;
}

/** By what a document is called, in parts (`partsOf`). */
interface CalledDocument {
  readonly id: string;
  /** Title, short name, path, home, version and date. */
  readonly name: ReadonlySet<string>;
  /** What it begins with: a cover names the body and the year where the file's name does not. */
  readonly opening: ReadonlySet<string>;
}

/** A word of a question. */
interface SaidWord {
  readonly word: string;
  readonly parts: readonly string[];
}

/** A word or two, and how to look where it stands. */
interface SaidName {
  readonly key: string;
  readonly parts: readonly string[];
  readonly search: (
    library: Pick<Library, "searchText" | "searchPhrases">,
  ) => Promise<readonly Hit[]>;
}

/** Parts of an opening that are looked at. Further down it may say anything. */
const openingParts = 40;
/** What a part of the opening says, of what one of the name would. */
const openingShare = 0.75;
/** From this share on a word of an opening is taken for a name: paragraphs begin documents too. */
const ofProper = 0.75;
/** And years. */
const year = /^(?:19|20)\d\d$/;
/** Passages looked at for whether a word stands in other documents too. */
const passagesAsked = 1_000;
/** In nats: what the words of a question say by chance, and how much more names one document for certain. */
const [byChance, forCertain] = [2, 6];
/** Nats from which a word can be what tells a document from others. */
const leastTelling = 0.5;
/** From here on a question is taken to say which documents it is about. */
const leastSaid = 0.1;
/** Of the foremost, that much is said at least of what is said of the first; and so many there are at most. */
const [nearlyAsMuch, mostForemost] = [0.8, 8];
/** A word of so many nats is a name in a question rather than what is asked. */
const ofName = 1;

/**
 * A part says the more of which document is meant, the fewer are called by it: ln(N / n) of N documents, n of them so
 * called. But "statement of purpose" is spoken of everywhere and "Alder House" in its own documents alone: what is said
 * counts by the word that stands most nearly only in the documents that are called by it. Numbers were chosen on half
 * of the questions of `bench/store` and on children's homes questions (docs/retrieval.md).
 */
export async function readDocumentNames(
  library: Pick<Library, "documents" | "openings" | "searchText" | "searchPhrases">,
): Promise<DocumentNames> {
  const called = await readCalled(library);
  const carriers = new Map<string, Set<string>>();
  for (const { id, name, opening } of called)
    for (const part of [...name, ...opening])
      carriers.set(part, (carriers.get(part) ?? new Set()).add(id));
  const telling = (part: string) =>
    Math.log(called.length / (carriers.get(part)?.size ?? called.length));
  const ownShare = createOwnShare(library, called, carriers);
  return {
    read: async (question) => {
      const words = saidWords(question);
      const said = namesOf(words).filter(({ parts }) => parts.every((part) => carriers.has(part)));
      const shares = await Promise.all(said.map(ownShare));
      const proper = new Set(
        said.flatMap(({ parts }, at) => ((shares[at] ?? 0) >= ofProper ? parts : [])),
      );
      const asked = new Set(words.flatMap(({ parts }) => parts));
      const near = called.map((document) => {
        const counted = countedParts(document, asked, proper);
        const natsOf = (part: string) =>
          counted.has(part) ? telling(part) * (document.name.has(part) ? 1 : openingShare) : 0;
        const own = shares.filter((_, at) => {
          const nats = (said[at]?.parts ?? []).map(natsOf);
          return nats.every((each) => each > 0) && sum(nats) > leastTelling;
        });
        const all = sum([...asked].map(natsOf));
        const certain = (Math.max(0, ...own) * all - byChance) / forCertain;
        return [document.id, Math.min(1, certain)] as const;
      });
      const foremost = takeForemost(near);
      const theirs = called.filter(({ id }) => foremost.includes(id));
      const isName = (part: string) =>
        telling(part) > ofName &&
        theirs.some(({ name, opening }) => name.has(part) || opening.has(part));
      return {
        near: new Map(near.filter(([, certain]) => certain > 0)),
        foremost,
        rest: leaveOut(question, isName),
      };
    },
  };
}

/** How much of what a name says it says as a word: 1 where it stands in no other document than those so called. */
function createOwnShare(
  library: Pick<Library, "searchText" | "searchPhrases">,
  called: readonly CalledDocument[],
  carriers: ReadonlyMap<string, ReadonlySet<string>>,
): (name: SaidName) => Promise<number> {
  return keep(
    async ({ parts, search }: SaidName) => {
      const theirs = called.filter(({ id }) => parts.every((part) => carriers.get(part)?.has(id)));
      const hits = theirs.length === 0 ? [] : await search(library);
      const holding = new Set([
        ...hits.map(({ documentId }) => documentId),
        ...theirs.map(({ id }) => id),
      ]);
      const most = Math.log(called.length / theirs.length);
      return most > 0 ? Math.log(called.length / holding.size) / most : 0;
    },
    ({ key }) => key,
  );
}

/**
 * Parts of a question by which a document is called. Of an opening years count, and names where the document's own name
 * or a year says the same: a paragraph that nothing else speaks of begins documents too.
 */
function countedParts(
  { name, opening }: CalledDocument,
  asked: ReadonlySet<string>,
  proper: ReadonlySet<string>,
): ReadonlySet<string> {
  const sure = [...asked].filter(
    (part) => name.has(part) || (opening.has(part) && year.test(part)),
  );
  const covered = [...asked].filter((part) => opening.has(part) && proper.has(part));
  // "Within 12 months" is not of document 12.
  const says = sure.some((part) => !/^\d{1,2}$/.test(part));
  return new Set(says ? [...sure, ...covered] : []);
}

/** Each word, and each two that stand together: "Best" and "Buy" are everywhere, "Best Buy" is not. */
function namesOf(words: readonly SaidWord[]): SaidName[] {
  const single = words.map(({ word, parts }) => ({
    key: word,
    parts,
    search: (library: Pick<Library, "searchText">) => library.searchText(word, passagesAsked),
  }));
  const double = words.slice(1).flatMap((second, at) => {
    const first = words[at];
    const [pair, ...more] = pairStems(`${first?.word} ${second.word}`);
    if (first === undefined || pair === undefined || more.length > 0) return [];
    return {
      key: pair,
      parts: [...first.parts, ...second.parts],
      search: (library: Pick<Library, "searchPhrases">) =>
        library.searchPhrases(pair, passagesAsked),
    };
  });
  return [...single, ...double];
}

function takeForemost(near: readonly (readonly [id: string, certain: number])[]): string[] {
  const most = Math.max(0, ...near.map(([, certain]) => certain));
  return near
    .filter(([, certain]) => certain >= Math.max(leastSaid, nearlyAsMuch * most))
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .slice(0, mostForemost)
    .map(([id]) => id);
}

async function readCalled(
  library: Pick<Library, "documents" | "openings">,
): Promise<CalledDocument[]> {
  const openings = await library.openings();
  return library.documents.map(({ id, title, short, file, home, version, date }) => {
    const name = [title, short, file.replace(/\.\w+$/, ""), home, version, date].join(" ");
    const opening = partsOf(openings.get(id) ?? "").slice(0, openingParts);
    return { id, name: new Set(partsOf(name)), opening: new Set(opening) };
  });
}

/** Its words but those made of names alone; all of it where nothing else is left. */
function leaveOut(question: string, isName: (part: string) => boolean): string {
  const isLeftOut = (word: string) =>
    saidWords(word).some(({ parts }) => parts.every((part) => part === fiscalYear || isName(part)));
  const kept = question.split(/\s+/).filter((word) => !isLeftOut(word));
  return kept.some((word) => saidWords(word).length > 0) ? kept.join(" ") : question;
}

function saidWords(text: string): SaidWord[] {
  const words = new Set(inFullYears(text).match(/[\p{L}\p{N}]+/gu) ?? []);
  return [...words].flatMap((word) => {
    const parts = partsOf(word);
    return parts.length === 0 ? [] : [{ word, parts }];
  });
}

const fiscalYear = "fy";

/** `FY20` and `FY'20` as the year that they are. */
function inFullYears(text: string): string {
  return text.normalize("NFKC").replaceAll(/\b(fy)\W{0,2}(\d\d)\b/giu, "$1 20$2");
}

/** Stems, with `TamberAir_2020Q2` taken apart. */
function partsOf(text: string): string[] {
  const apart = inFullYears(text)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replaceAll(/(\p{L})(\p{N})/gu, "$1 $2")
    .replaceAll(/(\p{N})(\p{L})/gu, "$1 $2");
  return stemWords(apart);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
