// Takes the bytes of a Word document and remarks on it; gives the same document with a comment at each remark.
import { CharmError } from "../../errors.ts";
import { sanitise } from "../../text/sanitise.ts";
import { editPackage, escapeXml, type EditedPackage } from "../../office/edit-package.ts";
import { findNotes, findParagraphs, type PlacedParagraph } from "../../office/find-paragraphs.ts";
import { placeRemarks, type Sought } from "./place-remarks.ts";

/** What a comment says, and of which words. */
export interface Remark extends Sought {
  /** Paragraphs of the comment. */
  readonly lines: readonly string[];
}

/**
 * To the main part nothing is added but where comments begin and end; besides it only the comments, and what names
 * them, change. Word allows no comments in headers, footers and notes: notes are remarked on where the text refers to
 * them, headers and footers at the first paragraph.
 * @throws CharmError `not-markable` for documents that no word processor writes so, and as reading a package does
 */
export function markWord(bytes: Uint8Array, remarks: readonly Remark[]): Uint8Array {
  try {
    const file = editPackage(bytes);
    putRemarks(file, remarks);
    return file.bytes();
  } catch (error) {
    if (error instanceof CharmError && error.code === "not-editable") throw notMarkable(error);
    throw error;
  }
}

function putRemarks(file: EditedPackage, remarks: readonly Remark[]): void {
  const xml = file.read(file.main) ?? "";
  const held = file.partOf("comments");
  const before = held === null ? null : file.read(held);
  // Marks without their comments are left behind by some programs, and are not to come to life.
  const first = 1 + Math.max(highestId(before ?? ""), highestId(xml));
  const paragraphs = findParagraphs(xml);
  const notes = ["footnotes", "endnotes"].flatMap((type) => {
    const part = file.partOf(type);
    return part === null ? [] : [...findNotes(file.read(part) ?? "")];
  });
  const places = placeRemarks(remarks, paragraphs, new Map(notes));
  file.write(file.main, putMarks(xml, paragraphs, places, first));
  const comments = putComments(before, rootOf(xml), remarks, first);
  if (held === null) file.addPart("comments", "comments", comments);
  else {
    file.write(held, comments);
    file.declare(held, "comments");
  }
}

function notMarkable(cause?: unknown): CharmError {
  return new CharmError("not-markable", "Comments cannot be put into this document.", {
    hint: "Open it in Word or LibreOffice, save it again as .docx, and check that.",
    cause,
  });
}

/** Of comments and of the marks that stand for them; -1 where there are none. */
function highestId(xml: string): number {
  const ids = xml.matchAll(
    /<w:comment(?:RangeStart|RangeEnd|Reference)?\s[^>]*?w:id=["'](\d+)["']/g,
  );
  return [...ids].reduce((held, [, id]) => Math.max(held, Number(id)), -1);
}

function putMarks(
  xml: string,
  paragraphs: readonly PlacedParagraph[],
  places: readonly (number | null)[],
  first: number,
): string {
  const [opening] = paragraphs;
  if (opening === undefined) throw notMarkable();
  const marks: { at: number; order: number; text: string }[] = [];
  for (const [i, found] of places.entries()) {
    const { start, end: last, controlled } = paragraphs[found ?? 0] ?? opening;
    // LibreOffice loses the words of a control that ends in a comment.
    const end = controlled ? start : last;
    const id = first + i;
    marks.push({ at: start, order: i, text: `<w:commentRangeStart w:id="${id}"/>` });
    const reference = `<w:r><w:commentReference w:id="${id}"/></w:r>`;
    marks.push({ at: end, order: i, text: `<w:commentRangeEnd w:id="${id}"/>${reference}` });
  }
  marks.sort((a, b) => a.at - b.at || a.order - b.order);
  let written = "";
  let done = 0;
  for (const { at, text } of marks) {
    written += xml.slice(done, at) + text;
    done = at;
  }
  return written + xml.slice(done);
}

/** The declaration of the prefix `w:`, as the main part has it. */
function rootOf(xml: string): string {
  const found = /\sxmlns:w=(?:"[^"]*"|'[^']*')/.exec(xml)?.[0];
  if (found === undefined) throw notMarkable();
  return found;
}

function putComments(
  before: string | null,
  namespace: string,
  remarks: readonly Remark[],
  first: number,
): string {
  const written = remarks.map(({ lines }, i) => writeComment(first + i, lines)).join("");
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  if (before === null) return `${head}<w:comments${namespace}>${written}</w:comments>`;
  const end = before.lastIndexOf("</w:comments>");
  if (end >= 0) return before.slice(0, end) + written + before.slice(end);
  if (!/<w:comments\b[^>]*\/>\s*$/.test(before)) throw notMarkable();
  // Not as a pattern of its own: findings quote "$&" and "$1" as they stand.
  return before.replace(/\/>\s*$/, () => `>${written}</w:comments>`);
}

function writeComment(id: number, lines: readonly string[]): string {
  const paragraphs = lines.map((line, i) => {
    const mark = i === 0 ? "<w:r><w:annotationRef/></w:r>" : "";
    return `<w:p>${mark}<w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`;
  });
  return `<w:comment w:id="${id}" w:author="charm" w:initials="charm">${paragraphs.join("")}</w:comment>`;
}

/** What XML cannot hold is a space. */
function escape(text: string): string {
  return escapeXml(sanitise(text).replaceAll(/[\ufffe\uffff]/g, " "));
}
