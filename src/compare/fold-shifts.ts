// Takes what goes by other numbers, and what came, went or moved; gives the numbers that changed by themselves, and with
// what the others did.
import type { Shift } from "./change.ts";
import { labelOf, type Edition } from "./edition.ts";
import { splitLabel, type PlaceChange } from "./find-places.ts";
import type { ProvisionPairs } from "./pair-provisions.ts";

/** Something that makes room in one edition, or takes it: by its ordinals, null where an edition has it not. */
export interface Cause {
  readonly old: number | null;
  readonly new: number | null;
}

export interface FoldedShifts<C extends Cause> {
  /** Each with those numbered on right behind it, in step with it. */
  readonly renumbered: readonly {
    readonly change: PlaceChange;
    readonly shifts: readonly Shift[];
  }[];
  readonly caused: ReadonlyMap<C, readonly Shift[]>;
}

/**
 * @param renumbered in the order of the old edition
 * @param causes what was added, removed, or moved from one row of numbers to another
 */
export function foldShifts<C extends Cause>(
  old: Edition,
  now: Edition,
  pairs: ProvisionPairs,
  renumbered: readonly PlaceChange[],
  causes: readonly C[],
): FoldedShifts<C> {
  const rowOld = (ordinal: number) => rowOf(old, ordinal, (parent) => `${parent}`);
  const rowNew = (ordinal: number) =>
    rowOf(now, ordinal, (parent) => `${pairs.toOld.get(parent) ?? `new ${parent}`}`);
  const placed = causes.map((cause) => ({
    cause,
    gone: cause.old === null ? null : rowOld(cause.old),
    come: cause.new === null ? null : rowNew(cause.new),
  }));
  const caused = new Map<C, Shift[]>();
  const own: { change: PlaceChange; shifts: Shift[]; step: readonly number[]; row: string }[] = [];
  for (const change of renumbered) {
    const [a, b] = change.ordinals;
    const steps = stepsBetween(labelAt(old, a), labelAt(now, b));
    const row = rowOld(a);
    const ahead = placed.filter(
      ({ cause, gone, come }) =>
        (gone === row && cause.old !== null && cause.old < a) ||
        (come === rowNew(b) && cause.new !== null && cause.new < b),
    );
    const net = ahead.reduce((sum, { cause, gone, come }) => {
      const went = gone === row && cause.old !== null && cause.old < a ? 1 : 0;
      const came = come === rowNew(b) && cause.new !== null && cause.new < b ? 1 : 0;
      return sum + came - went;
    }, 0);
    const shift = { old: nameOf(change.old), new: nameOf(change.new) };
    const reason = ahead.at(-1)?.cause;
    const last = own.at(-1);
    if (net !== 0 && steps.includes(net) && reason !== undefined)
      caused.set(reason, [...(caused.get(reason) ?? []), shift]);
    else if (last !== undefined && last.row === row && last.step.some((one) => steps.includes(one)))
      last.shifts.push(shift);
    else own.push({ change, shifts: [], step: steps, row });
  }
  return { renumbered: own.map(({ change, shifts }) => ({ change, shifts })), caused };
}

function nameOf({ locator, trail }: PlaceChange["old"]): string {
  return locator ?? trail.at(-1) ?? "";
}

function labelAt({ provisions }: Edition, ordinal: number): string {
  const provision = provisions[ordinal];
  return (provision && labelOf(provision)) ?? "";
}

/** The row of numbers that one stands in: regulations of a document, paragraphs of a chapter, items of a list. */
function rowOf(
  { provisions }: Edition,
  ordinal: number,
  nameParent: (parent: number) => string,
): string {
  const provision = provisions[ordinal];
  if (provision === undefined) return "";
  const chapter = splitLabel(labelOf(provision) ?? "")?.first;
  if (chapter !== undefined) return `${provision.kind} ${chapter}.`;
  if (["regulation", "section", "article"].includes(provision.kind)) return provision.kind;
  return `${provision.kind} in ${nameParent(provision.parent ?? 0)}`;
}

const roman = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");

/** By how much a number was moved on, in each way it can be read; none for "39A". */
function stepsBetween(was: string, is: string): number[] {
  const [a, b] = [splitLabel(was)?.last ?? was, splitLabel(is)?.last ?? is];
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return [Number(b) - Number(a)];
  const steps: number[] = [];
  if (/^[a-z]$/.test(a) && /^[a-z]$/.test(b)) steps.push(b.charCodeAt(0) - a.charCodeAt(0));
  if (roman.includes(a) && roman.includes(b)) steps.push(roman.indexOf(b) - roman.indexOf(a));
  return steps;
}
