// Takes two wordings of one text; gives the words that differ and what of substance does, or null where it is noise.
import { emptyWords } from "../text/stop-words.ts";
import type { Change, WordChange } from "./change.ts";
import { diffWords, type Hunk } from "../text/align-words.ts";
import { findMarks, type Wording } from "./find-marks.ts";
import type { Segment } from "./segments.ts";

type Rewording = Pick<Change, "words" | "marks" | "oldText" | "newText">;

/** A number that one edition prints before its text and the other has in its text. */
export interface PrintedLabels {
  readonly old: string | null;
  readonly new: string | null;
}

/** @param labels by which a number read as text is known for one */
export function compareWordings(
  old: readonly Segment[],
  now: readonly Segment[],
  labels: PrintedLabels,
): Rewording | null {
  const [before, after] = [joinSegments(old), joinSegments(now)];
  const hunks = diffWords(wordsOf(before), wordsOf(after)).filter(
    (hunk) => !isNoise(hunk, before, after, labels),
  );
  if (hunks.length === 0 || isLaidOutAnew([...old, ...now], before, after)) return null;
  return {
    words: joinNear(hunks, before).map((hunk) => toWords(hunk, before, after)),
    marks: findMarks(before, after, hunks),
    oldText: before.text,
    newText: after.text,
  };
}

function wordsOf({ tokens }: Wording): string[] {
  return tokens.map(({ text }) => text);
}

function joinSegments(segments: readonly Segment[]): Wording {
  const [first, ...others] = segments;
  if (first === undefined) return { text: "", tokens: [] };
  return others.reduce<Wording>((all, { text, tokens }) => {
    const shift = all.text.length + 1;
    const moved = tokens.map((one) => ({
      ...one,
      start: one.start + shift,
      end: one.end + shift,
    }));
    return { text: `${all.text} ${text}`, tokens: [...all.tokens, ...moved] };
  }, first);
}

/** Cells and short lines beside each other are read in another order where they stand a little otherwise. */
function isLaidOutAnew(segments: readonly Segment[], before: Wording, after: Wording): boolean {
  const beside = segments.length > 2 || segments.some(({ text }) => text.includes(" | "));
  const sorted = (wording: Wording) => wordsOf(wording).toSorted().join(" ");
  return beside && sorted(before) === sorted(after);
}

/** Words parted or joined otherwise ("well-being", "wellbeing"), and a number that was read as text. */
function isNoise(hunk: Hunk, old: Wording, now: Wording, labels: PrintedLabels): boolean {
  const [gone, come] = [
    lettersOf(old, hunk.oldFrom, hunk.oldTo),
    lettersOf(now, hunk.newFrom, hunk.newTo),
  ];
  if (gone === come) return true;
  if (hunk.oldFrom !== 0 || hunk.newFrom !== 0) return false;
  return (
    (gone === "" && labels.old !== null && isLabel(come, labels.old)) ||
    (come === "" && labels.new !== null && isLabel(gone, labels.new))
  );
}

/** What one edition has before its text as its number, or another number of that form: 3.1 for 2.1. */
function isLabel(words: string, label: string): boolean {
  const dotted = /^\d+(?:\.\d+)+$/;
  return words === lettersIn(label) || (dotted.test(words) && dotted.test(label));
}

function lettersOf({ tokens }: Wording, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join("");
}

function lettersIn(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, "");
}

/** Between two differences a word such as "the" tells nothing: they are read as one. */
function joinNear(hunks: readonly Hunk[], { tokens }: Wording): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const between = last === undefined ? [] : tokens.slice(last.oldTo, hunk.oldFrom);
    if (last !== undefined && between.length === 1 && emptyWords.has(between[0]?.text ?? ""))
      joined[joined.length - 1] = { ...last, oldTo: hunk.oldTo, newTo: hunk.newTo };
    else joined.push(hunk);
  }
  return joined;
}

function toWords(hunk: Hunk, old: Wording, now: Wording): WordChange {
  const before = cut(old, hunk.oldFrom, hunk.oldTo);
  const after = cut(now, hunk.newFrom, hunk.newTo);
  return { old: before.text, new: after.text, at: { old: before.at, new: after.at } };
}

/** As printed, with the punctuation inside; of no words the place where they would stand. */
function cut({ text, tokens }: Wording, from: number, to: number): { text: string; at: number } {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined || from >= to)
    return { text: "", at: first?.start ?? text.length };
  return { text: text.slice(first.start, last.end), at: first.start };
}
