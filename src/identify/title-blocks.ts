// Takes the lines of a cover; gives what of them is set as one, since a title may be broken over several.
import { groupNeighbours } from "../lists.ts";
import type { Front, FrontLine } from "./front.ts";
import { dateAlone } from "./read-date.ts";
import { canBeTitle, isBareKind, isHouseName, namesKind } from "./title-lines.ts";

/** Lines that are set as one. */
export interface Block {
  readonly lines: readonly FrontLine[];
  readonly text: string;
  /** Lines of the cover before it. */
  readonly at: number;
}

/** In the order of the cover. */
export function titleBlocks({ cover, isFlow, file }: Front): Block[] {
  return isFlow ? flowBlocks(cover) : printedBlocks(cover, file);
}

/** A paragraph is a block, with a bare `Policy` below it. */
function flowBlocks(cover: readonly FrontLine[]): Block[] {
  return cover.map((line, at) => {
    const next = cover[at + 1];
    const goesOn = next !== undefined && isBareKind(next.text) && next.cells === null;
    const joins = goesOn && next.heading === line.heading && !namesKind(line.text);
    const text = line.text.trim();
    return { lines: [line], text: joins ? `${text} ${next.text.trim()}` : text, at };
  });
}

/** Printed lines of one size that follow each other, as far as that may be a title; else each of them alone. */
function printedBlocks(cover: readonly FrontLine[], file: string): Block[] {
  const groups = groupNeighbours(
    [...cover.entries()],
    ([, line], [[, first]]) =>
      isPart(line) &&
      isPart(first) &&
      line.bold === first.bold &&
      Math.abs(line.size - first.size) <= 0.05 * Math.max(line.size, first.size),
  );
  return groups.flatMap((all) => {
    const group = withoutHouse(all, file);
    const lines = group.map(([, line]) => line);
    const text = lines.map((line) => line.text.trim()).join(" ");
    if (lines.length <= 6 && canBeTitle({ text, cells: null }))
      return [{ lines, text, at: group[0][0] }];
    return group.map(([at, line]) => ({ lines: [line], text: line.text.trim(), at }));
  });
}

/** A house stands above or below its document's title in letters of the same size. */
function withoutHouse<T extends readonly [number, FrontLine]>(
  group: readonly [T, ...T[]],
  file: string,
): readonly [T, ...T[]] {
  const isHouse = ([, line]: T) => isHouseName(line.text.trim(), file);
  const named = group.filter((each) => !isHouse(each));
  const [first] = named;
  const outer = isHouse(group[0]) || isHouse(group.at(-1) ?? group[0]);
  const apart = named.every((each, at) => at === 0 || each[0] === (named[at - 1]?.[0] ?? 0) + 1);
  if (!outer || !apart || first === undefined || !/^\p{Lu}/u.test(first[1].text)) return group;
  return [first, ...named.slice(1)];
}

/** May be a line of a title of several: it may start small, end with a comma, or be a year. */
function isPart({ text, cells }: FrontLine): boolean {
  const whole = text.trim().replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (cells !== null || dateAlone(text) !== null) return false;
  return !/\p{L}{3}/u.test(text) || canBeTitle({ text: whole.replace(/[,:]$/, ""), cells });
}
