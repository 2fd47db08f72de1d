// Takes the pieces of a policy and the words of law and guidance; gives the stretches that copy them, word for word or nearly.
import { setOfWords } from "../../lists.ts";
import { alignWords, type Pair } from "../../text/align-words.ts";
import { emptyWords } from "../../text/stop-words.ts";
import { readWords } from "../../text/word-stems.ts";
import { findSentences } from "../../text/sentences.ts";
import type { Piece } from "./policy.ts";
import { seedLength, type SourceWord, type SourceWords } from "./source-words.ts";

export interface PolicyWord {
  readonly text: string;
  readonly stem: string;
  /** Index of its piece, and in that of its sentence. */
  readonly piece: number;
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
}

/** Where a copy and its source go apart; one of the two may be empty. */
export interface Change {
  readonly written: readonly PolicyWord[];
  readonly printed: readonly SourceWord[];
  /** The words right before it, on either side. */
  readonly before: { readonly written: PolicyWord; readonly printed: SourceWord };
  /** Index among the words of the sources at which it begins. */
  readonly at: number;
}

export interface Copy {
  /** Words of the policy, the first that agree to the last. */
  readonly written: readonly PolicyWord[];
  readonly printed: readonly SourceWord[];
  /** Indexes of the first words among all of the policy and the sources. */
  readonly from: { readonly written: number; readonly printed: number };
  /** Number of words that agree in stretches of a few, and of what stands between the stretches. */
  readonly matched: number;
  readonly gaps: number;
}

export interface ChangedCopy extends Copy {
  readonly changes: readonly Change[];
}

/** No more words than these, on either side, stand between stretches that agree. */
const widest = 10;
/**
 * A copy agrees in at least so many words, and in this share of them; it is changed in a few spots at most, or so seldom
 * that this many words agree for each.
 */
export const fewest = { words: 12, share: 0.72, changes: 3, between: 8 };

/** In the order of the policy. Headings are titles and no copies; notes at the foot interrupt what they are on. */
export function findCopies(pieces: readonly Piece[], source: SourceWords): ChangedCopy[] {
  const words = pieces.flatMap(readPiece);
  const copies: ChangedCopy[] = [];
  for (let at = 0; at + seedLength <= words.length;) {
    const copy = copyFrom(words, at, source);
    // What begins alike in one place may go on alike from another.
    if (copy === null || copy.matched < fewest.words) {
      at += 1;
      continue;
    }
    const share = copy.matched / Math.max(copy.written.length, copy.printed.length);
    const close = copy.gaps <= Math.max(fewest.changes, copy.matched / fewest.between);
    if (share >= fewest.share && close)
      copies.push({ ...copy, changes: findChanges(copy, words, source.words) });
    at = Math.max(at + 1, copy.from.written + copy.written.length);
  }
  return copies;
}

/** The label of an item is no word of the law. */
const label = /^\s*\(?(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3}(?:\.\d{1,3})*)[.)]\s+/i;

function readPiece({ kind, text }: Piece, piece: number): PolicyWord[] {
  if (kind === "heading" || kind === "running" || kind === "footnote") return [];
  const skipped = label.exec(text)?.[0].length ?? 0;
  const sentences = findSentences(text);
  return readWords(text.slice(skipped)).map((word) => {
    const [start, end] = [word.start + skipped, word.end + skipped];
    const sentence = sentences.findIndex((one) => start < one.end);
    return { ...word, start, end, piece, sentence };
  });
}

/** Of all places where the words at `at` stand, the one from which the policy agrees longest. */
function copyFrom(words: readonly PolicyWord[], at: number, source: SourceWords): Copy | null {
  const seed = words.slice(at, at + seedLength).map(({ text }) => text);
  const copies = source.spotsOf(seed).map((spot) => {
    const back = stepsBack(words, at, source.words, spot);
    return follow(words, at - back, source.words, spot - back);
  });
  return copies.reduce<Copy | null>(
    (best, copy) => (best === null || copy.matched > best.matched ? copy : best),
    null,
  );
}

/**
 * Words before the first that agree, where a figure was put in another's place: "within 48 hours of". Without a word that
 * agrees before it, nothing says that it was.
 */
function stepsBack(
  words: readonly PolicyWord[],
  at: number,
  printed: readonly SourceWord[],
  spot: number,
): number {
  const same = (back: number): boolean => {
    const [word, other] = [words[at - back], printed[spot - back]];
    const inside = word?.piece === words[at]?.piece && other?.loaded === printed[spot]?.loaded;
    return inside && word !== undefined && word.text === other?.text;
  };
  const figures = [words[at - 1], printed[spot - 1]].every((word) => isFigure(word?.text ?? ""));
  if (!figures || !same(2)) return 0;
  let back = 2;
  while (same(back + 1)) back += 1;
  return back;
}

const figureWords = setOfWords("one two three four five six seven eight nine ten eleven twelve");

function isFigure(text: string): boolean {
  return /^\d+$/.test(text) || figureWords.has(text);
}

