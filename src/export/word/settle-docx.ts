// Takes a Word file as the docx package writes it; gives it without what changes from run to run, and with notes referred to again.
import { writeZip } from "../../office/write-zip.ts";
import { readZip, unpackEntry } from "../../extract/office/read-zip.ts";

const kind = { name: "Word document", extension: ".docx" };
/** Which program wrote the file, and when, is told by the file system. */
const properties = "docProps/core.xml";
const mainPart = "word/document.xml";
const mainRelations = "word/_rels/document.xml.rels";

/** Bookmarks at the first reference to a footnote begin so, with the number of the note behind. */
export const noteMark = "note_";

/**
 * Page numbers in the contents: as the page would be laid out in Word; none, where that cannot be known; or fields that a
 * program that lays the text out fills in.
 */
export type ContentsPages = "estimated" | "none" | "live";

/** A later reference to a footnote is a field that Word numbers anew with the note (ECMA-376 part 1, 17.16.5.35, NOTEREF). */
export function settleDocx(bytes: Uint8Array, pages: ContentsPages): Uint8Array {
  const entries = readZip(bytes, kind);
  const read = (name: string): string => {
    const entry = entries.find((one) => one.name === name);
    return entry === undefined ? "" : new TextDecoder().decode(unpackEntry(entry));
  };
  const links = new Map<string, string>();
  const relations = nameLinks(read(mainRelations), links);
  const main = read(mainPart)
    .replaceAll(/ r:id="([^"]*)"/g, (whole, id: string) => {
      const name = links.get(id);
      return name === undefined ? whole : ` r:id="${name}"`;
    })
    .replaceAll(
      new RegExp(`<w:hyperlink [^>]*w:anchor="(${noteMark}\\d+)"[^>]*>(.*?)</w:hyperlink>`, "gs"),
      (_whole, anchor: string, run: string) =>
        `<w:fldSimple w:instr=" NOTEREF ${anchor} \\f \\h ">${run}</w:fldSimple>`,
    );
  const core = read(properties).replaceAll(
    /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g,
    "",
  );
  const changed = [
    [mainRelations, relations],
    [mainPart, settleBookmarks(settlePages(main, pages))],
    [properties, core],
  ] as const;
  const encoded = changed.map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return writeZip(entries, new Map(encoded));
}

const pageField =
  /<w:r><w:tab\/><\/w:r><w:r><w:fldChar w:fldCharType="begin"[^>]*\/><w:instrText [^>]*>PAGEREF [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/>(.*?)<w:fldChar w:fldCharType="end"\/><\/w:r>/gs;
const contentsField =
  /<w:r><w:fldChar w:fldCharType="begin"[^>]*\/><w:instrText [^>]*>TOC [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><\/w:r>(.*)<w:r><w:fldChar w:fldCharType="end"\/><\/w:r>/s;

/**
 * Contents without numbers are better than an empty place for one, numbers for a half, or a question on opening the file.
 * LibreOffice takes the contents as they stand, and fills in page numbers that are no part of them.
 */
function settlePages(xml: string, pages: ContentsPages): string {
  if (pages === "live") return xml.replace(contentsField, (_whole, inside: string) => inside);
  const known = [...xml.matchAll(pageField)].every(([, said = ""]) => /\d/.test(said));
  if (pages === "estimated" && known) return xml;
  return xml
    .replaceAll(pageField, "")
    .replace(/(<w:fldChar w:fldCharType="begin") w:dirty="true"/g, "$1");
}

/** The package counts bookmarks on from document to document. */
function settleBookmarks(xml: string): string {
  const ids = new Map<string, string>();
  const settle = (id: string): string => {
    const known = ids.get(id) ?? String(ids.size + 1);
    ids.set(id, known);
    return known;
  };
  return xml
    .replaceAll(/<w:bookmark(?:Start|End)\b[^>]*>/g, (tag) =>
      tag.replace(/ w:id="(\d+)"/, (_whole, id: string) => ` w:id="${settle(id)}"`),
    )
    .replaceAll(/(?<=[" ])_Toc(\d+)(?=[" ])/g, (_whole, id: string) => `_Toc${settle(id)}`);
}

/** Addresses get the numbers of their order, where the package draws lots. */
function nameLinks(relations: string, links: Map<string, string>): string {
  return relations.replaceAll(/<Relationship [^>]*TargetMode="External"[^>]*\/>/g, (relation) =>
    relation.replace(/ Id="([^"]*)"/, (_whole, id: string) => {
      const name = `rLink${links.size + 1}`;
      links.set(id, name);
      return ` Id="${name}"`;
    }),
  );
}
