// Takes what documents are called and how they open; gives, for a question, how far it says which of them it is about.
import type { Library } from "../library/library.ts";
import { keep } from "../once.ts";
import { stemWords } from "../text/search-stems.ts";

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

/** Parts of an opening that are looked at. Further down it may say anything. */
const openingParts = 80;
/** What a part of the opening says, of what one of the name would. */
const openingShare = 0.5;
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
  library: Pick<Library, "documents" | "openings" | "searchText">,
): Promise<DocumentNames> {
  const called = await readCalled(library);
  const carriers = new Map<string, Set<string>>();
  for (const { id, name, opening } of called)
    for (const part of [...name, ...opening])
      carriers.set(part, (carriers.get(part) ?? new Set()).add(id));
  const telling = (part: string) =>
    Math.log(called.length / (carriers.get(part)?.size ?? called.length));
  const worth = ({ name, opening }: CalledDocument, part: string) => {
    if (name.has(part)) return telling(part);
    return opening.has(part) ? openingShare * telling(part) : 0;
  };
  /** Share of the documents with the word in them that are called by it. */
  const ownShare = keep(
    async ({ word, parts }: SaidWord) => {
      const hits = await library.searchText(word, passagesAsked);
      const theirs = called.filter(({ id }) => parts.every((part) => carriers.get(part)?.has(id)));
      const all = new Set([
        ...hits.map(({ documentId }) => documentId),
        ...theirs.map(({ id }) => id),
      ]);
      return all.size === 0 ? 0 : theirs.length / all.size;
    },
    ({ word }) => word,
  );
  return {
    read: async (question) => {
      const words = saidWords(question).filter(({ parts }) =>
        parts.some((part) => carriers.has(part)),
      );
      const shares = await Promise.all(words.map(ownShare));
      const near = called.map((document) => {
        const nats = words.map(({ parts }) => sum(parts.map((part) => worth(document, part))));
        const own = shares.filter((_, at) => (nats[at] ?? 0) > leastTelling);
        const certain = (Math.max(0, ...own) * sum(nats) - byChance) / forCertain;
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
