// Takes the structure of a file of any kind; gives its pieces of text in order, each with heading and page.
import { groupBy } from "../lists.ts";
import { runningHead } from "../structure/flow.ts";
import type { Block, Provision, Structure } from "../structure/provision.ts";
import { findSentences } from "../text/sentences.ts";
import type { Piece, PieceKind, Policy } from "./policy/policy.ts";

const kinds: Readonly<Record<Block["kind"], PieceKind>> = {
  text: "text",
  continuation: "text",
  bullet: "item",
  row: "row",
  head: "row",
};

/**
 * Headings, paragraphs, items, rows and footnotes; none is left out.
 * @param running lines of headers and footers, where the structure does not have them
 */
export function readDocument({ provisions }: Structure, running: readonly string[] = []): Policy {
  const [root] = provisions;
  if (root === undefined) return { title: null, pieces: [] };
  const pieces: Piece[] = [];
  walk(root, provisions, [], pieces);
  if (!pieces.some(({ kind }) => kind === "running"))
    for (const text of running)
      pieces.push({ kind: "running", text, headings: [runningHead.title], page: null, line: null });
  return { title: root.title, pieces: pieces.flatMap(cutLong) };
}

/** A paragraph of more characters is several: what is looked at in each word of it takes time by its square. */
const longest = 6000;

/** Cut between sentences, else between words. */
function cutLong(piece: Piece): Piece[] {
  const { text } = piece;
  if (text.length <= longest) return [piece];
  const ends = findSentences(text).map(({ end }) => end);
  const parts: Piece[] = [];
  for (let from = 0, next = 0; from < text.length;) {
    while (next + 1 < ends.length && (ends[next + 1] ?? 0) - from <= longest) next += 1;
    const end = ends[next] ?? 0;
    const space = text.lastIndexOf(" ", from + longest);
    const most = Math.min(text.length, space > from ? space : from + longest);
    const to = end > from && end - from <= longest ? end : most;
    parts.push({ ...piece, text: text.slice(from, to).trim() });
    from = to;
  }
  return parts.filter(({ text: part }) => part !== "");
}

function walk(
  provision: Provision,
  provisions: readonly Provision[],
  outer: readonly string[],
  pieces: Piece[],
): void {
  const { title, kind, page } = provision;
  let headings = outer;
  if (title !== null && provision.parent !== null && kind !== "definition") {
    pieces.push({ kind: "heading", text: title, headings: outer, page, line: null });
    headings = [...outer, title];
  }
  for (const item of provision.content) {
    if ("child" in item) {
      const child = provisions[item.child];
      if (child !== undefined) walk(child, provisions, headings, pieces);
    } else addBlock(item, provision, headings, pieces);
  }
}

function addBlock(
  { text, page, kind, level = 0, marks }: Block,
  { kind: of, address, locator }: Provision,
  headings: readonly string[],
  pieces: Piece[],
): void {
  const last = pieces.at(-1);
  const goesOn = kind === "continuation" && last !== undefined && last.kind !== "heading";
  const before = goesOn ? last.text.length + 1 : 0;
  const notes = marks
    .filter((mark) => mark.kind === "footnote")
    .map(({ at, label }) => ({ at: at + before, label }));
  if (goesOn) {
    const all = [...(last.notes ?? []), ...notes];
    const noted = all.length > 0 ? { notes: all } : {};
    pieces[pieces.length - 1] = { ...last, text: `${last.text} ${text}`, ...noted };
    return;
  }
  const running = address === runningHead.address;
  const own = of === "footnote" ? "footnote" : running ? "running" : kinds[kind];
  const label = locator?.replace(/^footnote /, "");
  pieces.push({
    kind: own,
    text,
    headings,
    page,
    line: null,
    ...(own === "item" && level > 0 ? { level } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(own === "footnote" && label !== undefined ? { label } : {}),
  });
}

/** The pieces with the lines of the text file that they were read from. */
export function withLines(policy: Policy, source: string): Policy {
  const words = [...withoutMarkup(source).matchAll(/[\p{L}\p{N}]+/gu)];
  const spots = groupBy([...words.keys()], (at) => words[at]?.[0] ?? "");
  const lines = lineStarts(source);
  let from = 0;
  let line = 1;
  const pieces = policy.pieces.map((piece) => {
    const sought = (piece.text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, sureWords);
    const at = findWords(words, spots, sought, from);
    const found = at === null ? undefined : words[at];
    if (found === undefined || at === null) return { ...piece, line };
    const own = lastAtMost(lines, found.index) + 1;
    // Notes are read where the text refers to them, and stand where they were written.
    if (piece.kind !== "footnote") [from, line] = [at + sought.length, own];
    return { ...piece, line: own };
  });
  return { ...policy, pieces };
}

/** Words by which a piece is found again in its file. */
const sureWords = 8;

/** Tags, and where links lead: their words are not read. Other offsets are kept. */
function withoutMarkup(source: string): string {
  return source.replaceAll(/<\/?[a-z][^<>]{0,500}>|\]\([^()\s]{0,2000}\)/gi, (markup) =>
    " ".repeat(markup.length),
  );
}

function lineStarts(source: string): number[] {
  return [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Index of the last of ascending numbers that is no greater; 0 where none is. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle;
  }
  return low;
}

/** Places of one word that are looked at: of what begins alike everywhere, the next ones. */
const mostLooked = 500;

/** Index of the first of the words sought, at `from` or behind it. */
function findWords(
  words: readonly RegExpMatchArray[],
  spots: ReadonlyMap<string, readonly number[]>,
  sought: readonly string[],
  from: number,
): number | null {
  const all = spots.get(sought[0] ?? "") ?? [];
  const last = lastAtMost(all, from);
  const first = (all[last] ?? 0) < from ? last + 1 : last;
  const next = all.slice(first, first + mostLooked);
  return next.find((at) => sought.every((word, i) => words[at + i]?.[0] === word)) ?? null;
}
