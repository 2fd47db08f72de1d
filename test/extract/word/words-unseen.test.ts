// Words that a Word document holds and nobody sees on its pages are left out, and told.
import { describe, expect, it } from "vitest";
import { docxParts, para, partXml, relations, run, style, stylesXml, table } from "./make-docx.ts";
import { readDocx, shown } from "./read-docx.ts";

const theme = (light: string) =>
  `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:srgbClr val="${light}"/></a:lt1><a:accent1><a:srgbClr val="002060"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`;
const rels = relations([
  ["s1", "styles", "styles.xml"],
  ["t1", "theme", "theme.xml"],
]);
const styles = stylesXml(
  style("Van", "Van", "<w:rPr><w:vanish/></w:rPr>", "table") +
    style("Plain", "Plain", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', "table") +
    style("Dark", "Dark", '<w:tcPr><w:shd w:fill="002060"/></w:tcPr>', "table") +
    style("Band", "Band", '<w:pPr><w:shd w:val="clear" w:fill="1F3864"/></w:pPr>'),
);
const parts = {
  "word/_rels/document.xml.rels": rels,
  "word/styles.xml": styles,
  "word/theme.xml": theme("FFFFFF"),
};
const read = (body: string, more: Record<string, string> = {}) => {
  const extraction = readDocx(para("Ring.") + body, { ...parts, ...more });
  return {
    lines: shown(extraction).slice(1),
    left: extraction.leftOut.map(({ reason, text }) => `${reason}: ${text}`),
  };
};
const set = (look: string) => para(run("Words.", look));
const cell = (look: string, properties = "", before = "") =>
  table([[[set(look), properties], "Door"]]).replace("<w:tbl>", `<w:tbl>${before}`);
const styled = (id: string) => `<w:tblPr><w:tblStyle w:val="${id}"/></w:tblPr>`;
const box = `<w:txbxContent>${para("Words.")}</w:txbxContent>`;
const vml = (css: string) =>
  para(
    `<w:r><w:pict><v:shape style="${css}"><v:textbox>${box}</v:textbox></v:shape></w:pict></w:r>`,
  );
const drawn = (anchor: string, at: number, kind = "anchor") =>
  para(
    `<w:r><w:drawing><wp:${kind}><wp:positionH><wp:posOffset>${at}</wp:posOffset></wp:positionH><wp:extent cx="1800000" cy="600000"/>${anchor}<a:graphic><a:graphicData><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:${kind}></w:drawing></w:r>`,
  );
const formula = (look: string) =>
  para(`<m:oMath><m:r><w:rPr>${look}</w:rPr><m:t>Words.</m:t></m:r></m:oMath>`);
const white = '<w:color w:val="FFFFFF"/>';

describe("words that nobody sees", () => {
  it.each([
    ["near white", set('<w:color w:val="FFFFFE"/>')],
    ["paler than the eye sees", set('<w:color w:val="f5f5f5"/>')],
    [
      "in the colour of the theme's ground",
      set('<w:color w:val="000000" w:themeColor="background1"/>'),
    ],
    [
      "white on white shading",
      set(`${white}<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="background1"/>`),
    ],
    ["white on white marking", set(`${white}<w:highlight w:val="white"/>`)],
    ["black on black marking", set('<w:color w:val="000000"/><w:highlight w:val="black"/>')],
    [
      "red on red shading",
      set('<w:color w:val="FF0000"/><w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>'),
    ],
    [
      "of the theme on the same of the theme",
      set('<w:color w:val="1" w:themeColor="accent1"/><w:shd w:fill="002060"/>'),
    ],
    ["of two points", set('<w:sz w:val="4"/>')],
    ["narrow as strokes", set('<w:w w:val="1"/>')],
    [
      "without paint",
      set(
        "<w14:textFill xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'><w14:noFill/></w14:textFill>",
      ),
    ],
    ["in lines without height", para(run("Words."), '<w:spacing w:line="20" w:lineRule="exact"/>')],
    ["in a frame off the page", para(run("Words."), '<w:framePr w:x="-20000" w:y="1"/>')],
    ["in a hidden shape", vml("position:absolute;VISIBILITY: hidden")],
    ["in a shape off the page", vml("margin-left:-5000pt;margin-top:0;width:100pt;height:20pt")],
    ["in a hidden drawing", drawn('<wp:docPr id="1" name="x" hidden="1"/>', 0)],
    ["in a drawing off the page", drawn('<wp:docPr id="1" name="x"/>', -90_000_000)],
    ["in a formula", formula("<w:vanish/>")],
  ])("are left out %s", (_, body) => {
    expect(read(body)).toEqual({ lines: [], left: ["hidden: Words."] });
  });

  it.each([
    ["white in a cell", cell(white)],
    ["white in a cell of white", cell(white, '<w:shd w:val="clear" w:fill="FFFFFF"/>')],
    ["in a table whose style hides them", cell("", "", styled("Van"))],
    ["in a table whose style is white", cell("", "", styled("Plain"))],
  ])("are left out %s", (_, body) => {
    const { lines, left } = read(body);
    expect(lines.join()).not.toContain("Words");
    expect(left.join()).toContain("hidden: Words.");
  });

  it("are left out with a cell that was deleted, or a row without height", () => {
    const deleted = read(table([["Door", ["Words.", "<w:cellDel/>"]]]));
    expect(deleted).toEqual({ lines: ["Door"], left: ["deleted: Words."] });
    const flat = '<w:trPr><w:trHeight w:val="10" w:hRule="exact"/></w:trPr>';
    const row = table([["Words.", "Door"]]).replace("<w:tr>", `<w:tr>${flat}`);
    expect(read(row)).toEqual({ lines: [], left: ["hidden: Words. Door"] });
  });
});

describe("words that are seen", () => {
  it.each([
    ["white on dark shading", set(`${white}<w:shd w:val="clear" w:fill="002060"/>`)],
    ["white on dark marking", set(`${white}<w:highlight w:val="darkBlue"/>`)],
    [
      "white on a dark paragraph",
      para(run("Words.", white), '<w:shd w:val="clear" w:fill="1F3864"/>'),
    ],
    ["white in a style with a dark ground", para(run("Words.", white), '<w:pStyle w:val="Band"/>')],
    [
      "white on a ground of the theme",
      set(`${white}<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="accent1"/>`),
    ],
    [
      "a darker kind of white",
      set('<w:color w:val="A6A6A6" w:themeColor="background1" w:themeShade="A6"/>'),
    ],
    ["grey", set('<w:color w:val="D9D9D9"/>')],
    [
      "in the colour that shows on any ground",
      set('<w:color w:val="auto"/><w:highlight w:val="black"/>'),
    ],
    ["of six points", set('<w:sz w:val="12"/>')],
    ["somewhat narrow", set('<w:w w:val="66"/>')],
    ["in exact lines", para(run("Words."), '<w:spacing w:line="240" w:lineRule="exact"/>')],
    ["in lines of a share", para(run("Words."), '<w:spacing w:line="20" w:lineRule="auto"/>')],
    ["in a frame on the page", para(run("Words."), '<w:framePr w:x="-300" w:y="700" w:w="3000"/>')],
    ["in a shape", vml("position:absolute;margin-left:-20pt;width:100pt;visibility:visible")],
    ["in a drawing", drawn('<wp:docPr id="1" name="x" hidden="0"/>', -200_000)],
    ["in a drawing in line", drawn('<wp:docPr id="1" name="x"/>', 0, "inline")],
    ["in a formula", formula("<w:i/>")],
  ])("are kept %s", (_, body) => {
    expect(read(body)).toEqual({ lines: ["Words."], left: [] });
  });

  it.each([
    ["white in a dark cell", cell(white, '<w:shd w:val="clear" w:fill="002060"/>')],
    ["white in a table with a dark style", cell(white, "", styled("Dark"))],
  ])("are kept %s", (_, body) => {
    expect(read(body)).toEqual({ lines: ["Words. | Door"], left: [] });
  });

  it("are kept in white where the theme's ground is dark", () => {
    const look = '<w:color w:val="FFFFFF" w:themeColor="background1"/>';
    expect(read(set(look), { "word/theme.xml": theme("1F3864") }).lines).toEqual(["Words."]);
  });

  it("may be white in a header, which often stands on a picture", () => {
    const header = partXml("hdr", para(run("Harbour office", white)));
    const body = `${para("Ring.")}<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>`;
    const links = relations([["h1", "header", "header1.xml"]]);
    const made = docxParts(body, {
      "word/_rels/document.xml.rels": links,
      "word/header1.xml": header,
    });
    expect(readDocx(body, made).running).toEqual(["Harbour office"]);
  });
});
