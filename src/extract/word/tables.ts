// Takes a table of a Word document; gives the texts that Word shows of it, row by row.
import { leaveOut } from "../losses.ts";
import { joinRows, type PlacedCell, type PlacedRow } from "../flow/join-rows.ts";
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";
import { tableTexts } from "../flow/table-texts.ts";
import { printedText } from "../flow/flow-page.ts";
import type { Reader, Sink } from "./reader.ts";
import { readColour } from "./colours.ts";
import { leastSize } from "./runs.ts";
import { numberOf, switchOf, valueOf } from "./styles.ts";

/** Spans do not make a table wider than this. */
const mostColumns = 200;

type ReadCell = (content: readonly Element[], sink: Sink) => void;

export function readTable(table: Element, reader: Reader, sink: Sink, readCell: ReadCell): void {
  const look = lookOf(table, reader, sink);
  const rows = rowsOf(table).flatMap((row) => readRow(row, look, reader, sink, readCell) ?? []);
  const plain = rows.findIndex(({ header }) => !header);
  const marked = plain < 0 ? 0 : plain;
  const heads = marked === 0 && rows.length > 1 && isHeaded(table, reader) ? 1 : marked;
  const headed = rows.map((row, at) => ({ ...row, header: at < heads }));
  for (const text of tableTexts(joinRows(headed), reader.losses.repeats)) sink.texts.push(text);
}

/** What the cells of a table have in common. */
type TableLook = Pick<Sink, "ground" | "tableRun">;

/** Where a table or its style paints something, it is not known behind which cells. */
function lookOf(table: Element, { styles }: Reader, around: Sink): TableLook {
  const properties = childOf(table, "w:tblPr");
  const id = valueOf(properties, "w:tblStyle");
  const style = id === null ? null : styles.table(id);
  const paints = style?.paints === true || childOf(properties, "w:shd") !== undefined;
  return { ground: paints ? null : around.ground, tableRun: style?.run ?? around.tableRun };
}

/** The table's style sets its first row apart, and the table lets it (17.4.56; 0x0020 in older files). */
function isHeaded(table: Element, { styles }: Reader): boolean {
  const properties = childOf(table, "w:tblPr");
  const style = valueOf(properties, "w:tblStyle");
  const look = childOf(properties, "w:tblLook")?.attributes;
  const bits = Number.parseInt(look?.get("w:val") ?? "0", 16);
  const first = look?.get("w:firstRow") ?? String((bits >> 5) & 1);
  return style !== null && ["1", "true", "on"].includes(first) && styles.headsTables(style);
}

/** Rows may stand in content controls and the like. */
function rowsOf(table: Element): Element[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === "w:tr") return [child];
    if (child.name === "w:sdt") return rowsOf(childOf(child, "w:sdtContent") ?? child);
    return ["w:customXml", "w:ins", "w:sdtContent"].includes(child.name) ? rowsOf(child) : [];
  });
}

function cellsOf(row: Element): Element[] {
  return childrenOf(row).flatMap((child) => {
    if (child.name === "w:tc") return [child];
    if (child.name === "w:sdt") return cellsOf(childOf(child, "w:sdtContent") ?? child);
    return ["w:customXml", "w:sdtContent"].includes(child.name) ? cellsOf(child) : [];
  });
}

function readRow(
  row: Element,
  look: TableLook,
  reader: Reader,
  sink: Sink,
  readCell: ReadCell,
): PlacedRow | null {
  const properties = childOf(row, "w:trPr");
  const paints = childOf(row, "w:tblPrEx", "w:shd") !== undefined;
  const start = sink.page;
  let end = start;
  const read = cellsOf(row).map((cell) => {
    const cellProperties = childOf(cell, "w:tcPr");
    const fill = readColour(childOf(cellProperties, "w:shd"));
    const ground = reader.styles.palette.ground(
      { highlight: null, fill },
      paints ? null : look.ground,
    );
    const inner: Sink = { ...look, ground, texts: [], page: start, turned: sink.turned };
    readCell(childrenOf(cell), inner);
    // A row that runs over a page does so in each of its cells.
    end = Math.max(end, inner.page);
    if (childOf(cellProperties, "w:cellDel")) {
      leaveOut(reader.losses, "deleted", inner.texts.map(printedText).join(" "), sink);
      inner.texts.length = 0;
    }
    return { properties: cellProperties, texts: inner.texts };
  });
  const texts = read.flatMap((cell) => cell.texts);
  sink.page = end;
  if (end > start || texts.length > 0) sink.turned = null;
  const isDeleted = childOf(properties, "w:del") !== undefined;
  if (isDeleted || switchOf(properties, "w:hidden") === true || isFlat(properties)) {
    const words = texts.map(printedText).join(" ");
    leaveOut(reader.losses, isDeleted ? "deleted" : "hidden", words, sink);
    return null;
  }
  return {
    // It stands on the page where its words begin.
    page: texts.reduce(
      (first, { page }) => Math.min(first, page ?? first),
      texts[0]?.page ?? start,
    ),
    header: switchOf(properties, "w:tblHeader") === true,
    cells: placeCells(read, numberOf(valueOf(properties, "w:gridBefore")) ?? 0),
  };
}

/** Told to be next to nothing high; in twentieths of a point. */
function isFlat(properties: Element | undefined): boolean {
  const height = childOf(properties, "w:trHeight")?.attributes;
  const told = numberOf(height?.get("w:val"));
  return height?.get("w:hRule") === "exact" && told !== null && told / 20 <= leastSize;
}

interface ReadCellOfRow extends Pick<PlacedCell, "texts"> {
  readonly properties: Element | undefined;
}

/** @param before columns that the row leaves out at its beginning */
function placeCells(cells: readonly ReadCellOfRow[], before: number): PlacedCell[] {
  const placed: PlacedCell[] = [];
  let start = Math.max(0, Math.min(before, mostColumns));
  if (start > 0) placed.push({ texts: [], start: 0, across: start, joinsAbove: false });
  for (const { properties, texts } of cells) {
    const room = Math.max(1, mostColumns - start);
    const width = numberOf(valueOf(properties, "w:gridSpan")) ?? 1;
    const across = Math.max(1, Math.min(width, room));
    const last = placed.at(-1);
    // Older files say of each part of a cell that spans columns that it is one.
    if (last && goesOn(childOf(properties, "w:hMerge"))) {
      const joined = { texts: [...last.texts, ...texts], across: last.across + across };
      placed.splice(-1, 1, { ...last, ...joined });
    } else {
      const joinsAbove = goesOn(childOf(properties, "w:vMerge"));
      placed.push({ texts, start, across, joinsAbove });
    }
    start += across;
  }
  return placed;
}

function goesOn(merge: Element | undefined): boolean {
  return merge !== undefined && merge.attributes.get("w:val") !== "restart";
}
