// Takes the body of a Word file; gives its paragraphs and tables as a comparison takes them, tracked changes accepted.
import { attributeOf, childNamed, parseRaw, rawOf, type RawNode } from "./raw-xml.ts";

/** A word, a space or anything else of a run; `raw` is what stands in the run for it. */
export interface Piece {
  /** Pieces of one key are the same: words, and how they look. */
  readonly key: string;
  readonly text: string;
  /** Properties of its run, as written. */
  readonly properties: string;
  readonly raw: string;
  /** Stands beside runs and not in one: a bookmark, a link. */
  readonly beside: boolean;
}

export interface ParagraphBlock {
  readonly kind: "paragraph";
  /** Its words, and its style. */
  readonly key: string;
  readonly text: string;
  readonly style: string;
  /** As written, without what is not to be repeated: sections, changes, marks of its end. */
  readonly properties: string;
  readonly section: string;
  readonly pieces: readonly Piece[];
  readonly raw: string;
}

export interface RowBlock {
  readonly key: string;
  readonly text: string;
  readonly properties: string;
  readonly cells: readonly { readonly properties: string; readonly blocks: readonly WordBlock[] }[];
  readonly raw: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly key: string;
  readonly text: string;
  /** What stands before its rows. */
  readonly head: string;
  readonly rows: readonly RowBlock[];
  readonly raw: string;
}

/** What is not compared: a contents list, a section. */
export interface OtherBlock {
  readonly kind: "other";
  readonly key: string;
  readonly text: string;
  readonly raw: string;
}

export type WordBlock = ParagraphBlock | TableBlock | OtherBlock;

interface Reading {
  readonly xml: string;
  /** Words of each footnote, by id. */
  readonly notes: ReadonlyMap<string, string>;
}

/** @param notes words of each footnote, by id */
export function readWordBlocks(xml: string, notes: ReadonlyMap<string, string>): WordBlock[] {
  const body = childNamed(parseRaw(xml), "w:document", "w:body");
  return (body?.children ?? []).flatMap((node) => readBlock(node, { xml, notes }));
}

const holders = new Set(["w:customXml", "w:ins", "w:moveTo", "w:sdtContent"]);

function readBlock(node: RawNode, reading: Reading): WordBlock[] {
  const { xml } = reading;
  const raw = rawOf(xml, node);
  if (node.name === "w:p") return [readParagraph(node, reading)];
  if (node.name === "w:tbl") return [readTable(node, reading)];
  if (holders.has(node.name)) return node.children.flatMap((child) => readBlock(child, reading));
  if (node.name === "w:sdt" && !raw.includes("Table of Contents"))
    return (childNamed(node, "w:sdtContent")?.children ?? []).flatMap((child) =>
      readBlock(child, reading),
    );
  if (node.name === "w:del" || node.name === "w:moveFrom") return [];
  return [{ kind: "other", key: node.name, text: "", raw }];
}

function readParagraph(node: RawNode, reading: Reading): ParagraphBlock {
  const { xml } = reading;
  const own = childNamed(node, "w:pPr");
  const kept = (own?.children ?? []).filter(
    ({ name }) => name !== "w:rPr" && name !== "w:sectPr" && name !== "w:pPrChange",
  );
  const style = attributeOf(xml, childNamed(own, "w:pStyle"), "w:val") ?? "";
  const pieces = node.children
    .filter(({ name }) => name !== "w:pPr")
    .flatMap((child) => readPart(child, reading));
  const text = pieces.map((piece) => piece.text).join("");
  const words = pieces.map((piece) => piece.key).filter((one) => one !== "");
  const key = [style, ...words].join("\u0001");
  return {
    kind: "paragraph",
    key,
    text,
    style,
    properties: kept.map((child) => rawOf(xml, child)).join(""),
    section: rawOf(xml, childNamed(own, "w:sectPr")),
    pieces,
    raw: rawOf(xml, node),
  };
}

