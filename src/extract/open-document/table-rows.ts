// Takes a table of an OpenDocument text; gives its rows with cells that span.
import type { FlowText } from "../flow/flow-page.ts";
import { type RepeatBudget, spend } from "../flow/repeats.ts";
import { childrenOf, type Element } from "../office/read-xml.ts";
import type { TableCell, TableRow } from "../flow/table-texts.ts";
import { wholeNumber } from "./list-numbers.ts";

/** Texts have no more rows and columns alike; sheets have, and are no texts. */
const mostRepeated = 100;

/** @param budget what the document may still repeat; where it is spent, a row or cell stands once */
export function readTableRows(
  table: Element,
  readCell: (cell: Element, row: Element) => FlowText[],
  leave: (row: Element) => void,
  budget: RepeatBudget,
  header = false,
): TableRow[] {
  return childrenOf(table).flatMap((part) => {
    const visibility = part.attributes.get("table:visibility") ?? "visible";
    if (part.name === "table:table-row" && visibility !== "visible") {
      leave(part);
      return [];
    }
    if (part.name === "table:table-row") {
      const row = { cells: readCells(part, readCell, budget), header };
      const size = row.cells.reduce((sum, { texts }) => sum + sizeOf(texts), 0);
      return Array.from({ length: repeats(part, "rows", size, budget) }, () => row);
    }
    const isHeader = part.name === "table:table-header-rows";
    return isHeader || ["table:table-rows", "table:table-row-group"].includes(part.name)
      ? readTableRows(part, readCell, leave, budget, isHeader || header)
      : [];
  });
}

/** Cells that a span covers stand in the file too, and are passed over. */
function readCells(
  row: Element,
  readCell: (cell: Element, row: Element) => FlowText[],
  budget: RepeatBudget,
): TableCell[] {
  return childrenOf(row, "table:table-cell").flatMap((cell) => {
    const read = {
      texts: readCell(cell, row),
      across: span(cell, "columns"),
      down: span(cell, "rows"),
    };
    const count = repeats(cell, "columns", sizeOf(read.texts), budget);
    return Array.from({ length: count }, () => read);
  });
}

function span(cell: Element, what: "rows" | "columns"): number {
  return wholeNumber(cell.attributes.get(`table:number-${what}-spanned`)) ?? 1;
}

/** In characters; what holds none costs memory too. */
function sizeOf(texts: readonly FlowText[]): number {
  return texts.reduce((sum, { text }) => sum + text.length + 1, 1);
}

function repeats(
  element: Element,
  what: "rows" | "columns",
  size: number,
  budget: RepeatBudget,
): number {
  const count = wholeNumber(element.attributes.get(`table:number-${what}-repeated`)) ?? 1;
  const wanted = Math.max(1, Math.min(count, mostRepeated));
  return spend(budget, size * (wanted - 1)) ? wanted : 1;
}
