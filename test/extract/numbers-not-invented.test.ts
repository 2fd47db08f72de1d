// A number that the program does not print is no number of the list: readers cite it.
import { describe, expect, it } from "vitest";
import { extractOdt } from "../../src/extract/open-document/extract-odt.ts";
import { extractPptx } from "../../src/extract/slides/extract-pptx.ts";
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
