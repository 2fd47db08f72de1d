// Takes the numbering part of a Word document; counts its lists as Word does and gives the number before each paragraph
// (ECMA-376 part 1, 17.9).
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";
import { formatNumber } from "./format-number.ts";
import { numberOf, switchOf, valueOf } from "./styles.ts";

/** What Word prints before a paragraph of a list. */
export interface ListNumber {
  /** As printed: `2.1`, `(a)`; null for a bullet, or a level that prints nothing. */
  readonly text: string | null;
  readonly isBullet: boolean;
  /** From 0, the outermost. */
  readonly level: number;
  /** Names the list that counts it: lists of one name go on with each other. */
  readonly list: string;
  /** The printed text holds the numbers of outer levels: "2.1" under "2". */
  readonly joined: boolean;
}

export interface Counter {
  /** The number of the next paragraph of a list; null where there is no such list. Counts it. */
  next(numId: string, level: number): ListNumber | null;
  /** The list and level that a paragraph style is tied to, where a list says so. */
  levelOfStyle(numId: string, styleId: string): number | null;
}

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1.%2`: numbers stand in the place of %1 to %9. */
  readonly text: string;
  /** Outer levels are printed in Arabic figures here. */
  readonly legal: boolean;
  /** It starts again after this level (from 1) and those outside it; 0 for never; null for any outer level. */
  readonly restartAfter: number | null;
  readonly hidden: boolean;
  readonly style: string | null;
}

interface List {
  /** Lists of one abstract definition share their counters. */
  readonly abstract: string;
  readonly levels: readonly Level[];
  /** Where this instance starts a level anew, when first met. */
  readonly starts: ReadonlyMap<number, number>;
}

const levelCount = 9;
const noLevel: Level = {
  start: 1,
  format: "none",
  text: "",
  legal: false,
  restartAfter: null,
  hidden: false,
  style: null,
};

/**
 * @param part `w:numbering`; undefined where the file has none
 * @param styleList gives the `numId` that a list style names, for definitions that stand in a style (17.9.21)
 */
export function createCounter(
  part: Element | undefined,
  styleList: (styleId: string) => string | null,
): Counter {
  const lists = readLists(part, styleList);
  /** Of each abstract list, how far each level has counted; null where it has not begun. */
  const counts = new Map<string, (number | null)[]>();
  const begun = new Set<string>();
  return {
    next: (numId, levelIndex) => {
      const list = lists.get(numId);
      const level = Math.min(Math.max(levelIndex, 0), levelCount - 1);
      if (!list || numId === "0") return null;
      const counted = counts.get(list.abstract) ?? Array<number | null>(levelCount).fill(null);
      counts.set(list.abstract, counted);
      count(list, level, counted, startOnce(list, numId, level, begun));
      return describe(list, level, counted);
    },
    levelOfStyle: (numId, styleId) => {
      const at = lists.get(numId)?.levels.findIndex(({ style }) => style === styleId) ?? -1;
      return at < 0 ? null : at;
    },
  };
}

/** Where an instance is to start a level at a number of its own, it does so when the level is first used (17.9.8). */
function startOnce(list: List, numId: string, level: number, begun: Set<string>): number | null {
  const key = `${numId}/${level}`;
  if (begun.has(key)) return null;
  begun.add(key);
  return list.starts.get(level) ?? null;
}

function count(
  list: List,
  level: number,
  counted: (number | null)[],
  startAt: number | null,
): void {
  const before = counted[level];
  const start = list.levels[level]?.start ?? 1;
  counted[level] = startAt ?? (before === null || before === undefined ? start : before + 1);
  // A level that has been passed over counts as begun: "1.1" without a "1" before it.
  for (let outer = 0; outer < level; outer += 1)
    counted[outer] ??= list.starts.get(outer) ?? list.levels[outer]?.start ?? 1;
  for (let inner = level + 1; inner < levelCount; inner += 1) {
    const restartAfter = list.levels[inner]?.restartAfter ?? null;
    if (restartAfter === null || (restartAfter > 0 && level < restartAfter)) counted[inner] = null;
  }
}

function describe(list: List, level: number, counted: readonly (number | null)[]): ListNumber {
  const own = list.levels[level] ?? noLevel;
  const isBullet = own.format === "bullet";
  let joined = false;
  let isKnown = true;
  const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    // A level may only print itself and those outside it.
    if (at > level) return "";
    if (at < level) joined = true;
    const other = list.levels[at] ?? noLevel;
    const format = own.legal && other.format !== "none" ? "decimal" : other.format;
    const number = formatNumber(counted[at] ?? other.start, format);
    // Half a number, or another one, would be a wrong one.
    if (number === "") isKnown = false;
    return number ?? "";
  });
  // A format of none prints what else its text holds.
  const isShown = isKnown && !isBullet && !own.hidden;
  return {
    text: (isShown ? text.trim() : "") || null,
    isBullet,
    level,
    list: list.abstract,
    joined,
  };
}

function readLists(
  part: Element | undefined,
  styleList: (styleId: string) => string | null,
): Map<string, List> {
  const abstracts = new Map<string, Element>();
  for (const abstract of childrenOf(part, "w:abstractNum"))
    abstracts.set(abstract.attributes.get("w:abstractNumId") ?? "", abstract);
  const numbers = new Map<string, Element>();
  for (const number of childrenOf(part, "w:num"))
    numbers.set(number.attributes.get("w:numId") ?? "", number);
  // A definition may stand in the style that it links to, and that style's list have it.
  const resolve = (id: string, depth = 0): [string, Element | undefined] => {
    const abstract = abstracts.get(id);
    const link = valueOf(abstract, "w:numStyleLink");
    if (link === null || depth > 5) return [id, abstract];
    const owner = [...abstracts].find(([, other]) => valueOf(other, "w:styleLink") === link);
    if (owner) return owner;
    const viaStyle = valueOf(numbers.get(styleList(link) ?? ""), "w:abstractNumId");
    return viaStyle === null ? [id, abstract] : resolve(viaStyle, depth + 1);
  };
  const lists = new Map<string, List>();
  for (const [numId, number] of numbers) {
    const [abstract, definition] = resolve(valueOf(number, "w:abstractNumId") ?? "");
    if (definition) lists.set(numId, readList(abstract, definition, number));
  }
  return lists;
}

function readList(abstract: string, definition: Element, instance: Element): List {
  const levels = Array.from({ length: levelCount }, () => noLevel);
  const starts = new Map<number, number>();
  const put = (element: Element) => {
    const at = numberOf(element.attributes.get("w:ilvl"));
    if (at !== null && at >= 0 && at < levelCount) levels[at] = readLevel(element);
  };
  for (const level of childrenOf(definition, "w:lvl")) put(level);
  for (const change of childrenOf(instance, "w:lvlOverride")) {
    const at = numberOf(change.attributes.get("w:ilvl")) ?? 0;
    const start = readStart(valueOf(change, "w:startOverride"));
    const level = childOf(change, "w:lvl");
    if (level) put(level);
    if (start !== null) starts.set(at, start);
  }
  return { abstract, levels, starts };
}

/** A format that Word 2010 brought, as "001, 002, …", stands beside one that older programs know. */
function formatOf(level: Element): string {
  const newer = childOf(level, "mc:AlternateContent", "mc:Choice", "w:numFmt");
  const format = childOf(level, "w:numFmt") ?? newer;
  const own = format?.attributes.get("w:format");
  return own ?? format?.attributes.get("w:val") ?? "decimal";
}

/** Where a list starts, however far out: what Word cannot count to is printed as no number. */
function readStart(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function readLevel(level: Element): Level {
  return {
    start: readStart(valueOf(level, "w:start")) ?? 0,
    format: formatOf(level),
    text: childOf(level, "w:lvlText")?.attributes.get("w:val") ?? "",
    legal: switchOf(level, "w:isLgl") ?? false,
    restartAfter: numberOf(valueOf(level, "w:lvlRestart")),
    hidden: switchOf(childOf(level, "w:rPr"), "w:vanish") ?? false,
    style: valueOf(level, "w:pStyle"),
  };
}
