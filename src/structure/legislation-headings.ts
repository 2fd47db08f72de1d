// Reads what stands above the units of legislation: Parts, Chapters, Schedules, crossheadings and titles.
import { slugify } from "../place/address.ts";
import type { Line, Page } from "../extract/page.ts";
import type { Division } from "./divisions.ts";
import { noteBracket, type LegislationReader } from "./legislation-reader.ts";
import type { Node } from "./tree.ts";

/** Lines this near each other's left edge are aligned, in points. */
const aligned = 4;

/** "Regulation 16", small and to the right of a schedule's number, a little above or below it: what it is made under. */
export function readScheduleSource(reader: LegislationReader, line: Line, page: Page): boolean {
  if (line.size > reader.body - 1 || line.left < page.width / 2) return false;
  if (!/^(?:Regulations?|Sections?|Articles?|Paragraphs?) \d/.test(line.text)) return false;
  if (reader.titleOf?.kind === "schedule") noteSource(reader.titleOf, line.text);
  else reader.scheduleSource = line.text;
  return true;
}

function noteSource(schedule: Node, source: string): void {
  schedule.notes.push(`Printed beside its number: ${source}`);
}

export function openDivision(reader: LegislationReader, division: Division, page: Page): void {
  reader.clauses = null;
  reader.pendingTitle = null;
  reader.crossheading = null;
  if (division.kind === "note") {
    reader.afterword = reader.tree.add(reader.tree.root, {
      kind: "heading",
      address: `head/${slugify(division.title)}`,
      title: division.title,
    });
    return;
  }
  reader.titleOf = addDivision(reader, division, page.number);
  noteBracket(reader, reader.titleOf);
}

/** Null for the word that stands above the first schedule. */
function addDivision(
  reader: LegislationReader,
  { kind, number }: Division,
  page: number | null,
): Node | null {
  if (kind === "schedules") return null;
  if (kind === "schedule") return addSchedule(reader, number, page);
  const inside = kind === "part" ? reader.schedule : (reader.part ?? reader.schedule);
  const name = kind === "part" ? "Part" : "Chapter";
  const node = reader.tree.add(inside ?? reader.tree.root, {
    kind: kind === "part" ? "part" : "chapter",
    address: `${inside ? `${inside.address}/` : ""}${kind}/${number}`,
    locator: `${inside ? `${inside.locator} ` : ""}${name} ${number}`,
    page,
  });
  if (kind === "part") reader.part = node;
  reader.chapter = kind === "part" ? null : node;
  return node;
}

function addSchedule(reader: LegislationReader, number: string, page: number | null): Node {
  reader.chapter = null;
  reader.part = null;
  reader.afterword = null;
  reader.lastUnit = null;
  const schedule = reader.tree.add(reader.tree.root, {
    kind: "schedule",
    address: number === "" ? "sch" : `sch/${number}`,
    locator: `Schedule ${number}`.trim(),
    page,
  });
  if (reader.scheduleSource !== null) noteSource(schedule, reader.scheduleSource);
  reader.scheduleSource = null;
  reader.schedule = schedule;
  return schedule;
}

/** Titles of divisions, crossheadings and the bold titles that stand above regulations. */
export function readHeading(reader: LegislationReader, line: Line, centred: boolean): boolean {
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

export function openCrossheading(reader: LegislationReader, title: string): void {
  reader.clauses = null;
  reader.titleOf = null;
  const empty = reader.crossheading?.content.length === 0 ? reader.crossheading : null;
  if (empty) {
    // It runs over two lines.
    empty.title = `${empty.title} ${title}`;
    return;
  }
  const parent = reader.chapter ?? reader.part ?? reader.schedule ?? reader.tree.root;
  reader.crossheading = reader.tree.add(parent, {
    kind: "crossheading",
    address: `${parent.address === "" ? "" : `${parent.address}/`}head/${slugify(title)}`,
    title,
  });
}
