// Takes the paragraphs and tables of a part of a Word document; gives the texts that Word shows of them.
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";
import type { Colour } from "../colour.ts";
import type { FlowText } from "../flow/flow-page.ts";
import { endPiece, leaveOut, noteUnread } from "../losses.ts";
import { openParagraph, closeParagraph, type Paragraph, type ParagraphKind } from "./paragraph.ts";
import type { Reader, Sink } from "./reader.ts";
import { chooseBranch } from "./drawings.ts";
import { closeContents, inContents, leastSize, readRuns } from "./runs.ts";
import { isFrameOff } from "./shapes-unseen.ts";
import { readParagraph, readRun, type RunLook, switchOf, valueOf } from "./styles.ts";
import { readTable } from "./tables.ts";

/** Reads paragraphs and tables one by one, as a long document hands them over. */
export interface Blocks {
  read(block: Element): void;
  /** To be called behind the last. */
  end(): void;
}

export function openBlocks(reader: Reader, sink: Sink): Blocks {
  /** A paragraph whose end was deleted in tracked changes: it goes on with the next. */
  let open: { paragraph: Paragraph; page: number } | null = null;
  const readOne = (element: Element): void => {
    const page = open?.page ?? sink.page;
    const paragraph = open?.paragraph ?? openParagraph();
    open = endsDeleted(element) || isDropCap(element) ? { paragraph, page } : null;
    readInto(paragraph, element, reader, sink);
    if (!open) endParagraph(paragraph, element, page, reader, sink);
    const section = childOf(element, "w:pPr", "w:sectPr");
    if (section) endSection(section, reader, sink);
  };
  const read = (block: Element): void => {
    switch (block.name) {
      case "w:p":
        return readOne(block);
      case "w:tbl":
        return readTable(block, reader, sink, (cell, inner) => readBlocks(cell, reader, inner));
      case "w:sdt":
        if (isContentsPart(block)) return leaveContents(block, reader, sink);
        return childrenOf(childOf(block, "w:sdtContent")).forEach(read);
      case "w:customXml":
      case "w:ins":
      case "w:moveTo":
        return childrenOf(block).forEach(read);
      case "mc:AlternateContent":
        return childrenOf(chooseBranch(block)).forEach(read);
      case "w:altChunk":
        return noteUnread(reader.losses, "embedded", sink);
      case "w:sectPr":
        return endSection(block, reader, sink);
      default:
        return;
    }
  };
  return {
    read,
    end: () => {
      if (open) endParagraph(open.paragraph, undefined, open.page, reader, sink);
      open = null;
    },
  };
}

function readBlocks(nodes: readonly Element[], reader: Reader, sink: Sink): void {
  const blocks = openBlocks(reader, sink);
  for (const node of nodes) blocks.read(node);
  blocks.end();
}

/** Reads nodes as a text of its own, on the page that the sink has come to. */
export function readApart(
  nodes: readonly Element[],
  reader: Reader,
  page: number,
  ground: Colour | null = null,
): Sink {
  const sink: Sink = { texts: [], page, turned: null, ground, tableRun: null };
  readBlocks(nodes, reader, sink);
  return sink;
}

function endsDeleted(paragraph: Element): boolean {
  const mark = childOf(paragraph, "w:pPr", "w:rPr");
  return childOf(mark, "w:del") !== undefined || childOf(mark, "w:moveFrom") !== undefined;
}

/** The large first letter of a paragraph is a paragraph of its own before it (17.3.1.11). */
function isDropCap(paragraph: Element): boolean {
  const kind = childOf(paragraph, "w:pPr", "w:framePr")?.attributes.get("w:dropCap");
  return kind === "drop" || kind === "margin";
}

/** The next section may begin on a page of its own: what says so stands at its end. */
function endSection(properties: Element, reader: Reader, sink: Sink): void {
  sink.page += 1;
  sink.turned = "told";
  reader.sections.push({ properties, page: sink.page, isSaved: false });
}

function readInto(paragraph: Paragraph, element: Element, reader: Reader, sink: Sink): void {
  const properties = childOf(element, "w:pPr");
  const style = reader.styles.paragraph(valueOf(properties, "w:pStyle"));
  const own = readParagraph(properties);
  if ((own.outline ?? style.outline ?? 0) > 0) closeContents(reader);
  if ((own.breakBefore ?? style.breakBefore) === true && sink.texts.length > 0)
    tellPage(paragraph, sink);
  const context = {
    reader,
    sink,
    paragraph,
    styled: style.run,
    ground: reader.styles.palette.ground(
      { highlight: null, fill: own.fill ?? style.fill },
      sink.ground,
    ),
    unseen:
      isFrameOff(childOf(properties, "w:framePr")) ||
      (own.lineHeight ?? style.lineHeight ?? leastSize + 1) <= leastSize,
    inserted: false,
    readBox: (content: Element) => {
      const box = readApart(childrenOf(content), reader, sink.page);
      // Where a page ends in a box is the box's affair.
      for (const text of box.texts) sink.texts.push({ ...text, page: sink.page });
    },
  };
  readRuns(
    childrenOf(element).filter((child) => child.name !== "w:pPr"),
    context,
  );
}

