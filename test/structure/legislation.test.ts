// Acts and instruments as legislation.gov.uk prints them.
import { describe, expect, it } from "vitest";
import type { Page } from "../../src/extract/page.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { amendment, makePages, type LineSpec } from "./make-lines.ts";
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
const centred = (text: string, look: object = {}): LineSpec => [text, { centred: true, ...look }];
const title = (text: string): LineSpec => [text, { bold: true, step: 24 }];
const note = (text: string, label?: string): LineSpec => [
  text,
  { size: 9, left: 84, marks: label === undefined ? [] : [amendment(0, label)] },
];
const instrument: LineSpec[] = [
  centred("STATUTORY INSTRUMENTS"),
  centred("1901 No. 17"),
  centred("The Lighthouse (Keepers) Regulations 1901"),
];
const filler: LineSpec[] = Array.from({ length: 6 }, (_, i): LineSpec => [
  `(${i + 3}) Every keeper must keep the log of the light in a dry place.`,
  { left: 84 },
]);

describe("readStructure on a statutory instrument", () => {
  it("reads Parts, regulations, clauses and schedules", () => {
    const { kind, provisions } = structureOf(
      makePages(
        [
          ...instrument,
          centred("PART 1"),
          centred("General"),
          title("Citation"),
          ["1.—(1) These Regulations may be cited.", { left: 84 }],
          ["(2) They come into force in May.", { left: 84 }],
          ...filler,
          title("Lamps and"),
          title("horns"),
          ["2. The keeper must—", { left: 84 }],
          ["(a) light the lamp;", { left: 100 }],
          ["(b) sound the horn.", { left: 100 }],
        ],
        [
          ["Regulation 2", { size: 9, left: 450 }],
          centred("SCHEDULE 1"),
          centred("Oils"),
          ["1. Whale oil.", { left: 84 }],
          ["2. Any of—", { left: 84 }],
          ["(a) rape oil;", { left: 100 }],
        ],
      ),
    );
    expect(kind).toBe("legislation");
    expect(printTree(provisions).filter((line) => !/reg\/1\/[3-8]/.test(line))).toEqual([
      "part/1 [General]",
      "  reg/1 [Citation]",
      "    reg/1/1 These Regulations may be cited.",
      "    reg/1/2 They come into force in May.",
      "  reg/2 [Lamps and horns] The keeper must—",
      "    reg/2/a light the lamp;",
      "    reg/2/b sound the horn.",
      "sch/1 p2 [Oils]",
      "  sch/1/para/1 p2 Whale oil.",
      "  sch/1/para/2 p2 Any of—",
      "    sch/1/para/2/a p2 rape oil;",
    ]);
    const schedule = provisions.find((p) => p.address === "sch/1");
    expect(schedule?.notes).toEqual(["Printed beside its number: Regulation 2"]);
    expect(schedule?.locator).toBe("Schedule 1");
    expect(provisions.find((p) => p.address === "sch/1/para/2/a")?.locator).toBe(
      "Schedule 1 para 2(a)",
    );
  });

  it("keeps annotations out of the text and on the provisions they concern", () => {
    const { provisions } = structureOf(
      makePages([
        ...instrument,
        title("Lamps"),
        ["1.—(1) The [first] lamp burns.", { left: 84, marks: [amendment(12, "F1")] }],
        ["[(2) The second is dark.]", { left: 76, marks: [amendment(1, "F2")] }],
        ...filler,
        ["Textual Amendments", { bold: true, size: 9 }],
        note("Word in reg. 1(1) inserted (1.5.1902) by S.I. 1902/3", "F1"),
        note("Reg. 1(2) inserted (temp.) (1.6.1902) by S.I. 1902/4,", "F2"),
        note("reg. 5"),
        title("Horns"),
        ["2. The horn sounds.", { left: 84 }],
      ]),
    );
    const first = provisions.find((p) => p.address === "reg/1/1");
    expect(first?.content).toMatchObject([{ text: "The first lamp burns." }]);
    expect(first?.notes).toEqual(["Word in reg. 1(1) inserted (1.5.1902) by S.I. 1902/3"]);
    expect(provisions.find((p) => p.address === "reg/1/2")).toMatchObject({
      standing: "temporary",
      notes: ["Reg. 1(2) inserted (temp.) (1.6.1902) by S.I. 1902/4, reg. 5"],
    });
    expect(provisions.find((p) => p.address === "reg/2")?.title).toBe("Horns");
  });
});

describe("readStructure on an Act", () => {
  const act = (...specs: LineSpec[]) =>
    printTree(
      structureOf(
        makePages([
          centred("Lighthouses Act 1899"),
          centred("1899 CHAPTER 12"),
          "An Act to make provision about lighthouses and those who keep them.",
          ...specs,
        ]),
      ).provisions,
    );

  it("reads sections, subsections and crossheadings", () => {
    expect(
      act(
        centred("PART 1"),
        centred("LIGHTS"),
        centred("Keepers", { italic: true }),
        title("1 Appointment of keepers"),
        ["(1) The harbour must appoint a keeper.", { left: 96 }],
        ["(2) The keeper must live in the", { left: 96 }],
        ["tower.", { left: 112 }],
        centred("Lamps, and", { italic: true }),
        centred("what they burn", { italic: true }),
        title("2 Oil"),
        ["The keeper must buy oil.", { left: 112 }],
      ),
    ).toEqual([
      "part/1 [LIGHTS]",
      "  part/1/head/keepers [Keepers]",
      "    s/1 [Appointment of keepers]",
      "      s/1/1 The harbour must appoint a keeper.",
      "      s/1/2 The keeper must live in the tower.",
      "  part/1/head/lamps-and [Lamps, and what they burn]",
      "    s/2 [Oil] The keeper must buy oil.",
    ]);
  });

  it("does not take titles and sections inside a quotation for its own", () => {
    const tree = act(
      title("1 Amendment of the Horns Act"),
      ["After section 4 of the Horns Act 1880 insert—", { left: 112 }],
      ["“Fog", { left: 250, italic: true }],
      ["4A Sounding in fog", { left: 124, bold: true }],
      ["(1) The keeper must sound the horn.", { left: 140 }],
      ["(2) The horn may be borrowed.”", { left: 140 }],
      title("2 Extent"),
      ["This Act extends to the whole bay.", { left: 112 }],
    );
    expect(tree.map((line) => line.trim().split(" ")[0])).toEqual(["s/1", "s/2"]);
    expect(tree[0]).toContain("4A Sounding in fog");
  });

  it("reads a schedule paragraph whose first label stands beside its number", () => {
    expect(
      act(
        title("1 Oil"),
        ["Schedule 1 has effect.", { left: 112 }],
        centred("SCHEDULE 1"),
        centred("OIL"),
        centred("Buying", { italic: true }),
        ["1 (1) The keeper buys oil.", { left: 74 }],
        ["(2) The mate carries it.", { left: 103 }],
      ).slice(1),
    ).toEqual([
      "sch/1 [OIL]",
      "  sch/1/head/buying [Buying]",
      "    sch/1/para/1",
      "      sch/1/para/1/1 The keeper buys oil.",
      "      sch/1/para/1/2 The mate carries it.",
    ]);
  });
});
