import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.ts";
import { extractOdt } from "../../../src/extract/open-document/extract-odt.ts";
import { flowLines, shownLines } from "../flow/flow-lines.ts";
import { makeZip } from "../word/make-docx.ts";
import { h, list, makeOdt, odtParts, p } from "./make-odt.ts";

const read = (body: string, rest: Parameters<typeof makeOdt>[1] = {}) =>
  extractOdt(makeOdt(body, rest));
const textsOf = (body: string, rest: Parameters<typeof makeOdt>[1] = {}) =>
  shownLines(read(body, rest));
const listL = 'text:style-name="L"';
const listN = 'text:style-name="N"';
const span = (style: string, text: string) =>
  `<text:span text:style-name="${style}">${text}</text:span>`;

describe("words that nobody sees", () => {
  const look = (name: string, properties: string, family = "text") =>
    `<style:style style:name="${name}" style:family="${family}"><style:${family}-properties ${properties}/></style:style>`;
  const outline =
    look("White", 'fo:color="#ffffff"') +
    look("Pale", 'fo:color="#fafafa"') +
    look("Tiny", 'fo:font-size="0.1pt"') +
    look("Same", 'fo:color="#000080" fo:background-color="#000080"') +
    look("Marked", 'fo:color="#ffffff" fo:background-color="#000080"') +
    look("Auto", 'fo:color="#ffffff" style:use-window-font-color="true"') +
    look("Small", 'fo:font-size="6pt"') +
    look("Unmarked", 'fo:color="#ffffff" fo:background-color="transparent"') +
    look("Band", 'fo:background-color="#000080"', "paragraph") +
    look(
      "Clear",
      'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" loext:opacity="0%"',
    ) +
    look("Dark", 'fo:background-color="#002060"', "table-cell");
  const split = (body: string) => {
    const extraction = read(p("Ring.") + body, { outline });
    return {
      lines: shownLines(extraction).slice(1),
      left: extraction.leftOut.map(({ reason, text }) => `${reason}: ${text}`),
    };
  };
  const svg = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"';
  const frame = (place: string) =>
    p(`<draw:frame ${svg} ${place}><draw:text-box>${p("Words.")}</draw:text-box></draw:frame>`);
  const table = (cell: string, text: string, row = "") =>
    `<table:table><table:table-row ${row}><table:table-cell ${cell}>${p(text)}</table:table-cell></table:table-row></table:table>`;

  it.each([
    ["white", p(span("White", "Words."))],
    ["near white", p(span("Pale", "Words."))],
    ["tiny", p(span("Tiny", "Words."))],
    ["in the colour behind them", p(span("Same", "Words."))],
    ["without strength", p(span("Clear", "Words."))],
    ["in a frame off the page", frame('svg:x="-500cm" svg:width="2cm"')],
    ["in a row that is closed", table("", "Words.", 'table:visibility="collapse"')],
    ["in a row that is filtered", table("", "Words.", 'table:visibility="filter"')],
    ["white in a cell", table("", span("White", "Words."))],
  ])("are left out %s", (_, body) => {
    expect(split(body)).toEqual({ lines: [], left: ["hidden: Words."] });
  });

  it.each([
    ["white on dark", p(span("Marked", "Words."))],
    ["in the program's own colour", p(span("Auto", "Words."))],
    ["white on a dark paragraph", p(span("Unmarked", "Words."), "Band")],
    ["small", p(span("Small", "Words."))],
    ["in a frame", frame('svg:x="-1cm" svg:width="9cm"')],
    ["white in a dark cell", table('table:style-name="Dark"', span("White", "Words."))],
  ])("are none %s", (_, body) => {
    expect(split(body)).toEqual({ lines: ["Words."], left: [] });
  });
});

