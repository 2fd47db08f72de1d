// Takes the pieces of a policy and the words of law and guidance; gives the stretches that copy them, word for word or nearly.
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
}

export interface Copy {
  /** Words of the policy, the first that agree to the last. */
  readonly written: readonly PolicyWord[];
  readonly printed: readonly SourceWord[];
  /** Number of words that agree. */
  readonly matched: number;
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
export function findCopies(pieces: readonly Piece[], source: SourceWords): Copy[] {
  const words = pieces.flatMap(readPiece);
  const copies: Copy[] = [];
  for (let at = 0; at + seedLength <= words.length;) {
    const copy = copyFrom(words, at, source);
    if (copy === null) {
      at += 1;
      continue;
    }
    const share = copy.matched / Math.max(copy.written.length, copy.printed.length);
    const close = copy.changes.length <= Math.max(fewest.changes, copy.matched / fewest.between);
    if (copy.matched >= fewest.words && share >= fewest.share && close) copies.push(copy);
    at += Math.max(1, copy.written.length);
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
  const copies = source.spotsOf(seed).map((spot) => follow(words, at, source.words, spot));
  return copies.reduce<Copy | null>(
    (best, copy) => (best === null || copy.matched > best.matched ? copy : best),
    null,
  );
}

function follow(
  words: readonly PolicyWord[],
  from: number,
  printed: readonly SourceWord[],
  spot: number,
): Copy {
  const changes: Change[] = [];
  let matched = 0;
  let at = { written: from, printed: spot };
  for (;;) {
    const run = runLength(words, at.written, printed, at.printed);
    matched += run;
    at = { written: at.written + run, printed: at.printed + run };
    const next = nextRun(words, at.written, printed, at.printed);
    if (next === null) break;
    changes.push({
      written: words.slice(at.written, next.written),
      printed: printed.slice(at.printed, next.printed),
      before: {
        written: words[at.written - 1] as PolicyWord,
        printed: printed[at.printed - 1] as SourceWord,
      },
    });
    at = next;
  }
  const copied = words.slice(from, at.written);
  const tail = tailOf(words, from, at.written);
  const last = { written: words[at.written - 1], printed: printed[at.printed - 1] };
  if (tail.length > 0 && last.written !== undefined && last.printed !== undefined) {
    const before = { written: last.written, printed: last.printed };
    const rest = printed.slice(at.printed, at.printed + longestTail + 1);
    const own = rest.filter(({ block }) => block === before.printed.block);
    changes.push({ written: tail, printed: own.length > longestTail ? [] : own, before });
  }
  return { written: copied, printed: printed.slice(spot, at.printed), matched, changes };
}

/** A sentence that copies to its last few words goes on in words of its own. */
const longestTail = 8;

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
