// Which provisions of a paragraph must be quoted for those that were chosen to mean what they do.
import { describe, expect, it } from "vitest";
import { countKept, keepWhole } from "../../src/law/keep-whole.ts";
import { allAddresses, type LawProvision } from "../../src/law/law-text.ts";
import { fillWords } from "../support/made-up-evidence.ts";
import { labelsKept, placesOf, readParagraph, type LawLine } from "../support/made-up-law.ts";

/** No list is short enough to be quoted for its length. */
const none = 0;

/** Three items under some words, joined by one. */
function list(lead: string, joint: string, words = 60): LawProvision {
  return readParagraph([
    ["7(2)", `(2) ${lead}—`],
    ["7(2)(a)", `(a) ${fillWords(words, "oil")};`],
    ["7(2)(b)", `(b) ${fillWords(words, "rope")};${joint}`],
    ["7(2)(c)", `(c) ${fillWords(words, "light")}.`],
  ]);
}

const keep = (paragraph: LawProvision, ...wanted: readonly string[]) =>
  labelsKept(paragraph, keepWhole(paragraph, placesOf(...wanted), none));
const all = "(a) (b) (c)";

describe("a condition in several parts", () => {
  const lead = "A mate may stand watch if the mate has";

  it.each(["(a)", "(b)", "(c)"])("is whole whichever part was chosen: %s", (item) => {
    expect(keep(list(lead, " and"), `7(2)${item}`)).toBe(all);
  });

  it("is whole however long it is", () => {
    expect(keep(list(lead, " and", 400), "7(2)(b)")).toBe(all);
  });

  it.each([
    "Where the mate has",
    "The requirements are that the mate has",
    "“mate” means a person who has",
    "Watch ends when the mate has",
    "The keeper may use for the purposes of the watch",
    "The circumstances are that the mate has",
  ])("is known by its lead-in: %s", (words) => {
    expect(keep(list(words, " and"), "7(2)(a)")).toBe(all);
    expect(keep(list(words, " or"), "7(2)(a)")).toBe("(a)");
  });

  it("is whole across passages", () => {
    const paragraph = readParagraph(
      [
        ["7(2)", `(2) ${lead}—`],
        ["7(2)(a)", `(a) ${fillWords(60, "oil")};`],
      ],
      [["7(2)(b)", `(b) ${fillWords(60, "rope")}; and`]],
      [["7(2)(c)", `(c) ${fillWords(60, "light")}.`]],
    );
    expect(keep(paragraph, "7(2)(a)")).toBe(all);
  });
});

describe("alternatives, and duties that stand each for itself", () => {
  it("are kept alone", () => {
    const alternatives = list("A mate may stand watch if the mate has", " or");
    expect(keep(alternatives, "7(2)(b)")).toBe("(b)");
    expect(keep(alternatives, "7(2)(a)", "7(2)(c)")).toBe("(a) (c)");
    expect(keep(list("The keeper must ensure that the mate has", " and"), "7(2)(b)")).toBe("(b)");
  });

  it("are not joined by an “and” inside an item", () => {
    const paragraph = readParagraph([
      ["7(2)", "(2) A mate may stand watch if the mate—"],
      ["7(2)(a)", `(a) holds salt and ${fillWords(60, "ticket")}; or`],
      ["7(2)(b)", `(b) knows oil, and ${fillWords(60, "rope")}.`],
    ]);
    expect(keep(paragraph, "7(2)(b)")).toBe("(b)");
  });

  const nested: readonly LawLine[] = [
    ["7(1)", "(1) A mate may stand watch if—"],
    ["7(1)(a)", "(a) the mate—"],
    ["7(1)(a)(i)", `(i) has ${fillWords(40, "x")}; and`],
    ["7(1)(a)(ii)", `(ii) holds ${fillWords(40, "y")}; or`],
    ["7(1)(b)", `(b) the keeper ${fillWords(49, "z")}.`],
  ];

  it("are not joined by an “and” between sub-items", () => {
    expect(keep(readParagraph(nested), "7(1)(b)")).toBe("(b)");
  });

  it("are whole each, where such an “and” joins what one of them asks for", () => {
    const kept = keepWhole(readParagraph(nested), placesOf("7(1)(a)(ii)"), none);
    expect([...kept]).toEqual(expect.arrayContaining([...placesOf("7(1)(a)(i)", "7(1)(a)(ii)")]));
  });
});

