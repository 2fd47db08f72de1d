// Takes the paragraphs, cells and rows of a rich text as they end; gives them in order, tables whole.
import { printedText, rowText, type FlowText } from "../flow/flow-page.ts";
import { closeParagraph, openParagraph, type Paragraph } from "../flow/paragraph.ts";
import type { RepeatBudget } from "../flow/repeats.ts";
import { tableTexts } from "../flow/table-texts.ts";
import { openRowForm, type RowForm, type RtfRow, tableRows } from "./table-rows.ts";

/** Where text goes: the body, a note, a header or footer, a box, a contents list. */
export interface Sink {
  readonly texts: FlowText[];
  paragraph: Paragraph;
  /** As the list prints it before the paragraph, from the file; undefined where the paragraph is in no list. */
  number: string | undefined;
  /** The number is set in a font of pictures: a bullet. */
  numberIsSymbol: boolean;
  /** Boxes anchored in the paragraph. */
  beside: FlowText[];
  /** The mark of a note stood here, and its note follows. */
  marked: boolean;
  /** The text is a note at the end of the document. */
  isEndnote: boolean;
  form: RowForm;
  /** Texts of the cell being read, cells of the row, rows of the table. */
  cell: FlowText[];
  cells: FlowText[][];
  rows: RtfRow[];
  /** Cells of the row being read of a table inside a cell. */
  innerCells: string[];
  /** Where the texts of the inner cell being read begin in `cell`. */
  innerStart: number;
  /** What the document may still write out again. */
  readonly repeats: RepeatBudget;
}

export function openSink(repeats: RepeatBudget): Sink {
  return {
    texts: [],
    paragraph: openParagraph(),
    number: undefined,
    numberIsSymbol: false,
    beside: [],
    marked: false,
    isEndnote: false,
    form: openRowForm(),
    cell: [],
    cells: [],
    rows: [],
    innerCells: [],
    innerStart: 0,
    repeats,
  };
}

export function endParagraph(
  sink: Sink,
  { heading, inTable }: { heading: number | null; inTable: boolean },
): void {
  const item = sink.number !== undefined;
  const text = closeParagraph(sink.paragraph, { number: numberOf(sink), item, heading });
  const texts = [...(text ? [text] : []), ...sink.beside];
  sink.paragraph = openParagraph();
  sink.number = undefined;
  sink.numberIsSymbol = false;
  sink.beside = [];
  if (!inTable) endTable(sink);
  const place = inTable ? sink.cell : sink.texts;
  for (const each of texts) place.push(each);
}

/** Bullets are no numbers; `o` is what Word has for one on a second level. */
function numberOf({ number = "", numberIsSymbol }: Sink): string {
  const text = number.trim();
  return numberIsSymbol || text === "o" || !/[\p{L}\p{N}]/u.test(text) ? "" : text;
}

export function endCell(sink: Sink): void {
  sink.cells.push(sink.cell);
  sink.cell = [];
  sink.innerCells = [];
  sink.innerStart = 0;
}

export function endRow(sink: Sink): void {
  sink.rows.push({ form: sink.form, cells: sink.cells });
  sink.cells = [];
}

/** A table inside a cell becomes rows of the cell; one of a single column, its text. */
export function endInnerCell(sink: Sink): void {
  const texts = sink.cell.splice(sink.innerStart);
  sink.innerCells.push(texts.map(printedText).join(" "));
}

export function endInnerRow(sink: Sink): void {
  const cells = sink.innerCells;
  const text = rowText(cells);
  if (text !== "") sink.cell.push(cells.length > 1 ? { text, cells } : { text });
  sink.innerCells = [];
  sink.innerStart = sink.cell.length;
}

function endTable(sink: Sink): void {
  // Cells without the end of their row, as a damaged file may have them, are text all the same.
  const rest = [...sink.cells.flat(), ...sink.cell];
  const table = sink.rows.length > 0 ? tableTexts(tableRows(sink.rows), sink.repeats) : [];
  for (const text of [...table, ...rest]) sink.texts.push(text);
  sink.rows = [];
  sink.cells = [];
  sink.cell = [];
}

/** @returns everything that went in */
export function closeSink(sink: Sink): FlowText[] {
  endParagraph(sink, { heading: null, inTable: false });
  return sink.texts;
}
