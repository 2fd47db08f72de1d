import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.ts";
import { extractXlsx } from "../../../src/extract/sheets/extract-xlsx.ts";
import { flowLines, shownLines } from "../flow/flow-lines.ts";
import { makeZip, relations } from "../word/make-docx.ts";
import { makeXlsx, row, type SheetPart } from "./make-xlsx.ts";

const one = (
  rows: string,
  more: Partial<SheetPart> = {},
  rest: Parameters<typeof makeXlsx>[1] = {},
) => extractXlsx(makeXlsx([{ name: "Rota", rows, ...more }], rest));

/** Cell styles with these number formats, in order. */
const formats = (...codes: string[]) =>
  `<numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join("")}</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/>${codes.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join("")}</cellXfs>`;

describe("words that nobody sees", () => {
  const look = `<fonts><font/><font><color rgb="FFFFFFFF"/></font><font><sz val="1"/></font><font><color theme="0"/></font><font><color theme="0" tint="-0.5"/></font><font><color indexed="9"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF002060"/></patternFill></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/><xf fontId="4"/><xf fontId="5"/><xf fontId="1" fillId="1"/></cellXfs>`;
  const split = (words: string, more: Partial<SheetPart> = {}) => {
    const extraction = one(row(1, ["Ring."], { attributes: 'ht="15"' }) + words, more, { look });
    return {
      lines: shownLines(extraction).slice(2),
      left: extraction.leftOut.map(({ reason, text }) => `${reason}: ${text}`),
    };
  };
  const styled = (style: number) => row(3, ["Words."], { style });

  it.each([
    ["white", styled(1)],
    ["of a point", styled(2)],
    ["in the colour of the theme's ground", styled(3)],
    ["white of the old palette", styled(5)],
  ])("are left out %s", (_, words) => {
    expect(split(words)).toEqual({ lines: [], left: ["hidden: Words."] });
  });

  it.each([
    ["in a low row", row(3, ["Words."], { attributes: 'ht="0.1" customHeight="1"' }), {}],
    ["in closed rows", row(3, ["Words."]), { before: '<sheetFormatPr zeroHeight="1"/>' }],
    [
      "in a narrow column",
      row(3, [undefined, "Words."]),
      { before: '<cols><col min="2" max="2" width="0.01"/></cols>' },
    ],
    [
      "in closed columns",
      row(3, [undefined, "Words."]),
      {
        before: '<sheetFormatPr defaultColWidth="0"/><cols><col min="1" max="1" width="9"/></cols>',
      },
    ],
  ])("are left out %s", (_, words, more) => {
    expect(split(words, more)).toEqual({ lines: [], left: ["hidden: Sheet Rota, row 3: Words."] });
  });

  it.each([
    ["grey of the ground's colour", styled(4), {}],
    ["white on dark", styled(6), {}],
    ["white in what a condition may paint", styled(1), { after: "<conditionalFormatting/>" }],
    ["white in a table", styled(1), { after: "<tableParts/>" }],
    [
      "in a row that is told its height",
      row(3, ["Words."], { attributes: 'ht="15"' }),
      { before: '<sheetFormatPr zeroHeight="1"/>' },
    ],
  ])("are none %s", (_, words, more) => {
    expect(split(words, more)).toEqual({ lines: ["Words."], left: [] });
  });

  it("are left out in boxes that are hidden, and where they are struck through", () => {
    const spot = (name: string, look1: string, text: string) =>
      `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="x" ${name}/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:rPr ${look1}/><a:t>${text}</a:t></a:r><a:r><a:t>Now.</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
    const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${spot('hidden="1"', "", "Gone.")}${spot("", 'strike="sngStrike"', "Old.")}</xdr:wsDr>`;
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": relations([["d1", "drawing", "../drawings/d.xml"]]),
      "xl/drawings/d.xml": drawing,
    };
    const extraction = one(row(1, ["Ring."]), {}, { parts });
    expect(shownLines(extraction).slice(2)).toEqual(["Now."]);
    expect(extraction.leftOut.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
      "hidden: Gone.",
      "hidden: Now.",
      "struck: Old.",
    ]);
  });
});

