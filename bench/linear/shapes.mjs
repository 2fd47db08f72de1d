// Texts that are hard on readers of text, at any size; and files of every kind that hold them.
import { PDFDocument } from "pdfkit";
import writeExcelFile from "write-excel-file/node";
import { escape, para, run, writeDocx, zip } from "../word/write-docx.mjs";

const sentence = (i) => `The keeper must look at lamp ${i} within ${1 + (i % 30)} days.`;
const times = (text, size) => text.repeat(Math.ceil(size / text.length));

/** Name to text of about so many characters. */
export const shapes = {
  "[": (size) => `The keeper must look. ${times("[", size)}`,
  "![": (size) => `The keeper must look. ${times("![", size)}`,
  "<a ": (size) => `The keeper must look. ${times("<a ", size)}`,
  "<!--": (size) => `The keeper must look. ${times("<!-- ", size)}`,
  "<?": (size) => `The keeper must look. ${times("<? ", size)}`,
  "[a](": (size) => `The keeper must look. ${times("[a](", size)}`,
  "` and ``": (size) => `The keeper must look. ${times("` `` ``` ", size)}`,
  "~~ and |": (size) => `The keeper must look. ${times("~~ | ", size)}`,
  "&": (size) => `The keeper must look. ${times("&a", size)}`,
  "nested quotes": (size) =>
    `The keeper must say ${times("“", size / 2)}look${times("”", size / 2)}.`,
  "quotes one by one": (size) => times("He says “look” and ‘see’. ", size),
  "* and _": (size) => `The keeper must look. ${times("*_", size)}`,
  "( and )": (size) => `The keeper must look ${times("(", size / 2)}${times(")", size / 2)}.`,
  "one word": (size) => `The keeper must ${times("look", size)}.`,
  references: (size) =>
    times("See regulation 12(2)(a)(iii) and paragraph 4.5 of the Guide. ", size),
  digits: (size) => `The keeper must count ${times("1234567890", size)}.`,
  "dots and spaces": (size) => `The keeper must look. ${times(". ", size)}`,
  "short lines": (size) =>
    Array.from({ length: Math.ceil(size / 8) }, (_, i) => `lamp ${i % 97}`).join("\n"),
  "short paragraphs": (size) =>
    Array.from({ length: Math.ceil(size / 45) }, (_, i) => sentence(i)).join("\n\n"),
  "one long line": (size) =>
    Array.from({ length: Math.ceil(size / 45) }, (_, i) => sentence(i)).join(" "),
};

const xml = (body) => `<?xml version="1.0" encoding="UTF-8"?>${body}`;
const lines = (text) => text.split(/\n+/);

/** Extension to a file of that kind that holds a text. */
export const kinds = {
  md: (text) => Buffer.from(`# Lamps\n\n${text}\n`),
  txt: (text) => Buffer.from(`Lamps\n\n${text}\n`),
  html: (text) =>
    Buffer.from(
      `<title>Lamps</title><h1>Lamps</h1>${lines(text)
        .map((line) => `<p>${escape(line)}</p>`)
        .join("")}`,
    ),
  rtf: (text) =>
    Buffer.from(
      `{\\rtf1\\ansi {\\b Lamps}\\par ${lines(text.replace(/[\\{}]/g, "\\$&"))
        .map((line) => line.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0)}?`))
        .join("\\par ")}\\par}`,
    ),
  docx: (text) =>
    Buffer.from(
      writeDocx({
        body: lines(text)
          .map((line) => para(run(line)))
          .join(""),
      }),
    ),
  odt: (text) =>
    zip({
      mimetype: "application/vnd.oasis.opendocument.text",
      "content.xml": xml(
        `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${lines(
          text,
        )
          .map((line) => `<text:p>${escape(line)}</text:p>`)
          .join("")}</office:text></office:body></office:document-content>`,
      ),
    }),
  xlsx: async (text) =>
    Buffer.from(
      await (
        await writeExcelFile(
          text
            .match(/[^\n]{1,30000}/g)
            .map((line, i) => [{ value: `Row ${i}` }, { value: line, type: String }]),
        )
      ).toBuffer(),
    ),
  pdf: (text) => {
    const pdf = new PDFDocument({ compress: false });
    const parts = [];
    pdf.on("data", (part) => parts.push(part));
    const plain = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
    for (const piece of plain.match(/[\s\S]{1,2500}/g))
      pdf.addPage().fontSize(9).text(piece, { width: 450, lineBreak: true });
    return new Promise((resolve) => {
      pdf.on("end", () => resolve(Buffer.concat(parts)));
      pdf.end();
    });
  },
};