function tellPage(paragraph: Paragraph, sink: Sink): void {
  if (sink.turned !== null) return;
  sink.turned = "told";
  sink.page += 1;
  paragraph.turns.push({ at: paragraph.text.length, page: sink.page });
}

function endParagraph(
  paragraph: Paragraph,
  element: Element | undefined,
  page: number,
  reader: Reader,
  sink: Sink,
): void {
  const properties = childOf(element, "w:pPr");
  const styleId = valueOf(properties, "w:pStyle");
  const style = reader.styles.paragraph(styleId);
  const isContents = inContents(reader) || contentsStyle.test(style.name);
  const kind = isContents ? plainKind : kindOf(paragraph, properties, styleId, reader);
  leaveOut(reader.losses, "inserted", paragraph.inserted, sink);
  endPiece(reader.losses);
  if (isContents) leaveOut(reader.losses, "contents", paragraph.text, sink);
  else {
    const texts = closeParagraph(paragraph, kind, page);
    if (texts[0] && looksLikeHeading(texts[0])) reader.losses.under = texts[0].text;
    if (texts.length === 0) passMarks(paragraph, sink);
    for (const text of texts) sink.texts.push(text);
  }
  for (const readBox of paragraph.boxes) readBox();
}

/** Styles of contents lists, by the names that Word and LibreOffice give them. */
const contentsStyle =
  /^(?:toc \d|toc heading|contents \d|contents heading|table of figures|index \d)$/i;

const plainKind: ParagraphKind = { heading: null, number: null, place: null };

/** What a place is called in messages; structure looks closer. */
function looksLikeHeading(text: FlowText): boolean {
  return typeof text.heading === "number" || (text.bold === true && text.text.length <= 80);
}

/** A picture that stands alone is marked behind the text before it. */
function passMarks(paragraph: Paragraph, sink: Sink): void {
  const last = sink.texts.at(-1);
  const pictures = paragraph.marks.filter(({ kind }) => kind === "picture");
  if (!last || last.cells || pictures.length === 0) return;
  const at = last.text.length;
  const marks = [...(last.marks ?? []), ...pictures.map((mark) => ({ ...mark, at }))];
  sink.texts[sink.texts.length - 1] = { ...last, marks };
}

function kindOf(
  paragraph: Paragraph,
  properties: Element | undefined,
  styleId: string | null,
  reader: Reader,
): ParagraphKind {
  const own = readParagraph(properties);
  const style = reader.styles.paragraph(styleId);
  const outline = own.outline ?? style.outline;
  const isHeading = outline !== null && outline > 0;
  const heading = isHeading ? outline : style.isTitle ? 0 : null;
  const numId = own.list.numId ?? style.list.numId;
  if (numId === null || numId === "0" || isUnprinted(paragraph, properties, style.run))
    return { heading, number: null, place: null };
  const level =
    own.list.level ??
    (own.list.numId === null ? reader.counter.levelOfStyle(numId, styleId ?? "") : null) ??
    style.list.level ??
    0;
  const printed = reader.counter.next(numId, level);
  if (!printed) return { heading, number: null, place: null };
  const { list, joined } = printed;
  return { heading, number: printed.text, place: { list, level: printed.level, joined } };
}

/** A paragraph all of which is hidden, its end with it, is neither shown nor counted. */
function isUnprinted(
  paragraph: Paragraph,
  properties: Element | undefined,
  styled: RunLook,
): boolean {
  const mark = childOf(properties, "w:rPr");
  const hidden = readRun(mark).hidden ?? styled.hidden;
  const endHidden = hidden === true && switchOf(mark, "w:specVanish") !== true;
  return endHidden && paragraph.text.trim() === "";
}

/** A contents list that Word keeps (17.5.2.12, docPartGallery). */
function isContentsPart(block: Element): boolean {
  const gallery = childOf(block, "w:sdtPr", "w:docPartObj", "w:docPartGallery");
  return gallery?.attributes.get("w:val") === "Table of Contents";
}

function leaveContents(block: Element, reader: Reader, sink: Sink): void {
  const before = reader.losses.under;
  const inner: Sink = { ...sink, texts: [] };
  readBlocks(childrenOf(childOf(block, "w:sdtContent")), reader, inner);
  for (const { text } of inner.texts) leaveOut(reader.losses, "contents", text, sink);
  sink.page = inner.page;
  sink.turned = inner.turned;
  reader.losses.under = before;
}
