// Reads what stands above the units of legislation: Parts, Chapters, Schedules, crossheadings and titles.
import type { Line, Page } from "../extract/page.ts";
import type { OpenBracket } from "./amendments.ts";
import { slug, type Division } from "./divisions.ts";
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

export function openDivision(
  reader: LegislationReader,
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
    address: `${parent.address === "" ? "" : `${parent.address}/`}head/${slug(title)}`,
    title,
  });
}
