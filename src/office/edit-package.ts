// Takes the bytes of a Word file; gives its parts to be read and changed as text, and the bytes of the file as changed.
import { posix } from "node:path";
import { CharmError } from "../errors.ts";
import { openPackage, type Relation } from "../extract/office/open-package.ts";
import { readZip, unpackEntry, ZipFault } from "../extract/office/read-zip.ts";
import { writeZip } from "./write-zip.ts";

/** Names of parts are compared without regard to case, as packages are. */
export interface EditedPackage {
  /** Name of the main part. */
  readonly main: string;
  /** The part as it was, or as it was last written; null where there is none. */
  readonly read: (part: string) => string | null;
  readonly write: (part: string, text: string) => void;
  /** The part of a type that the main part refers to; null where there is none. */
  readonly partOf: (type: string) => string | null;
  /**
   * Adds a part that the main part refers to, beside it.
   * @param name without the ending; a number is put behind it where it is taken
   * @param type last word of the relation's type and of the part's: `footnotes`
   */
  readonly addPart: (name: string, type: string, text: string) => void;
  /**
   * Says in the list of types what a part is, where the list does not name it.
   * @param type last word of the part's type
   */
  readonly declare: (part: string, type: string) => void;
  /** Adds an address outside the file; gives the id of the relation. */
  readonly addLink: (target: string) => string;
  readonly bytes: () => Uint8Array;
}

const kind = { name: "Word document", extension: ".docx" };
const transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
const contentTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
export const typesPart = "[Content_Types].xml";

/** @throws CharmError `encrypted`, `unreadable`, and `not-editable` where no word processor wrote it so */
export function editPackage(bytes: Uint8Array): EditedPackage {
  const parts = openPackage(bytes, kind);
  const entries = readZip(bytes, kind);
  const names = new Map(entries.map(({ name }) => [name.toLowerCase(), name]));
  const changed = new Map<string, string>();
  const read = (part: string): string | null => {
    const name = names.get(part.toLowerCase()) ?? part;
    const held = changed.get(name);
    const entry = entries.find((one) => one.name === name);
    return held ?? (entry === undefined ? null : decode(() => unpackEntry(entry)));
  };
  const write = (part: string, text: string): void => {
    const name = names.get(part.toLowerCase()) ?? part;
    names.set(name.toLowerCase(), name);
    changed.set(name, text);
  };
  const main = parts.relations("").find(({ type }) => type === "officeDocument")?.target ?? "";
  const xml = read(main);
  if (xml === null || !/<w:document[\s>]/.test(xml)) throw notEditable();
  const base = xml.includes("http://purl.oclc.org/ooxml/wordprocessingml/main")
    ? strict
    : transitional;
  const relate = (type: string, target: string, mode = ""): string => {
    const part = posix.join(posix.dirname(main), "_rels", `${posix.basename(main)}.rels`);
    const { text, id } = putRelation(read(part), `Type="${base}${type}" Target="${target}"${mode}`);
    write(part, text);
    return id;
  };
  const declare = (part: string, type: string): void => {
    const types = read(typesPart) ?? "";
    if (types.toLowerCase().includes(`partname="/${part.toLowerCase()}"`)) return;
    const override = `<Override PartName="/${part}" ContentType="${contentTypes}${type}+xml"/>`;
    write(typesPart, putBefore(types, "</Types>", override));
  };
  return {
    main,
    read,
    write,
    declare,
    partOf: (type) => findPart(parts.relations(main), type),
    addPart: (name, type, text) => {
      const part = freeName(names, posix.join(posix.dirname(main), name));
      write(part, text);
      relate(type, posix.basename(part));
      declare(part, type);
    },
    addLink: (target) => relate("hyperlink", escapeXml(target), ' TargetMode="External"'),
    bytes: () =>
      writeZip(
        entries,
        new Map([...changed].map(([name, text]) => [name, new TextEncoder().encode(text)])),
      ),
  };
}

function decode(unpack: () => Uint8Array): string {
  try {
    // The mark is kept: what is not changed is to stay as it is.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(unpack());
  } catch (cause) {
    if (cause instanceof ZipFault || cause instanceof TypeError) throw notEditable(cause);
    throw cause;
  }
}

function notEditable(cause?: unknown): CharmError {
  return new CharmError("not-editable", "It is not written as Word files are.", {
    hint: "Open it in Word or LibreOffice, save it again as .docx, and give that.",
    cause,
  });
}

function findPart(relations: readonly Relation[], wanted: string): string | null {
  return relations.find(({ type, external }) => type === wanted && !external)?.target ?? null;
}

function freeName(names: ReadonlyMap<string, string>, stem: string): string {
  for (let number = 0; ; number += 1) {
    const name = `${stem}${number === 0 ? "" : number}.xml`;
    if (!names.has(name.toLowerCase())) return name;
  }
}

function putRelation(before: string | null, rest: string): { text: string; id: string } {
  const ids = new Set([...(before ?? "").matchAll(/\sId="([^"]*)"/g)].map(([, id]) => id));
  let number = 1;
  while (ids.has(`rIdCharm${number}`)) number += 1;
  const id = `rIdCharm${number}`;
  const relation = `<Relationship Id="${id}" ${rest}/>`;
  const root = "http://schemas.openxmlformats.org/package/2006/relationships";
  if (before === null)
    return {
      id,
      text: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${root}">${relation}</Relationships>`,
    };
  return { id, text: putBefore(before, "</Relationships>", relation) };
}

/** @throws CharmError `not-editable` where the part does not end so */
export function putBefore(xml: string, end: string, added: string): string {
  const at = xml.lastIndexOf(end);
  if (at < 0) throw notEditable();
  return xml.slice(0, at) + added + xml.slice(at);
}

/** For the text of an element or the value of an attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
