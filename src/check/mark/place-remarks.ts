// Takes the paragraphs of a document, its notes and remarks; gives the paragraph that each remark is put at.
import { readWords } from "../../text/word-stems.ts";
import type { PlacedParagraph } from "../../office/find-paragraphs.ts";

/** The words that a remark is about. */
export interface Sought {
  /** Text of the paragraph, row or line; null for the document as a whole. */
  readonly within: string | null;
  /** The words concerned, as written. */
  readonly reference: string | null;
}

/** A stretch of text, folded, and the index of the paragraph at which it is remarked on. */
interface Spot {
  readonly folded: string;
  readonly paragraph: number;
}

/** Share of a remark's pairs of words by which a paragraph is taken for the one that it is about. */
const likely = 0.5;

/** For each remark the index of its paragraph; null for one that stands in none, as in a header. */
export function placeRemarks(
  remarks: readonly Sought[],
  paragraphs: readonly PlacedParagraph[],
  notes: ReadonlyMap<string, string>,
): (number | null)[] {
  // A note is remarked on where the text refers to it.
  const spots = paragraphs.flatMap(({ text, notes: names }, paragraph): Spot[] => [
    { folded: fold(text), paragraph },
    ...names.map((name) => ({ folded: fold(notes.get(name) ?? ""), paragraph })),
  ]);
  let from = 0;
  return remarks.map((remark) => {
    const found = findSpot(remark, spots, from);
    from = found ?? from;
    return found === null ? null : (spots[found]?.paragraph ?? null);
  });
}

function fold(text: string): string {
  const words = readWords(text).map((word) => word.text);
  return words.length === 0 ? "" : ` ${words.join(" ")} `;
}

/** The spot of a remark, the next of its kind first. */
function findSpot(
  { within, reference }: Sought,
  spots: readonly Spot[],
  from: number,
): number | null {
  const sought = fold(within ?? "");
  if (sought === "") return null;
  const words = reference === null ? "" : fold(reference);
  const holding = (all: readonly number[]): number[] =>
    words === "" ? [] : all.filter((at) => spots[at]?.folded.includes(words));
  const alike = spots.flatMap(({ folded }, at) =>
    // A row is made of several paragraphs, and a number that Word prints is in none.
    folded !== "" && (folded.includes(sought) || sought.includes(folded)) ? [at] : [],
  );
  const exact = alike.filter((at) => spots[at]?.folded.includes(sought));
  const inExact = holding(exact);
  const lists = [inExact, holding(alike), exact, longest(alike, spots)];
  const list = lists.find((one) => one.length > 0) ?? likeliest(sought, spots);
  return list.find((at) => at >= from) ?? list[0] ?? null;
}

function longest(at: readonly number[], spots: readonly Spot[]): number[] {
  const lengths = at.map((one) => spots[one]?.folded.length ?? 0);
  const most = lengths.reduce((held, one) => Math.max(held, one), 0);
  return at.filter((_, i) => lengths[i] === most);
}

/** Where words are struck out, hidden or set otherwise in the file than they are read, most of them are still there. */
function likeliest(sought: string, spots: readonly Spot[]): number[] {
  const pairs = pairsOf(sought);
  const shares = spots.map(({ folded }) => {
    const held = pairsOf(folded);
    return [...pairs].filter((pair) => held.has(pair)).length / pairs.size;
  });
  const most = shares.reduce((held, share) => Math.max(held, share), likely);
  return spots.flatMap((_, at) => (shares[at] === most ? [at] : []));
}

function pairsOf(folded: string): Set<string> {
  const words = folded.trim().split(" ");
  return new Set(words.length < 2 ? words : words.slice(1).map((word, i) => `${words[i]} ${word}`));
}
