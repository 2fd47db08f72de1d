// Nested clauses of a regulation or section: which label opens what, and whose text a line goes on with.
import { describe, expect, it } from "vitest";
import { createClauses } from "../../src/structure/clauses.ts";
import { createTree } from "../../src/structure/tree.ts";
import { amendment, makeLines, type LineSpec } from "./make-lines.ts";
import { printTree } from "./print-tree.ts";

/** As in a statutory instrument: paragraphs (1) flush left, items set in, continuation lines at the margin. */
const read = (specs: readonly LineSpec[], hanging = false) => {
  const tree = createTree();
  const unit = tree.add(tree.root, { kind: "regulation", address: "reg/7", locator: "7" });
  const clauses = createClauses(tree, unit, { margin: 72, hanging });
  for (const line of makeLines(specs)) clauses.read(line, 1);
  return printTree(tree.flatten(new Set()));
};

describe("createClauses", () => {
  it("nests paragraphs, letters and numerals", () => {
    expect(
      read([
        ["(1) The keeper must—", { left: 84 }],
        ["(a) light the lamp;", { left: 96 }],
        ["(b) log—", { left: 96 }],
        ["(i) the weather;", { left: 112 }],
        ["(ii) each ship.", { left: 112 }],
        ["(2) No ship pays.", { left: 84 }],
      ]),
    ).toEqual([
      "reg/7",
      "  reg/7/1 The keeper must—",
      "    reg/7/1/a light the lamp;",
      "    reg/7/1/b log—",
      "      reg/7/1/b/i the weather;",
      "      reg/7/1/b/ii each ship.",
      "  reg/7/2 No ship pays.",
    ]);
  });

  it("tells the letter (i) from the numeral by what came before", () => {
    const items = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map((label): LineSpec => [
      `(${label}) thing ${label};`,
      { left: 96 },
    ]);
    const tree = read([["(1) The store holds—", { left: 84 }], ...items]);
    expect(tree.slice(-2)).toEqual(["    reg/7/1/i thing i;", "    reg/7/1/j thing j;"]);
  });

  it("gives text after a nested list back to the clause it goes on with", () => {
    expect(
      read([
        ["(1) If the keeper—", { left: 84 }],
        ["(a) falls ill; or", { left: 96 }],
        ["(b) dies,", { left: 96 }],
        "the mate must take over.",
      ]),
    ).toEqual([
      "reg/7",
      "  reg/7/1 If the keeper— / the mate must take over.",
      "    reg/7/1/a falls ill; or",
      "    reg/7/1/b dies,",
    ]);
  });

  it("opens several labels on one line", () => {
    expect(
      read([
        ["(1) (a) The lamp", { left: 84 }],
        ["(b) The horn", { left: 96 }],
      ]),
    ).toEqual(["reg/7", "  reg/7/1", "    reg/7/1/a The lamp", "    reg/7/1/b The horn"]);
  });

  it("goes on after items that were repealed, and marks omitted ones", () => {
    expect(
      read([
        ["(1) Lamps.", { left: 84 }],
        ["(2) . . . . . . . .", { left: 84 }],
        ["(5) Horns.", { left: 84 }],
      ]),
    ).toEqual(["reg/7", "  reg/7/1 Lamps.", "  reg/7/2 (omitted)", "  reg/7/5 Horns."]);
  });

  it("takes inserted items for siblings, wherever their bracket shifts them", () => {
    expect(
      read([
        ["(1) These may climb—", { left: 84 }],
        ["(a) the keeper;", { left: 110 }],
        ["(aa) the mate;", { left: 84, marks: [amendment(0, "F1")] }],
        ["(ab) the cook;", { left: 106 }],
        ["(b) the pilot.", { left: 110 }],
      ]),
    ).toEqual([
      "reg/7",
      "  reg/7/1 These may climb—",
      "    reg/7/1/a the keeper;",
      "    reg/7/1/aa the mate;",
      "    reg/7/1/ab the cook;",
      "    reg/7/1/b the pilot.",
    ]);
  });

  it("names definitions by their term, with the lists inside them", () => {
    expect(
      read([
        ["(1) In these Regulations—", { left: 84 }],
        ["“lamp” means a light in a tower;", { left: 84 }],
        ["“ship” means—", { left: 84 }],
        ["(a) a sailing vessel; or", { left: 104 }],
        ["(b) a steamer.", { left: 104 }],
      ]),
    ).toEqual([
      "reg/7",
      "  reg/7/1 In these Regulations—",
      "    reg/7/1/def/lamp [lamp] “lamp” means a light in a tower;",
      "    reg/7/1/def/ship [ship] “ship” means—",
      "      reg/7/1/def/ship/a a sailing vessel; or",
      "      reg/7/1/def/ship/b a steamer.",
    ]);
  });
});

describe("createClauses on text that another Act is to have", () => {
  it("opens nothing inside the quotation marks", () => {
    expect(
      read(
        [
          ["(1) After subsection (3) insert—", { left: 96 }],
          ["“(3A) The keeper must—", { left: 124 }],
          ["(a) ring the bell;", { left: 150 }],
          ["(b) blow the horn.”", { left: 150 }],
          ["(2) Omit subsection (4).", { left: 96 }],
        ],
        true,
      ),
    ).toEqual([
      "reg/7",
      "  reg/7/1 After subsection (3) insert— / “(3A) The keeper must— / (a) ring the bell; / (b) blow the horn.”",
      "  reg/7/2 Omit subsection (4).",
    ]);
  });

  it("ends with a clause in the outer column, should the closing mark be missing", () => {
    const tree = read(
      [
        ["(1) Insert—", { left: 96 }],
        ["“(5) The mate may climb.", { left: 124 }],
        ["(6) The cook may not.", { left: 124 }],
        ["(2) Omit section 9.", { left: 96 }],
      ],
      true,
    );
    expect(tree.at(-1)).toBe("  reg/7/2 Omit section 9.");
  });
});
