// Takes the body and parts of a Word document as XML; gives the bytes of the file. A second writer, apart from charm's
// own code, so that reader and writer cannot share a mistake.
import { crc32, deflateRawSync } from "node:zlib";

const ns = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["a", "http://schemas.openxmlformats.org/drawingml/2006/main"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["v", "urn:schemas-microsoft-com:vml"],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const escape = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const piece = (text, look) =>
  `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ""}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

/** Text in two runs where it is long, cut within a word, as Word leaves it after somebody corrected it. */
export function run(text, look = "") {
  const half = Math.floor(text.length / 2);
  if (half < 6) return piece(text, look);
  return `${piece(text.slice(0, half), look)}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_a"/>${piece(text.slice(half), look)}`;
}

export const para = (content, look = "") =>
  `<w:p>${look ? `<w:pPr>${look}</w:pPr>` : ""}${content}</w:p>`;

export const field = (code, result) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** A text box as Word writes it, with a copy for old readers. */
export const box = (id, content) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>400000</wp:posOffset></wp:positionV><wp:extent cx="5000000" cy="600000"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapTopAndBottom/><wp:docPr id="${id}" name="Text Box ${id}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:400pt;height:50pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

/**
 * @param {{ body: string, styles?: string, numbering?: string, footnotes?: string, header?: string, footer?: string,
 *   section?: string }} parts what stands inside each part's root
 * @returns {Uint8Array}
 */
export function writeDocx({
  body,
  styles = "",
  numbering,
  footnotes,
  header,
  footer,
  section = "",
}) {
  const parts = {};
  const relations = [];
  const types = [];
  const add = (kind, root, content) => {
    parts[`word/${kind}.xml`] =
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${ns}>${content}</w:${root}>`;
    relations.push(`<Relationship Id="id-${kind}" Type="${office}/${kind}" Target="${kind}.xml"/>`);
    types.push(`<Override PartName="/word/${kind}.xml" ContentType="${word}.${kind}+xml"/>`);
  };
  add("styles", "styles", defaults + styles);
  if (numbering) add("numbering", "numbering", numbering);
  if (footnotes) add("footnotes", "footnotes", separators + footnotes);
  if (header) add("header", "hdr", header);
  if (footer) add("footer", "ftr", footer);
  const references =
    (header ? '<w:headerReference w:type="default" r:id="id-header"/>' : "") +
    (footer ? '<w:footerReference w:type="default" r:id="id-footer"/>' : "");
  const page =
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>';
  parts["word/document.xml"] =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${ns}><w:body>${body}<w:sectPr>${references}${page}${section}</w:sectPr></w:body></w:document>`;
  return zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${types.join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
    ...parts,
  });
}

const defaults =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>';
const separators =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';

/** A zip file of deflated entries, every date the same. */
export function zip(files) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const raw = Buffer.from(text);
    const packed = deflateRawSync(raw);
    const label = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(0x00210000, 6);
    shared.writeUInt32LE(crc32(raw), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(raw.length, 18);
    shared.writeUInt16LE(label.length, 22);
    const at = Buffer.alloc(4);
    at.writeUInt32LE(offset);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), shared, label, packed]);
    bodies.push(local);
    directory.push(
      Buffer.concat([Buffer.from("504b01021400", "hex"), shared, Buffer.alloc(10), at, label]),
    );
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, list, end]));
}
