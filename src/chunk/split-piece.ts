// Takes a piece of text beyond the limit; gives it in parts, cut at sentences, clauses or words.
import type { ChunkLimits } from "./limits.ts";
import type { Piece } from "./pieces.ts";
import { findSentences } from "../text/sentences.ts";

export function splitPiece(piece: Piece, limits: ChunkLimits): Piece[] {
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
