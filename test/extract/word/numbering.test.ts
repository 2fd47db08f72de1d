// Numbers as Word prints them: what a list is, what overrides it, and where it goes on.
import { describe, expect, it } from "vitest";
import { formatNumber } from "../../../src/extract/word/format-number.ts";
import {
  item,
  type LevelSpec,
  numberingXml,
  para,
  run,
  style,
  stylesXml,
  table,
} from "./make-docx.ts";
import { linesOf, numbersOf, readDocx, shown } from "./read-docx.ts";

type Nums = Parameters<typeof numberingXml>[1];

const outline: LevelSpec[] = [
  { text: "%1." },
  { text: "%1.%2" },
  { text: "(%3)", format: "lowerLetter" },
  { text: "(%4)", format: "lowerRoman" },
];
const read = (
  body: string,
  abstracts: Parameters<typeof numberingXml>[0] = [outline],
  nums: Nums = [[0], [0]],
  parts: Record<string, string> = {},
) => readDocx(body, { "word/numbering.xml": numberingXml(abstracts, nums), ...parts });
const numbers = (...args: Parameters<typeof read>) => numbersOf(read(...args));

describe("numbers of lists", () => {
  it("prints several levels, and starts the inner ones again under each outer", () => {
    const body = [0, 1, 1, 2, 2, 3, 1, 2, 0, 1].map((level) => item("text", 1, level)).join("");
    expect(numbers(body)).toEqual([
      "1.",
      "1.1",
      "1.2",
      "(a)",
      "(b)",
      "(i)",
      "1.3",
      "(a)",
      "2.",
      "2.1",
    ]);
  });

  it("keeps numbers out of the text", () => {
    expect(linesOf(read(item("Staff ring the police.", 1, 1)))[0]).toMatchObject({
      text: "Staff ring the police.",
      number: "1.1",
      place: { list: "0", level: 1, joined: true },
    });
  });

  it("goes on after a paragraph, a heading, a table, and from row to row", () => {
    const body =
      item("a", 1) +
      para("between") +
      item("b", 1) +
      table([
        ["x", "y", "z"],
        [item("in a cell", 1), "q", "r"],
        [item("in the next", 1), "s", "t"],
      ]) +
      item("c", 1);
    expect(shown(read(body))).toEqual([
      "1. a",
      "between",
      "2. b",
      "x | y | z",
      "3. in a cell | q | r",
      "4. in the next | s | t",
      "5. c",
    ]);
  });

  it("goes on in another list of the same definition, until that is told where to start", () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const body = item("a", 1) + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 1);
    expect(numbers(body, [outline], [[0], [0], [0, restart]])).toEqual([
      "1.",
      "2.",
      "5.",
      "6.",
      "7.",
    ]);
  });

  it("counts lists of different definitions apart", () => {
    const body = item("a", 1) + item("b", 2) + item("c", 1);
    expect(
      numbers(body, [outline, [{ text: "%1)", format: "upperLetter", start: 3 }]], [[0], [1]]),
    ).toEqual(["1.", "C)", "2."]);
  });

  it("takes a level that an instance defines anew", () => {
    const own =
      '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Part %1:"/></w:lvl></w:lvlOverride>';
    expect(numbers(item("a", 1) + item("b", 1), [outline], [[0, own]])).toEqual([
      "Part IV:",
      "Part V:",
    ]);
  });

  it("starts a level again only after those that it names", () => {
    const levels = (restart: string): LevelSpec[] => [
      { text: "%1." },
      { text: "%2.", format: "upperLetter" },
      { text: "%3)", more: `<w:lvlRestart w:val="${restart}"/>` },
    ];
    const body = [0, 1, 2, 2, 1, 2, 0, 2].map((level) => item("x", 1, level)).join("");
    expect(numbers(body, [levels("0")], [[0]])).toEqual([
      "1.",
      "A.",
      "1)",
      "2)",
      "B.",
      "3)",
      "2.",
      "4)",
    ]);
    expect(numbers(body, [levels("1")], [[0]])).toEqual([
      "1.",
      "A.",
      "1)",
      "2)",
      "B.",
      "3)",
      "2.",
      "1)",
    ]);
  });

  it("prints figures for the letters of outer levels where the level is a legal one", () => {
    const levels: LevelSpec[] = [
      { text: "Article %1.", format: "upperRoman" },
      { text: "Section %1.%2", format: "decimalZero", more: "<w:isLgl/>" },
    ];
    expect(numbers(item("a", 1) + item("b", 1, 1) + item("c", 1, 1), [levels], [[0]])).toEqual([
      "Article I.",
      "Section 1.1",
      "Section 1.2",
    ]);
  });

  it("counts a level that was passed over", () => {
    expect(numbers(item("a", 1, 1) + item("b", 1, 1) + item("c", 1))).toEqual(["1.1", "1.2", "2."]);
  });

  it("prints nothing for bullets, for no format, and for numbers that are hidden", () => {
    const levels: LevelSpec[] = [
      { text: "•", format: "bullet" },
      { text: "", format: "none" },
      { text: "%3.", more: "<w:rPr><w:vanish/></w:rPr>" },
      { text: "Note:", format: "none" },
    ];
    const body = [0, 1, 2, 3].map((level) => item("x", 1, level)).join("");
    expect(numbers(body, [levels], [[0]])).toEqual([null, null, null, "Note:"]);
  });

  it("counts empty paragraphs that are numbered, and neither deleted nor hidden ones", () => {
    const gone =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr><w:del w:id="2" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>';
    const hidden =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>';
    expect(
      shown(read(item("a", 1) + item("", 1) + item("c", 1) + gone + hidden + item("d", 1))),
    ).toEqual(["1. a", "3. c", "4. d"]);
  });

  it("takes a paragraph out of the list of its style", () => {
    const parts = {
      "word/styles.xml": stylesXml(
        style("Clause", "Clause", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      ),
    };
    const clause = (text: string, look = "") => para(text, `<w:pStyle w:val="Clause"/>${look}`);
    const none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';
    expect(numbers(clause("a") + clause("b", none) + clause("c"), [outline], [[0]], parts)).toEqual(
      ["1.", null, "2."],
    );
  });

  it("numbers by styles, each tied to its level, through what they are based on", () => {
    const levels: LevelSpec[] = [
      { text: "%1.", more: '<w:pStyle w:val="H1"/>' },
      { text: "%1.%2", more: '<w:pStyle w:val="H2"/>' },
    ];
    const parts = {
      "word/styles.xml": stylesXml(
        style("H1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
          style(
            "H2",
            "heading 2",
            '<w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
          ) +
          style("Own", "House heading", '<w:basedOn w:val="H1"/>'),
      ),
    };
    const body = ["H1", "H2", "H2", "Own", "H2"]
      .map((id) => para("text", `<w:pStyle w:val="${id}"/>`))
      .join("");
    expect(
      linesOf(read(body, [levels], [[0]], parts)).map((line) => [line.number, line.heading]),
    ).toEqual([
      ["1.", 1],
      ["1.1", 2],
      ["1.2", 2],
      ["2.", 1],
      ["2.1", 2],
    ]);
  });

  it("finds a list that stands in a list style", () => {
    const real = `<w:styleLink w:val="House"/>${'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="ordinal"/><w:lvlText w:val="%1"/></w:lvl>'}`;
    const parts = {
      "word/styles.xml": stylesXml(
        style(
          "House",
          "House list",
          '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
          "numbering",
        ),
      ),
    };
    const body = item("a", 2) + item("b", 2) + item("c", 1);
    expect(numbers(body, [real, '<w:numStyleLink w:val="House"/>'], [[0], [1]], parts)).toEqual([
      "1st",
      "2nd",
      "3rd",
    ]);
  });

  it("does not hang on lists that link to each other", () => {
    const loop = '<w:numStyleLink w:val="A"/>';
    const parts = {
      "word/styles.xml": stylesXml(
        style("A", "A", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering"),
      ),
    };
    expect(shown(read(item("a", 1), [loop], [[0]], parts))).toEqual(["a"]);
  });

  it("reads a format that stands beside one for older programs", () => {
    const levels =
      '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>';
    expect(numbers(item("a", 1), [levels], [[0]])).toEqual(["007"]);
  });

  it("has no number where the list is not defined", () => {
    expect(shown(read(item("a", 9)))).toEqual(["a"]);
    expect(shown(readDocx(item("a", 1), { "word/numbering.xml": numberingXml([], []) }))).toEqual([
      "a",
    ]);
  });

  it("does not count a number twice that runs over a page", () => {
    const split = `${run("first half")}<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve"> second half</w:t></w:r>`;
    expect(shown(read(item(split, 1) + item("next", 1)))).toEqual([
      "1. first half",
      "second half",
      "2. next",
    ]);
  });
});

describe("formatNumber", () => {
  it.each([
    ["decimal", ["1", "9", "10", "27", "104"]],
    ["decimalZero", ["01", "09", "10", "27", "104"]],
    ["lowerLetter", ["a", "i", "j", "aa", "zzzz"]],
    ["upperLetter", ["A", "I", "J", "AA", "ZZZZ"]],
    ["lowerRoman", ["i", "ix", "x", "xxvii", "civ"]],
    ["upperRoman", ["I", "IX", "X", "XXVII", "CIV"]],
    ["ordinal", ["1st", "9th", "10th", "27th", "104th"]],
    ["cardinalText", ["One", "Nine", "Ten", "Twenty-seven", "One hundred four"]],
    ["ordinalText", ["First", "Ninth", "Tenth", "Twenty-seventh", "One hundred fourth"]],
    ["numberInDash", ["- 1 -", "- 9 -", "- 10 -", "- 27 -", "- 104 -"]],
    ["bullet", [null, null, null, null, null]],
    ["none", [null, null, null, null, null]],
  ])("%s", (format, printed) => {
    expect([1, 9, 10, 27, 104].map((value) => formatNumber(value, format))).toEqual(printed);
  });

  it("says 11th, 12th, 13th, 21st, 111th", () => {
    expect([11, 12, 13, 21, 22, 111].map((value) => formatNumber(value, "ordinal"))).toEqual([
      "11th",
      "12th",
      "13th",
      "21st",
      "22nd",
      "111th",
    ]);
  });

  it("bounds what a hostile number prints", () => {
    for (const format of ["lowerLetter", "upperRoman", "chicago", "ordinalText", "decimalZero"])
      expect((formatNumber(999_999_999, format) ?? "").length).toBeLessThan(100);
  });
});
