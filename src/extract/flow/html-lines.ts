// Takes an element of a parsed web page; gives its text as paragraphs, list items, table rows, headings and footnotes.
import { HTMLElement, NodeType, type Node } from "node-html-parser";
import { setOfWords } from "../../lists.ts";
import { cleanText } from "../../text/clean-text.ts";
import type { Footnote, Mark } from "../page.ts";
import { flowLine, plainItem, rowText, type FlowText } from "./flow-page.ts";

export interface HtmlLines {
  readonly texts: FlowText[];
  readonly footnotes: Footnote[];
}

const dropped = setOfWords(
  "script style noscript template head nav footer aside form button select option input textarea dialog svg canvas object iframe audio video img",
);
const droppedRoles = setOfWords("navigation banner contentinfo search complementary dialog");
/** Elements whose text does not run on from what stands before them. */
const blocks = setOfWords(
  "address article blockquote body caption center dd details div dl dt fieldset figcaption figure header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul",
);
const hiddenStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$)/i;

/** Links to a footnote, and links from it back to the text (mammoth, gov.uk, Word, common Markdown renderers). */
const noteLink = /^#(?:fn|footnote|endnote|_ftn|_edn)[-:_]?\w/i;
const backLink = /^#(?:fnref|footnote-ref|endnote-ref|_ftnref|_ednref)/i;

interface Style {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly preformatted: boolean;
}

interface Reader extends HtmlLines {
  /** Paragraph being read, white space already folded. */
  text: string;
  marks: Mark[];
  /** Characters of `text` that are bold, and italic, spaces aside. */
  boldCount: number;
  italicCount: number;
  heading: number | null;
  /** The number of the list item that the next paragraph opens: `3.`, or nothing for a bullet. */
  item: string | null;
  /** Label of each footnote referred to so far, by the id of its element. */
  readonly labels: Map<string, string>;
  /** Number of the next item of each ordered list met. */
  readonly counters: Map<HTMLElement, number>;
  /** A <header> inside the main part holds its title; one outside it belongs to the site. */
  readonly keepsHeaders: boolean;
}

/** Hidden elements, navigation, forms and scripts are left out. */
export function readHtmlLines(root: HTMLElement): HtmlLines {
  const keepsHeaders =
    ["main", "article"].includes(tagOf(root)) || root.getAttribute("role") === "main";
  return readApart(root.childNodes, keepsHeaders, new Map());
}

/** Reads nodes as a text of their own. */
function readApart(
  nodes: readonly Node[],
  keepsHeaders: boolean,
  labels: Map<string, string>,
): HtmlLines {
  const reader: Reader = {
    texts: [],
    footnotes: [],
    text: "",
    marks: [],
    boldCount: 0,
    italicCount: 0,
    heading: null,
    item: null,
    labels,
    counters: new Map(),
    keepsHeaders,
  };
  visitAll(nodes, reader, { bold: false, italic: false, preformatted: false });
  flush(reader);
  return { texts: reader.texts, footnotes: reader.footnotes };
}

function visitAll(nodes: readonly Node[], reader: Reader, style: Style): void {
  for (const node of nodes) visit(node, reader, style);
}

