// How what a quotation leaves out of a list is named.
import { describe, expect, it } from "vitest";
import { itemsOf, type LawProvision } from "../../src/law/law-text.ts";
import { describeLeftOut, leaveOut, foldLeftOut, marksGap } from "../../src/law/left-out.ts";
import { readParagraph, type LawLine } from "../support/made-up-law.ts";

function items(...pages: readonly (number | null)[]): LawProvision[] {
  const lines = pages.map((page, i): LawLine => {
    const label = String.fromCharCode("g".charCodeAt(0) + i);
    return [`7(2)(${label})`, `(${label}) item ${label};`, page];
  });
  return itemsOf(readParagraph([["7(2)", "(2) The keeper must—", pages[0] ?? null], ...lines]));
}

const describeItems = (...pages: readonly (number | null)[]) =>
  describeLeftOut(leaveOut(items(...pages)));

describe("what is left out", () => {
  it("is named by its first item, how many more there are, and where they stand", () => {
    expect(describeItems(31)).toBe("(g), on page 31");
    expect(describeItems(31, 31)).toBe("(g) and 1 more, on page 31");
    expect(describeItems(31, 31, 31)).toBe("(g) and 2 more, on page 31");
    expect(describeItems(31, 31, 32)).toBe("(g) and 2 more, on pages 31 to 32");
  });

  it("has no pages in formats that have none", () => {
    expect(describeItems(null)).toBe("(g)");
    expect(describeItems(null, null, null)).toBe("(g) and 2 more");
  });

  it("counts the items of one list, and finds the pages of all that hangs from them", () => {
    const [, second] = itemsOf(
      readParagraph(
        [
          ["7(2)", "(2) The keeper must—", 30],
          ["7(2)(a)", "(a) light the lamp;", 30],
          ["7(2)(b)", "(b) keep—", 31],
          ["7(2)(b)(i)", "(i) the oil; and", 31],
        ],
        [
          ["7(2)(b)(ii)", "(ii) the rope,", 32],
          ["7(2)(b)", "dry.", 33],
        ],
      ),
    );
    const left = leaveOut(second ? [second] : []);
    expect(left).toEqual({ documentId: "law", items: ["reg/7/2/b"], page: 31, pageEnd: 33 });
    expect(describeLeftOut(left)).toBe("(b), on pages 31 to 33");
  });

  it("is named by its number where it is a numbered paragraph of a Schedule", () => {
    const left = { documentId: "law", page: 40, pageEnd: 40 };
    expect(describeLeftOut({ ...left, items: ["sch/2/para/3", "sch/2/para/4"] })).toBe(
      "3 and 1 more, on page 40",
    );
    expect(describeLeftOut({ ...left, items: ["sch/2/para/3/a"] })).toBe("(a), on page 40");
  });
});

describe("foldLeftOut", () => {
  it.each([
    "… (g) and 2 more, on page 31",
    "… (xxviii), on pages 3 to 4",
    "… 4 and 2 more",
    "... (b)",
    "… (c) and 2 more, on page 29.",
    "… (c) [1][2]",
  ])("takes %s for the mark of a gap", (line) => {
    expect(foldLeftOut(`“(a) a lamp;” ${line}`)).toMatch(/^“\(a\) a lamp;” …/);
    expect(foldLeftOut(`“(a) a lamp;” ${line}`)).not.toMatch(/more|page|\((?:g|xx|b|c)/);
  });

  it.each([
    "The keeper must tell the office … daily [1]",
    "No lamp is lit … ever",
    "He waited… then",
    "The list of keepers ... kept",
    "the words “(g) and 2 more, on page 31” of a document",
  ])("leaves “%s” as it is", (line) => {
    expect(foldLeftOut(line)).toBe(line);
  });
});

describe("marksGap", () => {
  it.each(["and 2 more", "and three others", "…", "and so on ...", ". . ."])("%s does", (words) => {
    expect(marksGap(words)).toBe(true);
  });

  it.each(["and each other keeper", "and any other lamp", "and no more than that", "etched glass"])(
    "%s does not",
    (words) => {
      expect(marksGap(words)).toBe(false);
    },
  );
});
