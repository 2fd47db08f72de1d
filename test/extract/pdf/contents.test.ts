// Tables of contents: which lines go, and which stay.
import { describe, expect, it } from "vitest";
import { removeContents } from "../../../src/extract/pdf/contents.ts";
import type { LineSpec } from "../../structure/make-lines.ts";
import { makeRawPage, texts } from "./make-raw-pages.ts";

const clean = (...pages: readonly (readonly LineSpec[])[]) =>
  removeContents(pages.map((specs, i) => makeRawPage(i + 1, specs))).pages.map(texts);
const empty: LineSpec[] = ["The lamp burns by night."];
const filler = Array.from({ length: 20 }, () => empty);

describe("removeContents", () => {
  it("takes out entries with page numbers, over several lines and pages", () => {
    const pages = clean(
      [
        "Foreword by the harbour master",
        "Contents",
        "Lamps | 3",
        "How to trim a wick in a storm at",
        "night | 4",
        "Horns 6",
      ],
      ["Boats | 9", "Oil | 12", "The lamp is the first of the keeper's cares.", ...empty],
      ...filler,
    );
    expect(pages[0]).toEqual(["Foreword by the harbour master"]);
    expect(pages[1]).toEqual(["The lamp is the first of the keeper's cares.", ...empty]);
  });

  it("takes out entries without numbers that are headings further on", () => {
    const [first] = clean([
      "Contents",
      "— The lamp",
      "— The horn",
      "— The boat",
      ["The lamp", { size: 16, bold: true }],
      "The lamp burns by night.",
      ["The horn", { size: 16, bold: true }],
      "The horn sounds in fog.",
      ["The boat", { size: 16, bold: true }],
    ]);
    expect(first?.[0]).toBe("The lamp");
    expect(first).toHaveLength(5);
  });

  it("keeps dotted lines that no contents heading stands over", () => {
    const rows = ["Harbour office ............. 20", "Lifeboat ........ 7", ". . . . . . . ."];
    expect(clean(["Who to call", ...rows])[0]).toEqual(["Who to call", ...rows]);
  });

  it("takes out dotted lines under a contents heading, and says so", () => {
    const page = makeRawPage(1, [
      "Contents",
      "Lamps ... 2",
      "Oil ..... 2",
      "Horns ..... 3",
      ...empty,
    ]);
    const { pages, leftOut } = removeContents([page]);
    expect(texts(pages[0])).toEqual(empty);
    expect(leftOut.map(({ text, reason }) => `${reason}: ${text}`)).toContain(
      "contents: Oil ..... 2",
    );
  });

  it("ends a list without numbers where the text begins, set like the list as it may be", () => {
    const pages = clean(
      [
        "The keeper's book",
        "CONTENTS",
        "1. Lamps",
        "2. Horns",
        "3. Boats and what they are",
        "for",
      ],
      ["1. Lamps", "1.1 A lamp burns.", "2. Horns", "2.1 A horn sounds."],
      ["3. Boats and what they are for", "3.1 A boat floats.", "4. Oil", "4.1 Oil burns."],
    );
    expect(pages[0]).toEqual(["The keeper's book"]);
    expect(pages[1]).toHaveLength(4);
    expect(pages[2]).toHaveLength(4);
  });

  it("ends a list with numbers before sentences that end with one", () => {
    const pages = clean(
      ["Contents", "Lamps 2", "Horns 2", "Boats 3", "The trust keeps the lights 1, 2 and 3"],
      ["Lamps", "A lamp burns.", "Horns", "A horn sounds."],
      ["Boats", "A boat floats."],
    );
    expect(pages[0]).toEqual(["The trust keeps the lights 1, 2 and 3"]);
  });

  it("ends a list with numbers where its first title comes again", () => {
    const [first] = clean([
      "Contents",
      "Lamps 1",
      "Horns 1",
      "Boats 1",
      "Lamps",
      "Trim the wicks of rooms 1 and 2",
    ]);
    expect(first).toEqual(["Lamps", "Trim the wicks of rooms 1 and 2"]);
  });

  it("keeps what a box holds, though its things are named again", () => {
    const lines = ["Contents", "Oil", "Wicks", "Matches", "Wicks", "are trimmed.", "Oil", "burns."];
    expect(clean(lines)[0]).toEqual(lines);
  });

  it("leaves sentences that end with a number alone", () => {
    const lines = ["Contents", "The lamp was lit in regulation 12", "and again under regulation 3"];
    expect(clean(lines)[0]).toEqual(lines);
  });
});