describe("a list that forbids or limits", () => {
  it.each([
    "A keeper must not store",
    "No mate may carry",
    "A lamp may only be lit with",
    "A keeper need never buy",
    "A mate must be present unless the keeper has",
    "A mate may sell anything, except",
    "A mate may neither sell nor buy",
    "The following are prohibited",
  ])("is whole whatever its length and its joint: %s", (lead) => {
    expect(keep(list(lead, " or", 300), "7(2)(b)")).toBe(all);
    expect(keep(list(lead, "", 300), "7(2)(b)")).toBe(all);
  });

  it("is whole with the lists inside it, though only the words above them forbid", () => {
    const paragraph = readParagraph([
      ["7(1)", "(1) A mate must not—"],
      ["7(1)(a)", `(a) sell ${fillWords(40, "x")};`],
      ["7(1)(b)", "(b) lend—"],
      ["7(1)(b)(i)", `(i) ${fillWords(40, "y")}; or`],
      ["7(1)(b)(ii)", `(ii) ${fillWords(40, "z")}.`],
    ]);
    expect(keep(paragraph, "7(1)(b)(i)")).toBe("(a) (b) (i) (ii)");
    expect(keep(paragraph, "7(1)")).toBe("(a) (b) (i) (ii)");
  });

  it("is whole by itself inside one that does neither", () => {
    const paragraph = readParagraph([
      ["7(1)", "(1) The keeper must ensure that—"],
      ["7(1)(a)", `(a) the wick is ${fillWords(40, "x")};`],
      ["7(1)(b)", "(b) no mate—"],
      ["7(1)(b)(i)", `(i) sells ${fillWords(40, "y")}; or`],
      ["7(1)(b)(ii)", `(ii) buys ${fillWords(40, "z")}.`],
    ]);
    expect(keep(paragraph, "7(1)(b)(i)")).toBe("(b) (i) (ii)");
    expect(keep(paragraph, "7(1)(a)")).toBe("(a)");
  });
});

describe("keepWhole", () => {
  const duties = list("The keeper must ensure that the mate has", "", 10);
  const words = 9 + 3 * 11;

  it("keeps a list whole that has no more words than are short", () => {
    expect(countKept(duties, allAddresses(duties))).toBe(words);
    const atMost = (short: number) =>
      labelsKept(duties, keepWhole(duties, placesOf("7(2)(b)"), short));
    expect(atMost(words)).toBe(all);
    expect(atMost(words - 1)).toBe("(b)");
  });

  it("measures a list by its own items, and may leave out what hangs from one that came along", () => {
    const paragraph = readParagraph([
      ["7(1)", "(1) The keeper must—"],
      ["7(1)(a)", "(a) light the lamp; and"],
      ["7(1)(b)", "(b) sweep—"],
      ["7(1)(b)(i)", `(i) ${fillWords(40, "stair")}; and`],
      ["7(1)(b)(ii)", `(ii) ${fillWords(40, "rail")}.`],
    ]);
    const kept = keepWhole(paragraph, placesOf("7(1)(a)"), 20);
    expect(labelsKept(paragraph, kept)).toBe("(a) (b)");
  });

  it("keeps no prohibition without what it forbids, though it only came along", () => {
    const paragraph = readParagraph([
      ["7(1)", "(1) The keeper must ensure that—"],
      ["7(1)(a)", "(a) the lamp is lit;"],
      ["7(1)(b)", "(b) no mate—"],
      ["7(1)(b)(i)", `(i) sells ${fillWords(40, "oil")}; or`],
      ["7(1)(b)(ii)", `(ii) buys ${fillWords(40, "oil")}.`],
    ]);
    const kept = keepWhole(paragraph, placesOf("7(1)(a)"), 20);
    expect(["(a)", "(a) (b) (i) (ii)"]).toContain(labelsKept(paragraph, kept));
  });

  it("keeps a short list inside a long one whole", () => {
    const paragraph = readParagraph([
      ["7(1)", "(1) The keeper must—"],
      ["7(1)(a)", `(a) keep ${fillWords(90, "x")};`],
      ["7(1)(b)", "(b) sweep—"],
      ["7(1)(b)(i)", "(i) the stair; and"],
      ["7(1)(b)(ii)", "(ii) the gallery."],
    ]);
    const kept = keepWhole(paragraph, placesOf("7(1)(b)(i)"), 20);
    expect(labelsKept(paragraph, kept)).toBe("(b) (i) (ii)");
  });

  it("keeps the words that a provision hangs from, and of a lead-in alone no item", () => {
    expect(keepWhole(duties, placesOf("7(2)(b)"), none)).toEqual(placesOf("7(2)", "7(2)(b)"));
    expect(keepWhole(duties, placesOf("7(2)"), none)).toEqual(placesOf("7(2)"));
  });

  it("keeps nothing where nothing of the paragraph is wanted", () => {
    expect(keepWhole(duties, placesOf("7(3)(a)"), 999)).toEqual(new Set());
    expect(keepWhole(duties, new Set(), 999)).toEqual(new Set());
  });
});

describe("countKept", () => {
  it("counts each provision's own words, those that close its list included", () => {
    const paragraph = readParagraph([
      ["7(1)", "(1) The keeper must—"],
      ["7(1)(a)", "(a) light the lamp,"],
      ["7(1)", "before noon."],
    ]);
    expect(countKept(paragraph, placesOf("7(1)"))).toBe(6);
    expect(countKept(paragraph, placesOf("7(1)(a)"))).toBe(4);
    expect(countKept(paragraph, placesOf("7(1)", "7(1)(a)"))).toBe(10);
    expect(countKept(paragraph, new Set())).toBe(0);
  });
});
