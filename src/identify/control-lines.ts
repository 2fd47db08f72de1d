// Takes a document's front; gives the lines in which it may state its version and dates, surest first.
import type { Front, FrontLine } from "./front.ts";
import { dateAlone, findDates } from "./read-date.ts";

export interface ControlLine {
  readonly text: string;
  /**
   * True where the line can only be about the document: a header or footer, a row of a table of document control.
   * Elsewhere a date or version counts only where its label opens the line or has a colon after it.
   */
  readonly control: boolean;
}

/** Labels that stand in a line of their own, or a cell, and say what the next one holds. */
const loneLabel =
  /^(?:(?:page |policy |document )?(?:last |next |first )?(?:updated|reviewed|revised|amended|published|issued|approved|adopted|ratified|review|effective)(?: (?:on|from|date|due))?|date(?: (?:of )?[\p{L} ]{0,30})?|[\p{L} ]{0,30}\bdate|version(?: (?:no\.?|number))?)\s*:?$/iu;

/** A short line with a version and a date in it, "Tideway Care. Version 3.0, issued 1 May 2026", is about the document. */
function namesBoth(text: string): boolean {
  const named =
    /\b(?:version|issue|revision|rev|ver|v)\b\.?:? ?\d/i.test(text) || /\bv\d/i.test(text);
  return text.length <= longestControl && named && findDates(text).length > 0;
}

const longestControl = 120;

/** Rows of cells come as `label: value`, whatever columns they had. */
export function readControlLines(front: Front): ControlLine[] {
  const running = front.running.map((text) => ({ text, control: true }));
  return [
    ...latestVersion([...front.openingLines, ...front.endLines]),
    ...running,
    ...readLines(front.openingLines),
    // At its end a document says such things in tables or after a colon, and others in sentences.
    ...readLines(front.endLines).filter(({ text, control }) => control || text.includes(":")),
  ];
}

function readLines(lines: readonly FrontLine[]): ControlLine[] {
  return lines.flatMap((line, at): ControlLine[] => {
    if (line.cells) return pairCells(line.cells).map((text) => ({ text, control: true }));
    const before = lines[at - 1];
    const labelled = before !== undefined && !before.cells && loneLabel.test(before.text.trim());
    if (labelled && !loneLabel.test(line.text.trim())) {
      const text = `${before.text.trim().replace(/:$/, "")}: ${line.text}`;
      return [{ text, control: false }];
    }
    return [{ text: line.text, control: namesBoth(line.text) }];
  });
}

/** `Version | 2 | Next review | May 2030` → `Version: 2`, `Next review: May 2030`. */
function pairCells(cells: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = (cells[at] ?? "").trim();
    const next = (cells[at + 1] ?? "").trim();
    if (next !== "" && loneLabel.test(cell) && !loneLabel.test(next)) {
      pairs.push(`${cell.replace(/\s*:$/, "")}: ${next}`);
      at += 1;
    } else pairs.push(cell);
  }
  return pairs;
}

/** The last state that a table of versions tells of: the row of the highest number, under heads for number and date. */
function latestVersion(lines: readonly FrontLine[]): ControlLine[] {
  for (const [at, head] of lines.entries()) {
    const heads = head.cells ?? [];
    const numberAt = heads.findIndex((cell) => /^(?:version|issue|revision|ver|rev)\b/i.test(cell));
    const dateAt = heads.findIndex((cell) => /\bdate\b/i.test(cell) && !/next|due/i.test(cell));
    const isHead = !heads.some((cell) => /\d/.test(cell));
    if (numberAt < 0 || dateAt < 0 || !isHead) continue;
    const rows: { version: string; date: string }[] = [];
    for (const { cells } of lines.slice(at + 1)) {
      if (cells?.length !== heads.length) break;
      const version = /^v?(\d+(?:\.\d+)*)$/i.exec((cells[numberAt] ?? "").trim())?.[1];
      const date = (cells[dateAt] ?? "").trim();
      if (version !== undefined && (dateAlone(date) ?? findDates(date)[0]))
        rows.push({ version, date });
    }
    const last = rows.reduce<(typeof rows)[number] | null>(
      (best, row) => (best === null || isLater(row.version, best.version) ? row : best),
      null,
    );
    if (last === null) continue;
    return [`Version: ${last.version}`, `Version date: ${last.date}`].map((text) => ({
      text,
      control: true,
    }));
  }
  return [];
}

function isLater(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  for (let at = 0; at < Math.max(a?.length ?? 0, b?.length ?? 0); at += 1) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
