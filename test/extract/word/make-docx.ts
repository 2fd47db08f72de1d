// Builds small Word documents and zip files for tests.
import { crc32, deflateRawSync } from "node:zlib";

/** A zip file of deflated entries; `declared` makes it lie about unpacked sizes, `checksums` about what is in them. */
export function makeZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    declared = {},
    checksums = {},
    flags = 0,
  }: {
    declared?: Record<string, number>;
    checksums?: Record<string, number>;
    flags?: number;
  } = {},
): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content as string);
    const packed = deflateRawSync(raw, { level: 9 });
    const label = Buffer.from(name);
    const size = declared[name] ?? raw.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(label.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(checksums[name] ?? crc32(raw), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(label.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, label, packed);
    directory.push(central, label);
    offset += local.length + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';
const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a Word document with a given body; `parts` adds to them or replaces them. */
export function docxParts(
  body: string,
  parts: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const styles = ["Title", "heading 1", "heading 2", "toc 1"]
    .map(
      (name) =>
        `<w:style w:type="paragraph" w:styleId="${name.replace(" ", "")}"><w:name w:val="${name}"/></w:style>`,
    )
    .join("");
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": relations([["r1", "officeDocument", "word/document.xml"]]),
    "word/_rels/document.xml.rels": relations([
      ["s1", "styles", "styles.xml"],
      ["n1", "numbering", "numbering.xml"],
      ["f1", "footnotes", "footnotes.xml"],
    ]),
    "word/styles.xml": `<w:styles ${namespaces}>${styles}</w:styles>`,
    "word/numbering.xml": `<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    "word/footnotes.xml": `<w:footnotes ${namespaces}><w:footnote w:id="2">${paragraph("See the staff handbook.")}</w:footnote></w:footnotes>`,
    "word/document.xml": `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Plan &amp; policy</dc:title><dc:creator>A. Writer</dc:creator><dcterms:created>2024-05-06T07:08:09Z</dcterms:created></cp:coreProperties>`,
    ...parts,
  };
}

export function relations(
  list: readonly (readonly [id: string, type: string, target: string, external?: boolean])[],
): string {
  const each = list.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${relationType}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
}

/** @param look style id, or properties as XML */
export function paragraph(
  text: string,
  look: { style?: string; list?: 1 | 2; bold?: boolean } = {},
): string {
  const styled = look.style ? `<w:pStyle w:val="${look.style}"/>` : "";
  const list = look.list
    ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${look.list}"/></w:numPr>`
    : "";
  const bold = look.bold ? "<w:rPr><w:b/></w:rPr>" : "";
  return `<w:p><w:pPr>${styled}${list}</w:pPr><w:r>${bold}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A picture that a web server or the disk would have to be asked for. */
export function linkedPicture(id: string): string {
  return `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
}

/** A run; `look` is what its `w:rPr` holds. */
export function run(text: string, look = ""): string {
  const properties = look === "" ? "" : `<w:rPr>${look}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs; `look` is what its `w:pPr` holds. */
export function para(content: string, look = ""): string {
  const properties = look === "" ? "" : `<w:pPr>${look}</w:pPr>`;
  return `<w:p>${properties}${content.startsWith("<") ? content : run(content)}</w:p>`;
}

/** An item of a list. */
export function item(text: string, numId: number, level = 0, look = ""): string {
  const list = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
  return para(text === "" ? "<w:r/>" : text, look + list);
}

export interface LevelSpec {
  readonly format?: string;
  readonly text: string;
  readonly start?: number;
  /** Further properties as XML. */
  readonly more?: string;
}

function levelXml({ format = "decimal", text, start = 1, more = "" }: LevelSpec, at: number) {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/**
 * The numbering part.
 * @param abstracts levels of each definition, or its XML
 * @param nums of each list, its definition and what it overrides
 */
export function numberingXml(
  abstracts: readonly (readonly LevelSpec[] | string)[],
  nums: readonly (readonly [abstract: number, overrides?: string])[],
): string {
  const definitions = abstracts.map((levels, id) => {
    const inner = typeof levels === "string" ? levels : levels.map(levelXml).join("");
    return `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`;
  });
  const instances = nums.map(
    ([abstract, overrides = ""], at) =>
      `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`,
  );
  return `<w:numbering ${namespaces}>${definitions.join("")}${instances.join("")}</w:numbering>`;
}

export function stylesXml(styles: string): string {
  return `<w:styles ${namespaces}>${styles}</w:styles>`;
}

/** @param more what the style holds beside its name */
export function style(id: string, name: string, more = "", type = "paragraph"): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
}

/** A table of rows of cells; a cell is its text, or its text and what its `w:tcPr` holds, or its content as XML. */
export function table(
  rows: readonly (readonly (string | readonly [text: string, properties: string])[])[],
  header = 0,
): string {
  const cell = (spec: string | readonly [string, string]) => {
    const [content, properties] = typeof spec === "string" ? [spec, ""] : spec;
    const inner = content.startsWith("<") ? content : para(content === "" ? "<w:r/>" : content);
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
  };
  const each = rows.map(
    (cells, at) =>
      `<w:tr>${at < header ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map(cell).join("")}</w:tr>`,
  );
  return `<w:tbl>${each.join("")}</w:tbl>`;
}

/** A header, footer, or part of another name for paragraphs. */
export function partXml(root: string, content: string): string {
  return `<w:${root} ${namespaces}>${content}</w:${root}>`;
}
