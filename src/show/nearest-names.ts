// Takes words that name nothing, and the documents of the library; gives what was probably meant.
import type { DocumentInfo } from "../document.ts";
import { heads } from "../references/grammar-words.ts";
import { nearestWord } from "../settings/nearest-word.ts";

type Named = Pick<DocumentInfo, "file" | "short" | "title">;

/** Shorter words are too easily taken for others. */
const shortestWord = 4;

/** Short name of the document that is called nearly so, or of whose short name a word is nearly that; null for none. */
export function nearestDocument(documents: readonly Named[], name: string): string | null {
  const shorts = new Map<string, string>();
  const add = (text: string, short: string) => {
    if (!shorts.has(text)) shorts.set(text, short);
  };
  for (const { short, title, file } of documents)
    for (const text of [short, title, file, file.replace(/\.\w+$/, "")]) add(text, short);
  for (const { short } of documents) for (const word of longWords(short)) add(word, short);
  const near = nearestWord(name.trim(), shorts.keys());
  return near === null ? null : (shorts.get(near) ?? null);
}

/** The same with each word mended that is nearly one that references are made of; null where none is. */
export function mendReference(surface: string, documents: readonly Named[]): string | null {
  const longHeads = [...heads.keys()].filter((word) => word.length >= shortestWord);
  const known = [...longHeads, ...documents.flatMap(({ short }) => longWords(short))];
  const folded = new Set(known.map((word) => word.toLowerCase()));
  const mended = surface.replaceAll(/\p{L}{4,}/gu, (word) =>
    folded.has(word.toLowerCase()) ? word : (nearestWord(word, known) ?? word),
  );
  return mended === surface ? null : mended;
}

function longWords(text: string): string[] {
  return (text.match(/\p{L}+/gu) ?? []).filter((word) => word.length >= shortestWord);
}
