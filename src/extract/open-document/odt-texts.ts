// Takes the body of an OpenDocument text; gives its paragraphs, list items, table rows, headings and notes.
import { setOfWords } from "../../lists.ts";
import type { Footnote } from "../page.ts";
import { flowLine, type FlowText } from "../flow/flow-page.ts";
import { noteUnread, endPiece, leaveOut, type Losses } from "../losses.ts";
import {
  addMark,
  addText,
  closeParagraph,
  openParagraph,
  type Paragraph,
} from "../flow/paragraph.ts";
import { type Colour, white } from "../colour.ts";
import { childOf, childrenOf, type Element, isElement, textOf } from "../office/read-xml.ts";
import { tableTexts } from "../flow/table-texts.ts";
import { type Counters, countItem, openCounters, startValue, wholeNumber } from "./list-numbers.ts";
import { type Deletions, leaveDeletion, readDeletions, spacedText } from "./deletions.ts";
import { mergeLooks, type Styles, type TextLook } from "./read-styles.ts";
import { readTableRows } from "./table-rows.ts";
import { isOffPage, isUnseen } from "./unseen.ts";

export interface Reader {
  readonly styles: Styles;
  readonly losses: Losses;
  readonly footnotes: Footnote[];
  /** Numbers of headings. */
  readonly outline: Counters;
  /** Lists so far, by their ids; the last one of each style, by `style NAME`. */
  readonly lists: Map<string, Counters>;
  readonly deletions: Deletions;
  /** What lies behind the text; null in boxes, headers and painted tables, where that is not known. */
  readonly ground: Colour | null;
}

/** A list being read. */
interface List {
  readonly style: string | undefined;
  readonly level: number;
  readonly counters: Counters;
  /** What the next paragraph begins with, where it opens an item. */
  item: { readonly start: number | undefined } | null;
}

export function openReader(styles: Styles, losses: Losses): Reader {
  return {
    styles,
    losses,
    footnotes: [],
    outline: openCounters(),
    lists: new Map(),
    deletions: new Map(),
    ground: white,
  };
}

/** Lists of what stands where in the document, which a program makes. */
const indexes = setOfWords(
  "text:table-of-content text:illustration-index text:table-index text:object-index text:user-index text:alphabetical-index",
);
/** What holds paragraphs and no words of its own. */
const holders = new Set([
  "text:section",
  "text:bibliography",
  "text:index-body",
  "draw:text-box",
  "draw:a",
  "draw:g",
  "table:shapes",
]);
const shapes = /^(?:draw|dr3d):/;

/** Words of hidden sections, tracked deletions and contents lists go to the losses. */
export function readBlocks(holder: Element, reader: Reader, list: List | null = null): FlowText[] {
  return childrenOf(holder).flatMap((block) => readBlock(block, reader, list));
}

function readBlock(block: Element, reader: Reader, list: List | null): FlowText[] {
  if (block.name === "text:p" || block.name === "text:h") return readParagraph(block, reader, list);
  if (block.name === "text:list") return readList(block, reader, list);
  if (block.name === "text:numbered-paragraph") return readNumbered(block, reader);
  if (block.name === "table:table") return readTable(block, reader);
  if (block.name === "text:tracked-changes") {
    readDeletions(block, reader.deletions);
    return [];
  }
  if (indexes.has(block.name)) {
    leaveOut(reader.losses, "contents", spacedText(childOf(block, "text:index-body") ?? block));
    return [];
  }
  if (isHiddenSection(block, reader)) {
    leaveOut(reader.losses, "hidden", spacedText(block));
    return [];
  }
  if (holders.has(block.name)) return readBlocks(block, reader, list);
  return shapes.test(block.name) ? readShape(block, reader) : [];
}

function readTable(table: Element, reader: Reader): FlowText[] {
  const paints = (family: Parameters<Styles["paints"]>[0], element: Element) =>
    reader.styles.paints(family, element.attributes.get("table:style-name"));
  const painted = paints("table", table);
  const rows = readTableRows(
    table,
    (cell, row) => {
      const isPlain = !painted && !paints("table-row", row) && !paints("table-cell", cell);
      return readBlocks(cell, isPlain ? reader : { ...reader, ground: null });
    },
    (row) => leaveOut(reader.losses, "hidden", spacedText(row)),
    reader.losses.repeats,
  );
  return tableTexts(rows, reader.losses.repeats);
}

