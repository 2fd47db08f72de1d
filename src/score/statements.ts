// Takes a passage; gives the statements it makes: the smallest parts that can be quoted without losing a condition.
import type { Passage, Span } from "../chunk/passage.ts";
import { depthOf } from "../place/address.ts";
import { month } from "../text/quantities.ts";
import { findSentences, type TextRange } from "../text/sentences.ts";

/** A printed line of a statement: where it is in the passage's text, and how deep it stands under its lead-in. */
export interface StatementLine extends TextRange {
  readonly depth: number;
  /** A bullet or a row: on a line of its own, it never reads on from the line before. */
  readonly isItem: boolean;
}

/** Lines in document order; the lead-ins that an item hangs from are part of it. */
export interface PassageStatement {
  readonly lines: readonly StatementLine[];
  readonly words: number;
}

/** A list this short, in words, is quoted whole: its items qualify each other. */
const wholeList = 100;

/** A sentence longer than this, in words, is not repeated to explain the next. */
const longestLead = 45;

export function findStatements(passage: Passage): PassageStatement[] {
  const nodes = toTree(passage);
  return nodes
    .flatMap((node, i) => split(node, leadsOf(nodes, i, passage.text), passage.text))
    .filter((each) => isAnswerRow(each, passage) || saysSomething(each, passage.text));
}

/** Short as it is, it says something of what the row over it, or its own label, names: "Allergies: peanuts". */
function isAnswerRow({ lines }: PassageStatement, { spans, text }: Passage): boolean {
  const spanAt = (line: StatementLine | undefined) =>
    spans.find(({ start }) => start === line?.start);
  const last = lines.at(-1);
  const span = spanAt(last);
  if (!last || !span || lines.length > 2) return false;
  if (lines.length === 2) return span.kind === "row" && spanAt(lines[0])?.kind === "head";
  // Nothing stands over it that it could be part of.
  if (span.kind === "row" && isLoneRow(span, { spans, text })) return true;
  // A whole paragraph of its own, and no sentence.
  return (
    span.end === last.end &&
    /^\P{Ll}[^:|.]{1,60}: (?=.*[\p{L}\p{N}])[^|:]*[^|.:]$/u.test(text.slice(last.start, last.end))
  );
}

/** The only row of its table, of several cells: "On-call manager | Jo Bloggs | 0700 900". */
function isLoneRow(span: Span, { spans, text }: Pick<Passage, "spans" | "text">): boolean {
  const at = spans.indexOf(span);
  const isRow = (other: Span | undefined) => other?.kind === "row" || other?.kind === "head";
  return (
    text.slice(span.start, span.end).includes(" | ") &&
    !isRow(spans[at - 1]) &&
    !isRow(spans[at + 1])
  );
}

/** The sentence before, for one that begins "This …" or "They …" and would not be understood without it. */
function leadsOf(nodes: readonly TreeNode[], index: number, text: string): TreeNode[] {
  const node = nodes[index];
  const before = nodes[index - 1];
  if (!node || !before || !leansBack(text.slice(node.start, node.end))) return [];
  const lead = { ...before, children: [] };
  return countWords(text, [lead]) <= longestLead ? [lead] : [];
}

/** A heading row, a lone label or a fragment of a table cell answers nothing. */
function saysSomething(statement: PassageStatement, text: string): boolean {
  const own = textOfLines(statement, text);
  // Orders to amend another text say nothing of their own.
  if (
    /^(?:\(\w+\)\s*)*(?:In|After|For|Omit|At the end of|Before)\b[^.;]*\b(?:insert|substitute|omit|repeal)\b/i.test(
      own,
    )
  )
    return false;
  // Items that begin with what they are about are no labels of a text.
  const isLabelled = statement.lines.every(({ start, end }) => isLabels(text.slice(start, end)));
  if (isLabelled || isControl(own)) return false;
  const last = statement.lines.at(-1);
  if (last && pointsElsewhere.test(text.slice(last.start, last.end))) return false;
  return statement.words >= 5 && /\p{Ll}{2,}/u.test(own) && !/^[^.;]*\|[^.;]*$/u.test(own);
}

