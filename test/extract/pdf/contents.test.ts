// Tables of contents: which lines go, and which stay.
import { describe, expect, it } from "vitest";
import { removeContents } from "../../../src/extract/pdf/contents.ts";
import type { LineSpec } from "../../structure/make-lines.ts";
import { makeRawPage, texts } from "./make-raw-pages.ts";

const clean = (...pages: readonly (readonly LineSpec[])[]) =>
  removeContents(pages.map((specs, i) => makeRawPage(i + 1, specs))).map(texts);
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

  it("takes out dotted lines with a number wherever they stand, but no omitted text", () => {
    const [first] = clean([
      "Lamps ............. 3",
      "in the exercise of his functions ....",
      ". . . . . . . .",
    ]);
    expect(first).toEqual(["in the exercise of his functions ....", ". . . . . . . ."]);
  });

  it("leaves sentences that end with a number alone", () => {
    const lines = ["Contents", "The lamp was lit in regulation 12", "and again under regulation 3"];
    expect(clean(lines)[0]).toEqual(lines);
  });
});