function isHiddenSection(block: Element, reader: Reader): boolean {
  if (block.name !== "text:section") return false;
  const display = block.attributes.get("text:display") ?? "true";
  // A section under a condition says itself whether the condition hides it.
  const conditional = display === "condition" && block.attributes.get("text:is-hidden") === "true";
  return (
    display === "none" ||
    conditional ||
    reader.styles.section(block.attributes.get("text:style-name")).hidden
  );
}

function readList(element: Element, reader: Reader, outer: List | null): FlowText[] {
  const style = element.attributes.get("text:style-name") ?? outer?.style;
  const counters = outer?.counters ?? findCounters(element, style, reader);
  const list: List = { style, level: (outer?.level ?? 0) + 1, counters, item: null };
  const id = element.attributes.get("xml:id");
  if (id !== undefined) reader.lists.set(id, counters);
  if (!outer) reader.lists.set(`style ${style ?? ""}`, counters);
  return childrenOf(element).flatMap((item) => {
    const start = startValue(item);
    list.item = item.name === "text:list-item" ? { start } : null;
    return readBlocks(item, reader, list);
  });
}

/** A paragraph that says itself of what list it is, and on what level. */
function readNumbered(element: Element, reader: Reader): FlowText[] {
  const get = (name: string) => element.attributes.get(name);
  const id = get("text:list-id") ?? "";
  const counters = reader.lists.get(id) ?? openCounters();
  reader.lists.set(id, counters);
  return readBlocks(element, reader, {
    style: get("text:style-name"),
    level: Math.max(1, Math.min(wholeNumber(get("text:level")) ?? 1, 10)),
    counters,
    item: { start: startValue(element) },
  });
}

/** A list goes on with the one that it names, or with the last of its style. */
function findCounters(element: Element, style: string | undefined, reader: Reader): Counters {
  const named = reader.lists.get(element.attributes.get("text:continue-list") ?? "");
  if (named) return named;
  const goesOn = element.attributes.get("text:continue-numbering") === "true";
  return (goesOn ? reader.lists.get(`style ${style ?? ""}`) : undefined) ?? openCounters();
}

/** What runs beside a paragraph's text while it is read. */
interface Inline {
  readonly paragraph: Paragraph;
  /** Boxes anchored in it; they come after it. */
  readonly beside: FlowText[];
}

function readParagraph(element: Element, reader: Reader, list: List | null): FlowText[] {
  const style = reader.styles.paragraph(element.attributes.get("text:style-name"));
  const level =
    element.name === "text:h"
      ? (wholeNumber(element.attributes.get("text:outline-level")) ?? 1)
      : (style.level ?? (style.isTitle ? 0 : null));
  const inline: Inline = { paragraph: openParagraph(), beside: [] };
  if (hidesParagraph(element)) {
    leaveOut(reader.losses, "hidden", spacedText(element));
    return [];
  }
  endPiece(reader.losses);
  readInline(element, reader, inline, style.look);
  const inList = list?.item ?? null;
  const number = list
    ? numberOfItem(list, style.listStyle, reader)
    : element.name === "text:h"
      ? numberOfHeading(element, level ?? 1, style.listStyle, reader)
      : "";
  const text = closeParagraph(inline.paragraph, { number, item: inList !== null, heading: level });
  if (text && level !== null) reader.losses.under = text.text;
  return [...(text ? [text] : []), ...inline.beside];
}

/** A field that hides its paragraph says whether it does so now. */
function hidesParagraph(element: Element): boolean {
  return childrenOf(element).some(
    (child) =>
      (child.name === "text:hidden-paragraph" &&
        child.attributes.get("text:is-hidden") === "true") ||
      (child.name === "text:span" && hidesParagraph(child)),
  );
}

