// A number that the program does not print is no number of the list: readers cite it.
import { describe, expect, it } from "vitest";
import { extractOdt } from "../../src/extract/open-document/extract-odt.ts";
import { extractPptx } from "../../src/extract/slides/extract-pptx.ts";
import { extractHtmlText } from "../../src/extract/flow/extract-html.ts";
import { shownLines } from "./flow/flow-lines.ts";
import { list, makeOdt, p } from "./open-document/make-odt.ts";
import { line, makePptx, shape } from "./slides/make-pptx.ts";
import { item, numberingXml } from "./word/make-docx.ts";
import { numbersOf, readDocx } from "./word/read-docx.ts";

describe("numbers of lists", () => {
  const inWord = (format: string, start: number, text = "%1.") =>
    numbersOf(
      readDocx(item("Ring", 1) + item("Wait", 1), {
        "word/numbering.xml": numberingXml([[{ format, start, text }]], [[0]]),
      }),
    );
  it.each([
    ["decimal", 2_147_483_647],
    ["decimal", 40_000],
    ["decimal", -5],
    ["lowerRoman", -2],
    ["hebrew1", 1],
    ["arabicAbjad", 3],
    ["decimalEnclosedCircle", 1],
    ["made up", 1],
  ])("are none in Word for %s from %i", (format, start) => {
    expect(inWord(format, start)).toEqual([null, null]);
  });

  it("are Word's in the ways that are known, up to its largest", () => {
    expect(inWord("decimal", 0)).toEqual(["0.", "1."]);
    expect(inWord("decimal", 32_767)).toEqual(["32767.", null]);
    expect(inWord("decimal", -1)).toEqual([null, "0."]);
    expect(inWord("001, 002, 003, ...", 9)).toEqual(["009.", "010."]);
  });

  it("are none where a part of them is not known", () => {
    const levels = [
      { format: "hebrew1", text: "%1." },
      { format: "decimal", text: "%1.%2" },
    ];
    const parts = { "word/numbering.xml": numberingXml([levels], [[0]]) };
    expect(numbersOf(readDocx(item("Ring", 1) + item("Wait", 1, 1), parts))).toEqual([null, null]);
  });

  it.each([
    ['<ol type="a"><li>Ring<li>Wait</ol>', "a. Ring", "b. Wait"],
    ['<ol type="I" start="4"><li>Ring<li>Wait</ol>', "IV. Ring", "V. Wait"],
    ['<ol><li type="i">Ring<li>Wait</ol>', "i. Ring", "2. Wait"],
    ['<ol style="list-style:none"><li>Ring<li>Wait</ol>', "Ring", "Wait"],
    ['<ol style="list-style-type:upper-latin"><li>Ring<li>Wait</ol>', "A. Ring", "B. Wait"],
    ['<ol style="list-style:lower-roman inside"><li>Ring<li>Wait</ol>', "i. Ring", "ii. Wait"],
    ['<ol class="x"><li>Ring<li>Wait</ol>', "Ring", "2. Wait"],
    ['<ol type="a" style="list-style-type:hebrew"><li>Ring<li>Wait</ol>', "Ring", "Wait"],
    ["<ol style=\"list-style-type:'- '\"><li>Ring<li>Wait</ol>", "Ring", "Wait"],
    ["<ol reversed><li>Ring<li>Wait</ol>", "2. Ring", "1. Wait"],
    ['<ol reversed start="9"><li>Ring<li value="3">Wait</ol>', "9. Ring", "3. Wait"],
    ['<ol><li value="07">Ring<li>Wait</ol>', "7. Ring", "8. Wait"],
    ['<ol start="-1"><li>Ring<li>Wait</ol>', "-1. Ring", "0. Wait"],
    ['<ol start="99999999999"><li>Ring<li>Wait</ol>', "1. Ring", "2. Wait"],
    ["<ol><li>Ring<li style='display:none'>No<li>Wait</ol>", "1. Ring", "2. Wait"],
    ["<ol><li>Ring<li style='text-decoration:line-through'>No<li>Wait</ol>", "1. Ring", "3. Wait"],
    ["<ol><li>Ring<li style='visibility:hidden'>No<li>Wait</ol>", "1. Ring", "3. Wait"],
    ["<ol><li>Ring<li style='display:block'>Wait</ol>", "1. Ring", "Wait"],
    ['<ul style="list-style-type:decimal"><li>Ring<li>Wait</ul>', "1. Ring", "2. Wait"],
    ["<ul><li>Ring<li>Wait</ul>", "Ring", "Wait"],
    ['<ol type="a" start="0"><li>Ring<li>Wait</ol>', "0. Ring", "a. Wait"],
  ])("are those that a browser prints in %s", (html, ...lines) => {
    const head = "<style>.x li:first-child { list-style: square url('a;b.png') }</style>";
    const shown = shownLines(extractHtmlText(`${head}<body>${html}</body>`));
    expect(shown.map((one) => String(one).trim())).toEqual(lines);
  });

  const onSlides = (type: string, more = "") => {
    const mark = `<a:pPr><a:buAutoNum type="${type}" ${more}/></a:pPr>`;
    return shownLines(extractPptx(makePptx([{ shapes: shape(line("Ring", mark)) }])))[0];
  };
  it.each([
    ["arabicPeriod", 'startAt="-4"'],
    ["arabicPeriod", 'startAt="99999"'],
    ["alphaLcParenR", 'startAt="0"'],
    ["hebrew2Minus", 'startAt="3"'],
    ["circleNumDbPlain", ""],
    ["thaiNumPeriod", ""],
  ])("are none on slides for %s %s", (type, more) => {
    expect(onSlides(type, more)).toBe("Ring");
  });

  it("are those of slides in the ways that are known", () => {
    expect(onSlides("romanUcParenBoth", 'startAt="4"')).toBe("(IV) Ring");
    expect(onSlides("arabicPlain")).toBe("1 Ring");
  });

  const inText = (format: string, start: string) => {
    const level = `<text:list-level-style-number text:level="1" style:num-format="${format}" style:num-suffix="."/>`;
    const outline = `<text:list-style style:name="X">${level}</text:list-style>`;
    const start1 = `<text:list-item text:start-value="${start}">${p("Ring")}</text:list-item>`;
    return shownLines(extractOdt(makeOdt(list('text:style-name="X"', start1), { outline })))[0];
  };
  it.each([
    ["1", "-7"],
    ["1", "99999999"],
    ["א, ב, ...", "2"],
    ["一, 二, 三, ...", "1"],
  ])("are none in OpenDocument for %s from %s", (format, start) => {
    expect(inText(format, start)).toBe("Ring");
  });

  it("are those of OpenDocument in the ways that are known", () => {
    expect(inText("1", "7")).toBe("7. Ring");
    expect(inText("I", "4")).toBe("IV. Ring");
  });
});