/** As far as the two go on alike, with no more than a few words between. */
function follow(
  words: readonly PolicyWord[],
  from: number,
  printed: readonly SourceWord[],
  spot: number,
): Copy {
  let [matched, gaps] = [0, 0];
  let at = { written: from, printed: spot };
  for (;;) {
    const run = runLength(words, at.written, printed, at.printed);
    matched += run;
    at = { written: at.written + run, printed: at.printed + run };
    const next = nextRun(words, at.written, printed, at.printed);
    if (next === null) break;
    gaps += 1;
    at = next;
  }
  return {
    from: { written: from, printed: spot },
    written: words.slice(from, at.written),
    printed: printed.slice(spot, at.printed),
    matched,
    gaps,
  };
}

/** Where a copy and its source go apart, to the end of the sentence that it ends in. */
function findChanges(
  { from, written: copied, printed: source }: Copy,
  words: readonly PolicyWord[],
  printed: readonly SourceWord[],
): Change[] {
  const tail = tailOf(words, from.written, from.written + copied.length);
  const rest = tail.length === 0 ? [] : restOf(printed, from.printed + source.length);
  const [written, said] = [
    [...copied, ...tail],
    [...source, ...(rest.length > longestTail ? [] : rest)],
  ];
  const pairs = alignWords(
    written.map(({ text }) => text),
    said.map(({ text }) => text),
  );
  if (pairs === null) return [];
  const changes: Change[] = [];
  let [left, right] = [0, 0];
  for (const [i, j] of [...joinShort(pairs, written), [written.length, said.length] as const]) {
    const before = { written: written[left - 1], printed: said[right - 1] };
    if ((i > left || j > right) && before.written !== undefined && before.printed !== undefined)
      changes.push({
        written: written.slice(left, i),
        printed: said.slice(right, j),
        before: { written: before.written, printed: before.printed },
        at: from.printed + right,
      });
    [left, right] = [i + 1, j + 1];
  }
  return changes;
}

/** Without a lone small word between two changes: "as far as is" for "so far as reasonably". */
function joinShort(pairs: readonly Pair[], written: readonly PolicyWord[]): Pair[] {
  return pairs.filter(([i, j], at) => {
    const apart = ([a, b]: Pair, [c, d]: Pair): boolean => c - a > 1 || d - b > 1;
    const [before, after] = [pairs[at - 1], pairs[at + 1]];
    const lone =
      before !== undefined &&
      after !== undefined &&
      apart(before, [i, j]) &&
      apart([i, j], after) &&
      emptyWords.has(written[i]?.text ?? "");
    return !lone;
  });
}

/** A sentence that copies to its last few words goes on in words of its own. */
const longestTail = 8;

/** Words of a source from some place to the end of their sentence. */
function restOf(printed: readonly SourceWord[], from: number): readonly SourceWord[] {
  const last = printed[from - 1];
  if (last === undefined) return [];
  const { block } = last;
  const sentence = findSentences(block.text).find(({ end }) => last.start < end);
  const rest = printed.slice(from, from + longestTail + 1);
  const end = rest.findIndex((word) => word.block !== block || word.start >= (sentence?.end ?? 0));
  return end < 0 ? rest : rest.slice(0, end);
}

/** The rest of the sentence that a copy ends in, where it begins as the copy does; empty where it is long, or numbered. */
function tailOf(words: readonly PolicyWord[], from: number, to: number): readonly PolicyWord[] {
  const last = words[to - 1];
  const own = ({ piece, sentence }: PolicyWord): boolean =>
    piece === last?.piece && sentence === last.sentence;
  let first = to - 1;
  while (first > 0 && own(words[first - 1] as PolicyWord)) first -= 1;
  const rest = words.slice(to, to + longestTail + 1);
  const end = rest.findIndex((word) => !own(word));
  const tail = end < 0 ? rest : rest.slice(0, end);
  const whole = from <= first + 2 && tail.length <= longestTail;
  return whole && !tail.some(({ text }) => /\d/.test(text)) ? tail : [];
}

function runLength(
  words: readonly PolicyWord[],
  from: number,
  printed: readonly SourceWord[],
  spot: number,
): number {
  const { loaded } = printed[spot] ?? {};
  let length = 0;
  for (;;) {
    const [word, other] = [words[from + length], printed[spot + length]];
    if (word === undefined || word.text !== other?.text || other.loaded !== loaded) return length;
    length += 1;
  }
}

/** The nearest place at which both go on alike for three words, fewest words passed over first. */
function nextRun(
  words: readonly PolicyWord[],
  written: number,
  printed: readonly SourceWord[],
  spot: number,
): { written: number; printed: number } | null {
  for (let sum = 1; sum <= 2 * widest; sum += 1) {
    for (let skipped = Math.max(0, sum - widest); skipped <= Math.min(sum, widest); skipped += 1) {
      const next = { written: written + skipped, printed: spot + sum - skipped };
      if (printed[next.printed]?.loaded !== printed[spot - 1]?.loaded) continue;
      if (runLength(words, next.written, printed, next.printed) >= 3) return next;
    }
  }
  return null;
}