function readPart(node: RawNode, reading: Reading): Piece[] {
  const { xml } = reading;
  switch (node.name) {
    case "w:r":
      return readRun(node, reading);
    case "w:ins":
    case "w:moveTo":
    case "w:smartTag":
    case "w:sdtContent":
      return node.children.flatMap((child) => readPart(child, reading));
    case "w:sdt":
      return (childNamed(node, "w:sdtContent")?.children ?? []).flatMap((child) =>
        readPart(child, reading),
      );
    case "w:del":
    case "w:moveFrom":
    case "w:proofErr":
      return [];
    case "w:hyperlink":
    case "w:fldSimple": {
      const text = node.children
        .flatMap((child) => readPart(child, reading))
        .map((piece) => piece.text);
      const words = text.join("");
      const piece = { text: words, properties: "", raw: rawOf(xml, node), beside: true };
      return [{ ...piece, key: `${node.name}\u0002${words}` }];
    }
    default:
      // Bookmarks and the like have no words, and stay where the new text has them.
      return [{ key: "", text: "", properties: "", raw: rawOf(xml, node), beside: true }];
  }
}

const unshown = new Set([
  "w:rPr",
  "w:lastRenderedPageBreak",
  "w:annotationRef",
  "w:commentReference",
]);
const looks = new Set(["w:b", "w:i", "w:strike", "w:u", "w:vertAlign", "w:rStyle", "w:vanish"]);

function readRun(node: RawNode, reading: Reading): Piece[] {
  const { xml, notes } = reading;
  const own = childNamed(node, "w:rPr");
  const properties = (own?.children ?? [])
    .filter(({ name }) => name !== "w:rPrChange" && name !== "w:ins" && name !== "w:del")
    .map((child) => rawOf(xml, child))
    .join("");
  const look = (own?.children ?? [])
    .filter(({ name }) => looks.has(name))
    .map((child) => `${child.name}=${attributeOf(xml, child, "w:val") ?? ""}`)
    .toSorted()
    .join(",");
  return node.children
    .filter(({ name }) => !unshown.has(name))
    .flatMap((child): Piece[] => {
      const raw = rawOf(xml, child);
      if (child.name === "w:t") {
        const written = xml.slice(child.innerStart, child.innerEnd);
        return (written.match(wordsOf) ?? []).map((text) => ({
          key: `${look}\u0002${text}`,
          text,
          properties,
          raw: `<w:t xml:space="preserve">${text}</w:t>`,
          beside: false,
        }));
      }
      const isNote = child.name === "w:footnoteReference";
      const note = isNote ? notes.get(attributeOf(xml, child, "w:id") ?? "") : undefined;
      const text = child.name === "w:tab" || child.name === "w:br" ? " " : "";
      return [{ key: `${look}\u0002${note ?? raw}`, text, properties, raw, beside: false }];
    });
}

/** An entity is one character, and no word. */
const wordsOf = /&[#\w]+;|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s&]|&/gu;

function readTable(node: RawNode, reading: Reading): TableBlock {
  const { xml } = reading;
  const rows = node.children
    .flatMap((child) =>
      child.name === "w:sdt" ? (childNamed(child, "w:sdtContent")?.children ?? []) : [child],
    )
    .filter(({ name }) => name === "w:tr")
    .filter((row) => childNamed(row, "w:trPr", "w:del") === undefined)
    .map((row) => readRow(row, reading));
  const first = node.children.find(({ name }) => name === "w:tr" || name === "w:sdt");
  return {
    kind: "table",
    key: ["table", ...rows.map(({ key }) => key)].join("\u0003"),
    text: rows.map(({ text }) => text).join(" "),
    head: xml.slice(node.innerStart, first?.start ?? node.innerEnd),
    rows,
    raw: rawOf(xml, node),
  };
}

function readRow(node: RawNode, reading: Reading): RowBlock {
  const { xml } = reading;
  const own = childNamed(node, "w:trPr");
  const kept = (own?.children ?? []).filter(
    ({ name }) => name !== "w:ins" && name !== "w:del" && name !== "w:trPrChange",
  );
  const cells = node.children
    .filter(({ name }) => name === "w:tc")
    .map((cell) => ({
      properties: rawOf(xml, childNamed(cell, "w:tcPr")),
      blocks: cell.children
        .filter(({ name }) => name !== "w:tcPr")
        .flatMap((child) => readBlock(child, reading)),
    }));
  const blocks = cells.map((cell) => cell.blocks);
  return {
    key: blocks.map((cell) => cell.map(({ key }) => key).join("\u0004")).join("\u0005"),
    text: blocks
      .flat()
      .map(({ text }) => text)
      .join(" "),
    properties: kept.map((child) => rawOf(xml, child)).join(""),
    cells,
    raw: rawOf(xml, node),
  };
}
