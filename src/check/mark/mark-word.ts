// Takes the bytes of a Word document and remarks on it; gives the same document with a comment at each remark.
import { CharmError } from "../../errors.ts";
import { openPackage } from "../../extract/office/open-package.ts";
import { readZip, unpackEntry, type ZipEntry } from "../../extract/office/read-zip.ts";
import { sanitise } from "../../text/sanitise.ts";
import { findNotes, findParagraphs, type PlacedParagraph } from "./find-paragraphs.ts";
import { placeRemarks, type Sought } from "./place-remarks.ts";
import { writeZip } from "./write-zip.ts";

/** What a comment says, and of which words. */
export interface Remark extends Sought {
  /** Paragraphs of the comment. */
  readonly lines: readonly string[];
}

const kind = { name: "Word document", extension: ".docx" };
const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
const strictType = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";
const contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/**
 * To the main part nothing is added but where comments begin and end; besides it only the comments, and what names
 * them, change. Word allows no comments in headers, footers and notes: notes are remarked on where the text refers to
 * them, headers and footers at the first paragraph.
 * @throws CharmError `not-markable` for documents that no word processor writes so, and as reading a package does
 */
export function markWord(bytes: Uint8Array, remarks: readonly Remark[]): Uint8Array {
  const parts = openPackage(bytes, kind);
  const entries = readZip(bytes, kind);
  const read = (name: string): string | null => {
    const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return entry === undefined ? null : decode(unpackEntry(entry));
  };
  const main = parts.relations("").find(({ type }) => type === "officeDocument")?.target ?? "";
  const xml = read(main);
  if (xml === null || !/<w:document[\s>]/.test(xml)) throw notMarkable();
  const strict = xml.includes("http://purl.oclc.org/ooxml/wordprocessingml/main");
  const held = parts.relations(main).find(({ type, external }) => type === "comments" && !external);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const comments = held?.target ?? freeName(entries, `${folder}comments`);
  const before = held === undefined ? null : read(comments);
  // Marks without their comments are left behind by some programs, and are not to come to life.
  const first = 1 + Math.max(highestId(before ?? ""), highestId(xml));
  const paragraphs = findParagraphs(xml);
  const notes = parts
    .relations(main)
    .filter(({ type, external }) => /^(?:foot|end)notes$/.test(type) && !external)
    .flatMap(({ target }) => [...findNotes(read(target) ?? "")]);
  const places = placeRemarks(remarks, paragraphs, new Map(notes));
  const changed = new Map<string, string>([
    [main, putMarks(xml, paragraphs, places, first)],
    [comments, putComments(before, rootOf(xml), remarks, first)],
  ]);
  if (held === undefined) {
    const relations = `${folder}_rels/${main.slice(folder.length)}.rels`;
    const type = strict ? strictType : relationType;
    changed.set(relations, putRelation(read(relations), type, comments.slice(folder.length)));
  }
  const types = read("[Content_Types].xml") ?? "";
  if (!types.toLowerCase().includes(`partname="/${comments.toLowerCase()}"`))
    changed.set("[Content_Types].xml", putType(types, comments));
  const names = new Map(entries.map(({ name }) => [name.toLowerCase(), name]));
  const encoded = [...changed].map(
    ([name, text]) =>
      [names.get(name.toLowerCase()) ?? name, new TextEncoder().encode(text)] as const,
  );
  return writeZip(entries, new Map(encoded));
}

function decode(bytes: Uint8Array): string {
  try {
    // The mark is kept: what is not changed is to stay as it is.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw notMarkable();
  }
}

function notMarkable(): CharmError {
  return new CharmError("not-markable", "Comments cannot be put into this document.", {
    hint: "Open it in Word or LibreOffice, save it again as .docx, and check that.",
  });
}

function freeName(entries: readonly ZipEntry[], stem: string): string {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  for (let number = 0; ; number += 1) {
    const name = `${stem}${number === 0 ? "" : number}.xml`;
    if (!names.has(name.toLowerCase())) return name;
  }
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

function putRelation(before: string | null, type: string, target: string): string {
  const ids = new Set([...(before ?? "").matchAll(/\sId="([^"]*)"/g)].map(([, id]) => id));
  let number = 1;
  while (ids.has(`rIdCharm${number}`)) number += 1;
  const relation = `<Relationship Id="rIdCharm${number}" Type="${type}" Target="${target}"/>`;
  const root = "http://schemas.openxmlformats.org/package/2006/relationships";
  if (before === null)
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${root}">${relation}</Relationships>`;
  return putBefore(before, "</Relationships>", relation);
}

function putType(before: string, part: string): string {
  const override = `<Override PartName="/${part}" ContentType="${contentType}"/>`;
  return putBefore(before, "</Types>", override);
}

function putBefore(xml: string, end: string, added: string): string {
  const at = xml.lastIndexOf(end);
  if (at < 0) throw notMarkable();
  return xml.slice(0, at) + added + xml.slice(at);
}

function escape(text: string): string {
  return sanitise(text)
    .replaceAll(/[\ufffe\uffff]/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
