// Takes the pages of an Act or instrument as legislation.gov.uk prints it; gives its tree of provisions.
import type { Line, Page } from "../extract/page.ts";
import { createBracketReader, isOmission, tightenLabel, type OpenBracket } from "./amendments.ts";
import {
  addAnnotation,
  applyAnnotations,
  isAnnotationHeading,
  type Annotations,
} from "./annotations.ts";
import { besideUnit, createClauses, startsInsertion, type Clauses } from "./clauses.ts";
import { readDivision, slug, type Division } from "./divisions.ts";
import { addLine, createTree, cutStart, type Node, type Tree } from "./tree.ts";

/** `SI` for regulations and orders, whose units are regulations; `Act` for Acts, whose units are sections. */
export type InstrumentKind = "SI" | "Act";

/** Lines this near each other's left edge are aligned, in points. */
const aligned = 4;

interface Reader {
  readonly tree: Tree;
  readonly kind: InstrumentKind;
  readonly annotations: Annotations;
  readonly bracketed: Map<Node, readonly string[]>;
  readonly body: number;
  readonly margin: number;
  part: Node | null;
  chapter: Node | null;
  crossheading: Node | null;
  schedule: Node | null;
  clauses: Clauses | null;
  /** Title lines of a division, regulation or schedule still being read. */
  titleOf: Node | null;
  pendingTitle: string | null;
  lastTitle: string | null;
  lastUnit: string | null;
  lastNote: string | null;
  annotating: boolean;
  /** Annotations stood between the line before and this one. */
  interrupted: boolean;
  /** What the next schedule is made under, where that is printed above its number. */
  scheduleSource: string | null;
  /** After "EXPLANATORY NOTE": no longer the instrument's text. */
  afterword: Node | null;
}

export function readLegislation(
  pages: readonly Page[],
  kind: InstrumentKind,
  measure: { body: number; margin: number },
): Tree {
  const tree = createTree();
  const reader: Reader = {
    tree,
    kind,
    annotations: new Map(),
    bracketed: new Map(),
    ...measure,
    part: null,
    chapter: null,
    crossheading: null,
    schedule: null,
    clauses: null,
    titleOf: null,
    pendingTitle: null,
    lastTitle: null,
    lastUnit: null,
    lastNote: null,
    annotating: false,
    interrupted: false,
    scheduleSource: null,
    afterword: null,
  };
  const brackets = createBracketReader();
  for (const page of pages) {
    for (const raw of page.lines) {
      if (isEndMatter(raw)) return finish(reader);
      if (readAnnotation(reader, raw)) {
        reader.interrupted = true;
        continue;
      }
      const { line, open } = brackets.read(tightenLabel(raw));
      readLine(reader, line, page, open);
      reader.interrupted = false;
    }
  }
  return finish(reader);
}

function finish(reader: Reader): Tree {
  applyAnnotations(reader.tree.root, reader.annotations, reader.bracketed);
  return reader.tree;
}

/** On a last page of its own legislation.gov.uk repeats what its running headers say. */
function isEndMatter(line: Line): boolean {
  return line.bold && /^(?:Status|Changes to legislation):$/.test(line.text);
}

