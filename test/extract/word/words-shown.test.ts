// Every word that Word shows is read, once, as it is shown.
import { describe, expect, it } from "vitest";
import { docxParts, para, partXml, relations, run, style, stylesXml, table } from "./make-docx.ts";
import { linesOf, readDocx, shown } from "./read-docx.ts";

const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const coded = (text: string) =>
  `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const complex = (instruction: string, result: string) =>
  field("begin") + coded(instruction) + field("separate") + result + field("end");
const only = (content: string, parts?: Record<string, string>) =>
  shown(readDocx(para(content), parts));

describe("words in a paragraph", () => {
  it.each([
    [
      "a simple field",
      `${run("The manager ")}<w:fldSimple w:instr="DOCPROPERTY Home">${run("of Elm House")}</w:fldSimple>${run(" signs.")}`,
      "The manager of Elm House signs.",
    ],
    [
      "a complex field",
      run("See part ") + complex(" REF x \\h ", run("4")) + run("."),
      "See part 4.",
    ],
    [
      "a field in the code of another",
      run("We ") +
        field("begin") +
        coded("IF ") +
        complex("DOCVARIABLE a", run("secret")) +
        coded(" = 1 b c") +
        field("separate") +
        run("agree") +
        field("end") +
        run("."),
      "We agree.",
    ],
    [
      "a field in the result of another",
      complex("HYPERLINK x", run("page ") + complex("PAGEREF x", run("12"))),
      "page 12",
    ],
    [
      "a button with words",
      field("begin") + coded("MACROBUTTON NoMacro [Name of home]") + field("end"),
      "[Name of home]",
    ],
    [
      "a ticked box of a form",
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>' +
        coded("FORMCHECKBOX") +
        field("end") +
        run(" Yes"),
      "☒ Yes",
    ],
    [
      "a list of a form",
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Blue"/></w:ddList></w:ffData></w:fldChar></w:r>' +
        coded("FORMDROPDOWN") +
        field("end"),
      "Blue",
    ],
    [
      "a content control",
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run("Jo Bloggs")}</w:sdtContent></w:sdt>`,
      "Jo Bloggs",
    ],
    [
      "a smart tag",
      `<w:smartTag w:element="place"><w:smartTagPr/>${run("Norwich")}</w:smartTag>`,
      "Norwich",
    ],
    ["custom XML", `<w:customXml w:element="x">${run("inside")}</w:customXml>`, "inside"],
    ["a link", `<w:hyperlink r:id="x">${run("our website")}</w:hyperlink>`, "our website"],
    [
      "directions",
      `<w:bdo w:val="ltr">${run("after ")}</w:bdo><w:dir w:val="ltr">${run("two alarms")}</w:dir>`,
      "after two alarms",
    ],
    [
      "hyphens, tabs, breaks",
      "<w:r><w:t>one</w:t><w:noBreakHyphen/><w:t>to</w:t><w:softHyphen/><w:t>gether</w:t><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t><w:cr/><w:t>z</w:t></w:r>",
      "one-together x y z",
    ],
    ["capitals", run("waking ", "<w:caps/>") + run("Night", "<w:smallCaps/>"), "WAKING Night"],
    ["a symbol", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + run(" done"), "✓ done"],
    [
      "a symbol that is not known",
      '<w:r><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>' + run(" done"),
      "\uFFFD done",
    ],
    [
      "letters in a font of symbols",
      run("\uF0FE", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + run(" yes"),
      "☑ yes",
    ],
    [
      "an insertion",
      `${run("Staff ")}<w:ins w:id="1" w:author="A">${run("must ")}</w:ins>${run("sign.")}`,
      "Staff must sign.",
    ],
    ["a formula", `${run("Ratio ")}<m:oMath><m:r><m:t>1:3</m:t></m:r></m:oMath>`, "Ratio 1:3"],
    [
      "a base with small letters above",
      `<w:r><w:ruby><w:rt>${run("x")}</w:rt><w:rubyBase>${run("base")}</w:rubyBase></w:ruby></w:r>`,
      "base",
    ],
  ])("%s", (_name, content, text) => {
    expect(only(content)).toEqual([text]);
  });

  it("reads a field that runs over several paragraphs", () => {
    const body =
      para(field("begin") + coded("QUOTE") + field("separate") + run("One.")) +
      para("Two.") +
      para(run("Three.") + field("end"));
    expect(shown(readDocx(body))).toEqual(["One.", "Two.", "Three."]);
  });

  it("joins the large first letter of a paragraph to it", () => {
    expect(
      shown(readDocx(para("T", '<w:framePr w:dropCap="drop"/>') + para("he home is warm."))),
    ).toEqual(["The home is warm."]);
  });

  it("goes on where the end of a paragraph was deleted", () => {
    const mark = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>';
    expect(shown(readDocx(para("Staff ", mark) + para("sign.")))).toEqual(["Staff sign."]);
  });

  it("reads blocks in content controls, custom XML and insertions", () => {
    const body = `<w:sdt><w:sdtContent>${para("a")}<w:customXml>${para("b")}</w:customXml></w:sdtContent></w:sdt><w:ins>${para("c")}</w:ins>`;
    expect(shown(readDocx(body))).toEqual(["a", "b", "c"]);
  });
});

