// Takes the pieces of two editions and which is which; gives the provisions that are each other's.
import type { Provision } from "../structure/provision.ts";
import type { Pairing } from "./align.ts";
import type { Edition } from "./edition.ts";

/** By ordinal; of provisions that have no other, nothing. */
export interface ProvisionPairs {
  readonly toNew: ReadonlyMap<number, number>;
  readonly toOld: ReadonlyMap<number, number>;
}

/** A heading stays what it is, however much of what stood under it now stands under another: as many words as that. */
const titleWeight = 100_000;

type Votes = Map<number, Map<number, number>>;

/**
 * Two provisions are each other's where either has most of the other's words; of those without words of their own, or
 * whose words all changed, what is inside them decides.
 */
export function pairProvisions(
  old: Edition,
  now: Edition,
  pairings: readonly Pairing[],
): ProvisionPairs {
  const votes: Votes = new Map();
  for (const { old: mine, new: theirs } of pairings)
    for (const i of mine)
      for (const j of theirs) {
        const [a, b] = [old.segments[i], now.segments[j]];
        if (a === undefined || b === undefined) continue;
        const titled = a.isTitle && b.isTitle ? titleWeight : 0;
        const words = Math.min(a.tokens.length, b.tokens.length);
        vote(votes, a.provision, b.provision, words + titled);
      }
  const toNew = settle(votes);
  addParents(old.provisions, now.provisions, toNew);
  const toOld = new Map<number, number>();
  for (const [a, b] of toNew) toOld.set(b, a);
  return { toNew, toOld };
}

function vote(votes: Votes, a: number, b: number, weight: number): void {
  const row = votes.get(a) ?? new Map<number, number>();
  votes.set(a, row);
  row.set(b, (row.get(b) ?? 0) + weight);
}

/** The best of each that is the best of the other too. */
function settle(votes: Votes): Map<number, number> {
  const back: Votes = new Map();
  for (const [a, row] of votes) for (const [b, weight] of row) vote(back, b, a, weight);
  const settled = new Map<number, number>();
  for (const [a, row] of votes) {
    const b = heaviestOf(row);
    if (b !== null && heaviestOf(back.get(b) ?? new Map()) === a) settled.set(a, b);
  }
  return settled;
}

/** The first in the order of numbers among equals. */
function heaviestOf(row: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [key, weight] of row) {
    const held = best === null ? -1 : (row.get(best) ?? 0);
    if (weight > held || (weight === held && best !== null && key < best)) best = key;
  }
  return best;
}

/** Inner ones first, so that those around them have their votes. */
function addParents(
  old: readonly Provision[],
  now: readonly Provision[],
  toNew: Map<number, number>,
): void {
  const taken = new Set(toNew.values());
  const votes: Votes = new Map();
  for (const one of old.toReversed()) {
    const row = votes.get(one.ordinal);
    if (!toNew.has(one.ordinal) && row !== undefined) {
      const free = new Map([...row].filter(([b]) => !taken.has(b) && now[b]?.kind === one.kind));
      const best = heaviestOf(free);
      if (best !== null) {
        toNew.set(one.ordinal, best);
        taken.add(best);
      }
    }
    const mine = toNew.get(one.ordinal);
    const theirs = mine === undefined ? null : (now[mine]?.parent ?? null);
    if (one.parent !== null && theirs !== null) vote(votes, one.parent, theirs, 1);
  }
}