describe("extractOdt", () => {
  it("knows headings by level and by the styles that theirs inherit from", () => {
    const extraction = read(
      p("Fire policy", "Title") +
        h(1, "Drills") +
        p("By style", "Ours") +
        p(span("Bold", "All bold")) +
        p("In a circle", "Loop") +
        h(9, "Deep"),
    );
    expect(flowLines(extraction).map(({ text, heading, bold }) => [text, heading, bold])).toEqual([
      ["Fire policy", 0, false],
      ["Drills", 1, false],
      ["By style", 2, false],
      ["All bold", null, true],
      ["In a circle", null, false],
      ["Deep", 9, false],
    ]);
    expect(extraction.info).toMatchObject({ title: "Fire policy", created: "2025-03-04" });
  });

  it("gives headings the numbers that the outline prints", () => {
    const level = (at: number, shown: number) =>
      `<text:outline-level-style text:level="${at}" style:num-format="1" text:display-levels="${shown}"/>`;
    const outline = `<text:outline-style>${level(1, 1)}${level(2, 2)}</text:outline-style>`;
    const body =
      h(1, "A") +
      h(2, "B") +
      h(2, "C") +
      h(1, "D", 'text:is-list-header="true"') +
      h(1, "E") +
      h(2, "F");
    expect(textsOf(body, { outline })).toEqual(["1 A", "1.1 B", "1.2 C", "D", "2 E", "2.1 F"]);
  });

  it.each([
    [
      "levels, and paragraphs without a number",
      list(
        listL,
        p("one") + p("more") + list("", p("sub"), p("sub") + list("", p("dot"))),
        p("two"),
        `<text:list-header>${p("head")}</text:list-header>`,
      ),
      ["(a) one", "more", "a.i. sub", "a.ii. sub", "dot", "(b) two", "head"],
    ],
    ["a start in the style", list(listN, p("x"), p("y")), ["3. x", "4. y"]],
    [
      "a start in an item",
      list(listN, p("x"), `<text:list-item text:start-value="8">${p("y")}</text:list-item>`),
      ["3. x", "8. y"],
    ],
    [
      "a list that goes on after a paragraph",
      list(listL, p("x")) + p("between") + list(`${listL} text:continue-numbering="true"`, p("y")),
      ["(a) x", "between", "(b) y"],
    ],
    [
      "a list that begins again",
      list(listL, p("x")) + p("between") + list(listL, p("y")),
      ["(a) x", "between", "(a) y"],
    ],
    [
      "a list that goes on with one named, past another",
      list(`${listL} xml:id="l1"`, p("x")) +
        list(listN, p("y")) +
        list(`${listL} text:continue-list="l1"`, p("z")),
      ["(a) x", "3. y", "(b) z"],
    ],
    [
      "a list that begins and goes on below its first level",
      list(listN, list("", p("x"), p("y")), p("z")) +
        p("between") +
        list(`${listN} text:continue-numbering="true"`, list("", p("w"))),
      ["3.1) x", "3.2) y", "4. z", "between", "4.1) w"],
    ],
    [
      "paragraphs that number themselves",
      [1, 2, 2, 1]
        .map(
          (level) =>
            `<text:numbered-paragraph text:list-id="q" ${listN} text:level="${level}">${p("x")}</text:numbered-paragraph>`,
        )
        .join(""),
      ["3. x", "3.1) x", "3.2) x", "4. x"],
    ],
    ["empty items", list(listL, p("x"), p(""), p("y")), ["(a) x", "(c) y"]],
    ["a list without a style", list("", p("x")), ["x"]],
  ])("prints numbers as the program does: %s", (_, body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });

  it("leaves deleted, hidden and struck text out, with its words", () => {
    const changes = `<text:tracked-changes><text:changed-region text:id="c"><text:deletion><office:change-info><dc:creator>A</dc:creator></office:change-info>${p("an hour")}</text:deletion></text:changed-region></text:tracked-changes>`;
    const extraction = read(
      changes +
        p(
          `Within <text:change text:change-id="c"/><text:change-start text:change-id="d"/>two hours<text:change-end text:change-id="d"/>.`,
        ) +
        p(
          `Never ${span("Hidden", "hid")}${span("Struck", `struck ${span("Shown", "still")}`)}withheld.`,
        ) +
        `<text:section text:display="none">${p("whole section")}</text:section>` +
        p(`<text:hidden-paragraph text:is-hidden="true"/>whole paragraph`) +
        p(`<text:hidden-paragraph text:is-hidden="false"/>Shown.`) +
        `<text:table-of-content><text:index-body>${p("Drills 4")}</text:index-body></text:table-of-content>`,
    );
    expect(extraction.pages[0]?.lines.map((line) => line.text)).toEqual([
      "Within two hours.",
      "Never withheld.",
      "Shown.",
    ]);
    expect(extraction.leftOut.map(({ reason, text }) => [reason, text])).toEqual([
      ["deleted", "an hour"],
      ["hidden", "hid"],
      ["struck", "struck still"],
      ["hidden", "whole section"],
      ["hidden", "whole paragraph"],
      ["contents", "Drills 4"],
    ]);
    expect(extraction.problems.map(({ code }) => code)).toEqual([
      "tracked-deletion",
      "hidden-text",
      "struck-text",
    ]);
  });

  it("tells of deletions and comments under the heading where they stood", () => {
    const region = (id: string, text: string) =>
      `<text:changed-region text:id="${id}"><text:deletion>${p(text)}</text:deletion></text:changed-region>`;
    const { problems } = read(
      `<text:tracked-changes>${region("a", "an hour")}${region("b", "of old")}</text:tracked-changes>` +
        h(1, "Alarms") +
        p(
          `Within <text:change text:change-id="a"/>a day.<office:annotation>${p("?")}</office:annotation>`,
        ) +
        h(1, "Drills") +
        p("Monthly."),
    );
    expect(problems.map(({ message }) => message)).toEqual([
      "2 tracked deletions are left out: under “Alarms” (“an hour”); under “Drills” (“of old”). Accept or reject the changes to settle it.",
      "1 comment is not read: under “Alarms”.",
    ]);
  });

  it("leaves out notes that nothing in the text marks", () => {
    const note = `<text:note><text:note-citation> </text:note-citation><text:note-body>${p("The handbook.")}</text:note-body></text:note>`;
    const { pages, leftOut } = read(p(`See${note} the book.`));
    expect(pages[0]?.footnotes).toEqual([]);
    expect(leftOut).toEqual([{ page: null, text: "The handbook.", reason: "hidden" }]);
  });

  it("lifts notes out, counts comments and pictures, and reads boxes after their paragraph", () => {
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p("The handbook.")}</text:note-body></text:note>`;
    const extraction = read(
      p(
        `See${note} the book<office:annotation>${p("Really?")}</office:annotation><text:s text:c="900000"/>now.<draw:frame><draw:text-box>${p("In a box.")}</draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame>`,
      ),
    );
    expect(extraction.pages[0]?.lines.map((line) => line.text)).toEqual([
      "See the book now.",
      "In a box.",
    ]);
    expect(extraction.pages[0]?.lines[0]?.marks).toEqual([{ at: 3, label: "1", kind: "footnote" }]);
    expect(extraction.pages[0]?.footnotes[0]?.lines[0]?.text).toBe("The handbook.");
    expect(extraction.problems.map(({ code }) => code)).toEqual([
      "comment-not-read",
      "picture-not-read",
    ]);
  });

  it("keeps every cell in its column where cells span", () => {
    const cell = (text: string, attributes = "") =>
      `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
    const row = (...cells: readonly string[]) =>
      `<table:table-row>${cells.join("")}</table:table-row>`;
    const covered = "<table:covered-table-cell/>";
    const down = 'table:number-rows-spanned="2"';
    const across = 'table:number-columns-spanned="2"';
    const table = `<table:table><table:table-header-rows>${row(cell("Risk", down), cell("Who", across), covered)}${row(covered, cell("Day"), cell("Night"))}</table:table-header-rows>${row(cell("Missing", down), cell("Leader"), cell("Worker"))}${row(covered, cell("Manager"), cell("On call"))}${row(cell("A note below", 'table:number-columns-spanned="3"'), covered, covered)}</table:table>`;
    expect(textsOf(table)).toEqual([
      ["Risk", "Who: Day", "Who: Night"],
      ["Missing", "Leader", "Worker"],
      ["Missing", "Manager", "On call"],
      "A note below",
    ]);
  });

  it("gives lines of headers and footers apart, each once", () => {
    const masters = `<style:master-page><style:header>${p("Elm House")}</style:header><style:footer>${p("Version 3.1")}</style:footer><style:footer-first style:display="false">${p("Old")}</style:footer-first></style:master-page><style:master-page><style:header>${p("Elm House")}</style:header></style:master-page>`;
    expect(read(p("Text"), { masters }).running).toEqual(["Elm House", "Version 3.1"]);
  });

  it("is not slowed down by spans and repeats beyond all sense", () => {
    const cell = `<table:table-cell table:number-columns-repeated="999999" table:number-rows-spanned="999999">${p("x")}</table:table-cell>`;
    const rows = `<table:table-row table:number-rows-repeated="999999">${cell}</table:table-row>`;
    expect(read(`<table:table>${rows.repeat(200)}</table:table>`).pages).toHaveLength(1);
  });

  it.each([
    ["no words", () => makeOdt(p("")), "no-text"],
    ["a file cut short", () => makeOdt(p("Text")).slice(0, 900), "unreadable"],
    [
      "a spreadsheet under its name",
      () => makeOdt("", { parts: { "content.xml": `<a/>` } }),
      "unreadable",
    ],
    ["a zip of something else", () => makeZip({ "a.txt": "text" }), "unreadable"],
    ["bytes of another kind", () => new Uint8Array(5000).fill(65), "unreadable"],
    ["paragraphs 10,000 deep", () => makeOdt("<text:section>".repeat(10_000)), "unreadable"],
    [
      "more elements than a document has",
      () => makeOdt("<text:p/>".repeat(1_600_000)),
      "unreadable",
    ],
    [
      "more than it declares",
      () => makeZip(odtParts(p("x".repeat(5000))), { declared: { "content.xml": 40 } }),
      "unreadable",
    ],
    [
      "a password",
      () =>
        makeOdt(p("Text"), {
          parts: {
            "META-INF/manifest.xml": `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`,
          },
        }),
      "encrypted",
    ],
  ])("refuses %s with a message", async (_, build, code) => {
    await expect(extract({ file: "a.odt" }, build())).rejects.toMatchObject({
      name: "CharmError",
      code,
      message: expect.stringMatching(/^It/),
    });
  });
});

describe("extractOdt: rows and columns said to be repeated", () => {
  const cell = (inner: string, count = 1) =>
    `<table:table-cell table:number-columns-repeated="${count}">${inner}</table:table-cell>`;
  const table = (inner: string, count = 1) =>
    `<table:table><table:table-row table:number-rows-repeated="${count}">${inner}</table:table-row></table:table>`;

  it("repeats them as often as they say", () => {
    expect(textsOf(table(cell(p("Door")) + cell(p("shut"), 2), 3))).toEqual(
      Array.from({ length: 3 }, () => ["Door", "shut", "shut"]),
    );
  });

  it("repeats no more than a document can hold, however deep they nest", () => {
    let inner = p("Keep the doors of the stores shut.");
    for (let depth = 0; depth < 5; depth += 1) inner = table(cell(inner, 100), 100);
    const size = textsOf(p("Start") + inner).reduce((sum, line) => sum + line.length, 0);
    expect(size).toBeLessThan(3_000_000);
    expect(JSON.stringify(textsOf(inner).slice(0, 1))).toContain("Keep the doors");
  });
});
