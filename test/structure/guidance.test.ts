// Guidance, plans and reports: headings, numbered paragraphs, bullets, footnotes, annexes and boxed regulations.
import { describe, expect, it } from "vitest";
import type { Page } from "../../src/extract/page.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { footnoteMark, makeLines, makePage, makePages, type LineSpec } from "./make-lines.ts";
import { printTree } from "./print-tree.ts";

const structureOf = (pages: readonly Page[]) =>
  readStructure({
    form: "printed",
    pages,
    pageCount: pages.length,
    info: { title: null, author: null, producer: null, created: null },
    problems: [],
    running: [],
    leftOut: [],
  });
const treeOf = (pages: readonly Page[]) => printTree(structureOf(pages).provisions);
const heading = (text: string, size = 16): LineSpec => [text, { size, bold: true, step: 30 }];
const numbered = (prefix: string, count: number): LineSpec[] =>
  Array.from({ length: count }, (_, i): LineSpec[] => [
    [`${prefix}${i + 1} The keeper looks after light number ${i + 1} in the`, { step: 24 }],
    "tower, and after its horn.",
  ]).flat();

describe("readStructure on guidance", () => {
  it("puts numbered paragraphs under their headings, and starts again in annexes", () => {
    const pages = makePages(
      [heading("Lights"), ...numbered("1.", 5), heading("Horns"), ...numbered("2.", 4)],
      [heading("Annex A: Oil"), ...numbered("1.", 2)],
    );
    const structure = structureOf(pages);
    expect(structure.kind).toBe("numbered");
    expect(structure.provisions.map((p) => p.address)).toEqual([
      "",
      "head/lights",
      "para/1.1",
      "para/1.2",
      "para/1.3",
      "para/1.4",
      "para/1.5",
      "head/horns",
      "para/2.1",
      "para/2.2",
      "para/2.3",
      "para/2.4",
      "annex-a",
      "annex-a/1.1",
      "annex-a/1.2",
    ]);
    expect(structure.provisions.at(-1)).toMatchObject({ locator: "Annex A 1.2", page: 2 });
  });

  it("keeps bullets with their paragraph, each whole", () => {
    const pages = makePages([
      heading("Lights"),
      ["The keeper's things are:", { step: 24 }],
      ["• a lamp that burns in every weather and never", { left: 90 }],
      ["goes out", { left: 102 }],
      ["• a horn", { left: 90 }],
      ["All of them are the harbour's own, and nobody may take them home.", { step: 24 }],
    ]);
    const [, head] = structureOf(pages).provisions;
    expect(head?.content).toMatchObject([
      { kind: "text", text: "The keeper's things are:" },
      { kind: "bullet", text: "a lamp that burns in every weather and never goes out" },
      { kind: "bullet", text: "a horn" },
      { kind: "text" },
    ]);
  });

  it("goes on with a sentence over the page, and keeps the page of each part", () => {
    const pages = makePages(
      [heading("Lights"), ...numbered("1.", 8), "It burns until the sun"],
      ["has risen over the bay.", ["1.9 Then it is put out.", { step: 24 }]],
    );
    const eighth = structureOf(pages).provisions.find((p) => p.address === "para/1.8");
    expect(eighth?.content).toMatchObject([
      { kind: "text", page: 1 },
      { kind: "continuation", page: 2, text: "has risen over the bay." },
    ]);
    expect(eighth).toMatchObject({ page: 1, pageEnd: 2 });
  });

  it("hangs a footnote on the paragraph that carries its mark", () => {
    const specs: LineSpec[] = [
      heading("Lights"),
      ...numbered("1.", 8),
      ["1.9 Oil is bought by the barrel.", { step: 24, marks: [footnoteMark(30, "4")] }],
      ["1.10 Wicks are cut by hand.", { step: 24 }],
    ];
    const note = { label: "4", lines: makeLines([["Barrels of forty gallons.", { size: 8 }]]) };
    const { provisions } = structureOf([makePage(1, specs, [note])]);
    const footnote = provisions.find((p) => p.kind === "footnote");
    expect(footnote).toMatchObject({ address: "fn/4", locator: "footnote 4" });
    expect(provisions[footnote?.parent ?? 0]?.address).toBe("para/1.9");
  });

  it("keeps the rows of a table apart", () => {
    const pages = makePages([
      heading("Lights"),
      "The lights of the bay and their keepers are these:",
      ["North | Ada", { cells: ["North", "Ada"] }],
      ["South | Ben", { cells: ["South", "Ben"] }],
    ]);
    const [, head] = structureOf(pages).provisions;
    expect(head?.content.map((item) => ("kind" in item ? item.kind : ""))).toEqual([
      "text",
      "row",
      "row",
    ]);
  });

  it("knows a regulation reprinted in another typeface for a quotation", () => {
    const quoted = { font: "Quoted", size: 10, left: 80 };
    const pages = makePages([
      heading("Lights"),
      ...numbered("1.", 8),
      heading("The text of the regulation", 13),
      ["12. (1) The lamp standard is that the lamp burns.", quoted],
      ["(2) The keeper must—", quoted],
      ["(a) trim it.", { ...quoted, left: 96 }],
      heading("Guidance", 13),
      ["1.9 Trim it twice.", { step: 24 }],
    ]);
    const { provisions } = structureOf(pages);
    const quotation = provisions.filter((p) => p.quotes !== null);
    expect(quotation.map((p) => [p.kind, p.quotes, p.locator])).toEqual([
      ["quotation", "reg/12", "regulation 12 as quoted"],
      ["clause", "reg/12/1", "regulation 12(1) as quoted"],
      ["clause", "reg/12/2", "regulation 12(2) as quoted"],
      ["clause", "reg/12/2/a", "regulation 12(2)(a) as quoted"],
    ]);
  });

  it("reads a digest by the instrument's own numbers", () => {
    const labels = ["1(1)", "1(2)", "2(1)", "2(2)(a)", "2(2)(b)", "3(1)", "3(2)", "3(3)"];
    const entries = labels.map((label): LineSpec => [
      `${label} The keeper must do what is said here, by night and by day.`,
      { step: 24 },
    ]);
    const pages = makePages([
      heading("Regulation 1 — Lamps"),
      ...entries.slice(0, 2),
      heading("Regulation 2 — Horns"),
      ...entries.slice(2, 5),
      heading("Regulation 3 — Boats"),
      ...entries.slice(5),
    ]);
    const { provisions } = structureOf(pages);
    expect(provisions.find((p) => p.address === "reg/2")).toMatchObject({
      kind: "heading",
      locator: "2",
      title: "Regulation 2 — Horns",
    });
    expect(provisions.find((p) => p.address === "reg/2/2/a")).toMatchObject({
      kind: "paragraph",
      locator: "2(2)(a)",
    });
  });

  it("reads a document without numbers by its sections", () => {
    const pages = makePages([
      heading("1 Summary"),
      "We will keep a light on the north shore of the bay from next autumn on,",
      heading("2 People"),
      "and Ada will be its keeper, with Ben to help her in the winter months.",
    ]);
    expect(structureOf(pages).kind).toBe("headed");
    expect(treeOf(pages)).toEqual([
      "sec/1 [1 Summary] We will keep a light on the north shore of the bay from next autumn on,",
      "sec/2 [2 People] and Ada will be its keeper, with Ben to help her in the winter months.",
    ]);
  });
});
