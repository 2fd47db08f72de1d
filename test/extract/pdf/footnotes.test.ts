// Which lines at the foot of a page are notes, and under which number.
import { describe, expect, it } from "vitest";
import { liftFootnotes } from "../../../src/extract/pdf/footnotes.ts";
import { footnoteMark, type LineSpec } from "../../structure/make-lines.ts";
import { makeRawPage } from "./make-raw-pages.ts";

const prose: LineSpec[] = Array.from(
  { length: 6 },
  () => "The lamp burns by night and the horn by fog.",
);
const small = (text: string, raised?: string): LineSpec => [
  text,
  { size: 8, marks: raised === undefined ? [] : [footnoteMark(0, raised)] },
];
const lift = (...specs: LineSpec[]) => {
  const [page] = liftFootnotes([makeRawPage(1, [...prose, ...specs])]);
  return {
    lines: page?.lines.length,
    notes: page?.footnotes.map((note) => [
      note.label,
      note.lines.map((line) => line.text).join(" "),
    ]),
  };
};

describe("liftFootnotes", () => {
  it("lifts notes with raised numbers, each with all its lines", () => {
    expect(lift(small("Of whale oil,", "7"), small("in barrels."), small("In fog.", "8"))).toEqual({
      lines: 6,
      notes: [
        ["7", "Of whale oil, in barrels."],
        ["8", "In fog."],
      ],
    });
  });

  it("takes a plain number in a note with raised numbers for its text", () => {
    expect(lift(small("As in section", "7"), small("22 of the Lamps Act."))).toEqual({
      lines: 6,
      notes: [["7", "As in section 22 of the Lamps Act."]],
    });
  });

  it("takes plain, bracketed and lone numbers where none are raised", () => {
    expect(lift(small("1 Of whale oil."), small("2 In fog.")).notes).toEqual([
      ["1", "Of whale oil."],
      ["2", "In fog."],
    ]);
    expect(lift(small("[3] Of whale oil.")).notes).toEqual([["3", "Of whale oil."]]);
    expect(lift(small("4"), small("Of whale oil.")).notes).toEqual([["4", "Of whale oil."]]);
  });

  it("leaves small print without a number, and numbers in the text's own size, alone", () => {
    expect(lift(small("Printed at the harbour."))).toEqual({ lines: 7, notes: [] });
    expect(lift("1 lamp, 2 horns and a boat")).toEqual({ lines: 7, notes: [] });
  });
});
