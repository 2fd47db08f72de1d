// Takes the blocks of an answer; gives what is printed of them.
import { draftTitle } from "../draft/fixed-words.ts";
import { standsOff, writeGap } from "../draft/line-parts.ts";
import type {
  AnswerBlock,
  AnswerLine,
  AnswerPart,
  AnswerPointer,
  AnswerStatement,
} from "./answer.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { Run } from "../text/wrap.ts";
import { plain, strong, type PrintBlock } from "./print-block.ts";

/** Behind a statement that is shown although verification refused it. */
const unverifiedMark = "[unverified]";
/** Behind what verification was not sure of. */
const doubtedMark = "[to be checked]";

export function layoutBlocks(blocks: readonly AnswerBlock[]): PrintBlock[] {
  return blocks.flatMap((block, i): PrintBlock[] => {
    switch (block.kind) {
      case "heading":
        return [
          { kind: "heading", level: (block.under ?? 0) > 0 ? 4 : 3, runs: [plain(block.text)] },
        ];
      case "title":
        return [{ kind: "paragraph", runs: [strong(block.text)] }];
      case "note":
        return [{ kind: "paragraph", runs: [plain(block.text)] }];
      case "list":
        return block.items.map((item, at) => toItem(0, [plain(item)], at > 0));
      case "pointer":
        return [toItem(0, pointerRuns(block), blocks[i - 1]?.kind === "pointer")];
      default:
        return [
          ...announceDraft(block, blocks[i - 1]),
          ...(block.table === true
            ? layoutTable(block)
            : layoutStatement(block, isListed(blocks[i - 1]))),
        ];
    }
  });
}

/** A table and a text to paste are no list that could go on. */
function isListed(block: AnswerBlock | undefined): boolean {
  const is = block?.kind === "statement" && block.listed;
  return is && block.table !== true && block.says !== "draft";
}

/** Where no title says it, that what follows is no document's text. */
function announceDraft(block: AnswerStatement, before: AnswerBlock | undefined): PrintBlock[] {
  const goesOn = before?.kind === "statement" && before.says === "draft";
  const isTitled = before?.kind === "title" && before.text === draftTitle;
  if (block.says !== "draft" || goesOn || isTitled) return [];
  return [{ kind: "paragraph", runs: [strong(`${draftTitle}:`)] }];
}

/** @param follows it stands in a list under another statement */
function layoutStatement(statement: AnswerStatement, follows: boolean): PrintBlock[] {
  const { listed, says } = statement;
  return statement.lines.map((line, i) => {
    const marked = [...lineRuns(line.parts), ...marksOf(line, statement, i)];
    const depth = listed && says !== "draft" ? line.depth : line.depth - 1;
    if (says === "draft") return { kind: "paste", depth, runs: marked };
    if (depth < 0) return { kind: "paragraph", runs: marked };
    return toItem(depth, marked, i > 0 || follows);
  });
}

/** Charm's marks on a line, then the numbers of its sources. @param index of the line in its statement */
function marksOf(
  { markers }: AnswerLine,
  { unverified, doubted }: AnswerStatement,
  index: number,
): Run[] {
  const isDoubted = doubted === true && index === 0;
  return [
    ...markRuns(unverified ? [unverifiedMark] : isDoubted ? [doubtedMark] : []),
    ...markRuns(markers.map((n) => `[${n}]`)),
  ];
}

/** Marks stand in the last cell of their row. */
function layoutTable(statement: AnswerStatement): PrintBlock[] {
  return statement.lines.map((line, i): PrintBlock => {
    const cells = splitCells(lineRuns(line.parts));
    const marks = marksOf(line, statement, i);
    const last = [...(cells.at(-1) ?? []), ...marks];
    return { kind: "row", head: i === 0, cells: [...cells.slice(0, -1), last], tight: i > 0 };
  });
}

function splitCells(runs: readonly Run[]): Run[][] {
  const cells: Run[][] = [[]];
  for (const { text, style } of runs) {
    for (const [i, piece] of text.split(/\s*\|\s*/).entries()) {
      if (i > 0) cells.push([]);
      if (piece !== "") cells.at(-1)?.push({ text: piece, style });
    }
  }
  return cells;
}

/** "Guide 8.9: “Decisions about overnight stays” … [4]", "Regulation 16(2)(a), under “Statement of purpose” [5]". */
function pointerRuns(pointer: AnswerPointer): Run[] {
  const { name, file, locator, address, page, opening, under, goesOn, citations } = pointer;
  const parts: AnswerPart[] = [{ kind: "name", text: name, file, locator, address, page }];
  const quote = (text: string): AnswerPart => ({ kind: "quote", text, sources: citations });
  if (under !== null) parts.push({ kind: "words", text: ", under" }, quote(under));
  if (opening !== null) parts.push({ kind: "words", text: ":" }, quote(opening));
  if (opening !== null && goesOn) parts.push({ kind: "gap" });
  return [...lineRuns(parts), ...markRuns(citations.map((n) => `[${n}]`))];
}

function toItem(depth: number, runs: readonly Run[], tight: boolean): PrintBlock {
  return { kind: "item", depth, runs, tight };
}

/** Marks of charm's own, behind what they are said of: " [1][2]". */
function markRuns(marks: readonly string[]): Run[] {
  const runs = marks.map((text): Run => ({ text, style: "marker" }));
  return runs.length > 0 ? [plain(" "), ...runs] : [];
}

/** Parts as they are read, each without what could reach over into the next, neighbours of one style in one run. */
export function lineRuns(parts: readonly AnswerPart[]): Run[] {
  const runs: Run[] = [];
  for (const part of parts) {
    const { text, style } = partRun(part);
    const last = runs.at(-1);
    const space = last !== undefined && standsOff(last.text, text) ? " " : "";
    if (last?.style === style) {
      runs[runs.length - 1] = { text: `${last.text}${space}${text}`, style };
    } else {
      if (space !== "") runs.push(plain(space));
      runs.push({ text, style });
    }
  }
  return runs;
}

function partRun(part: AnswerPart): Run {
  switch (part.kind) {
    case "name":
      return strong(sanitiseLine(part.text));
    case "quote":
      return plain(`“${sanitiseLine(part.text)}”`);
    case "gap":
      return plain(writeGap(part));
    case "blank":
      return { text: `[${sanitiseLine(part.label)}]`, style: "blank" };
    default:
      return { text: sanitiseLine(part.text), style: part.strong === true ? "strong" : "plain" };
  }
}
