// Takes a report in Markdown, ours or anyone's; gives its questions, statements and sources with line numbers.
import { findSentences, type TextRange } from "../text/sentences.ts";
import { findingsHeading, isFindingLine, leftOutHeading } from "../findings/finding-line.ts";
import { foldLeftOut, marksGap } from "../law/left-out.ts";
import { blankOut, findAllQuotes } from "../verify/quotes.ts";
import { draftHeadings, readDraftLine, withoutDraftBlanks } from "../text/draft-frame.ts";
import { documentsLine } from "../text/report-frame.ts";
import { linesOf, readBlocks, type ReportBlock } from "./blocks.ts";
import { classify, isOfWriter } from "./classify.ts";
import { hideEscapes, takeMarkers, toPlainText } from "./plain-text.ts";
import type { ListedSource, Report, ReportPart, ReportStatement } from "./report.ts";
import { isBoldLine, isSourcesHeading, readSource } from "./sources-list.ts";

interface OpenPart {
  question: string | null;
  line: number;
  statements: ReportStatement[];
  sources: ListedSource[];
  gaps: number[];
}

/** What a block may hang from: the items above it, a paragraph that leads into it, a heading. */
interface Hanger {
  readonly depth: number;
  readonly text: string;
  readonly markers: readonly string[];
  /** A paragraph leads into a list when it ends in a colon or a dash; items and headings do always. */
  readonly leads: boolean;
}

interface Reading {
  part: OpenPart;
  /** Where the next block belongs. */
  mode: "text" | "question" | "sources" | "findings" | "left-out" | "documents" | "of-draft";
  headings: { depth: number; text: string }[];
  hangers: Hanger[];
  group: string | null;
}

export function readReport(markdown: string): Report {
  const parts: OpenPart[] = [newPart(1)];
  const reading: Reading = {
    part: parts[0] as OpenPart,
    mode: "text",
    headings: [],
    hangers: [],
    group: null,
  };
  for (const block of readBlocks(hideEscapes(markdown))) {
    if (block.kind === "heading" && /^questions?\b/i.test(toPlainText(block.text))) {
      reading.part = newPart(block.lines[0] ?? 1);
      parts.push(reading.part);
      reading.mode = "question";
      reading.headings = [];
      reading.hangers = [];
    } else readBlock(reading, block);
  }
  return { parts: parts.filter(isFilled) };
}

function newPart(line: number): OpenPart {
  return { question: null, line, statements: [], sources: [], gaps: [] };
}

function isFilled(part: ReportPart): boolean {
  return part.question !== null || part.statements.length > 0 || part.sources.length > 0;
}

function readBlock(reading: Reading, block: ReportBlock): void {
  const { part } = reading;
  // The head of a report tells which documents it cites, and states nothing that they say.
  if (reading.mode === "documents" && block.kind === "item") return;
  // In a draft they stand over the sources.
  if (reading.mode === "documents" && isSourcesHeading(reading.headings.at(-1)?.text ?? ""))
    reading.mode = "sources";
  const boldLine = block.kind === "paragraph" && isBoldLine(block.text);
  // Tables of a draft on itself state nothing that its sources say.
  if (reading.mode === "of-draft" && block.kind !== "heading" && !boldLine) return;
  if (block.kind === "heading" || boldLine) {
    readHeading(reading, block);
  } else if (block.kind === "break") {
    reading.mode = "text";
    reading.hangers = [];
  } else if (reading.mode === "question" && block.kind === "paragraph") {
    part.question = [part.question ?? "", toPlainText(block.text).replace(/^["“]|["”]$/g, "")]
      .join(" ")
      .trim();
  } else if (block.kind === "footnote") {
    part.sources.push(readSource(block, null));
  } else if (block.kind === "paragraph" && toPlainText(block.text) === documentsLine) {
    reading.mode = "documents";
  } else if (reading.mode === "sources") {
    readSourceBlock(reading, block);
  } else if (reading.mode === "left-out" && block.kind === "item") {
    // What a report says that it does not hold states nothing.
    return;
  } else if (reading.mode !== "findings" || !isFindingLine(toPlainText(block.text)))
    readText(reading, block);
}

function readHeading(reading: Reading, block: ReportBlock): void {
  const text = toPlainText(block.text).replace(/:$/, "");
  // A bold line stands below every true heading.
  const depth = block.kind === "heading" ? block.depth : 7;
  reading.headings = [...reading.headings.filter((entry) => entry.depth < depth), { depth, text }];
  reading.hangers = [{ depth: 0, text, markers: [], leads: true }];
  reading.group = null;
  const findings =
    text === findingsHeading ? "findings" : text === leftOutHeading ? "left-out" : "text";
  const listed = isSourcesHeading(block.text) ? "sources" : findings;
  reading.mode = draftTables.has(text) ? "of-draft" : listed;
}

