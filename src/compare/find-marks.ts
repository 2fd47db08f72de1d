// Takes two wordings of one text and where they differ; gives what of substance differs: duty, time, figure, person, place.
import type { TextRange } from "../text/sentences.ts";
import { markKinds, type ChangeMark } from "./change.ts";
import type { Hunk } from "../text/align-words.ts";
import { readFacts, type Fact } from "./facts.ts";
import type { Token } from "./tokens.ts";

export interface Wording {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Tokens of a text that a fact covers, end exclusive. */
interface Placed {
  readonly fact: Fact;
  readonly from: number;
  readonly to: number;
}

/** In the order of `markKinds`, and of the text. */
export function findMarks(old: Wording, now: Wording, hunks: readonly Hunk[]): ChangeMark[] {
  const before = placeFacts(old);
  const after = placeFacts(now);
  const marks = markKinds.flatMap((kind) =>
    compareFacts(
      before.filter(({ fact }) => fact.kind === kind),
      after.filter(({ fact }) => fact.kind === kind),
      hunks,
    ),
  );
  return marks;
}

function placeFacts({ text, tokens }: Wording): Placed[] {
  return readFacts(text)
    .sort((a, b) => a.start - b.start)
    .map((fact) => ({ fact, ...tokensIn(fact, tokens) }));
}

function tokensIn(
  { start, end }: TextRange,
  tokens: readonly Token[],
): { from: number; to: number } {
  const from = tokens.findIndex((token) => token.end > start);
  if (from < 0) return { from: tokens.length, to: tokens.length };
  let to = from;
  while ((tokens[to]?.start ?? Infinity) < end) to += 1;
  return { from, to };
}

/** Facts whose words are kept are each other's; then those that take each other's place; what is left came or went. */
function compareFacts(
  old: readonly Placed[],
  now: readonly Placed[],
  hunks: readonly Hunk[],
): ChangeMark[] {
  const toNew = mapKept(hunks);
  const [leftOld, leftNew] = [new Set(old), new Set(now)];
  const found: { readonly at: number; readonly mark: ChangeMark }[] = [];
  const pair = (a: Placed, b: Placed) => {
    leftOld.delete(a);
    leftNew.delete(b);
    if (a.fact.key !== b.fact.key) found.push({ at: b.from, mark: toMark(a.fact, b.fact) });
  };
  for (const a of old) {
    const kept = [...leftNew].find((b) => sharesKept(a, b, toNew));
    if (kept !== undefined) pair(a, kept);
  }
  for (const hunk of hunks) {
    const theirs = [...leftNew].filter((b) => b.to > hunk.newFrom && b.from < hunk.newTo);
    for (const a of [...leftOld].filter((one) => one.to > hunk.oldFrom && one.from < hunk.oldTo)) {
      const same = theirs.findIndex((b) => b.fact.key === a.fact.key);
      const [b] = theirs.splice(Math.max(same, 0), 1);
      if (b !== undefined) pair(a, b);
    }
  }
  // What is said elsewhere in the same text was moved within it.
  for (const a of leftOld) {
    const moved = [...leftNew].find((b) => b.fact.key === a.fact.key);
    if (moved !== undefined) pair(a, moved);
  }
  for (const { fact, from } of leftOld)
    if (fact.alone) found.push({ at: from, mark: toMark(fact, null) });
  for (const { fact, from } of leftNew)
    if (fact.alone) found.push({ at: from, mark: toMark(null, fact) });
  return found.toSorted((a, b) => a.at - b.at).map(({ mark }) => mark);
}

function sharesKept(a: Placed, b: Placed, toNew: (token: number) => number | null): boolean {
  for (let at = a.from; at < a.to; at += 1) {
    const kept = toNew(at);
    if (kept !== null && b.from <= kept && kept < b.to) return true;
  }
  return false;
}

/** Of an old token the new one that it is; null for one that went. */
function mapKept(hunks: readonly Hunk[]): (token: number) => number | null {
  return (token) => {
    let shift = 0;
    for (const { oldFrom, oldTo, newTo } of hunks) {
      if (token < oldFrom) break;
      if (token < oldTo) return null;
      shift = newTo - oldTo;
    }
    return token + shift;
  };
}

function toMark(old: Fact | null, now: Fact | null): ChangeMark {
  const kind = (old ?? now)?.kind ?? "number";
  const isSame = old !== null && now !== null && old.words === now.words;
  const say = (fact: Fact | null) => (fact === null ? null : isSame ? fact.led : fact.words);
  return { kind, old: say(old), new: say(now) };
}
