// Takes the blocks of a text; gives which of its tables need small letters, and which parts the long side of the page.
import { type Block, readRuns, type Run } from "./blocks.ts";

type TableBlock = Extract<Block, { kind: "table" }>;

/** In letters: a column of words is well read from this width on, and what is around the words of each column. */
const readable = 16;
const around = 1.7;
/** Letters in a line of an upright page, as tables are set and in small letters. */
const upright = { usual: 82, small: 92 };

/** A part that is set along one side of the page. */
export interface Part {
  readonly turned: boolean;
  readonly blocks: readonly Block[];
}

/** Whether its columns need small letters to be read on an upright page. */
export function isSmall(table: TableBlock): boolean {
  return lettersOf(table) > upright.usual;
}

/** Whether its columns are too narrow to be read on an upright page. */
export function isWide(table: TableBlock): boolean {
  return lettersOf(table) > upright.small;
}

function lettersOf({ head, rows }: TableBlock): number {
  return head.reduce((sum, title, at) => {
    const cells = [title, ...rows.map((row) => row[at] ?? [])];
    const most = cells.reduce((held, cell) => Math.max(held, longestLine(cell)), 0);
    return sum + Math.min(readable, most) + around;
  }, 0);
}

function longestLine(runs: readonly Run[]): number {
  let [longest, line] = [0, 0];
  for (const run of runs) {
    line = run.kind === "break" ? 0 : line + readRuns([run]).length;
    longest = Math.max(longest, line);
  }
  return longest;
}

/** What stands under one heading is turned where it has a wide table; parts that follow each other are one. */
export function partsOf(blocks: readonly Block[]): Part[] {
  const parts: { turned: boolean; blocks: Block[] }[] = [];
  for (const under of cutAtHeadings(blocks)) {
    const turned = under.some((block) => block.kind === "table" && isWide(block));
    const last = parts.at(-1);
    if (last?.turned === turned) last.blocks.push(...under);
    else parts.push({ turned, blocks: under });
  }
  return parts;
}

/** A heading right under another belongs to what follows both. */
function cutAtHeadings(blocks: readonly Block[]): Block[][] {
  const pieces: Block[][] = [];
  let before: Block | null = null;
  for (const block of blocks) {
    if (before === null || (block.kind === "heading" && before.kind !== "heading"))
      pieces.push([block]);
    else pieces.at(-1)?.push(block);
    before = block;
  }
  return pieces;
}
