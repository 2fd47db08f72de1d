// Takes rows of a table whose cells say that they go on with the cell above; gives rows with cells that span.
import type { FlowText } from "./flow-page.ts";
import type { TableCell, TableRow } from "./table-texts.ts";

export interface PlacedCell {
  readonly texts: readonly FlowText[];
  /** Column where it begins, from 0. */
  readonly start: number;
  /** Columns that it covers. */
  readonly across: number;
  readonly joinsAbove: boolean;
}

export interface PlacedRow extends Omit<TableRow, "cells"> {
  readonly cells: readonly PlacedCell[];
}

/** A cell with words of its own is shown, whatever it says that it goes on with. */
export function joinRows(rows: readonly PlacedRow[]): TableRow[] {
  let above = new Map<number, TableCell & { down: number }>();
  return rows.map(({ cells, ...row }) => {
    const standing: typeof above = new Map();
    const kept: TableCell[] = [];
    for (const { texts, start, across, joinsAbove } of cells) {
      const owner = joinsAbove && texts.length === 0 ? above.get(start) : undefined;
      const cell = owner ?? { texts, across, down: 0 };
      cell.down += 1;
      if (!owner) kept.push(cell);
      standing.set(start, cell);
    }
    above = standing;
    return { ...row, cells: kept };
  });
}
