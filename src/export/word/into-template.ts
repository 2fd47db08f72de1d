// Takes a Word file that charm wrote and a client's template; gives the template with the text of the one in it.
import {
  type EditedPackage,
  editPackage,
  putBefore,
  typesPart,
} from "../../office/edit-package.ts";
import { findParagraphs } from "../../office/find-paragraphs.ts";
import { addNotes, sortNotes } from "./add-notes.ts";
import { addNumbering } from "./add-numbering.ts";
import { bodyMark } from "./check-template.ts";
import { openStyleFitter } from "./fit-styles.ts";
import { childNamed, parseRaw, rawOf, type RawNode } from "./raw-xml.ts";

/**
 * Headers, footers, pictures, settings and the page stay as they are, byte for byte; styles that the text needs and the
 * template lacks are added behind its own.
 * @param bytes that `writeDocx` made
 * @param template that `checkTemplate` let pass
 */
export function putIntoTemplate(bytes: Uint8Array, template: Uint8Array): Uint8Array {
  const source = editPackage(bytes);
  const target = editPackage(template);
  declareDocument(target);
  let body = bodyOf(source.read(source.main) ?? "");
  body = addLinks(body, source, target);
  const rename = renamerOf(body, target.read(target.main) ?? "");
  body = addNumbering(rename(body), source, target);
  const { fit, end } = openStyleFitter(source, target);
  body = fit(addNotes(body, source, target, (note) => fit(rename(note))));
  end();
  target.write(target.main, putBody(target.read(target.main) ?? "", body));
  sortNotes(target);
  return target.bytes();
}

/** Between the margins of the template's last section, in twentieths of a point; null where it does not say. */
export function roomOf(template: Uint8Array): number | null {
  const target = editPackage(template);
  const section = /<w:sectPr\b(?:(?!<w:sectPr\b).)*<\/w:sectPr>\s*<\/w:body>/s.exec(
    target.read(target.main) ?? "",
  )?.[0];
  const number = (element: string, attribute: string): number => {
    const tag = new RegExp(`<w:${element}\\b[^>]*>`).exec(section ?? "")?.[0] ?? "";
    return Number(new RegExp(` w:${attribute}="(\\d+)"`).exec(tag)?.[1] ?? Number.NaN);
  };
  const room = number("pgSz", "w") - number("pgMar", "left") - number("pgMar", "right");
  return room > 0 ? room : null;
}

/** A template (.dotx) becomes a document. */
function declareDocument(target: EditedPackage): void {
  const types = target.read(typesPart) ?? "";
  const plain = types.replace(
    "wordprocessingml.template.main+xml",
    "wordprocessingml.document.main+xml",
  );
  if (plain !== types) target.write(typesPart, plain);
}

function bodyOf(xml: string): string {
  const body = childNamed(parseRaw(xml), "w:document", "w:body");
  const blocks = (body?.children ?? []).filter(({ name }) => name !== "w:sectPr");
  return xml.slice(blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0);
}

/** Addresses that the text links to. */
function addLinks(body: string, source: EditedPackage, target: EditedPackage): string {
  const folder = source.main.slice(0, source.main.lastIndexOf("/") + 1);
  const relations = source.read(`${folder}_rels/${source.main.slice(folder.length)}.rels`) ?? "";
  const addresses = new Map(
    [...relations.matchAll(/<Relationship [^>]*>/g)].map(([relation]) => [
      / Id="([^"]*)"/.exec(relation)?.[1] ?? "",
      / Target="([^"]*)"/.exec(relation)?.[1] ?? "",
    ]),
  );
  const added = new Map<string, string>();
  const namespace = /xmlns:r=/.test(target.read(target.main)?.slice(0, 20_000) ?? "")
    ? ""
    : ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return body.replaceAll(/ r:id="([^"]*)"/g, (_whole, id: string) => {
    const known = added.get(id) ?? target.addLink(unescape(addresses.get(id) ?? ""));
    added.set(id, known);
    return `${namespace} r:id="${known}"`;
  });
}

function unescape(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

/** Neither a number nor a name of a bookmark comes twice in a document; what leads to one goes along. */
function renamerOf(body: string, xml: string): (part: string) => string {
  const read = (text: string) =>
    [...text.matchAll(/<w:bookmarkStart\b[^>]*>/g)].map(([mark]) => mark);
  const nameOf = (mark: string) => / w:name="([^"]*)"/.exec(mark)?.[1] ?? "";
  const held = read(xml);
  const highest = held.reduce(
    (most, mark) => Math.max(most, Number(/ w:id="(\d+)"/.exec(mark)?.[1] ?? 0)),
    0,
  );
  const taken = new Set(held.map(nameOf));
  const own = new Set(read(body).map(nameOf));
  const suffix = [...own].some((name) => taken.has(name)) ? `_${highest + 1}` : "";
  return (part) =>
    part.replaceAll(
      /<w:(bookmarkStart|bookmarkEnd|hyperlink|fldSimple)\b[^>]*>/g,
      (tag, kind: string) => {
        const renamed = tag.replaceAll(/(?<=[" ])\w+(?=[" ])/g, (word) =>
          own.has(word) ? word + suffix : word,
        );
        return kind.startsWith("bookmark")
          ? renamed.replace(
              / w:id="(\d+)"/,
              (_all, id: string) => ` w:id="${Number(id) + highest}"`,
            )
          : renamed;
      },
    );
}

/** In the place of the paragraph that marks it; without one at the end of the text. */
function putBody(xml: string, body: string): string {
  const root = childNamed(parseRaw(xml), "w:document", "w:body");
  if (root === undefined) return xml;
  const mark = findMark(xml, root);
  if (mark !== null) {
    // A section may end in the paragraph: then the paragraph stays, without its words.
    const section = childNamed(mark, "w:pPr", "w:sectPr");
    const rest = section === undefined ? "" : `<w:p><w:pPr>${rawOf(xml, section)}</w:pPr></w:p>`;
    return xml.slice(0, mark.start) + body + rest + xml.slice(mark.end);
  }
  const last = root.children.at(-1);
  const at = last?.name === "w:sectPr" ? last.start : root.innerEnd;
  if (root.innerEnd === root.end)
    return putBefore(xml, "</w:document>", `<w:body>${body}</w:body>`);
  return xml.slice(0, at) + body + xml.slice(at);
}

/** Word cuts words into runs as it likes: the text of the whole paragraph counts. */
function findMark(xml: string, node: RawNode): RawNode | null {
  for (const child of node.children) {
    const found = child.name === "w:p" && isMark(xml, child) ? child : findMark(xml, child);
    if (found !== null) return found;
  }
  return null;
}

function isMark(xml: string, paragraph: RawNode): boolean {
  const raw = rawOf(xml, paragraph);
  if (!raw.includes("{") || raw.includes("<w:txbxContent")) return false;
  return findParagraphs(raw).some(({ text }) => bodyMark.test(text.trim()));
}
