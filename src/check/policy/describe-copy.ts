// Takes where copies of law and guidance depart from them; says so in words, with what the source has and what the policy.
import { namePlace } from "../../place/name-place.ts";
import type { Change, Copy, PolicyWord } from "./find-copies.ts";
import type { Piece } from "./policy.ts";
import type { SourceWord } from "./source-words.ts";

/** No more changes than this are named of one copy. */
const mostNamed = 4;
/** Provisions whose words are shown, at most. */
const mostSaid = 3;
/** Words of one text that a finding shows, at most. */
const mostShown = 40;

export interface ToldChange {
  readonly change: Change;
  readonly copy: Copy;
}

/** The changes one by one, and the words around them as the source and as the policy has them. */
export function describeChanges(
  told: readonly ToldChange[],
  pieces: readonly Piece[],
): { readonly changes: string; readonly said: string } {
  const named = told.slice(0, mostNamed).map((one) => describeChange(one, pieces));
  const more = told.length > mostNamed ? [`and ${told.length - mostNamed} more`] : [];
  const distinct = told.filter(
    (one, i) => told.findIndex((other) => blockOf(other) === blockOf(one)) === i,
  );
  const said = distinct.slice(0, mostSaid).map((one) => showBoth(one, pieces));
  return { changes: [...named, ...more].join("; "), said: said.join(" ") };
}

function sourceOf({ change: { printed, before } }: ToldChange): SourceWord {
  return printed[0] ?? before.printed;
}

function blockOf(one: ToldChange): SourceWord["block"] {
  return sourceOf(one).block;
}

function describeChange(
  { change: { written, printed, before }, copy }: ToldChange,
  pieces: readonly Piece[],
): string {
  const law = (printed[0] ?? before.printed).loaded.info.authority === "legislation";
  const source = law ? "the law" : "the guidance";
  if (written.length === 0) return `“${sourceText(printed)}” left out`;
  if (printed.length === 0) return `“${textOf(written, pieces)}” added`;
  // A word or two say little without what stands around them.
  const own = around(copy.written, written, ({ piece }) => piece);
  const theirs = around(copy.printed, printed, ({ block }) => block);
  return `“${textOf(own, pieces)}” where ${source} has “${sourceText(theirs)}”`;
}

/** With the word before and behind in the same paragraph or line. */
function around<Word>(
  all: readonly Word[],
  some: readonly Word[],
  keyOf: (word: Word) => unknown,
): readonly Word[] {
  if (some.length > 2) return some;
  const from = all.indexOf(some[0] as Word);
  // What comes behind the last word that agrees is its own end.
  if (from < 0) return some;
  const to = all.indexOf(some.at(-1) as Word);
  const key = keyOf(some[0] as Word);
  return all.slice(Math.max(0, from - 1), to + 2).filter((word) => keyOf(word) === key);
}

/** "24(1)(b) says “…” The policy says “…”" */
function showBoth(one: ToldChange, pieces: readonly Piece[]): string {
  const word = sourceOf(one);
  const { change, copy } = one;
  const name = word.loaded.provisions[word.ordinal]?.locator ?? word.loaded.info.short;
  const { text } = word.block;
  const theirs = cutAround(text, word.start, mostShown);
  const at = change.written[0] ?? change.before.written;
  const tail = change.written.at(-1) ?? at;
  const inPiece = copy.written.filter(({ piece }) => piece === at.piece);
  const start = Math.min(inPiece[0]?.start ?? at.start, at.start);
  const end = Math.max(inPiece.at(-1)?.end ?? 0, tail.end);
  const copied = (pieces[at.piece]?.text ?? "").slice(start, end);
  // The policy may have the whole list in one paragraph: no more of it than of the source.
  const own = cutAround(copied, at.start - start, Math.min(mostShown, text.split(" ").length + 8));
  return `${name} says “${theirs}” The policy says “${own}”`;
}

/** Words of one piece as they are written; of several, one after the other. */
export function textOf(words: readonly PolicyWord[], pieces: readonly Piece[]): string {
  return textBetween(
    words,
    ({ piece }) => pieces[piece]?.text ?? "",
    ({ piece }) => piece,
  );
}

function sourceText(words: readonly SourceWord[]): string {
  return textBetween(
    words,
    ({ block }) => block.text,
    ({ block }) => block,
  );
}

function textBetween<Word extends { readonly start: number; readonly end: number }>(
  words: readonly Word[],
  whole: (word: Word) => string,
  keyOf: (word: Word) => unknown,
): string {
  const stretches: { readonly first: Word; last: Word }[] = [];
  for (const word of words) {
    const held = stretches.at(-1);
    if (held !== undefined && keyOf(held.first) === keyOf(word)) held.last = word;
    else stretches.push({ first: word, last: word });
  }
  return stretches.map(({ first, last }) => whole(first).slice(first.start, last.end)).join(" ");
}

/** A long text around some place in it, in UTF-16 units. */
function cutAround(text: string, at: number, most: number): string {
  const words = text.split(" ");
  if (words.length <= most) return text;
  const before = text.slice(0, Math.max(0, at)).split(" ").length - 1;
  const from = Math.max(0, Math.min(before - Math.floor(most / 2), words.length - most));
  const cut = words.slice(from, from + most).join(" ");
  return `${from > 0 ? "… " : ""}${cut}${from + most < words.length ? " …" : ""}`;
}

/** "Regulation 24(1)(b)". */
export function nameSource({ loaded, ordinal }: SourceWord): string {
  const provision = loaded.provisions[ordinal];
  return namePlace(loaded.info.short, {
    locator: provision?.locator ?? null,
    address: provision?.address ?? null,
  });
}