function numberOfItem(list: List, ofParagraph: string | undefined, reader: Reader): string {
  if (!list.item) return "";
  const { start } = list.item;
  list.item = null;
  const style = reader.styles.lists.get(list.style ?? ofParagraph ?? "");
  return countItem(list.counters, style, list.level, start);
}

function numberOfHeading(
  element: Element,
  level: number,
  listStyle: string | undefined,
  reader: Reader,
): string {
  const isOutside = element.attributes.get("text:is-list-header") === "true" || listStyle === "";
  if (isOutside) return "";
  const restarts = element.attributes.get("text:restart-numbering") === "true";
  const start = restarts ? startValue(element) : undefined;
  return countItem(
    reader.outline,
    reader.styles.outline,
    Math.max(1, Math.min(level, 10)),
    start ?? (restarts ? 1 : undefined),
  );
}

/** Parts of a paragraph that are not text of it. */
const silent = new Set([
  "text:number",
  "text:ruby-text",
  "text:script",
  "text:note-citation",
  "office:annotation-end",
  "office:event-listeners",
  "text:hidden-paragraph",
]);

function readInline(element: Element, reader: Reader, inline: Inline, look: TextLook): void {
  for (const child of element.children) {
    if (!isElement(child)) addWords(child, reader, inline, look);
    else readInlineElement(child, reader, inline, look);
  }
}

function readInlineElement(child: Element, reader: Reader, inline: Inline, look: TextLook): void {
  const { name, attributes } = child;
  if (silent.has(name)) return;
  if (attributes.get("text:display") === "none")
    return leaveOut(reader.losses, "hidden", textOf(child));
  if (name === "text:s" || name === "text:tab" || name === "text:line-break")
    return addWords(" ", reader, inline, look);
  if (name === "text:change")
    return leaveDeletion(attributes.get("text:change-id") ?? "", reader.deletions, reader.losses);
  if (name === "text:note") return readNote(child, reader, inline);
  if (name === "office:annotation") return noteUnread(reader.losses, "comment");
  if (name === "text:hidden-text" && attributes.get("text:is-hidden") === "true")
    return leaveOut(reader.losses, "hidden", attributes.get("text:string-value") ?? textOf(child));
  if (shapes.test(name)) {
    for (const text of readShape(child, reader)) inline.beside.push(text);
    return;
  }
  const own = name === "text:span" ? reader.styles.text(attributes.get("text:style-name")) : {};
  readInline(child, reader, inline, mergeLooks([own, look]));
}

function addWords(text: string, reader: Reader, inline: Inline, look: TextLook): void {
  if (look.hidden || isUnseen(look, reader.ground))
    leaveOut(reader.losses, "hidden", text, { joins: true });
  else if (look.struck) leaveOut(reader.losses, "struck", text, { joins: true });
  else addText(inline.paragraph, text, { bold: look.bold ?? false, italic: look.italic ?? false });
}

function readNote(note: Element, reader: Reader, inline: Inline): void {
  const citation = childOf(note, "text:note-citation");
  const label = (citation?.attributes.get("text:label") ?? textOf(citation)).trim();
  const body = childOf(note, "text:note-body");
  if (!body) return;
  // Nothing in the text leads to it.
  if (label === "") return leaveOut(reader.losses, "hidden", spacedText(body));
  addMark(inline.paragraph, label);
  const lines = readBlocks(body, reader).map(flowLine);
  if (lines.length > 0) reader.footnotes.push({ label, lines });
}

/** Boxes and shapes with text; pictures and objects are counted. */
function readShape(shape: Element, around: Reader): FlowText[] {
  const reader = { ...around, ground: null };
  if (isOffPage(shape)) {
    leaveOut(reader.losses, "hidden", spacedText(shape));
    return [];
  }
  const has = (...names: string[]) => names.some((name) => childOf(shape, name) !== undefined);
  if (shape.name === "draw:frame" && !has("draw:text-box", "table:table")) {
    const isObject = has("draw:object", "draw:object-ole", "draw:plugin", "draw:applet");
    noteUnread(reader.losses, isObject ? "object" : "picture");
    return [];
  }
  return readBlocks(shape, reader);
}
