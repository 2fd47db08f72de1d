// Takes a document's tree of provisions; gives passages of whole provisions that fit the model's window.
import type { Provision, ProvisionKind, Structure } from "../structure/provision.ts";
import type { ChunkLimits } from "./limits.ts";
import { mergeShort } from "./merge-short.ts";
import type { Passage } from "./passage.ts";
import { contentOf, type Group, piecesOf, type Piece } from "./pieces.ts";
import { splitPiece } from "./split-piece.ts";
import { toPassage } from "./to-passage.ts";

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
    for (const group of packPieces(own, provision, limits)) groups.push(group);
    own = [];
  };
  for (const item of contentOf(provisions, provision)) {
    if (!("content" in item)) {
      own.push(item);
      continue;
    }
    const inner = groupsOf(provisions, item, limits);
    const [first, ...others] = inner;
    const tokens = sumTokens(own, limits) + (first?.tokens ?? 0);
    // A short lead-in stays with its first item; a footnote with the text it belongs to.
    if (isUnit && first && own.length > 0 && tokens <= limits.most) {
      groups.push({ pieces: [...own, ...first.pieces], owner: provision, tokens });
      for (const other of others) groups.push(other);
      own = [];
    } else {
      flush();
      for (const group of inner) groups.push(group);
    }
  }
  flush();
  return groups;
}

function sumTokens(pieces: readonly Piece[], limits: ChunkLimits): number {
  return pieces.reduce((total, piece) => total + limits.count(piece.text), 0);
}

/** The paragraph that the last piece is part of: a sentence over a page break must not be cut in two passages. */
function takeBegun(held: readonly Piece[]): Piece[] {
  const first = held.findLastIndex((piece) => !piece.continues);
  return held.slice(Math.max(first, 0));
}

/** Packs a provision's own text: paragraphs up to the limit together, a longer one split at its sentences. */
function packPieces(pieces: readonly Piece[], owner: Provision, limits: ChunkLimits): Group[] {
  const groups: Group[] = [];
  let held: Piece[] = [];
  let tokens = 0;
  /** Over the rows of a table, as long as they last. */
  let head: Piece | null = null;
  const close = () => {
    if (held.length > 0) groups.push({ pieces: held, owner, tokens });
    held = [];
    tokens = 0;
  };
  for (const piece of pieces.flatMap((p) => splitPiece(p, limits))) {
    const size = limits.count(piece.text);
    if (piece.kind === "head") head = piece;
    else if (piece.kind !== "row") head = null;
    if (tokens + size > limits.most) {
      const begun = piece.continues ? takeBegun(held) : [];
      const begunSize = sumTokens(begun, limits);
      const fits = held.length > begun.length && begunSize + size <= limits.most;
      if (fits) held = held.slice(0, held.length - begun.length);
      tokens -= fits ? begunSize : 0;
      close();
      if (fits) {
        held = begun;
        tokens = begunSize;
      }
      // What the columns are is said again: a row means nothing without it.
      const headSize = head && head !== piece ? limits.count(head.text) : 0;
      if (head && head !== piece && headSize + size <= limits.most) {
        held.push(head);
        tokens += headSize;
      }
    }
    held.push(piece);
    tokens += size;
  }
  close();
  return groups;
}
