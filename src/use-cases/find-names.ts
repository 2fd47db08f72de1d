// Takes a question and an open library; gives the question's names, told from its other words by the library's texts.
import type { Authority } from "../document.ts";
import type { Library } from "../library/library.ts";
import { readNames, speaksOf, wordsOfNames, type Names } from "../plan/read-names.ts";

/** Passages in which a word is looked for: full text puts those first that use it most. */
const looked = 30;
/** Passages in all, from which a word that none of them has is likely no word of everyday use. */
const telling = 1000;

export async function findNames(question: string, library: Library): Promise<Names> {
  const words = wordsOfNames(question);
  const found = await Promise.all(words.map((word) => isWrittenSmall(word, library)));
  const ordinary = new Set(words.filter((_, i) => found[i]));
  const size = library.documents.reduce((sum, { passageCount }) => sum + passageCount, 0);
  return readNames(question, {
    isOrdinary: (word) => ordinary.has(word),
    tells: size >= telling,
  });
}

async function isWrittenSmall(word: string, library: Library): Promise<boolean> {
  const hits = await library.searchText(word, looked);
  const passages = await library.passages(hits.map(({ id }) => id));
  const small = new RegExp(`(?<![\\p{L}\\d@./-])${word}(?![\\p{L}\\d@/])`, "u");
  return passages.some(({ text }) => small.test(text));
}

/** Of the names, those that a document of the library has in its title or its text. @param authorities all when left out */
export async function findSpokenOf(
  names: readonly string[],
  library: Library,
  authorities?: readonly Authority[],
): Promise<string[]> {
  const documents = library.documents.filter(
    ({ authority }) => authorities?.includes(authority) ?? true,
  );
  if (documents.length === 0) return [];
  const spoken = await Promise.all(
    names.map(async (name) => {
      if (documents.some(({ title }) => speaksOf(title, name))) return true;
      const hits = await library.searchText(name, looked, authorities ? { authorities } : {});
      const passages = await library.passages(hits.map(({ id }) => id));
      return passages.some(({ text, trail }) => speaksOf(`${trail.join(" ")} ${text}`, name));
    }),
  );
  return names.filter((_, i) => spoken[i]);
}
