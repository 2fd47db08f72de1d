// Takes a passage of the provider's own document; gives its statements, with those that are none in law or guidance.
import type { Passage, Span } from "../chunk/passage.ts";
import { runningHead } from "../structure/flow.ts";
import { findBlanks } from "../text/blanks.ts";
import { findControlFields } from "../text/control-fields.ts";
import { findSentences, type TextRange } from "../text/sentences.ts";
import { findStatements, type PassageStatement } from "./statements.ts";

/**
 * Word files rarely say which row of a table is its head: a row without one comes with the table's first row. Footnotes,
 * short sentences ("Good days are noticed.") and what is still to be filled in count as body text does. Of headers and
 * footers each field is one: "Next review: May 2030".
 */
export function findOwnStatements(passage: Passage): PassageStatement[] {
  if (isRunningHead(passage))
    return findControlFields(passage.text).map((each) => alone(each, passage));
  const found = findStatements(passage);
  const covered = new Set(found.flatMap(({ lines }) => lines.map(({ start }) => start)));
  const isNew = ({ start }: TextRange) => !covered.has(start);
  const [first, ...rows] = passage.spans.filter(isRow);
  const further = passage.spans
    .filter((span) => !isRow(span))
    .flatMap((span) => sentencesOf(span, passage.text))
    .filter((each) => isNew(each) && isWhole(passage.text.slice(each.start, each.end)));
  return [
    ...found,
    ...further.map((each) => alone(each, passage)),
    ...(first === undefined ? [] : rows.filter(isNew).map((row) => under(first, row, passage))),
  ];
}

/** What stands at the top and foot of every page, and tells of the document itself. */
export function isRunningHead({ trail }: Pick<Passage, "trail">): boolean {
  return trail.at(-1) === runningHead.title;
}

function isRow({ kind }: Span): boolean {
  return kind === "row" || kind === "head";
}

function sentencesOf(span: Span, text: string): TextRange[] {
  return findSentences(text.slice(span.start, span.end)).map(({ start, end }) => ({
    start: span.start + start,
    end: span.start + end,
  }));
}

/** A sentence with its stop, or a place left to be filled in. */
function isWhole(text: string): boolean {
  return (
    (/^\p{L}.*\s\p{L}.*[.!]$/su.test(text) && !text.includes("|")) || findBlanks(text).length > 0
  );
}

function alone({ start, end }: TextRange, { text }: Passage): PassageStatement {
  return { lines: [{ start, end, depth: 0, isItem: false }], words: countWords(text, start, end) };
}

function under(head: TextRange, row: TextRange, { text }: Passage): PassageStatement {
  return {
    lines: [
      { start: head.start, end: head.end, depth: 0, isItem: true },
      { start: row.start, end: row.end, depth: 1, isItem: true },
    ],
    words: countWords(text, row.start, row.end),
  };
}

function countWords(text: string, start: number, end: number): number {
  return text.slice(start, end).split(/\s+/).length;
}
