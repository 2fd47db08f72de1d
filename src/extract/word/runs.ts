// Takes the runs of a paragraph of a Word document; adds what Word shows of them to the paragraph.
import { childOf, childrenOf, descendantsOf, type Element, textOf } from "../office/read-xml.ts";
import { addMark } from "../flow/paragraph.ts";
import { leaveOut, noteUnread } from "../losses.ts";
import type { LeftOut } from "../page.ts";
import { type Colour, isLost } from "../colour.ts";
import type { Field, Reader, Sink } from "./reader.ts";
import { boxesIn, chooseBranch, drawnWords } from "./drawings.ts";
import { append, breakLine, type Paragraph } from "./paragraph.ts";
import { picturesIn } from "./pictures.ts";
import { partUnseen, wordsOf } from "./shapes-unseen.ts";
import { lookOf, mergeLooks, noRun, readRun, type RunLook, switchOf, valueOf } from "./styles.ts";
import { inFont, symbolOf } from "./symbols.ts";

export interface RunContext {
  readonly reader: Reader;
  readonly sink: Sink;
  readonly paragraph: Paragraph;
  /** What the paragraph's style gives to its runs. */
  readonly styled: RunLook;
  /** What lies behind the paragraph; null where that is not known. */
  readonly ground: Colour | null;
  /** It stands off the page, or in lines of no height. */
  readonly unseen: boolean;
  readonly inserted: boolean;
  /** Reads the paragraphs of a text box. */
  readonly readBox: (content: Element) => void;
}

/** What only holds runs. */
const holders = new Set([
  "w:hyperlink",
  "w:smartTag",
  "w:customXml",
  "w:bdo",
  "w:dir",
  "w:sdt",
  "w:sdtContent",
  "w:rubyBase",
]);

export function readRuns(nodes: readonly Element[], context: RunContext): void {
  for (const node of nodes) readPart(node, context);
}

function readPart(node: Element, context: RunContext): void {
  if (node.name === "w:r") return readRunElement(node, context);
  if (holders.has(node.name)) return readRuns(childrenOf(node), context);
  switch (node.name) {
    case "w:ins":
    case "w:moveTo":
      return readRuns(childrenOf(node), { ...context, inserted: true });
    case "w:del":
    case "w:moveFrom":
      return setApart("deleted", deletedText(node), context);
    case "w:ruby":
      return readRuns(childrenOf(node, "w:rubyBase"), context);
    case "w:fldSimple":
      return readSimpleField(node, context);
    case "m:oMath":
    case "m:oMathPara":
      return readFormula(node, context);
    case "mc:AlternateContent":
      return readRuns(childrenOf(chooseBranch(node)), context);
    default:
      return;
  }
}

/** Its words part by part: what a part holds is set as other runs are. */
function readFormula(formula: Element, context: RunContext): void {
  for (const [at, run] of descendantsOf(formula, "m:r").entries()) {
    const look = runLook(run, context);
    if (at > 0) append(context.paragraph, " ", look);
    addText(descendantsOf(run, "m:t").map(textOf).join(" "), look, context);
  }
}

function deletedText(node: Element): string {
  return childrenOf(node)
    .map((child) => {
      if (child.name === "w:delText" || child.name === "w:t") return textOf(child);
      if (child.name === "w:tab" || child.name === "w:br") return " ";
      return deletedText(child);
    })
    .join("");
}

/** Fields of headers and footers that print another number on each page. */
const pageFields = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;
/** Fields that keep something for other fields or lists, and show nothing. */
const silentFields = /^\s*(?:SET|ASK|XE|TC|TA|RD)\b/i;
/** Fields that print the number of a note again, as the note has it (17.16.5.35). */
const noteFields = /^\s*NOTEREF\b.*\\f/i;
/** Fields that show the words of their own code. */
const buttonFields = /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)$/i;

function readSimpleField(node: Element, context: RunContext): void {
  const code = node.attributes.get("w:instr") ?? "";
  context.reader.fields.push({ code, inResult: true, form: null });
  readRuns(childrenOf(node), context);
  context.reader.fields.pop();
}

function readRunElement(run: Element, context: RunContext): void {
  const look = runLook(run, context);
  for (const child of childrenOf(run)) readRunChild(child, look, context);
}

