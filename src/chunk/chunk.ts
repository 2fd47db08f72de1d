// Takes a document's tree of provisions; gives passages of whole provisions that fit the model's window.
import type { Mark } from "../extract/page.ts";
import type { Provision, ProvisionKind, Structure } from "../structure/provision.ts";
import type { Passage, Span } from "./passage.ts";
import { nearestLocator, ownPiecesOf, piecesOf, trailOf, type Piece } from "./pieces.ts";
import { findSentences } from "./sentences.ts";

export interface ChunkLimits {
  /** Most tokens of quotable text in a passage; what the model also sees (names, headings) has its own share. */
  readonly most: number;
  /** Siblings shorter than this are joined with the next, in tokens. */
  readonly fewest: number;
  /** Number of tokens of a text. */
  readonly count: (text: string) => number;
}

/** Pieces that stay together, and the provision they belong under. */
interface Group {
  readonly pieces: readonly Piece[];
  readonly owner: Provision;
  readonly tokens: number;
}

/** What holds units of text but is none itself. */
const divisions: ReadonlySet<ProvisionKind> = new Set([
  "document",
  "part",
  "chapter",
  "schedule",
  "annex",
  "crossheading",
  "heading",
]);

/** Same structure and limits, same passages; ids sort in document order. */
export function chunkDocument(
  documentId: string,
  structure: Structure,
  limits: ChunkLimits,
): Passage[] {
  const { provisions } = structure;
  const root = provisions[0];
  if (!root) return [];
  const counted = { ...limits, count: countOnce(limits.count) };
  const groups = mergeShort(groupsOf(provisions, root, counted), provisions, counted);
  return groups.map((group, ordinal) => toPassage(documentId, ordinal, group, provisions));
}

/** The same texts are weighed at every level of the tree, and counting tokens is slow. */
function countOnce(count: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text) ?? count(text);
    known.set(text, found);
    return found;
  };
}

/** A provision that fits is one group; otherwise its own text and its children are grouped on their own. */
function groupsOf(
  provisions: readonly Provision[],
  provision: Provision,
  limits: ChunkLimits,
): Group[] {
  const isUnit = !divisions.has(provision.kind);
  if (isUnit) {
    const pieces = piecesOf(provisions, provision);
    if (pieces.length === 0) return [];
    const tokens = sumTokens(pieces, limits);
    if (tokens <= limits.most) return [{ pieces, owner: provision, tokens }];
  }
  const groups: Group[] = [];
  let own: Piece[] = [];
  const flush = () => {
    groups.push(...packPieces(own, provision, limits));
    own = [];
  };
  const ownPieces = ownPiecesOf(provisions, provision);
  let next = 0;
  for (const item of provision.content) {
    if ("child" in item) {
      const child = provisions[item.child];
      if (!child) continue;
      const inner = groupsOf(provisions, child, limits);
      // A short lead-in stays with its first item; a footnote with the text it belongs to.
      const [first] = inner;
      const fits = first && own.length > 0 && sumTokens(own, limits) + first.tokens <= limits.most;
      if (isUnit && fits && own.length > 0) {
        groups.push({
          pieces: [...own, ...first.pieces],
          owner: provision,
          tokens: sumTokens(own, limits) + first.tokens,
        });
        own = [];
        groups.push(...inner.slice(1));
        continue;
      }
      flush();
      groups.push(...inner);
    } else {
      const piece = ownPieces[next];
      next += 1;
      if (piece) own.push(piece);
    }
  }
  flush();
  return groups;
}

function sumTokens(pieces: readonly Piece[], limits: ChunkLimits): number {
  return pieces.reduce((total, piece) => total + limits.count(piece.text), 0);
}

/** Packs a provision's own text: paragraphs up to the limit together, a longer one split at its sentences. */
function packPieces(pieces: readonly Piece[], owner: Provision, limits: ChunkLimits): Group[] {
  const groups: Group[] = [];
  let held: Piece[] = [];
  let tokens = 0;
  const close = () => {
    if (held.length > 0) groups.push({ pieces: held, owner, tokens });
    held = [];
    tokens = 0;
  };
  for (const piece of pieces.flatMap((p) => splitLong(p, limits))) {
    const size = limits.count(piece.text);
    if (tokens + size > limits.most) close();
    held.push(piece);
    tokens += size;
  }
  close();
  return groups;
}

function splitLong(piece: Piece, limits: ChunkLimits): Piece[] {
  if (limits.count(piece.text) <= limits.most) return [piece];
  const parts: Piece[] = [];
  let start = 0;
  let end = 0;
  const cut = () => {
    if (end > start) parts.push(slicePiece(piece, start, end, parts.length > 0));
    start = end;
  };
  for (const range of findSentences(piece.text).flatMap((r) =>
    splitSentence(piece.text, r.start, r.end, limits),
  )) {
    if (end > start && limits.count(piece.text.slice(start, range.end)) > limits.most) {
      cut();
      start = range.start;
    }
    end = range.end;
  }
  cut();
  return parts;
}

