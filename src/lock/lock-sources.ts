// Takes the sources of an answer and the texts of its documents; gives the citations that a lock keeps of them.
import type { AnswerSource } from "../report/answer.ts";
import type { DocumentTexts, PagedText } from "./document-texts.ts";
import type { Citation, LockedDocument } from "./lock.ts";
import { bareText, foldText } from "./normal-text.ts";

/** What of a source a lock needs. */
export type LockableSource = Pick<
  AnswerSource,
  | "n"
  | "file"
  | "title"
  | "short"
  | "version"
  | "date"
  | "authority"
  | "sha256"
  | "page"
  | "places"
  | "quotes"
>;

/** What the library holds of a document that is cited. */
export interface Held {
  /** Null where it no longer holds that edition. */
  readonly texts: DocumentTexts | null;
  /** File of a newer edition that it holds as well; null where it holds none. */
  readonly newer: string | null;
}

/** @param question its number in the report, from 1 */
export function lockSources(
  sources: readonly LockableSource[],
  question: number,
  held: (source: LockableSource) => Held,
): Citation[] {
  return sources.flatMap((source) => lockSource(source, question, held(source)));
}

function lockSource(source: LockableSource, question: number, { texts, newer }: Held): Citation[] {
  const { n, page, places, quotes } = source;
  const base = { question, source: n, document: toLocked(source, newer), page };
  const held = places.flatMap(({ address, locator }) => {
    const text = address === null ? null : (texts?.at(address) ?? null);
    return text === null ? [] : [{ address, locator, text, quotes: [] as [number, number][] }];
  });
  const alone: string[] = [];
  for (const quote of quotes) {
    const bare = bareText(quote);
    const owner = held.find(({ text }) => findOn(text, bare, page) !== null);
    const at = owner === undefined ? null : findOn(owner.text, bare, page);
    if (owner === undefined || at === null) alone.push(quote);
    else owner.quotes.push([at, at + bare.length]);
  }
  return [
    ...held.map(({ address, locator, text, quotes: at }) => ({
      ...base,
      address,
      locator,
      text: text.folded,
      quotes: at,
    })),
    ...alone.map((quote) => ({
      ...base,
      address: null,
      locator: null,
      text: foldText(quote),
      quotes: [],
    })),
  ];
}

/** Where a bare text stands in another, on this page where it does; null where it does not stand there. */
export function findOn(text: PagedText, bare: string, page: number | null): number | null {
  const first = text.bare.indexOf(bare);
  for (let at = first; at >= 0; at = text.bare.indexOf(bare, at + 1))
    if (text.pageAt(at) === page) return at;
  return first < 0 ? null : first;
}

/** @param newer as `Held.newer` */
export function toLocked(
  { file, title, short, version, date, authority, sha256 }: Omit<LockedDocument, "newer">,
  newer: string | null,
): LockedDocument {
  const known = { file, title, short, version, date, authority, sha256 };
  return newer === null ? known : { ...known, newer };
}