/** Annotations stand under a heading of their own, in smaller print, up to the next line of text. */
function readAnnotation(reader: Reader, line: Line): boolean {
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

function readLine(reader: Reader, line: Line, page: Page, open: readonly OpenBracket[]): void {
  if (reader.clauses && (reader.clauses.isQuoting(line) || startsInsertion(line.text))) {
    reader.clauses.read(line, page.number, reader.interrupted);
    return;
  }
  if (readScheduleSource(reader, line, page)) return;
  const centred = isCentred(line, page, reader.margin);
  const division = readDivision(line.text);
  if (
    division &&
    (centred || line.cells !== null || division.kind === "schedule") &&
    line.left > reader.margin + 20
  ) {
    openDivision(reader, division, page, open);
    return;
  }
  if (reader.afterword) {
    addLine(reader.afterword, line, page.number, { fresh: line.left > reader.margin + 6 });
    return;
  }
  if (readHeading(reader, line, centred)) return;
  if (openUnit(reader, line, page, open)) return;
  reader.titleOf = null;
  const owner = reader.clauses;
  if (owner) {
    const opened = owner.read(line, page.number, reader.interrupted);
    for (const node of opened) noteBracket(reader, node, open);
  } else readLoose(reader, line, page);
}

/** Text that no unit holds: an enacting formula, or a schedule that is a table. */
function readLoose(reader: Reader, line: Line, page: Page): void {
  const owner = reader.crossheading ?? reader.part ?? reader.schedule ?? reader.tree.root;
  addLine(owner, line, page.number, {
    kind: line.cells ? "row" : "text",
    fresh: line.cells !== null || reader.interrupted || startsClause(line.text),
  });
}

function startsClause(text: string): boolean {
  return /^\(\w{1,4}\)\s/.test(text);
}

/** "Regulation 16", small and to the right of a schedule's number, a little above or below it: what it is made under. */
function readScheduleSource(reader: Reader, line: Line, page: Page): boolean {
  if (line.size > reader.body - 1 || line.left < page.width / 2) return false;
  if (!/^(?:Regulations?|Sections?|Articles?|Paragraphs?) \d/.test(line.text)) return false;
  if (reader.titleOf?.kind === "schedule") noteSource(reader.titleOf, line.text);
  else reader.scheduleSource = line.text;
  return true;
}

function noteSource(schedule: Node, source: string): void {
  schedule.notes.push(`Printed beside its number: ${source}`);
}

function isCentred(line: Line, page: Page, margin: number): boolean {
  const middle = (line.left + line.right) / 2;
  return Math.abs(middle - page.width / 2) < 12 && line.left > margin + 20;
}

function openDivision(
  reader: Reader,
  division: Division,
  page: Page,
  open: readonly OpenBracket[],
): void {
  reader.clauses = null;
  reader.pendingTitle = null;
  reader.crossheading = null;
  if (division.kind === "note") {
    reader.afterword = reader.tree.add(reader.tree.root, {
      kind: "heading",
      address: `head/${slug(division.title)}`,
      title: division.title,
    });
    return;
  }
  if (division.kind === "schedules") {
    reader.titleOf = null;
    return;
  }
  if (division.kind === "schedule") {
    reader.chapter = null;
    reader.part = null;
    reader.afterword = null;
    reader.lastUnit = null;
    reader.schedule = reader.tree.add(reader.tree.root, {
      kind: "schedule",
      address: division.number === "" ? "sch" : `sch/${division.number}`,
      locator: `Schedule ${division.number}`.trim(),
      page: page.number,
    });
    if (reader.scheduleSource !== null) noteSource(reader.schedule, reader.scheduleSource);
    reader.scheduleSource = null;
    reader.titleOf = reader.schedule;
  } else if (division.kind === "part") {
    reader.chapter = null;
    const base = reader.schedule?.address;
    reader.part = reader.tree.add(reader.schedule ?? reader.tree.root, {
      kind: "part",
      address: base ? `${base}/part/${division.number}` : `part/${division.number}`,
      locator: reader.schedule
        ? `${reader.schedule.locator} Part ${division.number}`
        : `Part ${division.number}`,
      page: page.number,
    });
    reader.titleOf = reader.part;
  } else {
    const parent = reader.part ?? reader.schedule ?? reader.tree.root;
    reader.chapter = reader.tree.add(parent, {
      kind: "chapter",
      address:
        parent.address === ""
          ? `chapter/${division.number}`
          : `${parent.address}/chapter/${division.number}`,
      locator: parent.locator
        ? `${parent.locator} Chapter ${division.number}`
        : `Chapter ${division.number}`,
      page: page.number,
    });
    reader.titleOf = reader.chapter;
  }
  noteBracket(reader, reader.titleOf, open);
}

/** Titles of divisions, crossheadings and the bold titles that stand above regulations. */
function readHeading(reader: Reader, line: Line, centred: boolean): boolean {
  const division = reader.titleOf?.kind === "section" ? null : reader.titleOf;
  const titled = (division?.title ?? null) !== null;
  // Divisions have their titles in capitals or upright; what stands in italics under them is a crossheading.
  if (centred && division && !(titled && line.italic) && !/^\(|^\d+[A-Z]*[.\s]/.test(line.text)) {
    division.title = titled ? `${division.title} ${line.text}` : line.text;
    return true;
  }
  if (centred && (line.italic || line.bold) && (titled || reader.lastUnit !== null)) {
    openCrossheading(reader, line.text);
    return true;
  }
  if (
    line.bold &&
    Math.abs(line.left - reader.margin) < aligned &&
    !(reader.kind === "Act" && /^\d/.test(line.text))
  ) {
    const unfinished = reader.pendingTitle !== null;
    reader.pendingTitle = unfinished ? `${reader.pendingTitle} ${line.text}` : line.text;
    reader.titleOf = null;
    return true;
  }
  if (line.italic && Math.abs(line.left - reader.margin) < aligned && reader.schedule) {
    reader.pendingTitle = line.text;
    return true;
  }
  return false;
}

function openCrossheading(reader: Reader, title: string): void {
  reader.clauses = null;
  reader.titleOf = null;
  const parent = reader.chapter ?? reader.part ?? reader.schedule ?? reader.tree.root;
  reader.crossheading = reader.tree.add(parent, {
    kind: "crossheading",
    address: `${parent.address === "" ? "" : `${parent.address}/`}head/${slug(title)}`,
    title,
  });
}

const regulationStart = /^(\d+[A-Z]*)\.(?:\s*[—–-]\s*)?\s*/;
const sectionStart = /^(\d+[A-Z]*)(?:\s+|$)/;

/** A regulation, section or schedule paragraph begins. */
function openUnit(reader: Reader, line: Line, page: Page, open: readonly OpenBracket[]): boolean {
  const section = reader.kind === "Act" && !reader.schedule;
  if (section && !line.bold) return continueTitle(reader, line);
  const pattern = reader.kind === "Act" ? sectionStart : regulationStart;
  const match = pattern.exec(line.text);
  if (!match || !isUnitPlace(reader, line)) return section ? continueTitle(reader, line) : false;
  const number = match[1] ?? "";
  if (!isPlausible(reader.lastUnit, number)) return false;
  const node = addUnit(reader, number, page);
  const cut = cutStart(line, match[0].length, node);
  const moved = reader.kind === "Act" ? { ...cut, left: besideUnit } : cut;
  const rest = moved.text;
  noteBracket(reader, node, open);
  reader.lastUnit = number;
  reader.titleOf = null;
  const hanging = reader.kind === "Act";
  reader.clauses = createClauses(reader.tree, node, { margin: reader.margin, hanging });
  if (section) {
    node.title = rest;
    reader.titleOf = node;
    if (isOmission(rest)) omit(node);
    return true;
  }
  if (isOmission(rest)) omit(node);
  else
    for (const opened of reader.clauses.read(moved, page.number)) noteBracket(reader, opened, open);
  return true;
}

function omit(node: Node): void {
  node.standing = "omitted";
  node.title = null;
}

/** A section's bold title may run over several lines. */
function continueTitle(reader: Reader, line: Line): boolean {
  if (!line.bold || reader.titleOf?.kind !== "section") return false;
  reader.titleOf.title = `${reader.titleOf.title ?? ""} ${line.text}`.trim();
  return true;
}

function isUnitPlace(reader: Reader, line: Line): boolean {
  if (line.cells) return false;
  const indent = line.left - reader.margin;
  return reader.kind === "Act" ? indent < 12 && indent > -25 : indent > -15 && indent < 20;
}

/** Numbers go up; a long jump is a number that happens to start a line. */
function isPlausible(last: string | null, number: string): boolean {
  if (last === null) return Number.parseInt(number, 10) <= 3;
  const before = Number.parseInt(last, 10);
  const now = Number.parseInt(number, 10);
  if (now === before) return number > last || number.length > last.length;
  return now > before && now <= before + 6;
}

function addUnit(reader: Reader, number: string, page: Page): Node {
  const schedule = reader.schedule;
  if (schedule) {
    if (reader.pendingTitle !== null) {
      openCrossheading(reader, reader.pendingTitle);
      reader.pendingTitle = null;
    }
    const parent = reader.crossheading ?? reader.chapter ?? reader.part ?? schedule;
    return reader.tree.add(parent, {
      kind: "paragraph",
      address: `${schedule.address}/para/${number}`,
      locator: `${schedule.locator} para ${number}`,
      page: page.number,
    });
  }
  const parent = reader.crossheading ?? reader.chapter ?? reader.part ?? reader.tree.root;
  const title = reader.pendingTitle ?? reader.lastTitle;
  reader.pendingTitle = null;
  reader.lastTitle = title;
  return reader.tree.add(parent, {
    kind: reader.kind === "Act" ? "section" : "regulation",
    address: `${reader.kind === "Act" ? "s" : "reg"}/${number}`,
    locator: number,
    title: reader.kind === "Act" ? null : title,
    page: page.number,
  });
}

function noteBracket(reader: Reader, node: Node | null, open: readonly OpenBracket[]): void {
  const labels = open.filter((bracket) => bracket.atStart).map((bracket) => bracket.label);
  if (node && labels.length > 0) reader.bracketed.set(node, labels);
}
