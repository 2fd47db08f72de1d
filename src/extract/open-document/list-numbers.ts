// Takes the list styles of an OpenDocument text; counts its list items and headings, and gives their numbers as printed.
import { type Counting, printNumber } from "../office/printed-number.ts";
import { childrenOf, type Element } from "../office/read-xml.ts";

/** How far each level of a list has counted, by level from 1. */
export interface Counters {
  readonly counts: Map<number, number>;
}

interface Level {
  /** Null where the level prints no number; `unknown` for ways of counting of other scripts. */
  readonly counting: Counting | "unknown" | null;
  /** Whether letters go on `aa`, `bb` after `z`. */
  readonly repeats: boolean;
  readonly start: number;
  /** How many levels the number shows. */
  readonly shown: number;
  /** `%1%.%2%.`, in files that say so. */
  readonly form: string | undefined;
  readonly prefix: string;
  readonly suffix: string;
}

const countings: ReadonlyMap<string, Counting> = new Map([
  ["1", "decimal"],
  ["a", "lower-letter"],
  ["A", "upper-letter"],
  ["i", "lower-roman"],
  ["I", "upper-roman"],
]);

export function openCounters(): Counters {
  return { counts: new Map() };
}

/**
 * Counts one on.
 * @param level from 1
 * @param start where the item says itself what it counts
 * @returns the number as printed, `2.1`; "" for a bullet or a list without numbers
 */
export function countItem(
  counters: Counters,
  style: Element | undefined,
  level: number,
  start?: number,
): string {
  const levels = readLevels(style);
  const { counts } = counters;
  const before = counts.get(level);
  const first = levels.get(level)?.start ?? 1;
  counts.set(level, start ?? (before === undefined ? first : before + 1));
  for (const deeper of counts.keys()) if (deeper > level) counts.delete(deeper);
  // What stands below a level that has not begun counts it as begun.
  for (let over = 1; over < level; over += 1)
    if (!counts.has(over)) counts.set(over, levels.get(over)?.start ?? 1);
  return label(levels, counts, level);
}

function label(
  levels: ReadonlyMap<number, Level>,
  counts: ReadonlyMap<number, number>,
  level: number,
): string {
  const own = levels.get(level);
  if (!own) return "";
  let isKnown = true;
  const numberOf = (at: number) => {
    const { counting, repeats } = levels.get(at) ?? own;
    if (counting === null) return "";
    const known = counting === "unknown" ? "" : printNumber(counts.get(at) ?? 1, counting, repeats);
    // Half a number, or another one, would be a wrong one.
    if (known === "") isKnown = false;
    return known;
  };
  const text = labelText(own, level, numberOf);
  return isKnown ? text : "";
}

function labelText(own: Level, level: number, numberOf: (at: number) => string): string {
  if (own.form !== undefined)
    return own.form.replace(/%(\d+)%/g, (_, at: string) => numberOf(Number(at))).trim();
  if (own.counting === null) return (own.prefix + own.suffix).trim();
  const numbers = [];
  for (let at = Math.max(1, level - own.shown + 1); at <= level; at += 1)
    numbers.push(numberOf(at));
  return (own.prefix + numbers.filter((part) => part !== "").join(".") + own.suffix).trim();
}

const known = new WeakMap<Element, ReadonlyMap<number, Level>>();

function readLevels(style: Element | undefined): ReadonlyMap<number, Level> {
  if (!style) return new Map();
  const found = known.get(style) ?? new Map(childrenOf(style).flatMap(readLevel));
  known.set(style, found);
  return found;
}

function readLevel(element: Element): [number, Level][] {
  const numbered = ["text:list-level-style-number", "text:outline-level-style"];
  if (!numbered.includes(element.name)) return [];
  const get = (name: string) => element.attributes.get(name);
  const format = get("style:num-format") ?? "";
  const level = {
    counting: format === "" ? null : (countings.get(format) ?? ("unknown" as const)),
    repeats: get("style:num-letter-sync") === "true",
    start: startValue(element) ?? 1,
    shown: wholeNumber(get("text:display-levels")) ?? 1,
    form: get("style:num-list-format") ?? get("loext:num-list-format"),
    prefix: get("style:num-prefix") ?? "",
    suffix: get("style:num-suffix") ?? "",
  };
  return [[wholeNumber(get("text:level")) ?? 1, level]];
}

/** Where a list starts, however far out: what programs do not count to is printed as no number. */
export function startValue({ attributes }: Element): number | undefined {
  const value = attributes.get("text:start-value");
  return value === undefined ? undefined : Number(value);
}

export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;
}
