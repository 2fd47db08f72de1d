// Numbers the pages that a draft quotes, in the order in which they are first cited, each once.
import { pageKindOf } from "../document.ts";
import type { LibraryDocument } from "../library/library.ts";
import { ocrField } from "../place/ocr-field.ts";
import { labelField } from "../place/page-labels.ts";
import type { AnswerSource } from "../report/answer.ts";

/** Words that are cited. */
export interface CitedWords {
  readonly document: LibraryDocument;
  readonly page: number | null;
  /** Nearest heading, which tells the place where there is no printed page; null above the first. */
  readonly section: string | null;
  readonly locator: string | null;
  readonly address: string | null;
  /** Verbatim. */
  readonly text: string;
}

export interface SourceBook {
  readonly cite: (words: CitedWords) => number;
  readonly list: () => AnswerSource[];
}

export function openSourceBook(): SourceBook {
  const entries = new Map<string, { readonly n: number; readonly words: CitedWords[] }>();
  return {
    cite: (words) => {
      const section = sectionOf(words);
      const key = JSON.stringify([words.document.file, words.page, section]);
      const entry = entries.get(key) ?? { n: entries.size + 1, words: [] };
      entries.set(key, entry);
      entry.words.push(words);
      return entry.n;
    },
    list: () => [...entries.values()].flatMap(toSource),
  };
}

/** A printed page is place enough. */
function sectionOf({ document, page, section }: CitedWords): string | null {
  const printed = page !== null && pageKindOf(document).pageKind === undefined;
  return printed ? null : section;
}

function toSource({
  n,
  words,
}: {
  readonly n: number;
  readonly words: readonly CitedWords[];
}): AnswerSource[] {
  const [first] = words;
  if (first === undefined) return [];
  const { file, title, short, version, date, sha256, authority, pageLabels } = first.document;
  const places = new Map(
    words.flatMap(({ locator, address }) =>
      locator === null ? [] : [[address ?? locator, { locator, address }] as const],
    ),
  );
  return [
    {
      n,
      file,
      title,
      short,
      version,
      date,
      sha256,
      authority,
      page: first.page,
      pageEnd: first.page,
      ...pageKindOf(first.document),
      ...labelField(pageLabels, first.page),
      ...ocrField(first.document.ocr, first.page),
      section: sectionOf(first),
      locators: [...places.values()].map(({ locator }) => locator),
      places: [...places.values()],
      quotes: [...new Set(words.map(({ text }) => text))],
    },
  ];
}
