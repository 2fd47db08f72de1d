// How the paragraphs of law are put together from passages: what hangs from what, across passages and pages, in what order.
import { describe, expect, it } from "vitest";
import {
  allAddresses,
  itemsOf,
  leadOf,
  ownText,
  readLaw,
  type LawProvision,
} from "../../src/law/law-text.ts";
import {
  fieldGuide,
  fieldLaw,
  lighthouseGuide,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";
import { makeLaw, paragraphAt, placesOf } from "../support/made-up-law.ts";

/** Its words and those under it, indented. */
function outline({ content }: LawProvision, depth = 0): string[] {
  return content.flatMap((part) => {
    if ("content" in part) return outline(part, depth + 1);
    const { evidence, start, end } = part;
    return [`${"  ".repeat(depth)}${evidence.passage.text.slice(start, end)}`];
  });
}

describe("readLaw", () => {
  const evidence = makeLaw([
    [
      ["36(1)", "(1) The keeper must keep a log that—", 3],
      ["36(1)(a)", "(a) is bound;", 3],
      ["36(1)(b)", "(b) names—", 3],
      ["36(1)(b)(i)", "(i) each ship; and", 3],
    ],
    [
      ["36(1)(b)(ii)", "(ii) each master,", 4],
      ["36(1)(b)", "where they are known; and", 4],
      ["36(1)(c)", "(c) is signed,", 4],
      ["36(1)", "and must show it to the office.", 4],
      ["36(2)", "(2) The log is kept—", 4],
      ["36(2)(a)", "(a) dry; and", 4],
    ],
    [["36(2)(b)", "(b) for ten years.", 5]],
  ]);
  const whole = [
    "(1) The keeper must keep a log that—",
    "  (a) is bound;",
    "  (b) names—",
    "    (i) each ship; and",
    "    (ii) each master,",
    "  where they are known; and",
    "  (c) is signed,",
    "and must show it to the office.",
  ];

  it("hangs a list from its lead-in across passages, and keeps what closes a list where it is printed", () => {
    expect(outline(paragraphAt(readLaw(evidence), "36(1)"))).toEqual(whole);
  });

  it("reads passages in the order of the document, each once, however they are given", () => {
    const mixed = [...evidence, ...evidence].toReversed();
    expect(outline(paragraphAt(readLaw(mixed), "36(1)"))).toEqual(whole);
  });

  it("gives the same paragraph for every place in it, and each paragraph its own items", () => {
    const law = readLaw(evidence);
    const first = paragraphAt(law, "36(1)");
    for (const place of ["36(1)(a)", "36(1)(b)(ii)", "36(1)(c)"])
      expect(paragraphAt(law, place)).toBe(first);
    const second = paragraphAt(law, "36(2)(a)");
    expect(second.address).toBe("reg/36/2");
    expect(itemsOf(second).map(({ address }) => address)).toEqual(["reg/36/2/a", "reg/36/2/b"]);
    expect(allAddresses(first)).toEqual(
      placesOf("36(1)", "36(1)(a)", "36(1)(b)", "36(1)(b)(i)", "36(1)(b)(ii)", "36(1)(c)"),
    );
  });

  it("gives the provision at a place itself", () => {
    const law = readLaw(evidence);
    const item = law.at(fieldLaw.id, "reg/36/1/b");
    expect(item && outline(item)).toEqual(whole.slice(2, 6).map((line) => line.slice(2)));
    expect(law.at(fieldLaw.id, "reg/36")).toBeNull();
    expect(law.at(fieldLaw.id, "reg/37/1")).toBeNull();
    expect(law.paragraphOf(fieldLaw.id, "reg/37/1")).toBeNull();
    expect(law.paragraphOf("other", "reg/36/1")).toBeNull();
  });

  it("tells the words before a list from all of a provision's own", () => {
    const paragraph = paragraphAt(readLaw(evidence), "36(1)");
    expect(leadOf(paragraph)).toBe("(1) The keeper must keep a log that—");
    expect(ownText(paragraph)).toBe(
      "(1) The keeper must keep a log that— and must show it to the office.",
    );
  });

  it("hangs items from the words of the regulation where it has no numbered paragraph", () => {
    const law = readLaw(
      makeLaw([
        [
          ["5", "In lighting the lamp, the keeper must—"],
          ["5(a)", "(a) trim the wick; and"],
          ["5(b)", "(b) fill the oil."],
        ],
      ]),
    );
    expect(paragraphAt(law, "5(b)").address).toBe("reg/5");
  });

  it("joins a stretch that runs over a page, and no two that have something between them", () => {
    const passage = makePassage(fieldLaw, [
      { locator: "7(1)", text: "(1) The lamp must be", page: 1 },
      { locator: "7(1)", text: "lit at dusk", page: 2, goesOn: true },
      { locator: "7(1)", text: "The office sees to it.", page: 2, kind: "footnote" },
      { locator: "7(1)", text: "each day.", page: 2 },
    ]);
    const law = readLaw([makeEvidence(fieldLaw, passage)]);
    expect(outline(paragraphAt(law, "7(1)"))).toEqual([
      "(1) The lamp must be lit at dusk",
      "each day.",
    ]);
  });
});

describe("the text of law", () => {
  it("holds definitions each for itself, not as one list with their neighbours", () => {
    const law = readLaw(
      makeLaw([
        [
          ["2(1)", "(1) In these Regulations—"],
          ["2(1) “lamp”", "“lamp” means a light that—"],
          ["2(1) “lamp”(a)", "(a) burns oil; and"],
          ["2(1) “lamp”(b)", "(b) can be seen;"],
          ["2(1) “mate”", "“mate” means who helps a keeper."],
          ["2(2)", "(2) A day begins at noon."],
        ],
      ]),
    );
    expect(outline(paragraphAt(law, "2(1)"))).toEqual(["(1) In these Regulations—"]);
    expect(outline(paragraphAt(law, "2(1) “lamp”(b)"))).toEqual([
      "“lamp” means a light that—",
      "  (a) burns oil; and",
      "  (b) can be seen;",
    ]);
    expect(outline(paragraphAt(law, "2(1) “mate”"))).toEqual(["“mate” means who helps a keeper."]);
    expect(law.besides(paragraphAt(law, "2(2)")).map(({ address }) => address)).toEqual([
      "reg/2/1",
      "reg/2/2",
    ]);
  });

  it("holds no footnote, nothing that is not in force, and nothing but law", () => {
    const made = (locator: string, options: Parameters<typeof makePassage>[2]) =>
      makeEvidence(
        fieldLaw,
        makePassage(fieldLaw, [{ locator, text: `${locator} must be kept.` }], options),
      );
    const law = readLaw([
      made("7(1)", { ordinal: 0 }),
      made("7(1A)", { ordinal: 1, standing: "temporary" }),
      made("7(1)(b)", { ordinal: 2, standing: "omitted" }),
      makeEvidence(
        fieldLaw,
        makePassage(fieldLaw, [{ locator: "7(2)", text: "See 1899.", kind: "footnote" }], {
          ordinal: 3,
        }),
      ),
      makeEvidence(fieldGuide, makePassage(fieldGuide, [{ locator: "7.1", text: "Keep it." }])),
    ]);
    const paragraph = paragraphAt(law, "7(1)");
    expect(outline(paragraph)).toEqual(["7(1) must be kept."]);
    expect(law.besides(paragraph)).toEqual([paragraph]);
    expect(law.paragraphOf(fieldLaw.id, "reg/7/1A")).toBeNull();
    expect(law.paragraphOf(fieldLaw.id, "reg/7/2")).toBeNull();
    expect(law.paragraphOf(lighthouseGuide.id, "para/7.1")).toBeNull();
  });

  it("keeps the documents apart, and the regulations whose numbers begin alike", () => {
    const old = { ...fieldLaw, id: "old", file: "old.pdf" };
    const law = readLaw([
      ...makeLaw([
        [
          ["7(1)", "(1) The lamp must be lit."],
          ["7(2)", "(2) The horn must be sounded."],
          ["70(1)", "(1) The book must be signed."],
        ],
      ]),
      ...makeLaw([[["7(1)", "(1) A fire must be lit."]]], old),
    ]);
    expect(outline(paragraphAt(law, "7(1)"))).toEqual(["(1) The lamp must be lit."]);
    expect(outline(paragraphAt(law, "7(1)", old))).toEqual(["(1) A fire must be lit."]);
    const besides = law.besides(paragraphAt(law, "7(2)"));
    expect(besides.map(({ documentId, address }) => [documentId, address])).toEqual([
      ["law", "reg/7/1"],
      ["law", "reg/7/2"],
    ]);
  });

  it("is nothing where there is none", () => {
    expect(readLaw([]).paragraphOf(fieldLaw.id, "reg/7/1")).toBeNull();
  });
});
