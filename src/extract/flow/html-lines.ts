// Takes an element of a parsed web page; gives its text as paragraphs, list items, table rows, headings and footnotes.
import { HTMLElement, NodeType, type Node } from "node-html-parser";
import { type Losses, openLosses } from "../losses.ts";
import type { Footnote } from "../page.ts";
import { flowLine, type FlowText } from "./flow-page.ts";
import { addMark, addText, closeParagraph, openParagraph, type Paragraph } from "./paragraph.ts";
import { tableTexts, type TableCell, type TableRow } from "./table-texts.ts";
import { blocks, isFurniture, noteLeftOut, tagOf } from "./html-left-out.ts";
import { isUnseen, plainShade, type Looks, type Shade } from "./html-looks.ts";
import { type ItemCounters, itemNumber } from "./html-numbers.ts";

export interface HtmlLines {
  readonly texts: FlowText[];
  readonly footnotes: Footnote[];
  readonly losses: Losses;
}

/** Links to a footnote, and links from it back to the text (mammoth, gov.uk, Word, common Markdown renderers). */
const noteLink = /^#(?:fn|footnote|endnote|_ftn|_edn)[-:_]?\w/i;
const backLink = /^#(?:fnref|footnote-ref|endnote-ref|_ftnref|_ednref)/i;

/** Rows and columns that a cell of a page made for people covers. */
const mostSpanned = 200;

interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly preformatted: boolean;
  readonly shade: Shade;
}

interface Reader extends HtmlLines {
  paragraph: Paragraph;
  /** Rows of the table being read. */
  rows: TableRow[];
  /** How many rows its cells reach over. */
  reach: number;
  heading: number | null;
  /** The number of the list item that the next paragraph opens: `3.`, or nothing for a bullet. */
  item: string | null;
  /** Label of each footnote referred to so far, by the id of its element. */
  readonly labels: Map<string, string>;
  readonly counters: ItemCounters;
  /** A <header> inside the main part holds its title; one outside it belongs to the site. */
  readonly keepsHeaders: boolean;
  readonly looks: Looks;
}

/** Hidden and struck elements, navigation, forms and scripts are left out; all but scripts are listed as such. */
export function readHtmlLines(root: HTMLElement, looks: Looks): HtmlLines {
  const keepsHeaders =
    ["main", "article"].includes(tagOf(root)) || root.getAttribute("role") === "main";
  const outer = { keepsHeaders, looks, labels: new Map<string, string>(), losses: openLosses() };
  return readApart(root.childNodes, outer, shadeOf(root, looks));
}

/** Of an element, with all that holds it. */
function shadeOf(element: HTMLElement, looks: Looks): Shade {
  const outside = element.parentNode ? shadeOf(element.parentNode, looks) : plainShade;
  return looks(element, outside).shade;
}

/** Reads nodes as a text of their own. */
function readApart(
  nodes: readonly Node[],
  outer: Pick<Reader, "keepsHeaders" | "looks" | "labels" | "losses">,
  shade: Shade,
): HtmlLines {
  const { keepsHeaders, looks, labels, losses } = outer;
  const reader: Reader = {
    texts: [],
    footnotes: [],
    losses,
    paragraph: openParagraph(),
    rows: [],
    reach: 0,
    heading: null,
    item: null,
    labels,
    counters: new Map(),
    keepsHeaders,
    looks,
  };
  visitAll(nodes, reader, { bold: false, italic: false, preformatted: false, shade });
  flush(reader);
  return { texts: reader.texts, footnotes: reader.footnotes, losses };
}

function visitAll(nodes: readonly Node[], reader: Reader, style: Style): void {
  for (const node of nodes) visit(node, reader, style);
}

function visit(node: Node, reader: Reader, style: Style): void {
  if (node.nodeType === NodeType.TEXT_NODE) {
    if (!isUnseen(style.shade)) return append(node.text, reader, style);
    return noteLeftOut(node, "hidden", reader.losses);
  }
  if (!(node instanceof HTMLElement)) return;
  const tag = tagOf(node);
  // An item that is struck out, or cannot be seen, counts.
  const number = tag === "li" ? itemNumber(node, reader.counters, reader.looks, style.shade) : "";
  if (isDropped(node, reader, style.shade)) return;
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (tag === "br") return style.preformatted ? flush(reader) : append(" ", reader, style);
  if (tag === "a" && liftNoteLink(node, reader)) return;
  const { shade } = reader.looks(node, style.shade);
  if (level) return visitHeading(node, Number(level), reader, { ...style, shade });
  if (reader.labels.has(node.id)) return readFootnote(node, reader, shade);
  if (tag === "table") return visitTable(node, reader, { ...style, shade });
  if (tag === "li") return visitItem(node, number, reader, { ...style, shade });
  const inner = {
    bold: style.bold || tag === "b" || tag === "strong",
    italic: style.italic || tag === "i" || tag === "em",
    preformatted: style.preformatted || tag === "pre",
    shade,
  };
  const block = blocks.has(tag);
  if (block) flush(reader);
  visitAll(node.childNodes, reader, inner);
  if (block) flush(reader);
}

function visitHeading(node: HTMLElement, level: number, reader: Reader, style: Style): void {
  flush(reader);
  reader.heading = level;
  // A heading left open swallows what follows; its blocks end it (flush takes the level away).
  visitAll(node.childNodes, reader, style);
  flush(reader);
  reader.heading = null;
}

function visitItem(node: HTMLElement, number: string, reader: Reader, style: Style): void {
  flush(reader);
  reader.item = number;
  visitAll(node.childNodes, reader, style);
  flush(reader);
  reader.item = null;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : null;
}