function runLook(run: Element, { reader, sink, styled }: RunContext): RunLook {
  const properties = childOf(run, "w:rPr");
  const style = valueOf(properties, "w:rStyle");
  const { styles } = reader;
  const character = style === null ? null : styles.character(style);
  // Of a table's style, how its words show.
  const { hidden = null, colour = null } = sink.tableRun ?? {};
  const plain = sink.tableRun
    ? mergeLooks([{ ...noRun, hidden, colour }, styles.plain])
    : styles.plain;
  return lookOf(readRun(properties), character, styled, plain);
}

function readRunChild(child: Element, look: RunLook, context: RunContext): void {
  const { paragraph, sink, reader } = context;
  switch (child.name) {
    case "w:t":
      return addText(inFont(textOf(child), look.font), look, context);
    case "w:tab":
    case "w:ptab":
      return addText(" ", look, context);
    case "w:br":
    case "w:cr":
      if (child.attributes.get("w:type") === "page") return turnPage("told", context);
      breakLine(paragraph);
      return addText(" ", look, context);
    case "w:lastRenderedPageBreak":
      return turnPage("saved", context);
    case "w:noBreakHyphen":
      return addText("-", look, context);
    case "w:sym":
      return addText(
        symbolOf(child.attributes.get("w:font") ?? "", child.attributes.get("w:char") ?? ""),
        look,
        context,
      );
    case "w:fldChar":
      return readFieldMark(child, look, context);
    case "w:instrText": {
      const field = reader.fields.at(-1);
      if (field && !field.inResult) field.code += textOf(child);
      return;
    }
    case "w:footnoteReference":
    case "w:endnoteReference":
      return addNote(child, look, context);
    case "w:commentReference":
      return noteUnread(reader.losses, "comment", sink);
    case "w:drawing":
    case "w:pict":
    case "w:object":
      return readDrawing(child, look, context);
    case "w:ruby":
      return readRuns(childrenOf(child, "w:rubyBase"), context);
    case "mc:AlternateContent":
      for (const inner of childrenOf(chooseBranch(child))) readRunChild(inner, look, context);
      return;
    default:
      return;
  }
}

function inCode(reader: Reader): boolean {
  return reader.fields.some((field) => !field.inResult);
}

/** Contents lists and indexes say what stands elsewhere. */
const contentsFields = /^\s*(?:TOC|INDEX|TOA)\b/i;

export function inContents(reader: Reader): boolean {
  return reader.fields.some((field) => field.inResult && contentsFields.test(field.code));
}

/** A heading is no entry of a contents list: a field that a damaged file leaves open must not swallow the text. */
export function closeContents({ fields }: Reader): void {
  const at = fields.findIndex((field) => field.inResult && contentsFields.test(field.code));
  if (at >= 0) fields.splice(at);
}

function addText(text: string, look: RunLook, context: RunContext): void {
  const { paragraph, reader, sink } = context;
  if (inCode(reader)) {
    // Text in the place of a field's code is never shown; that it stands there is a fault of the file.
    if (reader.fields.at(-1)?.inResult === false) setApart("hidden", text, context);
    return;
  }
  if (reader.fields.some(({ code }) => silentFields.test(code))) return;
  if (inContents(reader)) return setApart("contents", text, context);
  // The number of a note that is referred to again is a mark, as the first one is.
  if (reader.fields.some(({ code }) => noteFields.test(code))) {
    if (text.trim() !== "") addMark(paragraph, text.trim());
    return;
  }
  const isPage = ({ code, inResult }: Field) => inResult && pageFields.test(code);
  if (reader.isRunning && reader.fields.some(isPage)) return;
  const reason = whyUnshown(look, context);
  if (reason !== null) return setApart(reason, text, context);
  if (text.trim() !== "") sink.turned = null;
  if (context.inserted) paragraph.inserted += text;
  append(paragraph, text, look);
}

/** Pieces that follow each other for one reason are one entry. */
function setApart(reason: LeftOut["reason"], text: string, { reader, sink }: RunContext): void {
  leaveOut(reader.losses, reason, text, { page: sink.page, joins: true });
}

/** Null for what is shown. */
function whyUnshown(look: RunLook, context: RunContext): "hidden" | "struck" | null {
  if (isHidden(look, context)) return "hidden";
  return look.struck === true ? "struck" : null;
}

/** Letters and lines of up to this many points are dots. */
export const leastSize = 2;
/** Letters of up to this width, of 100, are strokes. */
const leastScale = 5;

