// Takes the pages of an Act or instrument as legislation.gov.uk prints it; gives its tree of provisions.
import type { Line, Page } from "../extract/page.ts";
import { createBracketReader, tightenLabel } from "./amendments.ts";
import { addAnnotation, applyAnnotations, isAnnotationHeading } from "./annotations.ts";
import { readDivision } from "./divisions.ts";
import { openDivision, readHeading, readScheduleSource } from "./legislation-headings.ts";
import {
  noteBracket,
  startReading,
  type InstrumentKind,
  type LegislationReader,
} from "./legislation-reader.ts";
import { openUnit } from "./legislation-units.ts";
import { addLine, type Tree } from "./tree.ts";

export function readLegislation(
  pages: readonly Page[],
  kind: InstrumentKind,
  measure: { body: number; margin: number },
): Tree {
  const reader = startReading(kind, measure);
  const brackets = createBracketReader();
  for (const page of pages) {
    for (const raw of page.lines) {
      if (isEndMatter(raw)) return finish(reader);
      if (readAnnotation(reader, raw)) {
        reader.interrupted = true;
        continue;
      }
      const { line, open } = brackets.read(tightenLabel(raw));
      reader.open = open;
      readLine(reader, line, page);
      reader.interrupted = false;
    }
  }
  return finish(reader);
}

function finish(reader: LegislationReader): Tree {
  applyAnnotations(reader.tree.root, reader.annotations, reader.bracketed);
  return reader.tree;
}

/** On a last page of its own legislation.gov.uk repeats what its running headers say. */
function isEndMatter(line: Line): boolean {
  return line.bold && /^(?:Status|Changes to legislation):$/.test(line.text);
}

/** Annotations stand under a heading of their own, in smaller print, up to the next line of text. */
function readAnnotation(reader: LegislationReader, line: Line): boolean {
  if (isAnnotationHeading(line)) {
    reader.annotating = true;
    reader.lastNote = null;
    return true;
  }
  if (!reader.annotating) return false;
  const division = readDivision(line.text);
  if (line.size < reader.body - 0.9 && division === null) {
    reader.lastNote = addAnnotation(reader.annotations, reader.lastNote, line);
    return true;
  }
  reader.annotating = false;
  return false;
}

function readLine(reader: LegislationReader, line: Line, page: Page): void {
  if (reader.clauses?.isQuoting(line)) {
    reader.clauses.read(line, page.number, reader.interrupted);
    return;
  }
  if (readScheduleSource(reader, line, page)) return;
  if (line.text === "PROSPECTIVE" && line.size < reader.body) {
    reader.prospective = true;
    return;
  }
  const centred = isCentred(line, page, reader.margin);
  const division = readDivision(line.text);
  if (
    division &&
    (centred || line.cells !== null || division.kind.startsWith("schedule")) &&
    line.left > reader.margin + 20
  ) {
    openDivision(reader, division, page);
    return;
  }
  if (reader.afterword) {
    addLine(reader.afterword, line, page.number, { fresh: line.left > reader.margin + 6 });
    return;
  }
  if (readHeading(reader, line, centred)) return;
  if (openUnit(reader, line, page)) return;
  reader.titleOf = null;
  const owner = reader.clauses;
  if (owner) {
    const opened = owner.read(line, page.number, reader.interrupted);
    for (const node of opened) noteBracket(reader, node);
  } else readLoose(reader, line, page);
}

/** Text that no unit holds: an enacting formula, or a schedule that is a table. */
function readLoose(reader: LegislationReader, line: Line, page: Page): void {
  const owner = reader.crossheading ?? reader.part ?? reader.schedule ?? reader.tree.root;
  addLine(owner, line, page.number, {
    kind: line.cells ? "row" : "text",
    fresh: line.cells !== null || reader.interrupted || startsClause(line.text),
  });
}

function startsClause(text: string): boolean {
  return /^\(\w{1,4}\)\s/.test(text);
}

function isCentred(line: Line, page: Page, margin: number): boolean {
  const middle = (line.left + line.right) / 2;
  // A title in capitals may fill the line.
  const inset = line.text === line.text.toUpperCase() ? 5 : 20;
  return Math.abs(middle - page.width / 2) < 12 && line.left > margin + inset;
}