/** A sentence beyond the limit is cut at clause ends, and failing those between words. */
function splitSentence(
  text: string,
  start: number,
  end: number,
  limits: ChunkLimits,
): { start: number; end: number }[] {
  if (limits.count(text.slice(start, end)) <= limits.most) return [{ start, end }];
  const words = [...text.slice(start, end).matchAll(/\S+/g)];
  const size = Math.max(40, Math.floor(limits.most / 2));
  const ranges: { start: number; end: number }[] = [];
  for (let i = 0; i < words.length;) {
    let j = Math.min(i + size, words.length);
    for (let k = j; k > i + size / 2; k -= 1) {
      if (/[;:|]$/.test(words[k - 1]?.[0] ?? "")) {
        j = k;
        break;
      }
    }
    const first = words[i];
    const last = words[j - 1];
    if (first && last)
      ranges.push({ start: start + first.index, end: start + last.index + last[0].length });
    i = j;
  }
  return ranges;
}

function slicePiece(piece: Piece, start: number, end: number, continues: boolean): Piece {
  return {
    ...piece,
    text: piece.text.slice(start, end),
    marks: piece.marks
      .filter((mark) => mark.at >= start && mark.at <= end)
      .map((mark) => ({ ...mark, at: mark.at - start })),
    continues: continues || piece.continues,
  };
}

/** Joins neighbours under one parent while they are too short to stand alone. */
function mergeShort(
  groups: readonly Group[],
  provisions: readonly Provision[],
  limits: ChunkLimits,
): Group[] {
  const merged: Group[] = [];
  for (const group of groups) {
    const before = merged.at(-1);
    const short = before && (before.tokens < limits.fewest || group.tokens < limits.fewest);
    const owner = before ? commonOwner(provisions, before.owner, group.owner) : null;
    if (
      before &&
      owner &&
      short &&
      before.tokens + group.tokens <= limits.most &&
      sameStanding(before, group)
    ) {
      merged[merged.length - 1] = {
        pieces: [...before.pieces, ...group.pieces],
        owner,
        tokens: before.tokens + group.tokens,
      };
    } else merged.push(group);
  }
  return merged;
}

function sameStanding(a: Group, b: Group): boolean {
  return a.pieces[0]?.standing === b.pieces[0]?.standing;
}

/** The parent that both stand under, or one of them when it holds the other; null when a heading divides them. */
function commonOwner(
  provisions: readonly Provision[],
  a: Provision,
  b: Provision,
): Provision | null {
  if (a === b) return a;
  if (b.parent === a.ordinal) return isDivision(a) && isDivision(b) ? null : a;
  if (a.parent === b.ordinal) return b;
  if (a.parent !== b.parent || a.parent === null) return null;
  if (isDivision(a) || isDivision(b)) return null;
  const parent = provisions[a.parent];
  return parent ?? null;
}

function isDivision(provision: Provision): boolean {
  return [
    "part",
    "chapter",
    "schedule",
    "annex",
    "crossheading",
    "heading",
    "regulation",
    "section",
  ].includes(provision.kind);
}

function toPassage(
  documentId: string,
  ordinal: number,
  group: Group,
  provisions: readonly Provision[],
): Passage {
  let text = "";
  const spans: Span[] = [];
  const marks: Mark[] = [];
  for (const piece of group.pieces) {
    if (text !== "") text += piece.continues ? " " : "\n";
    const start = text.length;
    text += piece.text;
    for (const mark of piece.marks) marks.push({ ...mark, at: mark.at + start });
    spans.push({
      start,
      end: text.length,
      page: piece.page,
      provision: piece.provision,
      locator: piece.locator,
      kind: piece.kind,
    });
  }
  const pages = group.pieces.flatMap((piece) => (piece.page === null ? [] : [piece.page]));
  const first = group.pieces[0];
  return {
    id: `${documentId}-${String(ordinal).padStart(5, "0")}`,
    documentId,
    ordinal,
    text,
    spans,
    marks,
    locator: passageLocator(group, provisions),
    locators: [
      ...new Set(group.pieces.flatMap((piece) => (piece.locator === null ? [] : [piece.locator]))),
    ],
    trail: trailOf(provisions, group.owner),
    page: pages.length > 0 ? Math.min(...pages) : null,
    pageEnd: pages.length > 0 ? Math.max(...pages) : null,
    standing: first?.standing ?? "current",
    links: [],
  };
}

function passageLocator(group: Group, provisions: readonly Provision[]): string | null {
  const locators = new Set(
    group.pieces.filter((p) => p.kind !== "footnote").map((piece) => piece.locator),
  );
  const [only] = locators;
  if (locators.size === 1 && only) return only;
  return nearestLocator(provisions, group.owner);
}
