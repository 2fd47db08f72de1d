// Takes the pages of guidance, a plan or a report; gives its tree of headings, numbered paragraphs and quoted law.
import { cutText } from "../extract/marked-text.ts";
import type { Footnote, Line, Page } from "../extract/page.ts";
import { findHeadings } from "./headings.ts";
import type { Measure } from "./measure.ts";
import type { NumberedStart } from "./numbered-start.ts";
import { createNumbering, type Numbering } from "./numbering.ts";
import { createOutline, type Outline } from "./outline.ts";
import { createQuotedLaw, startsQuotedLaw, type QuotedLaw } from "./quoted-law.ts";
import { addLine, createTree, type Node, type Tree } from "./tree.ts";

interface Reader {
  readonly tree: Tree;
  readonly measure: Measure;
  readonly numbering: Numbering;
  readonly outline: Outline;
  paragraph: Node | null;
  quoted: QuotedLaw | null;
  last: Line | null;
  /** Where each footnote's mark stands. */
  readonly marked: Map<string, Node>;
  /** Added at the end, for the paragraph above a footnote may go on over the page. */
  readonly footnotes: HeldFootnote[];
}

interface HeldFootnote {
  readonly owner: Node;
  readonly note: Footnote;
  readonly page: Page;
}

export function readGuidance(
  pages: readonly Page[],
  measure: Measure,
): { tree: Tree; numbered: boolean } {
  const tree = createTree();
  const numbering = createNumbering(pages, measure);
  const reader: Reader = {
    tree,
    measure,
    numbering,
    outline: createOutline(tree, numbering.isCited),
    paragraph: null,
    quoted: null,
    last: null,
    marked: new Map(),
    footnotes: [],
  };
  const headings = findHeadings(pages, measure, numbering);
  for (const page of pages) {
    reader.marked.clear();
    for (const line of page.lines) {
      const heading = headings.get(line);
      if (heading === "continued") continue;
      if (heading) {
        reader.quoted = null;
        reader.paragraph = null;
        reader.outline.open(heading, page.number);
      } else readLine(reader, line, page);
      reader.last = line;
    }
    for (const note of page.footnotes) holdFootnote(reader, note, page);
    if (isCover(page, measure)) reader.outline.close();
  }
  for (const held of reader.footnotes) addFootnote(tree, held);
  return { tree, numbered: numbering.isNumbered };
}

/** A first page without running text: its large print is the title, under which nothing nests. */
function isCover(page: Page, measure: Measure): boolean {
  if (page.number !== 1) return false;
  return !page.lines.some((line) => line.text.length > 60 && line.size <= measure.body + 1);
}

function readLine(reader: Reader, line: Line, page: Page): void {
  const numbered = reader.numbering.starts(line);
  if (numbered) {
    openParagraph(reader, numbered, line, page);
    return;
  }
  if (reader.quoted?.holds(line)) {
    reader.quoted.read(line, page.number);
    return;
  }
  const law = startsQuotedLaw(line, reader.measure);
  if (law && underRegulationHeading(reader)) {
    reader.paragraph = null;
    reader.quoted = createQuotedLaw(reader.tree, reader.outline.current(), law, line, page.number);
    return;
  }
  reader.quoted = null;
  addText(reader, reader.paragraph ?? reader.outline.current(), line, page);
}

/** "The text of the regulation": without such a heading, a number in another typeface is a list. */
function underRegulationHeading({ outline }: Reader): boolean {
  return outline
    .titles()
    .slice(-2)
    .some((title) => /\b(?:regulation|section)s?\b/i.test(title));
}

function openParagraph(reader: Reader, start: NumberedStart, line: Line, page: Page): void {
  reader.quoted = null;
  const node = reader.outline.openParagraph(start, page.number);
  reader.paragraph = node;
  addText(reader, node, cutText(line, start.length), page, true);
}

const bullet = /^(?:[\u2022\u25cf\u25e6\u25aa\u25cb\ue000-\uf8ff*]|●●|o(?=\s[a-z]))\s*/u;
/** A dash opens an item only where it is set in; at the margin it goes on with the sentence above. */
const dash = /^[\u2013\u2014-]\s+/u;

function addText(reader: Reader, owner: Node, line: Line, page: Page, fresh = false): void {
  for (const mark of line.marks) if (mark.kind === "footnote") reader.marked.set(mark.label, owner);
  if (line.cells) {
    addLine(owner, line, page.number, { kind: "row", fresh: true });
    return;
  }
  const item = itemMark(reader, line);
  if (item !== null && line.text.length > item.length) {
    addLine(owner, cutText(line, item.length), page.number, { kind: "bullet", fresh: true });
    return;
  }
  if (item !== null) return;
  const kind = continuesBullet(reader, owner, line) ? "bullet" : "text";
  addLine(owner, line, page.number, { kind, fresh: fresh || startsParagraph(reader, line, kind) });
}

/** The bullet a line begins with; null for no item. */
function itemMark(reader: Reader, line: Line): string | null {
  const mark = bullet.exec(line.text)?.[0];
  if (mark !== undefined) return mark;
  const setIn = line.left > reader.measure.margin + 6;
  return (setIn ? dash.exec(line.text)?.[0] : undefined) ?? null;
}

/** A line under a bullet goes on with it while it keeps to the bullet's text edge. */
function continuesBullet(reader: Reader, owner: Node, line: Line): boolean {
  const last = owner.content.at(-1);
  if (!last || !("lines" in last) || last.kind !== "bullet" || !reader.last) return false;
  const before = reader.last;
  if (bullet.test(before.text)) return line.left > before.left + 4 || sameEdge(reader, line);
  return Math.abs(before.left - line.left) < 3;
}

function sameEdge(reader: Reader, line: Line): boolean {
  return (
    reader.last !== null &&
    Math.abs(reader.last.left - line.left) < 1 &&
    line.left > reader.measure.margin + 8
  );
}

function startsParagraph(reader: Reader, line: Line, kind: "text" | "bullet"): boolean {
  const before = reader.last;
  if (!before || before.cells) return true;
  const step = line.baseline - before.baseline;
  // Over a page break a paragraph goes on unless the sentence before has ended.
  if (step <= 0)
    return /[.:;?!”’)]$/.test(before.text) && /^[A-Z“‘(]/.test(line.text) && kind === "text";
  // What stands beside the line before belongs to another box of a figure.
  if (line.left > before.right || line.right < before.left) return true;
  return step > 1.3 * reader.measure.pitch;
}

function holdFootnote(reader: Reader, note: Footnote, page: Page): void {
  const owner = reader.marked.get(note.label) ?? reader.paragraph ?? reader.outline.current();
  reader.footnotes.push({ owner, note, page });
}

function addFootnote(tree: Tree, { owner, note, page }: HeldFootnote): void {
  const node = tree.add(owner, {
    kind: "footnote",
    address: `fn/${note.label}`,
    locator: `footnote ${note.label}`,
    page: page.number,
  });
  for (const line of note.lines) addLine(node, line, page.number);
}