/** "Also see regulation 20 and pages 41 to 51." */
const pointsElsewhere =
  /^\(?(?:please )?(?:also )?see (?:also )?(?:the )?(?:regulations?|sections?|schedules?|parts?|chapters?|annex|appendix|glossary|footnotes?|paragraphs?|paras?|pages?|guide)\b[^;:]*$/i;

/** "Version 4 – 1 March 2026": what tells of the document itself, and nothing besides. */
function isControl(text: string): boolean {
  if (!/\b(?:version|issue|revision|review(?:ed)?|approved|page \d)\b|^v\d/i.test(text))
    return false;
  const rest = text.replace(controlWords, " ").match(/\p{L}{2,}/gu) ?? [];
  return text.length <= longestControl && rest.length < 2;
}

const longestControl = 160;
const controlWords = new RegExp(
  `\\b(?:document|version|issued?|revision|rev|reviewed|review|approved|effective|date|number|no|next|last|due|by|on|from|page|of|the|v?\\d[\\d.]*(?:st|nd|rd|th)?|${month})\\b`,
  "gi",
);

/** "Duty on: the keeper. Official text: page 9." tells about a text and says nothing of its own. */
function isLabels(text: string): boolean {
  // "Law: must not." is itself a label.
  if (/\b(?:must|shall|should) (?!not[.;])[a-z]/.test(text)) return false;
  const sentences = text.split(/(?<=[.!?])\s+/);
  const labels = sentences.filter((sentence) => /^\p{Lu}[\p{L} ]{1,24}: \S/u.test(sentence));
  return labels.length > 1 && labels.length >= sentences.length / 2;
}

/** A statement's words on one line. @param text of its passage */
export function textOfLines({ lines }: Pick<PassageStatement, "lines">, text: string): string {
  return lines.map(({ start, end }) => text.slice(start, end)).join(" ");
}

interface TreeNode extends StatementLine {
  /** It is the head of a table, and its children the rows. */
  readonly isHead: boolean;
  readonly children: TreeNode[];
}

/** Clauses under the clause they belong to, bullets under the sentence that leads into them. */
function toTree(passage: Passage): TreeNode[] {
  const roots: TreeNode[] = [];
  const open: TreeNode[] = [];
  const heads = new Set(
    passage.spans.flatMap(({ kind, start }) => (kind === "head" ? [start] : [])),
  );
  for (const line of toLines(passage)) {
    const isHead = heads.has(line.start);
    const node = { ...line, isHead, children: [] };
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
    const parent = open.at(-1);
    if (parent) parent.children.push(node);
    else roots.push(node);
    open.push(node);
  }
  return roots;
}

/** Every line a statement can be made of, in the order of the text. */
export function toLines(passage: Passage): StatementLine[] {
  const units: { span: Span; start: number; end: number }[] = [];
  for (const span of passage.spans) {
    const before = units.at(-1);
    const goesOn = before !== undefined && passage.text[span.start - 1] === " ";
    if (goesOn) before.end = span.end;
    else units.push({ span, start: span.start, end: span.end });
  }
  const clauses = units.some(({ span }) => depthOf(span.address ?? "") > 0);
  const depths = sinkRows(units.map(({ span }) => span));
  const least = Math.min(...depths);
  const lines = units.flatMap(({ span, start, end }, i) => {
    const depth = (depths[i] ?? 0) - least;
    if (span.kind === "footnote") return [];
    const numbered = numberedItem.test(passage.text.slice(start, end));
    const isItem = numbered || ["bullet", "row", "head"].includes(span.kind);
    if (clauses || isItem) return [{ start, end, depth, isItem: isItem && !clauses }];
    return findSentences(passage.text.slice(start, end)).map((range) => ({
      start: start + range.start,
      end: start + range.end,
      depth,
      isItem: false,
    }));
  });
  return clauses ? lines : indentItems(lines, passage.text);
}

/** "…: 1. the text; 2. an explanation": items that were printed without indentation hang from what announces them. */
function indentItems(lines: readonly StatementLine[], text: string): StatementLine[] {
  let lead: StatementLine | null = null;
  return lines.map((line) => {
    const own = text.slice(line.start, line.end);
    const isItem = lead !== null && line.depth === lead.depth && itemStart.test(own);
    if (isItem) return { ...line, depth: line.depth + 1, isItem: true };
    if (lead === null || line.depth <= lead.depth) lead = /:\s*$/.test(own) ? line : null;
    return line;
  });
}

const numberedItem = /^(?:\d{1,2}|[ivx]{1,4})[.)]\s/;
/** A number, a letter or a mark in front, or no capital, which no sentence begins with. */
const itemStart = /^(?:\d{1,2}[.)]\s|[ivx]{1,4}[.)]\s|[a-z][.)]\s|[•–-]\s|\p{Ll})/u;