function visit(node: Node, reader: Reader, style: Style): void {
  if (node.nodeType === NodeType.TEXT_NODE) return append(node.text, reader, style);
  if (!(node instanceof HTMLElement) || isDropped(node, reader)) return;
  const tag = tagOf(node);
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level) return visitHeading(node, Number(level), reader, style);
  if (tag === "br") return style.preformatted ? flush(reader) : append(" ", reader, style);
  if (tag === "a" && liftNoteLink(node, reader)) return;
  if (reader.labels.has(node.id)) return readFootnote(node, reader);
  if (tag === "table") return visitTable(node, reader, style);
  if (tag === "li") return visitItem(node, reader, style);
  const inner = {
    bold: style.bold || tag === "b" || tag === "strong",
    italic: style.italic || tag === "i" || tag === "em",
    preformatted: style.preformatted || tag === "pre",
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

function visitItem(node: HTMLElement, reader: Reader, style: Style): void {
  flush(reader);
  reader.item = itemNumber(node, reader);
  visitAll(node.childNodes, reader, style);
  flush(reader);
  reader.item = null;
}

/** The number that a browser would print before an item: readers cite it. Nothing for bullets. */
function itemNumber(item: HTMLElement, reader: Reader): string {
  const list = item.parentNode;
  if (!list || tagOf(list) !== "ol") return "";
  const next = reader.counters.get(list) ?? wholeNumber(list.getAttribute("start")) ?? 1;
  const number = wholeNumber(item.getAttribute("value")) ?? next;
  reader.counters.set(list, number + 1);
  return `${number}.`;
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : null;
}

function visitTable(table: HTMLElement, reader: Reader, style: Style): void {
  flush(reader);
  visitTableParts(table, table.getAttribute("role") === "presentation", reader, style);
  flush(reader);
}

function visitTableParts(parent: HTMLElement, layout: boolean, reader: Reader, style: Style): void {
  for (const node of parent.childNodes) {
    if (!(node instanceof HTMLElement)) continue;
    const tag = tagOf(node);
    if (tag === "tr") visitRow(node, layout, reader, style);
    else if (["thead", "tbody", "tfoot"].includes(tag))
      visitTableParts(node, layout, reader, style);
    else visit(node, reader, style);
  }
}

/** A row of one cell is a box around text; of several, a row. */
function visitRow(row: HTMLElement, layout: boolean, reader: Reader, style: Style): void {
  if (isDropped(row, reader)) return;
  const cells = row.childNodes.filter(
    (node): node is HTMLElement =>
      node instanceof HTMLElement && ["td", "th"].includes(tagOf(node)) && !isDropped(node, reader),
  );
  if (layout || cells.length < 2) {
    visitAll(row.childNodes, reader, style);
    return flush(reader);
  }
  // Where end tags are missing, the parser puts the next row inside this row's last cell.
  const inside = (cell: HTMLElement) =>
    cell.childNodes.filter(
      (node): node is HTMLElement => node instanceof HTMLElement && tagOf(node) === "tr",
    );
  const read = cells.map((cell) =>
    readCell(
      cell.childNodes.filter((node) => !inside(cell).includes(node as HTMLElement)),
      reader,
    ),
  );
  const texts = read.map((cell) => cell.text);
  const bold = read.every((cell) => cell.bold || cell.text === "");
  if (texts.some((text) => text !== ""))
    reader.texts.push({ text: rowText(texts), cells: texts, bold });
  for (const next of cells.flatMap(inside)) visitRow(next, layout, reader, style);
}

function readCell(nodes: readonly Node[], outer: Reader): { text: string; bold: boolean } {
  const { texts, footnotes } = readApart(nodes, outer.keepsHeaders, outer.labels);
  outer.footnotes.push(...footnotes);
  return {
    text: texts.map((part) => part.text).join(" "),
    bold: texts.every((part) => part.bold || part.heading),
  };
}

/** True when the link is a footnote's mark, now lifted out of the text, or the way back from a footnote. */
function liftNoteLink(link: HTMLElement, reader: Reader): boolean {
  const target = link.getAttribute("href") ?? "";
  if (backLink.test(target)) return true;
  const text = link.text.trim();
  if (!noteLink.test(target) || text.length > 16) return false;
  const label = /\d+/.exec(text)?.[0] ?? text.replace(/[[\]()]/g, "");
  if (label === "") return true;
  reader.text = reader.text.trimEnd();
  reader.marks.push({ at: reader.text.length, label, kind: "footnote" });
  reader.labels.set(target.slice(1), label);
  return true;
}

function readFootnote(node: HTMLElement, reader: Reader): void {
  flush(reader);
  const label = reader.labels.get(node.id) ?? "";
  const { texts } = readApart(node.childNodes, reader.keepsHeaders, new Map());
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
  const folded = cleanText(raw).replace(/\s+/g, " ");
  const open = reader.text === "" || reader.text.endsWith(" ");
  const text = open && folded.startsWith(" ") ? folded.slice(1) : folded;
  const count = text.replaceAll(" ", "").length;
  reader.text += text;
  if (style.bold) reader.boldCount += count;
  if (style.italic) reader.italicCount += count;
}

/** Ends the paragraph being read. */
function flush(reader: Reader): void {
  const text = reader.text.trimEnd();
  if (text !== "") {
    const count = text.replaceAll(" ", "").length;
    reader.texts.push({
      text,
      marks: reader.marks.map((mark) => ({ ...mark, at: Math.min(mark.at, text.length) })),
      heading: reader.heading,
      number: reader.item || null,
      place: reader.item !== null && reader.heading === null ? plainItem : null,
      bold: reader.boldCount === count,
      italic: reader.italicCount === count,
    });
    reader.heading = null;
    reader.item = null;
  }
  reader.text = "";
  reader.marks = [];
  reader.boldCount = 0;
  reader.italicCount = 0;
}

function isDropped(node: HTMLElement, reader: Reader): boolean {
  const tag = tagOf(node);
  if (dropped.has(tag) || (tag === "header" && !reader.keepsHeaders)) return true;
  if (droppedRoles.has((node.getAttribute("role") ?? "").toLowerCase())) return true;
  return node.hasAttribute("hidden") || hiddenStyle.test(node.getAttribute("style") ?? "");
}

function tagOf(node: HTMLElement): string {
  return (node.rawTagName ?? "").toLowerCase();
}
