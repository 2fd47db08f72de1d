// A Word file with every way of setting words that is not a run in a paragraph, of our own writing.
// @ts-expect-error: plain JavaScript, without declarations.
import { box as officeBox } from "../../../bench/word/write-docx.mjs";
import { docxParts, makeZip, paragraph, relations } from "../../extract/word/make-docx.ts";

const run = (text: string, look = ""): string =>
  `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const para = (content: string): string => `<w:p>${content}</w:p>`;
const cell = (content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="0"/></w:tcPr>${content}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
const box = (text: string): string => officeBox(1, para(run(text))) as string;

const body = [
  paragraph("Harbour watch", { style: "heading1" }),
  paragraph("Who keeps the lamp", { bold: true }),
  para(run("The keeper ") + run("rings ", "<w:b/>") + run("tw") + run("ice at dusk.")),
  para(
    `${run("Storm tables hang in ")}<w:hyperlink w:anchor="x">${run("the tower room")}</w:hyperlink>${run(" by the stairs.")}`,
  ),
  `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>${para(run("Boats are counted at low tide."))}</w:sdtContent></w:sdt>`,
  para(
    `<w:sdt><w:sdtContent>${run("Nets dry")}</w:sdtContent></w:sdt>${run(" on the east wall.")}`,
  ),
  para(
    `${run("Oil is kept in ")}<w:del w:id="1" w:author="a"><w:r><w:delText>tin </w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run("steel ")}</w:ins>${run("drums.")}`,
  ),
  para(
    `<w:moveFrom w:id="3" w:author="a">${run("Gulls nest ")}</w:moveFrom>${run("Ropes are coiled each noon.")}`,
  ),
  para(`${run("Sea")}<w:r><w:noBreakHyphen/></w:r>${run("going boats moor at the long pier.")}`),
  para(
    `${run("Bells ")}${run("secret ", "<w:vanish/>")}${run("ring in fog ")}${run("never ", "<w:strike/>")}${run("and in snow.")}`,
  ),
  para(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("Monday")}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(" is the day of the oil boat.")}`,
  ),
  paragraph("Flags are mended first.", { list: 2 }),
  paragraph("Flags are flown second.", { list: 2 }),
  para(`${box("Ring 12 in a storm, and wait for the pilot.")}${run("The box says whom to ring.")}`),
  `<w:tbl>${row(para(run("Lamp lead")), para(run("Mx Wren")))}${row(para(run("Pilot")), `<w:tbl>${row(para(run("Inner pier, north side")))}</w:tbl><w:p/>`)}</w:tbl>`,
  `<w:tbl>${row(para(run("Day")), para(run("Task")), para(run("Who")))}${row(para(run("Friday")), para(run("Polish the great lens")), para(run("Keeper")))}</w:tbl>`,
  para(
    `${run("The wharf is swept")}<w:r><w:footnoteReference w:id="2"/></w:r>${run(" each week")}<w:r><w:endnoteReference w:id="5"/></w:r>${run(".")}`,
  ),
  paragraph("Flags are mended first.", { list: 2 }),
  paragraph("The last word."),
].join("");

const noteIn = (kind: string, id: number, text: string): string =>
  `<w:${kind} w:id="${id}">${para(run(text))}</w:${kind}>`;
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const office = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const kinds = ["styles", "numbering", "footnotes", "endnotes"].map(
  (kind) => `<Override PartName="/word/${kind}.xml" ContentType="${office}.${kind}+xml"/>`,
);

export const nastyParts = docxParts(body, {
  "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${office}.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="${office}.footer+xml"/>${kinds.join("")}</Types>`,
  "word/_rels/document.xml.rels": relations([
    ["s1", "styles", "styles.xml"],
    ["n1", "numbering", "numbering.xml"],
    ["f1", "footnotes", "footnotes.xml"],
    ["e1", "endnotes", "endnotes.xml"],
    ["h1", "footer", "footer1.xml"],
  ]),
  "word/footnotes.xml": `<w:footnotes ${space}>${noteIn("footnote", 2, "By the youngest keeper, with the birch broom.")}</w:footnotes>`,
  "word/endnotes.xml": `<w:endnotes ${space}>${noteIn("endnote", 5, "Save in the week of the great regatta.")}</w:endnotes>`,
  "word/footer1.xml": `<w:ftr ${space}>${para(run("Lamp papers, issue nine"))}</w:ftr>`,
});

export const nastyDocument = makeZip(nastyParts);