/** The rows of a table hang from its head. */
function sinkRows(spans: readonly Span[]): number[] {
  let underHead = false;
  return spans.map((span) => {
    underHead = span.kind === "head" || (underHead && span.kind === "row");
    return spanDepth(span) + (underHead && span.kind === "row" ? 1 : 0);
  });
}

/** "28(2)(c)(i)" is three deep; a bullet stands under the text around it. */
function spanDepth(span: Span): number {
  if (span.kind === "bullet") return 1 + (span.level ?? 0);
  return depthOf(span.address ?? "");
}

function split(node: TreeNode, leads: readonly TreeNode[], text: string): PassageStatement[] {
  // What only tells about a provision leads into nothing that stands under it.
  if (node.children.length > 0 && isLabels(text.slice(node.start, node.end)))
    return groupChildren(node, text).flatMap((part) => splitPart(part, [], text));
  // A row says something by itself, under the names of the columns.
  if (node.isHead && node.children.length > 0)
    return node.children.flatMap((row) => splitPart([row], [...leads, node], text));
  const whole = [node, ...descendants(node)];
  const own = countWords(text, whole);
  if (node.children.length === 0 || own <= wholeList)
    return [toStatement([...leads, ...whole], text)];
  return groupChildren(node, text).flatMap((part) => splitPart(part, [...leads, node], text));
}

function splitPart(
  part: readonly TreeNode[],
  chain: readonly TreeNode[],
  text: string,
): PassageStatement[] {
  const [only] = part;
  if (part.length === 1 && only && only.children.length > 0) return split(only, chain, text);
  return [
    toStatement([...chain, ...part.flatMap((child) => [child, ...descendants(child)])], text),
  ];
}

/** Short items together, up to half of what a list may have; a long one with items of its own alone. */
function groupChildren(node: TreeNode, text: string): TreeNode[][] {
  const parts: TreeNode[][] = [];
  let short: TreeNode[] = [];
  let words = 0;
  for (const child of node.children) {
    const size = countWords(text, [child, ...descendants(child)]);
    if (words + size > wholeList / 2) {
      parts.push(short);
      short = [];
      words = 0;
    }
    if (child.children.length > 0 && size > wholeList / 2) {
      parts.push([child]);
    } else {
      short.push(child);
      words += size;
    }
  }
  return [...parts, short].filter((part) => part.length > 0);
}

function descendants(node: TreeNode): TreeNode[] {
  return node.children.flatMap((child) => [child, ...descendants(child)]);
}

function toStatement(nodes: readonly TreeNode[], text: string): PassageStatement {
  return {
    lines: nodes.map(({ start, end, depth, isItem }) => ({ start, end, depth, isItem })),
    words: countWords(text, nodes),
  };
}

function countWords(text: string, ranges: readonly TextRange[]): number {
  const counts = ranges.map(({ start, end }) => text.slice(start, end).split(/\s+/).length);
  return counts.reduce((total, count) => total + count, 0);
}

/** "This …", "They …", "However …". */
function leansBack(sentence: string): boolean {
  return /^(?:this|these|those|they|it|such|he|she|however|in addition|also|the above|alternatively)\b/i.test(
    sentence,
  );
}
