// Takes the part of a sheet; gives the cells that it shows, with what spans and what heads columns.
import { leaveOut, type Losses, noteUnread } from "../losses.ts";
import type { Package } from "../office/open-package.ts";
import { childOf, childrenOf, type Element, textOf } from "../office/read-xml.ts";
import { cellText, type Workbook } from "./cell-text.ts";
import {
  closedColumns,
  closesRows,
  isRowClosed,
  mayBePainted,
  type Unseen,
} from "./unseen-cells.ts";
import { plainLook } from "./read-formats.ts";

/** Rows and columns counted from 1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface ShownCell {
  readonly text: string;
  readonly bold: boolean;
  readonly unseen?: Unseen;
}

export interface Sheet {
  /** Only cells with text: by row, then by column. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, ShownCell>>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly merged: readonly Area[];
  /** Last row that stays in place when the sheet is scrolled; 0 for none. */
  readonly frozen: number;
  /** Row with the buttons of a filter; 0 for none. */
  readonly filtered: number;
  /** Everything about the sheet but its rows. */
  readonly part: Element;
}

/** More than any rota or matrix has; beyond them a sheet is data and no document. */
const limits = { rows: 5000, columns: 400 };
/** The last row and the last column that a sheet can have, and more merged cells than one has. */
const largest = { row: 1_048_576, column: 16_384, merged: 20_000 };

/** @returns undefined where the workbook has no such part */
export function readSheet(
  parts: Package,
  part: string,
  name: string,
  book: Workbook,
): Sheet | undefined {
  const rows = new Map<number, Map<number, ShownCell>>();
  const hiddenRows = new Set<number>();
  const tall = new Set<number>();
  const beyond = { row: 0, cells: 0 };
  let last = 0;
  const visit = (row: Element) => {
    if (row.name !== "x:row") return;
    last = Number(row.attributes.get("r") ?? last + 1);
    if (!(last > 0 && last <= largest.row)) return;
    if (isTrue(row, "hidden") || isRowClosed(row)) hiddenRows.add(last);
    if (row.attributes.has("ht")) tall.add(last);
    if (rows.size >= limits.rows || book.budget.cells <= 0 || book.budget.characters <= 0) {
      if (row.children.length > 0) beyond.row += 1;
      return;
    }
    const cells = readRow(row, book, beyond);
    book.budget.cells -= cells.size;
    for (const { text } of cells.values()) book.budget.characters -= text.length;
    if (cells.size > 0) rows.set(last, cells);
  };
  const root = parts.read(part, { inside: "x:sheetData", visit });
  if (!root) return undefined;
  tellBeyond(beyond, name, book.losses);
  leaveUnseen(rows, mayBePainted(root), book.losses);
  if (closesRows(root)) for (const at of rows.keys()) if (!tall.has(at)) hiddenRows.add(at);
  const view = childOf(root, "x:sheetViews", "x:sheetView");
  const pane = childOf(view, "x:pane");
  if (view?.attributes.get("showZeros") === "0") dropZeros(rows);
  const filter = readArea(childOf(root, "x:autoFilter")?.attributes.get("ref"));
  return {
    rows,
    hiddenColumns: new Set([...readHiddenColumns(root), ...closedColumns(root, limits.columns)]),
    hiddenRows,
    merged: childrenOf(childOf(root, "x:mergeCells"), "x:mergeCell")
      .slice(0, largest.merged)
      .flatMap((cell) => readArea(cell.attributes.get("ref")) ?? []),
    frozen: (pane?.attributes.get("state") ?? "").startsWith("frozen")
      ? Number(pane?.attributes.get("ySplit") ?? 0)
      : 0,
    filtered: filter?.top ?? 0,
    part: root,
  };
}

/** `B2:D9`, or `B2` alone. */
function readArea(ref: string | undefined): Area | undefined {
  const [, left, top, right = left, bottom = top] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref ?? "") ?? [];
  if (left === undefined || right === undefined) return undefined;
  return {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  };
}

/** A is 1, Z is 26, AA is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function readRow(row: Element, book: Workbook, beyond: { cells: number }): Map<number, ShownCell> {
  const cells = new Map<number, ShownCell>();
  let column = 0;
  for (const cell of childrenOf(row, "x:c")) {
    const ref = /^[A-Z]{1,3}/.exec(cell.attributes.get("r") ?? "")?.[0];
    column = ref ? columnNumber(ref) : column + 1;
    const look = book.looks[Number(cell.attributes.get("s") ?? 0)] ?? plainLook;
    const text = cellText(cell, look, book);
    if (childOf(cell, "x:f") && lacksResult(cell)) noteUnread(book.losses, "formula");
    if (text === "") continue;
    if (look.struck) leaveOut(book.losses, "struck", text);
    else if (column > limits.columns) beyond.cells += 1;
    else cells.set(column, { text, bold: look.bold, unseen: look.unseen });
  }
  return cells;
}

/** @param painted something that is not known may lie behind cells without a filling */
function leaveUnseen(
  rows: ReadonlyMap<number, Map<number, ShownCell>>,
  painted: boolean,
  losses: Losses,
): void {
  for (const cells of rows.values()) {
    for (const [column, { text, unseen }] of cells) {
      if (unseen !== "always" && (unseen !== "plain" || painted)) continue;
      leaveOut(losses, "hidden", text);
      cells.delete(column);
    }
  }
}

/** Programs other than spreadsheets write formulas without working them out. */
function lacksResult(cell: Element): boolean {
  return cell.attributes.get("t") !== "str" && textOf(childOf(cell, "x:v")) === "";
}

function readHiddenColumns(root: Element): Set<number> {
  const hidden = new Set<number>();
  for (const column of childrenOf(childOf(root, "x:cols"), "x:col").slice(0, largest.column)) {
    if (!isTrue(column, "hidden") && Number(column.attributes.get("width")) !== 0) continue;
    const end = Math.min(Number(column.attributes.get("max") ?? 0), limits.columns);
    const start = Math.max(1, Math.floor(Number(column.attributes.get("min") ?? 1)));
    for (let at = start; at <= end; at += 1) hidden.add(at);
  }
  return hidden;
}

function dropZeros(rows: ReadonlyMap<number, Map<number, ShownCell>>): void {
  for (const cells of rows.values())
    for (const [column, cell] of cells) if (cell.text === "0") cells.delete(column);
}

function tellBeyond(
  beyond: { readonly row: number; readonly cells: number },
  name: string,
  losses: Losses,
): void {
  const parts = [
    ...(beyond.row > 0 ? [`its last ${beyond.row} rows`] : []),
    ...(beyond.cells > 0 ? [`${beyond.cells} cells right of column ${limits.columns}`] : []),
  ];
  if (parts.length === 0) return;
  losses.problems.push({
    code: "sheet-cut",
    pages: [],
    message: `Sheet “${name}” is too large to be read whole: ${parts.join(" and ")} are left out.`,
  });
}

export function isTrue(element: Element, name: string): boolean {
  return ["1", "true"].includes(element.attributes.get(name) ?? "");
}
