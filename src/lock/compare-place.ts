// Takes a locked place and the library as it is now; says what became of it: the same, moved, changed or gone.
import type { DocumentInfo } from "../document.ts";
import { findChangedWords, type ChangedWords } from "./changed-words.ts";
import type { DocumentTexts, PagedText } from "./document-texts.ts";
import { findOn } from "./lock-sources.ts";
import type { LockedDocument, LockedPlace } from "./lock.ts";
import { bareText } from "./normal-text.ts";

/**
 * - `moved`: the same text on another page, under another number or in a file of another name
 * - `changed`: other words
 * - `gone`: neither the place nor its words are there
 * - `superseded`: there is a newer edition beside the one that is cited
 * - `read-otherwise`: the same file, which this charm reads otherwise
 */
export const placeKinds = ["changed", "gone", "superseded", "read-otherwise", "moved"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Where a place stands now. */
export interface PlaceNow {
  readonly document: DocumentInfo;
  readonly address: string | null;
  readonly locator: string | null;
  readonly page: number | null;
  /** What is quoted of it on one page stands on several now. */
  readonly parted: boolean;
  /** Folded text. */
  readonly text: string;
}

export interface PlaceChange {
  readonly kind: PlaceKind;
  /** Null where it is gone. */
  readonly now: PlaceNow | null;
  /** Words that changed; none where the text is the same, or there is no text to compare with. */
  readonly words: readonly ChangedWords[];
}

/** A document of the library that a locked one is compared with. */
export interface Counterpart {
  readonly info: DocumentInfo;
  readonly texts: DocumentTexts;
  /** The locked edition is in the library too, and this one takes its place. */
  readonly supersedes: boolean;
}

/** A quote may begin and end anywhere in a text: so many of its words must be in one for it to be that, reworded. */
const alike = 0.6;

/**
 * @param quotes of the place on its page: begin and end in the bare text
 * @param counterpart null where the library holds no edition of the document
 * @returns null where nothing changed
 */
export function comparePlace(
  locked: LockedPlace,
  quotes: readonly (readonly [number, number])[],
  counterpart: Counterpart | null,
): PlaceChange | null {
  if (counterpart === null) return { kind: "gone", now: null, words: [] };
  const { info, texts, supersedes } = counterpart;
  const same = info.sha256 === locked.document.sha256;
  const bare = bareText(locked.text);
  const found =
    locked.address === null ? findQuote(bare, locked, texts) : findPlace(bare, locked, texts);
  if (found !== null && found.text.bare === bare) {
    const pages = pagesNow(found.text, quotes, locked.page);
    const now = nowOf({ ...found.text, folded: locked.text }, pages, info, locked);
    if (supersedes) return { kind: "superseded", now, words: [] };
    // In the same file it stands where it stood: only what is said of the file may be new.
    const moved = same ? isOtherEdition(locked.document, info) : hasMoved(locked, now);
    return moved ? { kind: "moved", now, words: [] } : null;
  }
  if (found === null) {
    if (supersedes) return { kind: "superseded", now: null, words: [] };
    return { kind: same ? "read-otherwise" : "gone", now: null, words: [] };
  }
  const now = nowOf(found.text, [found.text.pageAt(0)], info, locked);
  const kind = same ? "read-otherwise" : supersedes ? "superseded" : "changed";
  return { kind, now, words: findChangedWords(locked.text, found.text.folded) };
}

interface Found {
  readonly text: PagedText;
}

/** Under its number, or the only place that has its words. */
function findPlace(bare: string, { address }: LockedPlace, texts: DocumentTexts): Found | null {
  const held = address === null ? null : texts.at(address);
  if (held !== null && held.bare === bare) return { text: held };
  const other = texts.findSame(bare);
  const text = other ?? held;
  return text === null ? null : { text };
}

/** Where the words stand; else the block that has most of them. */
function findQuote(bare: string, { page, text }: LockedPlace, texts: DocumentTexts): Found | null {
  const at = findOn(texts.whole, bare, page);
  if (at !== null) {
    const { whole } = texts;
    const rest = whole.bare.slice(at, at + bare.length);
    return { text: { ...whole, bare: rest, pageAt: (offset) => whole.pageAt(at + offset) } };
  }
  const words = wordsOf(text);
  let [best, most] = [null as PagedText | null, alike * words.size];
  for (const block of texts.blocks()) {
    const own = wordsOf(block.folded);
    const shared = [...words].filter((word) => own.has(word)).length;
    if (shared > most) [best, most] = [block, shared];
  }
  return best === null ? null : { text: best };
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Pages of what is quoted; of a text of which nothing is, the locked one where it still stands on it. */
function pagesNow(
  text: PagedText,
  quotes: readonly (readonly [number, number])[],
  locked: number | null,
): (number | null)[] {
  if (quotes.length > 0) return [...new Set(quotes.map(([at]) => text.pageAt(at)))];
  const first = text.pageAt(0);
  const last = text.pageAt(Math.max(0, text.bare.length - 1));
  const spans = first !== null && last !== null && locked !== null;
  return [spans && locked >= first && locked <= last ? locked : first];
}

function nowOf(
  { address, locator, folded }: PagedText,
  pages: readonly (number | null)[],
  document: DocumentInfo,
  locked: LockedPlace,
): PlaceNow {
  const place = locked.address === null ? { address: null, locator: null } : { address, locator };
  const parted = pages.length > 1;
  return { document, ...place, page: pages[0] ?? null, parted, text: folded };
}

function hasMoved({ document, address, page }: LockedPlace, now: PlaceNow): boolean {
  return (
    now.page !== page ||
    now.parted ||
    now.address !== address ||
    isOtherEdition(document, now.document)
  );
}

/** What reports print of an edition. */
function isOtherEdition(locked: LockedDocument, now: DocumentInfo): boolean {
  const { file, title, short, version, date } = now;
  return (
    file !== locked.file ||
    title !== locked.title ||
    short !== locked.short ||
    version !== locked.version ||
    date !== locked.date
  );
}
