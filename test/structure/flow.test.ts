// Texts that flow as trees: where text, numbered paragraphs, lists, notes and running lines belong.
import { describe, expect, it } from "vitest";
import { flowExtraction, plainItem, type FlowText } from "../../src/extract/flow/flow-page.ts";
import { noInfo } from "../../src/extract/page.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { printTree } from "./print-tree.ts";

type Rest = Parameters<typeof flowExtraction>[2];
const read = (texts: readonly FlowText[], rest: Rest = {}) =>
  readStructure(flowExtraction(texts, noInfo, rest));
const tree = (texts: readonly FlowText[], rest: Rest = {}) =>
  printTree(read(texts, rest).provisions);
const heading = (text: string, level = 1): FlowText => ({ text, heading: level });
const item = (number: string, text: string, level = 0): FlowText => ({
  text,
  number,
  place: { list: "1", level, joined: /\d\.\d/.test(number) },
});

describe("readStructure on texts that flow", () => {
  it("puts numbered paragraphs and their lettered parts under headings, numbers out of the text", () => {
    const texts = [
      item("1.", "Scope"),
      item("1.1", "This is for all staff."),
      item("2.", "Restraint"),
      item("2.1", "Before restraint, staff must:", 1),
      item("(a)", "try to calm the child", 2),
      item("(b)", "move others away", 2),
      item("2.2", "It is written down.", 1),
    ].map((text) =>
      text.number === "1.1" ? { ...text, place: { list: "1", level: 1, joined: true } } : text,
    );
    expect(tree(texts)).toEqual([
      "sec/1 [1. Scope]",
      "  para/1.1 This is for all staff.",
      "sec/2 [2. Restraint]",
      "  para/2.1 Before restraint, staff must:",
      "    para/2.1/a try to calm the child",
      "    para/2.1/b move others away",
      "  para/2.2 It is written down.",
    ]);
  });

  it("keeps a list a list: its numbers stand before its items and name no paragraph", () => {
    const texts = [
      heading("Fire"),
      { text: "Staff do these:" },
      item("1.", "ring"),
      item("2.", "leave"),
      { text: "Then they count." },
    ];
    expect(tree(texts)).toEqual([
      "head/fire [Fire] Staff do these: / 1. ring / 2. leave / Then they count.",
    ]);
    expect(read(texts).kind).toBe("headed");
  });

  it("takes a list that goes on from heading to heading for the paragraphs of the document", () => {
    const texts = [
      heading("A"),
      item("1.", "First, which is a sentence."),
      heading("B"),
      item("2.", "Second, which is a sentence."),
      item("3.", "Third, which is a sentence."),
    ];
    expect(tree(texts)).toEqual([
      "head/a [A]",
      "  para/1 First, which is a sentence.",
      "head/b [B]",
      "  para/2 Second, which is a sentence.",
      "  para/3 Third, which is a sentence.",
    ]);
  });

  it("knows typed numbers of a short document", () => {
    const texts = [
      heading("Complaints"),
      { text: "1.1 A child may complain." },
      { text: "1.2 Staff write it down." },
      heading("Answers"),
      { text: "2.1 The manager answers." },
    ];
    expect(tree(texts)).toEqual([
      "head/complaints [Complaints]",
      "  para/1.1 A child may complain.",
      "  para/1.2 Staff write it down.",
      "head/answers [Answers]",
      "  para/2.1 The manager answers.",
    ]);
  });

  it("takes no count at the start of a heading for its number", () => {
    const addresses = read([
      heading("24 hour cover"),
      { text: "Text." },
      heading("9 to 5"),
      { text: "Text." },
    ]).provisions.map(({ locator }) => locator);
    expect(addresses).toEqual([null, null, null]);
  });

  it("joins what goes on over a page, and says both pages", () => {
    const { provisions } = read([
      { ...heading("Rota"), page: 1 },
      { text: "The rota hangs in", page: 1 },
      { text: "the office.", page: 2, continues: true },
      { text: "It is new each week.", page: 2 },
    ]);
    expect(provisions[1]).toMatchObject({ page: 1, pageEnd: 2 });
    expect(
      provisions[1]?.content.map((block) =>
        "text" in block ? [block.text, block.page, block.kind] : [],
      ),
    ).toEqual([
      ["The rota hangs in", 1, "text"],
      ["the office.", 2, "continuation"],
      ["It is new each week.", 2, "text"],
    ]);
  });

  it("puts notes where their mark stands, and running lines under a heading of their own", () => {
    const text: FlowText = {
      text: "Staff are vetted.",
      marks: [{ at: 17, label: "1", kind: "footnote" }],
    };
    expect(
      tree([heading("Staff"), text, heading("Rooms"), { text: "There are four." }], {
        footnotes: [{ label: "1", lines: [flowNote("See the Act.")] }],
        running: ["Version 3", "Elm House"],
      }),
    ).toEqual([
      "head/staff [Staff] Staff are vetted.",
      "  fn/1 See the Act.",
      "head/rooms [Rooms] There are four.",
      "head/header-and-footer [Header and footer] Version 3 / Elm House",
    ]);
  });

  it("puts notes of one label where their marks stand, one after the other", () => {
    const marked = (text: string): FlowText => ({
      text,
      marks: [{ at: text.length, label: "*", kind: "footnote" }],
    });
    const notes = ["See the Act.", "By bed.", "Or more."].map((text) => ({
      label: "*",
      lines: [flowNote(text)],
    }));
    const lines = tree(
      [heading("Staff"), marked("All are vetted."), heading("Rooms"), marked("There are four.")],
      { footnotes: notes },
    );
    expect(lines.map((line) => line.replace(/fn\/\S+/, "fn"))).toEqual([
      "head/staff [Staff] All are vetted.",
      "  fn See the Act.",
      "head/rooms [Rooms] There are four.",
      "  fn By bed.",
      "  fn Or more.",
    ]);
  });

  it("keeps rows and bullets apart", () => {
    const texts: FlowText[] = [
      heading("Risks"),
      { text: "a | b", cells: ["a", "b"] },
      { text: "first", place: plainItem },
      { text: "• second" },
    ];
    expect(read(texts).provisions[1]?.content).toMatchObject([
      { kind: "row", text: "a | b" },
      { kind: "bullet", text: "first" },
      { kind: "bullet", text: "second" },
    ]);
  });

  it("holds nothing under the title but what follows at once", () => {
    expect(
      tree([heading("Our house", 0), { text: "Welcome." }, heading("Rooms"), { text: "Four." }]),
    ).toEqual(["head/our-house [Our house] Welcome.", "head/rooms [Rooms] Four."]);
  });
});

function flowNote(text: string) {
  return { text, marks: [], size: 0, bold: false, italic: false, cells: null };
}
