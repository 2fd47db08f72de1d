// Pages as Word last saved them.
import { describe, expect, it } from "vitest";
import { para, run, table } from "./make-docx.ts";
import { readDocx } from "./read-docx.ts";

const saved = (text: string) =>
  `<w:r><w:lastRenderedPageBreak/><w:t xml:space="preserve">${text}</w:t></w:r>`;
const hard = '<w:r><w:br w:type="page"/></w:r>';
const pages = (body: string) =>
  readDocx(body).pages.map(({ number, lines }) => [
    number,
    ...lines.map(({ text, continues }) => (continues ? `… ${text}` : text)),
  ]);
const section = (type = "") =>
  `<w:sectPr>${type === "" ? "" : `<w:type w:val="${type}"/>`}</w:sectPr>`;

describe("pages", () => {
  it("are none where the file saved none, whatever breaks it asks for", () => {
    expect(pages(para("a") + para(hard) + para("b"))).toEqual([[null, "a", "b"]]);
  });

  it("begin where Word saved that they do, also within a paragraph", () => {
    const body = para("a") + para(run("one half") + saved(" other half")) + para(saved("c"));
    expect(pages(body)).toEqual([
      [1, "a", "one half"],
      [2, "… other half"],
      [3, "c"],
    ]);
    expect(readDocx(body).pageCount).toBe(3);
  });

  it("count a break that was asked for and saved once", () => {
    expect(pages(para("a") + para(hard) + para(saved("b")) + para(saved("c")))).toEqual([
      [1, "a"],
      [2, "b"],
      [3, "c"],
    ]);
    expect(pages(para("a") + para(saved("b"), "<w:pageBreakBefore/>"))).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
  });

  it("count a break that was asked for before an empty paragraph, where Word saves none", () => {
    expect(pages(para(saved("a")) + para(hard) + "<w:p/>" + para("b"))).toEqual([
      [2, "a"],
      [3, "b"],
    ]);
  });

  it("begin with a section, unless it goes on", () => {
    const body = (type: string, next: string) =>
      para(saved("a")) + para("b", section()) + para(next) + section(type);
    expect(pages(body("nextPage", "c"))).toEqual([
      [2, "a", "b"],
      [3, "c"],
    ]);
    expect(pages(body("", saved("c")))).toEqual([
      [2, "a", "b"],
      [3, "c"],
    ]);
    expect(pages(body("continuous", "c"))).toEqual([[2, "a", "b", "c"]]);
    expect(pages(body("continuous", saved("c")))).toEqual([
      [2, "a", "b"],
      [3, "c"],
    ]);
  });

  it("end within rows of tables once, though each cell says so", () => {
    const body =
      table([
        ["a", "b", "c"],
        [para(saved("d")), para(saved("e")), para(saved("f"))],
      ]) + para("g");
    expect(pages(body)).toEqual([
      [1, "a | b | c"],
      [2, "d | e | f", "g"],
    ]);
  });

  it("count a break behind a table at the top of a page", () => {
    const rows = table([[para(saved("b")), "c", "d"]]);
    expect(pages(para("a") + para(hard) + rows + para(saved("e")))).toEqual([
      [1, "a"],
      [2, "b | c | d"],
      [3, "e"],
    ]);
  });

  it("are those of the text for notes, losses and what is left out", () => {
    const body =
      para("a") +
      para(saved("b") + run("gone", "<w:vanish/>") + '<w:r><w:footnoteReference w:id="2"/></w:r>');
    const extraction = readDocx(body);
    expect(extraction.pages[1]?.footnotes).toHaveLength(1);
    expect(extraction.leftOut).toEqual([{ page: 2, text: "gone", reason: "hidden" }]);
    expect(extraction.problems[0]?.pages).toEqual([2]);
  });
});
