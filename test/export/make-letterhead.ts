// Builds the letterhead of a fictional client: header with a logo, footer, styles, a list and a footnote of its own.
import { makeZip } from "../extract/word/make-docx.ts";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const type = (name: string) => `${r}/${name}`;
const wordType = (name: string) =>
  `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;

export interface LetterheadOptions {
  /** Without it the text goes to the end. */
  readonly mark?: string;
  readonly lists?: boolean;
  readonly notes?: boolean;
  readonly headings?: boolean;
  readonly macros?: boolean;
  /** Words of its header. */
  readonly header?: string;
  /** Parts beside the others, or in the place of one. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const logo = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]);

export function makeLetterhead({
  mark = "<w:p><w:r><w:t>{{bo</w:t></w:r><w:r><w:t>dy}}</w:t></w:r></w:p>",
  lists = true,
  notes = true,
  headings = true,
  macros = false,
  header = "Hazel Care Ltd",
  parts: others = {},
}: LetterheadOptions = {}): Uint8Array {
  const own = notes ? '<w:r><w:footnoteReference w:id="1"/></w:r>' : "";
  const parts = [
    "header1",
    "footer1",
    "styles",
    ...(lists ? ["numbering"] : []),
    ...(notes ? ["footnotes"] : []),
  ];
  const main = macros
    ? "application/vnd.ms-word.document.macroEnabled.main+xml"
    : wordType("document.main");
  const kindOf = (name: string) => name.replace(/\d$/, "");
  return makeZip({
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${main}"/>${parts.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${wordType(kindOf(name))}"/>`).join("")}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type("officeDocument")}" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.map((name, at) => `<Relationship Id="rId${at + 1}" Type="${type(kindOf(name))}" Target="${name}.xml"/>`).join("")}</Relationships>`,
    "word/_rels/header1.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type("image")}" Target="media/logo.png"/></Relationships>`,
    "word/media/logo.png": logo,
    "word/header1.xml": `${head}<w:hdr xmlns:w="${w}"><w:p><w:r><w:t>${header}</w:t></w:r></w:p></w:hdr>`,
    "word/footer1.xml": `${head}<w:ftr xmlns:w="${w}"><w:p><w:r><w:t>Registered in England 01234567</w:t></w:r></w:p></w:ftr>`,
    "word/styles.xml": `${head}<w:styles xmlns:w="${w}"><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>${headings ? [1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="berschrift${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:color w:val="7030A0"/></w:rPr></w:style>`).join("") : ""}</w:styles>`,
    ...(lists
      ? {
          "word/numbering.xml": `${head}<w:numbering xmlns:w="${w}"><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
        }
      : {}),
    ...(notes
      ? {
          "word/footnotes.xml": `${head}<w:footnotes xmlns:w="${w}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>Our own note.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
        }
      : {}),
    "word/document.xml": `${head}<w:document xmlns:w="${w}" xmlns:r="${r}"><w:body><w:p><w:bookmarkStart w:id="9" w:name="source_1"/><w:r><w:t>In confidence</w:t></w:r>${own}<w:bookmarkEnd w:id="9"/></w:p>${mark}<w:p><w:r><w:t>Yours, Hazel Care</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1000" w:bottom="1440" w:left="1200" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    ...others,
  });
}