const box = (text: string) => `<wps:txbx><w:txbxContent>${para(text)}</w:txbxContent></wps:txbx>`;
const newShape = (text: string) =>
  `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>${box(text)}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
const oldShape = (text: string) =>
  `<w:pict><v:shape><v:textbox><w:txbxContent>${para(text)}</w:txbxContent></v:textbox></v:shape></w:pict>`;

describe("words beside the text", () => {
  it.each([
    [
      "with a copy for old readers",
      `<mc:AlternateContent><mc:Choice Requires="wps">${newShape("In the box.")}</mc:Choice><mc:Fallback>${oldShape("In the box.")}</mc:Fallback></mc:AlternateContent>`,
    ],
    ["without one", newShape("In the box.")],
    ["of old files", oldShape("In the box.")],
  ])("reads a text box %s once, behind its paragraph", (_name, shape) => {
    expect(
      shown(readDocx(para(`${run("The ")}<w:r>${shape}</w:r>${run("text.")}`) + para("Next."))),
    ).toEqual(["The text.", "In the box.", "Next."]);
  });

  it("reads letters drawn as a shape", () => {
    const art =
      '<w:r><w:pict><v:shape><v:textpath string="Welcome to Elm House"/></v:shape></w:pict></w:r>';
    expect(only(art)).toEqual(["Welcome to Elm House"]);
  });

  it("reads what stands for a picture, and says where one stands unread", () => {
    const picture = (about: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" ${about}/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="x"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const extraction = readDocx(
      para("Fire", '<w:pStyle w:val="heading1"/>') +
        para(run("Look:") + picture('descr="Plan of the ground floor with two exits"')) +
        para(
          run("And:") +
            picture('descr="A picture containing text Description automatically generated"'),
        ) +
        para(run("Last:") + picture("")),
    );
    expect(shown(extraction)).toEqual([
      "Fire",
      "Look:",
      "Plan of the ground floor with two exits",
      "And:",
      "Last:",
    ]);
    expect(linesOf(extraction)[3]?.marks).toEqual([{ at: 4, label: "picture", kind: "picture" }]);
    expect(extraction.problems).toMatchObject([
      { code: "picture-not-read", message: expect.stringContaining("2 pictures are not read") },
    ]);
    expect(extraction.problems[0]?.message).toContain("under “Fire”");
  });

  it("labels notes in the order of the text, and knows those with a sign of their own", () => {
    const parts = {
      "word/footnotes.xml": partXml(
        "footnotes",
        `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="7">${para("Second in the file.")}</w:footnote><w:footnote w:id="3">${para("First in the text.")}</w:footnote><w:footnote w:id="4">${para("Signed.")}</w:footnote>`,
      ),
      "word/endnotes.xml": partXml(
        "endnotes",
        `<w:endnote w:id="2">${para("At the end.")}</w:endnote>`,
      ),
      "word/_rels/document.xml.rels": relations([
        ["f1", "footnotes", "footnotes.xml"],
        ["e1", "endnotes", "endnotes.xml"],
      ]),
    };
    const refer = (kind: string, id: number, more = "") =>
      `<w:r><w:${kind}Reference w:id="${id}"${more}/></w:r>`;
    const extraction = readDocx(
      para(
        run("One ") +
          refer("footnote", 3) +
          run(" two") +
          refer("endnote", 2) +
          run(" three") +
          refer("footnote", 4, ' w:customMarkFollows="1"') +
          run("*") +
          refer("footnote", 7),
      ),
      parts,
    );
    expect(shown(extraction)).toEqual(["One two three*"]);
    expect(linesOf(extraction)[0]?.marks.map(({ label }) => label)).toEqual(["1", "i", "*", "2"]);
    expect(
      extraction.pages[0]?.footnotes.map(({ label, lines }) => [label, lines[0]?.text]),
    ).toEqual([
      ["1", "First in the text."],
      ["i", "At the end."],
      ["*", "Signed."],
      ["2", "Second in the file."],
    ]);
  });
});

describe("headers and footers", () => {
  const section = (...references: string[]) => `<w:sectPr>${references.join("")}</w:sectPr>`;
  const reference = (kind: string, type: string, id: string) =>
    `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
  const number = (instruction: string) => complex(instruction, run("3"));
  const parts = (settings: string): Record<string, string> => ({
    "word/_rels/document.xml.rels": relations([
      ["h1", "header", "header1.xml"],
      ["f1", "footer", "footer1.xml"],
      ["f2", "footer", "footer2.xml"],
      ["f3", "footer", "footer3.xml"],
      ["s", "settings", "settings.xml"],
    ]),
    "word/header1.xml": partXml(
      "hdr",
      `${para("Elm House")}${para('<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>')}`,
    ),
    "word/footer1.xml": partXml(
      "ftr",
      para(run("Version 3.1")) +
        table([["Review", "March 2026"]]) +
        para(run("Page ") + number("PAGE") + run(" of ") + number("NUMPAGES")),
    ),
    "word/footer2.xml": partXml("ftr", para("First page only")),
    "word/footer3.xml": partXml("ftr", para("Even pages")),
    "word/settings.xml": partXml("settings", settings),
  });
  const body = (more = "") =>
    para("Text.") +
    section(
      more,
      reference("header", "default", "h1"),
      reference("footer", "default", "f1"),
      reference("footer", "first", "f2"),
      reference("footer", "even", "f3"),
    );

  it("reads each line once, and leaves page numbers out", () => {
    const { running, leftOut } = readDocx(body(), parts(""));
    expect(running).toEqual(["Elm House", "Version 3.1", "Review | March 2026"]);
    expect(leftOut).toEqual([{ page: null, text: "DRAFT", reason: "watermark" }]);
  });

  it("reads those of first and even pages where they are shown", () => {
    expect(readDocx(body("<w:titlePg/>"), parts("")).running).toContain("First page only");
    expect(readDocx(body(), parts("<w:evenAndOddHeaders/>")).running).toContain("Even pages");
  });

  it("reports what was deleted in them", () => {
    const changed = {
      ...parts(""),
      "word/footer1.xml": partXml(
        "ftr",
        para(
          `${run("Version ")}<w:del w:id="1" w:author="A"><w:r><w:delText>2</w:delText></w:r></w:del><w:ins w:id="2" w:author="A">${run("3")}</w:ins>`,
        ),
      ),
    };
    const { running, problems } = readDocx(body(), changed);
    expect(running).toContain("Version 3");
    expect(problems.map(({ code }) => code)).toEqual(["tracked-deletion", "tracked-insertion"]);
    expect(problems[0]?.message).toContain("header and footer");
  });
});

it("reads parts by their namespace, whatever prefix or edition", () => {
  const strict = (text: string) =>
    text
      .replaceAll(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
      )
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      )
      .replaceAll("<w:", "<q:")
      .replaceAll("</w:", "</q:")
      .replaceAll(" w:", " q:")
      .replaceAll("xmlns:w=", "xmlns:q=");
  const parts = Object.fromEntries(
    Object.entries(docxParts(para("Rota", '<w:pStyle w:val="heading1"/>') + para("Text."))).map(
      ([name, text]) => [name, strict(text)],
    ),
  );
  expect(linesOf(readDocx("", parts)).map(({ text, heading }) => [text, heading])).toEqual([
    ["Rota", 1],
    ["Text.", null],
  ]);
});

it("finds parts by relations that say the whole path", () => {
  const parts = {
    "_rels/.rels": relations([["r1", "officeDocument", "/word/document.xml"]]),
    "word/_rels/document.xml.rels": relations([["s1", "styles", "/word/my%20styles.xml"]]),
    "word/my styles.xml": stylesXml(style("X", "heading 2")),
  };
  expect(linesOf(readDocx(para("Rota", '<w:pStyle w:val="X"/>'), parts))[0]?.heading).toBe(2);
});