describe("extractXlsx", () => {
  it("gives each sheet as a heading with its rows, empty rows and columns dropped", () => {
    const extraction = extractXlsx(
      makeXlsx([
        {
          name: "Nights",
          rows: row(1, ["Who", undefined, "When"]) + row(2, ["Jo", undefined, "Mon"]),
        },
        { name: "Empty", rows: "" },
        { name: "Days &amp; weeks", rows: row(4, ["Note"]) },
      ]),
    );
    expect(shownLines(extraction)).toEqual([
      "Nights",
      ["Who", "When"],
      ["Jo", "Mon"],
      "Days & weeks",
      "Note",
    ]);
    expect(flowLines(extraction)[0]?.heading).toBe(1);
    expect(extraction.problems).toEqual([]);
  });

  it.each([
    ["dd/mm/yyyy", 45_740, "24/03/2025"],
    ["hh:mm", 0.75, "18:00"],
    ["[h]:mm", 1.375, "33:00"],
    ["0%", 0.256, "26%"],
    ["#,##0.00", 1234.5, "1,234.50"],
    ["[$£-809]#,##0.00", 12.5, "£12.50"],
    ["0 &quot;days&quot;", 3, "3 days"],
    ["ddd d mmm", 45_914, "Sun 14 Sep"],
    ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45_000, "15 March 2023"],
    ["bad [[[", 7.5, "7.5"],
  ])("shows numbers by their format: %s", (code, value, shown) => {
    const rows = row(1, ["a", value], { style: 1 });
    expect(shownLines(one(rows, {}, { look: formats(code) }))[1]).toEqual(["a", shown]);
  });

  it("reads the formats that go by number alone as the United Kingdom has them", () => {
    const look = `<cellXfs><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>`;
    expect(shownLines(one(row(1, ["a", 45_740]), {}, { look }))[1]).toEqual(["a", "24/03/2025"]);
  });

  it("counts days from 1904 where the workbook does", () => {
    const book = `<workbookPr date1904="1"/>`;
    const rest = { look: formats("d mmmm yyyy", "[h]:mm"), book };
    expect(shownLines(one(row(1, ["a", 44_000], { style: 1 }), {}, rest))[1]).toEqual([
      "a",
      "19 June 2024",
    ]);
    expect(shownLines(one(row(1, ["a", 1.5], { style: 2 }), {}, rest))[1]).toEqual(["a", "36:00"]);
  });

  it("gives results of formulas, and says where there are none", () => {
    const rows = `<row r="1"><c r="A1" t="str"><f>B1</f><v>Jo</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>9*9</f><v></v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c></row>`;
    const extraction = one(rows);
    expect(shownLines(extraction)[1]).toEqual(["Jo", "2", "TRUE", "#REF!"]);
    expect(extraction.problems.map(({ code }) => code)).toEqual(["formula-not-read"]);
  });

  it("keeps every cell in its column where cells are merged", () => {
    const extraction = one(
      row(1, ["Training 2025"]) +
        row(3, ["Name", "Mandatory", undefined, "Due"]) +
        row(4, [undefined, "Fire", "First aid"]) +
        row(5, ["Jo", "Yes", "No", "May"]) +
        row(6, [undefined, "No", "Yes", "June"]),
      {
        after: `<mergeCells>${["A1:D1", "A3:A4", "B3:C3", "D3:D4", "A5:A6"].map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
      },
    );
    expect(shownLines(extraction)).toEqual([
      "Rota",
      "Training 2025",
      ["Name", "Mandatory: Fire", "Mandatory: First aid", "Due"],
      ["Jo", "Yes", "No", "May"],
      ["Jo", "No", "Yes", "June"],
    ]);
    expect(extraction.pages[0]?.lines[2]?.bold).toBe(true);
  });

  it("leaves hidden rows, columns and sheets out, and says so", () => {
    const extraction = extractXlsx(
      makeXlsx([
        {
          name: "Pay",
          before: `<cols><col min="2" max="2" hidden="1"/></cols>`,
          rows:
            row(1, ["Who", "Rate", "Shift"]) +
            row(2, ["Jo", "12", "Late"]) +
            row(3, ["Al", "13", "Early"], { attributes: 'hidden="1"' }),
        },
        { name: "Old", state: "veryHidden", rows: row(1, ["secret"]) },
      ]),
    );
    expect(shownLines(extraction)).toEqual(["Pay", ["Who", "Shift"], ["Jo", "Late"]]);
    expect(extraction.leftOut.map(({ reason, text }) => [reason, text])).toEqual([
      ["hidden", "Sheet Pay, row 1: Rate"],
      ["hidden", "Sheet Pay, row 2: 12"],
      ["hidden", "Sheet Pay, row 3: Al | 13 | Early"],
      ["hidden", "Sheet Old, row 1: secret"],
    ]);
    expect(extraction.problems.map(({ code }) => code)).toEqual(["hidden-text"]);
  });

  it("leaves struck text out, whole cells and parts of them", () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr" s="1"><is><t>gone</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><strike/></rPr><t>old </t></r><r><rPr><strike val="0"/></rPr><t>new</t></r></is></c></row>`;
    const look = `<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>`;
    const extraction = one(rows, {}, { look });
    expect(shownLines(extraction)).toEqual(["Rota", "new"]);
    expect(extraction.leftOut.map(({ text }) => text)).toEqual(["gone", "old"]);
  });

  it("reads runs, fields and breaks of text boxes in order, and one branch of what is drawn twice", () => {
    const box = (content: string) =>
      `<xdr:sp><xdr:txBody><a:p>${content}</a:p></xdr:txBody></xdr:sp>`;
    const words = (text: string, name = "r") => `<a:${name}><a:t>${text}</a:t></a:${name}>`;
    const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${box(`${words("Page")}<a:br/>${words("7", "fld")}${words(" of 9")}`)}<mc:AlternateContent><mc:Choice>${box(words("New."))}</mc:Choice><mc:Fallback>${box(words("Old."))}</mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Choice/><mc:Fallback>${box(words("Only."))}</mc:Fallback></mc:AlternateContent></xdr:wsDr>`;
    const parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": relations([["d1", "drawing", "../drawings/d.xml"]]),
      "xl/drawings/d.xml": drawing,
    };
    const lines = shownLines(one(row(1, ["Ring."]), {}, { parts }));
    expect(lines.slice(2)).toEqual(["Page 7 of 9", "New.", "Only."]);
  });

  it("reads text boxes and footers, and counts comments without quoting them", () => {
    const drawing = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:sp><xdr:txBody><a:p><a:r><a:t>Call </a:t></a:r><a:r><a:t>204.</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic/></xdr:wsDr>`;
    const comments = `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment ref="A1"><text><t>ask</t></text></comment></commentList></comments>`;
    const extraction = one(
      row(1, ["a", "b"]),
      {
        after: `<headerFooter><oddFooter>&amp;L&amp;"Arial,Bold"&amp;8Version 3.1&amp;RM&amp;&amp;S</oddFooter></headerFooter>`,
      },
      {
        parts: {
          "xl/worksheets/_rels/sheet1.xml.rels": relations([
            ["d1", "drawing", "../drawings/drawing1.xml"],
            ["c1", "comments", "../comments1.xml"],
          ]),
          "xl/drawings/drawing1.xml": drawing,
          "xl/comments1.xml": comments,
        },
      },
    );
    expect(shownLines(extraction)).toEqual(["Rota", ["a", "b"], "Call 204."]);
    expect(extraction.running).toEqual(["Version 3.1", "M&S"]);
    expect(extraction.problems.map(({ code }) => code).sort()).toEqual([
      "comment-not-read",
      "picture-not-read",
    ]);
  });

  it("says what it leaves out of a sheet too long or too wide", () => {
    const long = Array.from({ length: 5010 }, (_, at) => row(at + 1, ["a", at])).join("");
    const wide = `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="XFD1"><v>3</v></c></row>`;
    const extraction = extractXlsx(
      makeXlsx([
        { name: "Long", rows: long },
        { name: "Wide", rows: wide },
      ]),
    );
    expect(extraction.problems.map(({ code, message }) => [code, message])).toEqual([
      ["sheet-cut", "Sheet “Long” is too large to be read whole: its last 10 rows are left out."],
      [
        "sheet-cut",
        "Sheet “Wide” is too large to be read whole: 1 cells right of column 400 are left out.",
      ],
    ]);
  });

  it("is not slowed down by areas that overlap and rows far apart", () => {
    const refs = Array.from({ length: 20_000 }, () => `<mergeCell ref="A1:XFD1048576"/>`).join("");
    const rows =
      row(1, ["a", "b"]) + row(1_000_000, ["c", "d"]) + `<row r="1e300"><c><v>1</v></c></row>`;
    expect(shownLines(one(rows, { after: `<mergeCells>${refs}</mergeCells>` }))[0]).toBe("Rota");
  });

  it.each([
    ["nothing in its sheets", () => makeXlsx([{ name: "A", rows: "" }]), "no-text"],
    ["bytes of another kind", () => new Uint8Array(5000).fill(65), "unreadable"],
    [
      "a file cut short",
      () => makeXlsx([{ name: "A", rows: row(1, ["a"]) }]).slice(0, 700),
      "unreadable",
    ],
    ["a zip of something else", () => makeZip({ "a.txt": "text" }), "unreadable"],
    [
      "a Word document under its name",
      () => makeZip({ "word/document.xml": "<w/>" }),
      "unreadable",
    ],
    [
      "a sheet that nests",
      () => makeXlsx([{ name: "A", rows: "<c>".repeat(10_000) }]),
      "unreadable",
    ],
    [
      "more than it declares",
      () =>
        makeZip({ "xl/workbook.xml": "x".repeat(90_000) }, { declared: { "xl/workbook.xml": 10 } }),
      "unreadable",
    ],
    ["a password on the zip", () => makeZip({ "xl/workbook.xml": "x" }, { flags: 1 }), "encrypted"],
  ])("refuses %s with a message", async (_, build, code) => {
    await expect(extract({ file: "a.xlsx" }, build())).rejects.toMatchObject({
      name: "CharmError",
      code,
      message: expect.stringMatching(/^It/),
    });
  });
});

describe("extractXlsx: sheets made to waste time", () => {
  it("takes columns from far left of the first, and to no column at all", () => {
    const cols = ["-1e300", "x", "0.5"].map(
      (min) => `<col min="${min}" max="3" width="9" hidden="1"/>`,
    );
    const rows = row(1, ["a", "b", "c", "Shown", "too"]);
    expect(shownLines(one(rows, { before: `<cols>${cols.join("")}</cols>` }))).toEqual([
      "Rota",
      ["Shown", "too"],
    ]);
  });

  it("gives a place to thousands of merged cells, the first where they overlap", () => {
    const rows = Array.from({ length: 3000 }, (_, at) =>
      at === 0 ? row(1, ["Floor", "Who"]) : row(at + 1, [undefined, `Warden ${at}`]),
    );
    const merges = '<mergeCell ref="A1:A1048576"/>'.repeat(5000);
    const started = performance.now();
    const lines = shownLines(one(rows.join(""), { after: `<mergeCells>${merges}</mergeCells>` }));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(lines).toHaveLength(3001);
    expect(lines[2]).toEqual(["Floor", "Warden 1"]);
  });
});
