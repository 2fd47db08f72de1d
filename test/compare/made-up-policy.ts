// A made-up policy of a made-up home as a Word file, and edits of it: one of each kind that is told apart.
import type { Change } from "../../src/compare/change.ts";
import { extract } from "../../src/extract/extract.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { docxParts, makeZip, paragraph } from "../extract/word/make-docx.ts";

/** `#` begins a heading, `-` an item of a list. */
export const policy = [
  "# 1 What this policy is for",
  "1.1 This policy tells everyone at Sallow Bank what happens when a child is not where they should be.",
  "1.2 It applies to every child aged 11 or over who lives in the home, by day and by night.",
  "# 2 When a child is late",
  "2.1 The shift leader must telephone the child within 15 minutes of the time that was agreed for their return.",
  "2.2 Staff should look through the house, the garden and the lane before anybody else is told.",
  "2.3 The shift leader writes down who was asked, at what time, and what they said:",
  "- friends with whom the child was last seen;",
  "- the child's school or college;",
  "- relatives whom the placement plan names.",
  "2.4 Nobody may search a child's room without a second member of staff.",
  "# 3 When a child is missing",
  "3.1 The registered manager must tell the police and the placing authority without delay.",
  "3.2 The manager must hold a meeting of all who know the child within 3 working days, as section 5 describes.",
  "3.3 A photograph that is no older than six months is kept in the locked drawer of the office.",
  "# 4 When the child comes back",
  "4.1 Staff must see to it that the child is warm, fed and unhurt before any question is put.",
  "4.2 The child is offered a talk with somebody who does not work at the home, as regulation 34(4) asks of the policy.",
  "4.3 Consequences should never follow from the absence alone.",
  "4.4 The key worker reads the risk assessment again and tells the night staff what was changed in it.",
  "# 5 Meetings and records",
  "5.1 Two copies of the record are kept: one in the case file, one in the register of absences.",
  "5.2 The responsible individual looks at the register once a month and signs it.",
];

type Lines = readonly string[];

export interface SeededEdit {
  readonly name: string;
  readonly edit: (lines: Lines) => string[];
  readonly kind: Change["kind"];
  /** Old locator, or the new one of what was added. */
  readonly locator: string;
  readonly marks?: readonly string[];
}

function swap(lines: Lines, from: string, to: string): string[] {
  if (!lines.some((line) => line.includes(from))) throw new Error(`no ${from}`);
  return lines.map((line) => line.replace(from, to));
}

function at(lines: Lines, start: string): number {
  const index = lines.findIndex((line) => line.startsWith(start));
  if (index < 0) throw new Error(`no ${start}`);
  return index;
}

function without(lines: Lines, start: string): string[] {
  return lines.toSpliced(at(lines, start), 1);
}

function behind(lines: Lines, start: string, line: string): string[] {
  return lines.toSpliced(at(lines, start) + 1, 0, line);
}

export const seededEdits: readonly SeededEdit[] = [
  {
    name: "should to must",
    edit: (lines) => swap(lines, "2.2 Staff should look", "2.2 Staff must look"),
    kind: "reworded",
    locator: "2.2",
    marks: ["force"],
  },
  {
    name: "a number",
    edit: (lines) => swap(lines, "Two copies", "Three copies"),
    kind: "reworded",
    locator: "5.1",
    marks: ["number"],
  },
  {
    name: "a time limit",
    edit: (lines) => swap(lines, "within 3 working days", "within 5 working days"),
    kind: "reworded",
    locator: "3.2",
    marks: ["time"],
  },
  {
    name: "a paragraph added",
    edit: (lines) =>
      behind(
        lines,
        "3.3",
        "3.4 The night staff must ring the hospitals at midnight and again at four.",
      ),
    kind: "added",
    locator: "3.4",
  },
  {
    name: "a paragraph removed",
    edit: (lines) => without(lines, "1.2"),
    kind: "removed",
    locator: "1.2",
  },
  {
    name: "a paragraph renumbered",
    edit: (lines) => swap(lines, "4.4 The key worker", "4.5 The key worker"),
    kind: "renumbered",
    locator: "4.4",
  },
  {
    name: "a paragraph moved to another section",
    edit: (lines) =>
      behind(without(lines, "4.4"), "5.2", (lines[at(lines, "4.4")] ?? "").replace("4.4", "5.3")),
    kind: "moved",
    locator: "4.4",
  },
  {
    name: "a paragraph reworded",
    edit: (lines) =>
      swap(
        lines,
        "is kept in the locked drawer of the office",
        "lies in the office, in the drawer with the lock",
      ),
    kind: "reworded",
    locator: "3.3",
    marks: [],
  },
  {
    name: "an item added to a list",
    edit: (lines) => behind(lines, "- the child's school", "- the youth club on Mill Street;"),
    kind: "added",
    locator: "2.3",
  },
  {
    name: "another section referred to",
    edit: (lines) => swap(lines, "as section 5 describes", "as section 4 describes"),
    kind: "reworded",
    locator: "3.2",
    marks: ["reference"],
  },
];

/** As a Word file, with the look of one: `noise` prints it otherwise, with the same words. */
export async function readPolicy(lines: Lines, noise = false): Promise<readonly Provision[]> {
  const bytes = wordFile(lines, noise);
  return readStructure(await extract({ file: "Missing_children.docx" }, bytes)).provisions;
}

export function wordFile(lines: Lines, noise = false): Uint8Array {
  const body = lines.map((line, i) => {
    const shown = noise ? disguise(line) : line;
    const end = noise && i % 4 === 3 ? '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' : "";
    if (line.startsWith("# ")) return paragraph(shown.slice(2), { style: "heading1" }) + end;
    if (line.startsWith("- ")) return paragraph(shown.slice(2), { list: 1 }) + end;
    return paragraph(shown) + end;
  });
  return makeZip(docxParts(body.join("")));
}

/** Soft hyphens, curly apostrophes, spaces that do not break, and two spaces behind a stop. */
function disguise(line: string): string {
  return line
    .replaceAll("'", "’")
    .replaceAll("telephone", "tele\u00adphone")
    .replaceAll("section 5", "section\u00a05")
    .replaceAll("placing authority", "placing  authority");
}