const draftTables: ReadonlySet<string> = new Set([
  draftHeadings.control,
  draftHeadings.changes,
  draftHeadings.blanks,
  draftHeadings.coverage,
]);

/** "Law:" names a group; every other line is a source. */
function readSourceBlock(reading: Reading, block: ReportBlock): void {
  const text = toPlainText(block.text);
  if (block.kind === "paragraph" && /^[^.\d]{2,90}:$/.test(text)) reading.group = text.slice(0, -1);
  else reading.part.sources.push(readSource(block, reading.group));
}

function readText(reading: Reading, written: ReportBlock): void {
  if (readDraftLine(toPlainText(written.text))?.kind === "aside") return;
  // What is still to be written says nothing yet.
  const printed = { ...written, text: withoutDraftBlanks(written.text) };
  // An ellipsis stands for what a quotation leaves out, inside it or out; words that count it stand outside.
  const outside = blankOut(printed.text, findAllQuotes(printed.text));
  if (marksGap(outside) || /…|\.{3}/.test(printed.text)) reading.part.gaps.push(...printed.lines);
  // What is said of items left out is no statement.
  const block = { ...printed, text: foldLeftOut(printed.text) };
  const headings = reading.headings.map(({ text }) => text);
  const depth = block.kind === "item" ? block.depth : 0;
  reading.hangers = reading.hangers.filter(
    (hanger) => hanger.depth < depth || (depth === 0 && hanger.depth === 0 && block.kind === "row"),
  );
  const all = takeMarkers(block.text);
  const { label, rest, at } = splitLabel(block.text);
  const above = reading.hangers.filter(({ leads }) => leads).toReversed();
  const leads = above.map(({ text }) => text).filter((text) => text !== "");
  const inherited = above.flatMap(({ markers }) => markers);
  const labels = label !== null && isOfWriter(label) ? [label] : [];
  const whole = toPlainText(all.text);
  const context = [...(label === null ? [] : [label]), whole, ...leads];
  const lineOf = linesOf(block);
  for (const { start, end } of wholeSentences(rest)) {
    const own = takeMarkers(rest.slice(start, end));
    const text = toPlainText(own.text);
    if (!/\p{L}{2}/u.test(text)) continue;
    const lead = [label, leads[0]]
      .filter((entry) => entry !== undefined && entry !== null)
      .join(" ");
    const markers = [own.markers, all.markers, inherited].find((list) => list.length > 0) ?? [];
    reading.part.statements.push({
      line: lineOf(at + start),
      text,
      kind: classify(text, [...headings, ...leads, ...labels]),
      lead: lead === "" ? null : lead,
      label,
      markers,
      context,
      headings,
    });
  }
  reading.hangers.push({
    depth,
    text: whole,
    markers: all.markers,
    leads: depth > 0 || /[:—–-][”"]?$/.test(whole),
  });
}

/** Sentences, none of which begins or ends inside a quotation. */
function wholeSentences(text: string): TextRange[] {
  const whole: TextRange[] = [];
  let start: number | null = null;
  let [open, straight] = [0, 0];
  for (const sentence of findSentences(text)) {
    if (start === null) [start, open, straight] = [sentence.start, 0, 0];
    const part = text.slice(sentence.start, sentence.end);
    open += count(part, /“/g) - count(part, /”/g);
    straight += count(part, /"/g);
    if (open > 0 || straight % 2 === 1) continue;
    whole.push({ start, end: sentence.end });
    start = null;
  }
  if (start !== null) whole.push({ start, end: text.trimEnd().length });
  return whole;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** "**Safer recruitment:** Detailed procedures …": the label, and what it labels. */
function splitLabel(text: string): { label: string | null; rest: string; at: number } {
  const match = /^\s*(\*\*|__)((?:(?!\1).){2,300})\1\s*:?\s*/.exec(text);
  const labelled =
    match !== null && (/:\s*$/.test(match[0]) || (match[2] ?? "").trim().endsWith(":"));
  if (match === null || !labelled) return { label: null, rest: text, at: 0 };
  const label = toPlainText(match[2] ?? "").replace(/:$/, "");
  return { label, rest: text.slice(match[0].length), at: match[0].length };
}
