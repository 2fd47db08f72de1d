// Opens the units of legislation: regulations, sections and the paragraphs of schedules, told by number and place.
import type { Line, Page } from "../extract/page.ts";
import { isOmission } from "./amendments.ts";
import { besideUnit, createClauses } from "./clauses.ts";
import { openCrossheading } from "./legislation-headings.ts";
import { noteBracket, type LegislationReader } from "./legislation-reader.ts";
import { cutStart, type Node } from "./tree.ts";

const regulationStart = /^(\d+[A-Z]*)\.(?:\s*[—–-]\s*)?\s*/;
const sectionStart = /^(\d+[A-Z]*)(?:\s+|$)/;

/** A regulation, section or schedule paragraph begins. */
export function openUnit(reader: LegislationReader, line: Line, page: Page): boolean {
  const section = reader.kind === "Act" && !reader.schedule;
  if (section && !line.bold) return continueTitle(reader, line);
  const pattern = reader.kind === "Act" ? sectionStart : regulationStart;
  const match = pattern.exec(line.text);
  if (!match || !isUnitPlace(reader, line)) return section ? continueTitle(reader, line) : false;
  const number = match[1] ?? "";
  if (!isPlausible(reader.lastUnit, number)) return false;
  const node = addUnit(reader, number, page);
  if (reader.prospective)
    node.notes.push("Printed as prospective: not in force as this text stands.");
  reader.prospective = false;
  const cut = cutStart(line, match[0].length, node);
  const moved = reader.kind === "Act" ? { ...cut, left: besideUnit } : cut;
  const rest = moved.text;
  noteBracket(reader, node);
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
  else for (const opened of reader.clauses.read(moved, page.number)) noteBracket(reader, opened);
  return true;
}

function omit(node: Node): void {
  node.standing = "omitted";
  node.title = null;
}

/** A section's bold title may run over several lines. */
function continueTitle(reader: LegislationReader, line: Line): boolean {
  if (!line.bold || reader.titleOf?.kind !== "section") return false;
  reader.titleOf.title = `${reader.titleOf.title ?? ""} ${line.text}`.trim();
  return true;
}

function isUnitPlace(reader: LegislationReader, line: Line): boolean {
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

function addUnit(reader: LegislationReader, number: string, page: Page): Node {
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