/** Set as hidden; too small to be seen; or in the colour of what lies behind it. */
function isHidden(look: RunLook, { ground, unseen, reader }: RunContext): boolean {
  if (look.hidden === true || look.unpainted === true || unseen) return true;
  if (look.size !== null && look.size <= leastSize) return true;
  if (look.scale !== null && look.scale <= leastScale) return true;
  const { palette } = reader.styles;
  return isLost(palette.resolve(look.colour), palette.ground(look, ground));
}

function turnPage(kind: "told" | "saved", { reader, sink, paragraph }: RunContext): void {
  if (kind === "saved") reader.pagesSaved = true;
  // Word saves a break where the page that it was told to begin begins: one page, not two.
  const same = kind === "saved" && sink.turned === "told";
  const section = reader.sections.at(-1);
  if (same && section?.page === sink.page) section.isSaved = true;
  sink.turned = kind;
  if (same) return;
  sink.page += 1;
  paragraph.turns.push({ at: paragraph.text.length, page: sink.page });
}

function readFieldMark(mark: Element, look: RunLook, context: RunContext): void {
  const { fields } = context.reader;
  const type = mark.attributes.get("w:fldCharType");
  if (type === "begin") {
    fields.push({ code: "", inResult: false, form: formText(childOf(mark, "w:ffData")) });
    return;
  }
  const field = fields.at(-1);
  if (!field) return;
  if (type === "separate") field.inResult = true;
  else if (type === "end") {
    fields.pop();
    const shown = field.form ?? (field.inResult ? null : buttonFields.exec(field.code)?.[1]);
    if (typeof shown === "string") addText(shown, look, context);
  }
}

/** What boxes and lists of a form show: they have no result of their own. */
function formText(data: Element | undefined): string | null {
  const box = childOf(data, "w:checkBox");
  if (box) {
    const checked = switchOf(box, "w:checked") ?? switchOf(box, "w:default") ?? false;
    return checked ? "☒" : "☐";
  }
  const list = childOf(data, "w:ddList");
  if (!list) return null;
  const chosen = Number(valueOf(list, "w:result") ?? valueOf(list, "w:default") ?? 0);
  return childrenOf(list, "w:listEntry")[chosen]?.attributes.get("w:val") ?? "";
}

function addNote(reference: Element, look: RunLook, context: RunContext): void {
  const { reader, paragraph, sink } = context;
  const kind = reference.name === "w:footnoteReference" ? "footnote" : "endnote";
  const id = reference.attributes.get("w:id") ?? "";
  const reason = whyNoMark(look, context);
  if (reason !== null)
    return leaveOut(reader.losses, reason, reader.notes.unmarked(kind, id), { page: sink.page });
  // Where the writer gave a sign of their own, it stands in the text.
  const own = reference.attributes.get("w:customMarkFollows");
  const signed = own === "1" || own === "true";
  const label = reader.notes.refer(kind, id, signed, sink.page);
  if (label === null) return;
  addMark(paragraph, label);
}

/** A note goes with its mark. */
function whyNoMark(look: RunLook, context: RunContext): "hidden" | "struck" | "contents" | null {
  if (inCode(context.reader)) return "hidden";
  return inContents(context.reader) ? "contents" : whyUnshown(look, context);
}

function readDrawing(whole: Element, look: RunLook, context: RunContext): void {
  const { paragraph, reader, sink } = context;
  const { seen: drawing, unseen } = partUnseen(whole);
  for (const words of unseen) leaveOut(reader.losses, "hidden", words, { page: sink.page });
  const reason = whyUnshown(look, context);
  if (reason !== null)
    return leaveOut(reader.losses, reason, wordsOf(drawing), { page: sink.page });
  for (const box of boxesIn(drawing)) paragraph.boxes.push(() => context.readBox(box));
  for (const text of reader.isRunning ? [] : drawnWords(drawing))
    paragraph.boxes.push(() => sink.texts.push({ text, page: sink.page }));
  for (const picture of picturesIn(drawing)) {
    const { text } = picture;
    if (text !== null) paragraph.boxes.push(() => sink.texts.push({ text, page: sink.page }));
    else {
      noteUnread(reader.losses, picture.kind, sink);
      paragraph.marks.push({ at: paragraph.text.length, label: picture.label, kind: "picture" });
    }
  }
}