function visitTable(table: HTMLElement, reader: Reader, style: Style): void {
  flush(reader);
  visitTableParts(table, table.getAttribute("role") === "presentation", reader, style);
  endRows(reader);
}

function visitTableParts(parent: HTMLElement, layout: boolean, reader: Reader, style: Style): void {
  for (const node of parent.childNodes) {
    if (!(node instanceof HTMLElement)) continue;
    const tag = tagOf(node);
    if (tag === "tr") visitRow(node, layout, reader, style);
    else if (["thead", "tbody", "tfoot"].includes(tag)) {
      if (isDropped(node, reader, style.shade)) continue;
      const { shade } = reader.looks(node, style.shade);
      visitTableParts(node, layout, reader, { ...style, shade });
    } else {
      endRows(reader);
      visit(node, reader, style);
    }
  }
}

/** What the rows so far say. */
function endRows(reader: Reader): void {
  flush(reader);
  for (const text of tableTexts(reader.rows, reader.losses.repeats)) reader.texts.push(text);
  reader.rows = [];
  reader.reach = 0;
}

/** A row of one cell is a box around text; of several, a row. */
function visitRow(row: HTMLElement, layout: boolean, reader: Reader, style: Style): void {
  if (isDropped(row, reader, style.shade)) return;
  const { shade } = reader.looks(row, style.shade);
  const isCell = (node: Node): node is HTMLElement =>
    node instanceof HTMLElement && ["td", "th"].includes(tagOf(node));
  // A cell that is struck out keeps its place in the row.
  const cells = row.childNodes
    .filter(isCell)
    .filter((cell) => isStruck(cell, reader, shade) || !isDropped(cell, reader, shade));
  if (layout || (cells.length < 2 && reader.reach <= reader.rows.length)) {
    endRows(reader);
    // What of its cells is dropped is told of already.
    const kept = new Set<Node>(cells);
    const nodes = row.childNodes.filter((node) => !isCell(node) || kept.has(node));
    visitAll(nodes, reader, { ...style, shade });
    return flush(reader);
  }
  // Where end tags are missing, the parser puts the next row inside this row's last cell.
  const isRow = (node: Node): node is HTMLElement =>
    node instanceof HTMLElement && tagOf(node) === "tr";
  const read = cells.map((cell): TableCell => {
    const spans = { across: spanOf(cell, "colspan"), down: spanOf(cell, "rowspan") };
    if (isDropped(cell, reader, shade)) return { texts: [], ...spans };
    const own = cell.childNodes.filter((node) => !isRow(node));
    const { texts, footnotes } = readApart(own, reader, reader.looks(cell, shade).shade);
    for (const footnote of footnotes) reader.footnotes.push(footnote);
    return { texts, ...spans };
  });
  for (const { down } of read) reader.reach = Math.max(reader.reach, reader.rows.length + down);
  reader.rows.push({ cells: read, header: cells.every((cell) => tagOf(cell) === "th") });
  for (const next of cells.flatMap((cell) => cell.childNodes.filter(isRow)))
    visitRow(next, layout, reader, style);
}

/** Cells that reach to the table's end, 0, are as good as none that span. */
function spanOf(cell: HTMLElement, name: "colspan" | "rowspan"): number {
  return Math.max(1, Math.min(wholeNumber(cell.getAttribute(name)) ?? 1, mostSpanned));
}

/** True when the link is a footnote's mark, now lifted out of the text, or the way back from a footnote. */
function liftNoteLink(link: HTMLElement, reader: Reader): boolean {
  const target = link.getAttribute("href") ?? "";
  if (backLink.test(target)) return true;
  const text = link.text.trim();
  if (!noteLink.test(target) || text.length > 16) return false;
  const label = /\d+/.exec(text)?.[0] ?? text.replace(/[[\]()]/g, "");
  if (label === "") return true;
  addMark(reader.paragraph, label);
  reader.labels.set(target.slice(1), label);
  return true;
}

function readFootnote(node: HTMLElement, reader: Reader, shade: Shade): void {
  flush(reader);
  const label = reader.labels.get(node.id) ?? "";
  const { texts } = readApart(node.childNodes, { ...reader, labels: new Map() }, shade);
  if (texts.length > 0) reader.footnotes.push({ label, lines: texts.map(flowLine) });
}

function append(raw: string, reader: Reader, style: Style): void {
  if (style.preformatted && raw.includes("\n")) {
    for (const [at, line] of raw.split("\n").entries()) {
      if (at > 0) flush(reader);
      append(line, reader, style);
    }
    return;
  }
  addText(reader.paragraph, raw, style);
}

/** Ends the paragraph being read. */
function flush(reader: Reader): void {
  const { heading, item } = reader;
  const kind = { number: item ?? "", item: item !== null, heading };
  const text = closeParagraph(reader.paragraph, kind);
  reader.paragraph = openParagraph();
  if (!text) return;
  if (heading !== null) reader.losses.under = text.text;
  reader.texts.push(text);
  reader.heading = null;
  reader.item = null;
}

function isStruck(node: HTMLElement, reader: Reader, around: Shade): boolean {
  return reader.looks(node, around).unshown === "struck";
}

/** Notes what it drops. */
function isDropped(node: HTMLElement, reader: Reader, around: Shade): boolean {
  const reason = isFurniture(node, reader.keepsHeaders)
    ? "menu"
    : reader.looks(node, around).unshown;
  if (reason === null) return false;
  noteLeftOut(node, reason, reader.losses);
  return true;
}
