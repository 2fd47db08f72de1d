// Takes the paragraphs of a text that flows (Word, web page, plain text); gives its tree of headings, numbered paragraphs
// and lists, read by style, level and printed number and not by where anything stands on a page.
import { cutText, putBefore } from "../extract/marked-text.ts";
import type { FlowLine, FlowPage, Footnote } from "../extract/page.ts";
import { findFlowHeadings } from "./flow-headings.ts";
import { createFlowNumbering, type FlowNumbering } from "./flow-numbering.ts";
import { createOutline, type Outline } from "./outline.ts";
import { addLine, createTree, type Node, type Tree } from "./tree.ts";

interface Reader {
  readonly tree: Tree;
  readonly outline: Outline;
  readonly numbering: FlowNumbering;
  paragraph: Node | null;
  /** Lettered items of the open paragraph, outermost first, with the list that each is of. */
  clauses: { readonly node: Node; readonly list: string; readonly level: number }[];
  /** Where marks of footnotes stand whose notes are to come, by label and in order: "*" may mark many. */
  readonly marked: Map<string, Node[]>;
  /** What the line before was added to, for lines that go on over a page. */
  last: { readonly owner: Node; readonly kind: "text" | "bullet" } | null;
}

/** @param running lines of headers and footers; they stand behind the text, under a heading of their own */
export function readFlow(
  pages: readonly FlowPage[],
  running: readonly string[],
): { tree: Tree; numbered: boolean } {
  const tree = createTree();
  const lines = pages.flatMap((page) => page.lines.map((line) => ({ line, page: page.number })));
  const all = lines.map(({ line }) => line);
  const headings = findFlowHeadings(all);
  const numbering = createFlowNumbering(all, headings);
  const reader: Reader = {
    tree,
    outline: createOutline(tree, numbering.isCited),
    numbering,
    paragraph: null,
    clauses: [],
    marked: new Map(),
    last: null,
  };
  for (const { line, page } of lines) {
    const heading = headings.get(line);
    if (heading) {
      const node = reader.outline.open({ ...heading, number: numbering.headingNumber(line) }, page);
      noteMarks(reader, line, node);
      reader.paragraph = null;
      reader.clauses = [];
      reader.last = null;
    } else readLine(reader, line, page);
  }
  for (const page of pages)
    for (const note of page.footnotes) addFootnote(reader, note, page.number);
  addRunning(tree, running);
  return { tree, numbered: numbering.isNumbered };
}

function noteMarks(reader: Reader, line: FlowLine, owner: Node): void {
  for (const { kind, label } of line.marks) {
    if (kind !== "footnote") continue;
    const owners = reader.marked.get(label);
    if (owners) owners.push(owner);
    else reader.marked.set(label, [owner]);
  }
}

function readLine(reader: Reader, line: FlowLine, page: number | null): void {
  if (line.continues && reader.last) {
    noteMarks(reader, line, reader.last.owner);
    return addLine(reader.last.owner, line, page, { kind: reader.last.kind });
  }
  const start = reader.numbering.starts(line);
  if (start) {
    reader.paragraph = reader.outline.openParagraph(start, page);
    reader.clauses = [];
    return addText(
      reader,
      reader.paragraph,
      start.length > 0 ? cutText(line, start.length) : line,
      page,
    );
  }
  const clause = openClause(reader, line, page);
  if (clause) return addText(reader, clause, line, page);
  // An item without a letter of its own goes on inside the lettered item it hangs from; other text closes them.
  if (!line.place && !line.cells) reader.clauses = [];
  const owner = reader.clauses.at(-1)?.node ?? reader.paragraph ?? reader.outline.current();
  addText(reader, owner, line, page);
}

/** "(a)" that Word prints under a numbered paragraph is part of it, and cited so: 2.2(b). */
function openClause(reader: Reader, line: FlowLine, page: number | null): Node | null {
  if (!reader.paragraph || !line.place || line.number === null) return null;
  const label = /^\(?([a-z]{1,5}|\d{1,3})[.)]{1,2}$/i.exec(line.number)?.[1];
  if (label === undefined) return null;
  const { list, level } = line.place;
  while (reader.clauses.some((open) => open.list === list && open.level >= level))
    reader.clauses.pop();
  const parent = reader.clauses.at(-1)?.node ?? reader.paragraph;
  const node = reader.tree.add(parent, {
    kind: "clause",
    address: `${parent.address}/${label}`,
    locator: parent.locator === null ? null : `${parent.locator}(${label})`,
    page,
  });
  reader.clauses.push({ node, list, level });
  return node;
}

const bullet = /^(?:[\u2022\u25cf\u25e6\u25aa\u25cb\ue000-\uf8ff*]|●●|o(?=\s[a-z]))\s*/u;
const dash = /^[\u2013\u2014-]\s+/u;

function addText(reader: Reader, owner: Node, line: FlowLine, page: number | null): void {
  noteMarks(reader, line, owner);
  reader.last = null;
  if (line.cells)
    return addLine(owner, line, page, { kind: line.isHead ? "head" : "row", fresh: true });
  const opensOwner = owner.content.length === 0 && owner.kind !== "heading";
  const typed = bullet.exec(line.text)?.[0] ?? (line.place ? dash.exec(line.text)?.[0] : undefined);
  const isItem = !opensOwner && (line.place !== null || typed !== undefined);
  const kind = isItem ? "bullet" : "text";
  const text = typed === undefined ? line : cutText(line, typed.length);
  if (text.text === "") return;
  const level = isItem ? (line.place?.level ?? 0) : 0;
  addLine(owner, isItem ? withNumber(text) : text, page, { kind, fresh: true, level });
  reader.last = { owner, kind };
}

/** The number that is printed before an item is what a reader sees there; paragraphs and clauses are named by theirs. */
export function withNumber(line: FlowLine): FlowLine {
  return line.number === null ? line : putBefore(line, `${line.number} `);
}

function addFootnote(reader: Reader, note: Footnote, page: number | null): void {
  const owners = reader.marked.get(note.label) ?? [];
  // Where there are more notes than marks, the last mark has the rest.
  const owner = (owners.length > 1 ? owners.shift() : owners[0]) ?? reader.outline.current();
  const node = reader.tree.add(owner, {
    kind: "footnote",
    address: `fn/${note.label}`,
    locator: `footnote ${note.label}`,
    page,
  });
  for (const line of note.lines) addLine(node, line, page);
}

/** Where the lines of headers and footers stand. */
export const runningHead = { address: "head/header-and-footer", title: "Header and footer" };

function addRunning(tree: Tree, running: readonly string[]): void {
  if (running.length === 0) return;
  const node = tree.add(tree.root, {
    kind: "heading",
    address: runningHead.address,
    title: runningHead.title,
  });
  for (const text of running) addLine(node, { text, marks: [] }, null, { fresh: true });
}
