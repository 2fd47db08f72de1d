// A policy as people make it in Word, with everything in it at once: bold headings without styles, a contents list, a
// table, a text box, a footer with document control, a footnote, a picture, tracked changes, a comment, saved pages.
import { describe, expect, it } from "vitest";
import { readStructure } from "../../../src/structure/structure.ts";
import { printTree } from "../../structure/print-tree.ts";
import { item, numberingXml, para, partXml, relations, run, table } from "./make-docx.ts";
import { readDocx } from "./read-docx.ts";

const bold = (text: string) => run(text, "<w:b/>");
const saved = "<w:r><w:lastRenderedPageBreak/></w:r>";
const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${para("The assembly point is the car park.")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`;
const picture =
  '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
const change =
  '<w:del w:id="1" w:author="A"><w:r><w:delText>within a week</w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>within 24 hours</w:t></w:r></w:ins>';

const body = [
  para(run("Fire safety policy", '<w:b/><w:sz w:val="32"/>')),
  para(bold("Contents")),
  para("Purpose\t2"),
  para("What staff do\t2"),
  para("Records\t3"),
  para(saved + bold("Purpose")),
  para(
    "This policy says what everybody in the house does when there is a fire, and before there is one.",
  ),
  para(
    bold("Remember: ") + run("nobody goes back into the house for anything, whoever asks them to."),
  ),
  item(bold("What staff do"), 1),
  para(
    run("Staff count everybody at the assembly point and ring the fire brigade from there.") + box,
  ),
  table([
    ["Task", "Day", "Night"],
    ["Ring 999", "Shift leader", "Night worker"],
    ["Count", "Key worker", "Night worker"],
  ]),
  item(bold("Records"), 1),
  para(
    `${saved}${run("The drill is written down ")}${change}${run(" in the fire book")}<w:r><w:footnoteReference w:id="2"/></w:r>${run(".")}<w:r><w:commentReference w:id="0"/></w:r>`,
  ),
  para(run("The plan of the house hangs in the hall:") + picture),
  para(bold("Signed:")),
  para(bold("Date:")),
  '<w:sectPr><w:footerReference w:type="default" r:id="f9"/></w:sectPr>',
].join("");
const extraction = readDocx(body, {
  "word/numbering.xml": numberingXml([[{ text: "%1." }]], [[0]]),
  "word/_rels/document.xml.rels": relations([
    ["n1", "numbering", "numbering.xml"],
    ["f1", "footnotes", "footnotes.xml"],
    ["f9", "footer", "footer1.xml"],
    ["p1", "image", "media/image1.png"],
  ]),
  "word/footer1.xml": partXml(
    "ftr",
    para("Document Number: 12 Version No: 1 Review Date: June 2024 Next Review Date: June 2025"),
  ),
});

describe("a policy with everything in it", () => {
  it("has its headings, numbers, boxes, rows, notes and running lines where a reader sees them", () => {
    expect(printTree(readStructure(extraction).provisions)).toMatchInlineSnapshot(`
      [
        "head/fire-safety-policy [Fire safety policy]",
        "head/purpose p2 [Purpose] This policy says what everybody in the house does when there is a fire, and before there is one. / Remember: nobody goes back into the house for anything, whoever asks them to.",
        "sec/1 p2 [1. What staff do] Staff count everybody at the assembly point and ring the fire brigade from there. / The assembly point is the car park. / Task | Day | Night / Ring 999 | Shift leader | Night worker / Count | Key worker | Night worker",
        "sec/2 p2 [2. Records] The drill is written down within 24 hours in the fire book. / The plan of the house hangs in the hall: / Signed: / Date:",
        "  fn/1 p3 See the staff handbook.",
        "head/header-and-footer [Header and footer] Document Number: 12 Version No: 1 Review Date: June 2024 Next Review Date: June 2025",
      ]
    `);
  });

  it("reports what is no text, with its place", () => {
    expect(extraction.problems.map(({ code, pages, message }) => [code, pages, message]))
      .toMatchInlineSnapshot(`
      [
        [
          "tracked-deletion",
          [
            3,
          ],
          "1 tracked deletion is left out: under “Records”, page 3 as last saved (“within a week”). Accept or reject the changes to settle it.",
        ],
        [
          "tracked-insertion",
          [
            3,
          ],
          "1 tracked insertion is taken as text: under “Records”, page 3 as last saved (“within 24 hours”). Accept or reject the changes to settle it.",
        ],
        [
          "comment-not-read",
          [
            3,
          ],
          "1 comment is not read: under “Records”, page 3 as last saved.",
        ],
        [
          "picture-not-read",
          [
            3,
          ],
          "1 picture is not read: under “Records”, page 3 as last saved. Write out what it says; in Word, an alternative text will do.",
        ],
      ]
    `);
    expect(extraction.leftOut.map(({ reason, text }) => [reason, text])).toMatchInlineSnapshot(`
      [
        [
          "deleted",
          "within a week",
        ],
        [
          "contents",
          "Contents",
        ],
        [
          "contents",
          "Purpose 2",
        ],
        [
          "contents",
          "What staff do 2",
        ],
        [
          "contents",
          "Records 3",
        ],
      ]
    `);
  });
});
