import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.ts";
import { extractPptx } from "../../../src/extract/slides/extract-pptx.ts";
import { flowLines, shownLines } from "../flow/flow-lines.ts";
import { makeZip, relations } from "../word/make-docx.ts";
import { graphic, line, makePptx, namespaces, shape } from "./make-pptx.ts";

const title = (text: string, type = "title") => shape(line(text), { holder: `type="${type}"` });
const one = (shapes: string, rest: Parameters<typeof makePptx>[1] = {}) =>
  extractPptx(makePptx([{ shapes }], rest));
const box = (text: string, ...at: readonly [number, number, number, number]) =>
  shape(line(text), { at });

describe("words that nobody sees", () => {
  const run = (look: string, attributes = "") =>
    `<a:p><a:r><a:rPr ${attributes}>${look}</a:rPr><a:t>Words.</a:t></a:r></a:p>`;
  const solid = (colour: string) => `<a:solidFill>${colour}</a:solidFill>`;
  const white = solid('<a:srgbClr val="FFFFFF"/>');
  const dark = solid('<a:srgbClr val="002060"/>');
  const on = (filling: string, lines: string) =>
    shape(lines, { at: [1, 1, 4, 1] }).replace("</p:spPr>", `${filling}</p:spPr>`);
  const ring = box("Ring.", 1, 5, 4, 1);
  const split = (shapes: string, rest: Parameters<typeof makePptx>[1] = {}) => {
    const extraction = one(ring + shapes, rest);
    return {
      lines: shownLines(extraction).filter((text) => text !== "Ring."),
      left: extraction.leftOut.map(({ reason, text }) => `${reason}: ${text}`),
    };
  };
  const table = (first: string, cell = "") =>
    graphic(
      `<a:tbl><a:tr ${first}><a:tc><a:txBody>${run(cell)}</a:txBody></a:tc></a:tr><a:tr h="9"><a:tc><a:txBody>${line("Ring.")}</a:txBody></a:tc></a:tr></a:tbl>`,
    );

  it.each([
    ["white", on("", run(white))],
    ["in the colour of the ground", on("", run(solid('<a:schemeClr val="bg1"/>')))],
    ["dark on dark", on(dark, run(dark))],
    [
      "without strength",
      on("", run(solid('<a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr>'))),
    ],
    ["without paint", on("", run("<a:noFill/>"))],
    ["of a point", on("", run("", 'sz="100"'))],
    ["in a box without a size", shape(line("Words."), { at: [1, 1, 0, 0] })],
    ["at the right edge", box("Words.", 10, 1, 4, 1)],
    ["at the left edge", box("Words.", -4, 1, 4, 1)],
    ["in a row without height", table('h="0"')],
    ["white in a table without a style", table('h="9"', white)],
  ])("are left out %s", (_, shapes) => {
    expect(split(shapes)).toEqual({ lines: [], left: ["hidden: Words."] });
  });

  it.each([
    ["white on dark", on(dark, run(white))],
    ["white on a gradient", on("<a:gradFill/>", run(white))],
    [
      "white above a picture",
      `<p:pic><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm></p:spPr></p:pic>${on("", run(white))}`,
    ],
    [
      "white on dark marking",
      on("", run(`${white}<a:highlight><a:srgbClr val="000000"/></a:highlight>`)),
    ],
    [
      "grey of the ground's colour",
      on("", run(solid('<a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>'))),
    ],
    ["of six points", on("", run("", 'sz="600"'))],
    ["half on the slide", box("Words.", -2, 1, 4, 1)],
  ])("are none %s", (_, shapes) => {
    expect(split(shapes)).toEqual({ lines: ["Words."], left: [] });
  });

  it("are none in white where the master is dark", () => {
    const master = `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9144000" cy="6858000"/></a:xfrm>${dark}</p:spPr></p:sp>`;
    expect(split(on("", run(white)), { master }).lines).toEqual(["Words."]);
  });
});

describe("extractPptx", () => {
  it("tells of what is hidden or struck through on a hidden slide with its words", () => {
    const struck = '<a:p><a:r><a:rPr strike="sngStrike"/><a:t>Old.</a:t></a:r></a:p>';
    const shapes = shape(line("Secret.")) + shape(struck);
    const { leftOut } = extractPptx(
      makePptx([{ shapes: title("Induction") }, { shapes, attributes: 'show="0"' }]),
    );
    expect(leftOut).toEqual([{ page: 2, text: "Secret. Old.", reason: "hidden" }]);
  });

  it("gives each slide as a page, hidden ones without words", () => {
    const extraction = extractPptx(
      makePptx([
        { shapes: title("Induction", "ctrTitle") },
        { shapes: title("Secret"), attributes: 'show="0"' },
        {
          shapes:
            shape(line("Call 999")) +
            shape(line("Fire") + line("safety"), { holder: 'type="title"' }),
        },
      ]),
    );
    expect(extraction.pageCount).toBe(3);
    expect(
      extraction.pages.map(({ number, lines }) => [number, lines.map(({ text }) => text)]),
    ).toEqual([
      [1, ["Induction"]],
      [2, []],
      [3, ["Fire safety", "Call 999"]],
    ]);
    expect(flowLines(extraction).map(({ heading }) => heading)).toEqual([1, 2, null]);
    expect(extraction.leftOut).toEqual([{ page: 2, text: "Secret", reason: "hidden" }]);
    expect(extraction.problems.map(({ code, pages }) => [code, pages])).toEqual([
      ["hidden-text", [2]],
    ]);
  });

  it("gives the number printed on a slide", () => {
    const number = shape(`<a:p><a:fld type="slidenum"><a:t>12</a:t></a:fld></a:p>`, {
      holder: 'type="sldNum" idx="12"',
    });
    const slides = [{ shapes: title("A") }, { shapes: title("B") + number }];
    const { pages } = extractPptx(makePptx(slides, { attributes: 'firstSlideNum="11"' }));
    expect(pages.map((page) => ["label" in page ? page.label : null, page.lines.length])).toEqual([
      [null, 1],
      ["12", 1],
    ]);
  });

  it.each([
    [
      "a grid by the order of the file: rows",
      box("1", 1, 1, 2, 1) + box("2", 5, 1, 2, 1) + box("3", 1, 3, 2, 1) + box("4", 5, 3, 2, 1),
      ["1", "2", "3", "4"],
    ],
    [
      "a grid by the order of the file: columns",
      box("1", 1, 1, 2, 1) + box("2", 1, 3, 2, 1) + box("3", 5, 1, 2, 1) + box("4", 5, 3, 2, 1),
      ["1", "2", "3", "4"],
    ],
    [
      "boxes in any order in the file",
      box("foot", 1, 6, 8, 1) +
        box("right", 5, 2, 3, 3) +
        box("left", 1, 2, 3, 3) +
        box("head", 1, 0, 8, 1),
      ["head", "left", "right", "foot"],
    ],
    [
      "overlapping boxes by the file",
      box("over", 1, 1, 4, 4) + box("under", 0, 0, 4, 4),
      ["over", "under"],
    ],
  ])("reads %s", (_, shapes, texts) => {
    expect(shownLines(one(shapes))).toEqual(texts);
  });

  it("takes places from layout and master, and from groups", () => {
    const layout =
      shape("", { holder: 'idx="1"', at: [5, 2, 3, 3] }) +
      shape("", { holder: 'idx="2"', at: [1, 2, 3, 3] });
    const shapes =
      shape(line("right"), { holder: 'idx="1"' }) + shape(line("left"), { holder: 'idx="2"' });
    expect(shownLines(one(shapes, { layout }))).toEqual(["left", "right"]);
    const group = `<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:xfrm><a:off x="0" y="914400"/><a:ext cx="914400" cy="914400"/><a:chOff x="0" y="0"/><a:chExt cx="9144000" cy="9144000"/></a:xfrm></p:grpSpPr>${box("second", 0, 0, 10, 4)}${box("third", 0, 6, 10, 4)}</p:grpSp>`;
    expect(shownLines(one(group + box("last", 0, 3, 5, 1) + box("first", 0, 0, 5, 0.5)))).toEqual([
      "first",
      "second",
      "third",
      "last",
    ]);
  });

  it("prints numbers of lists, and knows bullets that are inherited", () => {
    const auto = (type: string, more = "", level = 0) =>
      `<a:pPr lvl="${level}"><a:buAutoNum type="${type}" ${more}/></a:pPr>`;
    const none = `<a:pPr><a:buNone/></a:pPr>`;
    const body = shape(
      line("a", auto("arabicPeriod", 'startAt="3"')) +
        line("sub", auto("alphaLcParenBoth", "", 1)) +
        line("sub", auto("alphaLcParenBoth", "", 1)) +
        `<a:p/>` +
        line("b", auto("arabicPeriod", 'startAt="3"')) +
        line("sub", auto("alphaLcParenBoth", "", 1)) +
        line("plain", none) +
        line("c", auto("arabicPeriod", 'startAt="3"')) +
        line("d", auto("romanUcParenR")) +
        line("bullet"),
      { holder: 'idx="1"' },
    );
    const styles = `<p:bodyStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr></p:bodyStyle>`;
    const extraction = one(body + shape(line("box")), { styles });
    expect(shownLines(extraction)).toEqual([
      "3. a",
      "(a) sub",
      "(b) sub",
      "4. b",
      "(a) sub",
      "plain",
      "3. c",
      "I) d",
      "bullet",
      "box",
    ]);
    const others = flowLines(extraction).filter(({ place }) => place === null);
    expect(others.map(({ text }) => text)).toEqual(["plain", "box"]);
  });

  it("keeps every cell in its column where cells are merged", () => {
    const cell = (text: string, attributes = "") =>
      `<a:tc ${attributes}><a:txBody>${line(text)}</a:txBody></a:tc>`;
    const row = (...cells: readonly string[]) => `<a:tr>${cells.join("")}</a:tr>`;
    const table = `<a:tbl><a:tblPr firstRow="1"/>${row(cell("Risk", 'rowSpan="2"'), cell("Who", 'gridSpan="2"'), cell("", 'hMerge="1"'))}${row(cell("", 'vMerge="1"'), cell("Day"), cell("Night"))}${row(cell("Missing"), cell("Leader"), cell("Worker"))}</a:tbl>`;
    expect(shownLines(one(title("Risks") + graphic(table)))).toEqual([
      "Risks",
      ["Risk", "Who: Day", "Who: Night"],
      ["Missing", "Leader", "Worker"],
    ]);
  });

  it("reads the nodes of a diagram in the order of the diagram", () => {
    const point = (id: string, text: string, type = "node") =>
      `<dgm:pt modelId="${id}" type="${type}"><dgm:t>${line(text)}</dgm:t></dgm:pt>`;
    const connect = (from: string, to: string, order: number, type = "parOf") =>
      `<dgm:cxn type="${type}" srcId="${from}" destId="${to}" srcOrd="${order}"/>`;
    const data = `<dgm:dataModel ${namespaces}><dgm:ptLst>${point("0", "", "doc")}${point("2", "Second")}${point("1", "First")}${point("3", "Below first")}${point("4", "Loose")}${point("5", "never shown", "pres")}</dgm:ptLst><dgm:cxnLst>${connect("0", "2", 1)}${connect("0", "1", 0)}${connect("1", "3", 0)}${connect("3", "1", 0)}${connect("5", "4", 0, "presOf")}</dgm:cxnLst></dgm:dataModel>`;
    const extraction = extractPptx(
      makePptx(
        [
          {
            shapes: graphic(`<dgm:relIds r:dm="d"/>`),
            related: [["d", "diagramData", "../data.xml"]],
          },
        ],
        { parts: { "ppt/data.xml": data } },
      ),
    );
    expect(shownLines(extraction)).toEqual(["First", "Below first", "Second", "Loose"]);
  });

  it("leaves hidden shapes and struck text out, and does not quote notes and comments", () => {
    const struck = `<a:p><a:r><a:t>Never </a:t></a:r><a:r><a:rPr strike="sngStrike"/><a:t>or rarely</a:t></a:r><a:r><a:rPr strike="noStrike"/><a:t>withheld</a:t></a:r></a:p>`;
    const extraction = extractPptx(
      makePptx(
        [
          {
            shapes:
              shape(struck) +
              shape(line("not seen"), { hidden: true }) +
              `<p:pic/>` +
              graphic("<c:chart/>") +
              `<mc:AlternateContent><mc:Choice Requires="x">${shape(line("once"))}</mc:Choice><mc:Fallback>${shape(line("twice"))}</mc:Fallback></mc:AlternateContent>`,
            related: [
              ["n", "notesSlide", "../notes.xml"],
              ["c", "comments", "../comments.xml"],
            ],
          },
          { shapes: title("Empty notes"), related: [["n", "notesSlide", "../none.xml"]] },
        ],
        {
          parts: {
            "ppt/notes.xml": `<p:notes ${namespaces}>${shape(line("Ask them."), { holder: 'type="body"' })}</p:notes>`,
            "ppt/none.xml": `<p:notes ${namespaces}>${shape(line(" "), { holder: 'type="body"' })}${shape(line("2"), { holder: 'type="sldNum"' })}</p:notes>`,
            "ppt/comments.xml": `<p:cmLst ${namespaces}><p:cm><p:text>Why?</p:text></p:cm><p:cm/></p:cmLst>`,
          },
        },
      ),
    );
    expect(shownLines(extraction)).toEqual(["Never withheld", "once", "Empty notes"]);
    expect(extraction.leftOut.map(({ page, reason, text }) => [page, reason, text])).toEqual([
      [1, "struck", "or rarely"],
      [1, "hidden", "not seen"],
    ]);
    expect(extraction.problems.map(({ code, pages }) => [code, pages])).toEqual([
      ["comment-not-read", [1]],
      ["speaker-note-not-read", [1]],
      ["picture-not-read", [1]],
      ["chart-not-read", [1]],
      ["hidden-text", [1]],
      ["struck-text", [1]],
    ]);
  });

  it("leaves out what lies off the slide", () => {
    const extraction = one(box("seen", -1, 0, 3, 1) + box("parked", 10.1, 0, 3, 1));
    expect(shownLines(extraction)).toEqual(["seen"]);
    expect(extraction.leftOut.map(({ reason, text }) => [reason, text])).toEqual([
      ["hidden", "parked"],
    ]);
  });

  it("gives footers and what stands on every slide apart, each once", () => {
    const footer = shape(line("Version 3.1"), { holder: 'type="ftr" idx="11"' });
    const extraction = extractPptx(
      makePptx([{ shapes: title("A") + footer }, { shapes: title("B") + footer }], {
        master: shape(line("Elm House")) + shape(line("Click to edit"), { holder: 'type="title"' }),
      }),
    );
    expect(extraction.running).toEqual(["Elm House", "Version 3.1"]);
    expect(shownLines(extraction)).toEqual(["A", "B"]);
  });

  it.each([
    ["no words", () => makePptx([{ shapes: "<p:pic/>" }]), "no-text"],
    ["a file cut short", () => makePptx([{ shapes: title("A") }]).slice(0, 900), "unreadable"],
    ["bytes of another kind", () => new Uint8Array(5000).fill(65), "unreadable"],
    ["a zip of something else", () => makeZip({ "a.txt": "text" }), "unreadable"],
    ["groups 10,000 deep", () => makePptx([{ shapes: "<p:grpSp>".repeat(10_000) }]), "unreadable"],
    [
      "a password on the zip",
      () => makeZip({ "ppt/presentation.xml": "x" }, { flags: 1 }),
      "encrypted",
    ],
    [
      "more than it declares",
      () =>
        makeZip(
          { "ppt/presentation.xml": "x".repeat(9000) },
          { declared: { "ppt/presentation.xml": 9 } },
        ),
      "unreadable",
    ],
    [
      "a hundred slides on one master too large",
      () =>
        makePptx(
          Array.from({ length: 100 }, () => ({ shapes: title("A") })),
          { master: shape(line("x".repeat(10_000_000))) },
        ),
      "unreadable",
    ],
  ])("refuses %s with a message", async (_, build, code) => {
    await expect(extract({ file: "a.pptx" }, build())).rejects.toMatchObject({
      name: "CharmError",
      code,
      message: expect.stringMatching(/^It/),
    });
  });
});

describe("extractPptx: one part as many slides", () => {
  it("reads it once, and tells of the others", () => {
    const same = [0, 1, 2].map((at) => [`s${at}`, "slide", "slides/slide0.xml"] as const);
    const slides = ["Drills", "Doors", "Keys"].map((text) => ({ shapes: title(text) }));
    const parts = { "ppt/_rels/presentation.xml.rels": relations(same) };
    const { pages, problems } = extractPptx(makePptx(slides, { parts }));
    expect(pages.map(({ lines }) => lines.map(({ text }) => text))).toEqual([["Drills"], [], []]);
    expect(problems).toMatchObject([{ code: "slide-repeated", pages: [2, 3] }]);
  });
});
