// Amendment brackets and labels of revised legislation.
import { describe, expect, it } from "vitest";
import { createBracketReader, isOmission, tightenLabel } from "../../src/structure/amendments.ts";
import { amendment, makeLine } from "./make-lines.ts";

describe("createBracketReader", () => {
  it("takes brackets that an amendment mark opened out of the text", () => {
    const reader = createBracketReader();
    const { line, open } = reader.read(
      makeLine("the [keeper] must watch", { marks: [amendment(5, "F3")] }),
    );
    expect(line.text).toBe("the keeper must watch");
    expect(line.marks.map((mark) => [mark.label, mark.at])).toEqual([
      ["[", 4],
      ["F3", 4],
      ["]", 10],
    ]);
    expect(open).toEqual([]);
  });

  it("leaves other brackets alone", () => {
    const reader = createBracketReader();
    expect(reader.read(makeLine("so [it is said]")).line.text).toBe("so [it is said]");
  });

  it("follows a bracket over lines and says which provisions stand inside it", () => {
    const reader = createBracketReader();
    const first = reader.read(makeLine("[(2A) The lamp", { marks: [amendment(1, "F9")] }));
    const second = reader.read(makeLine("(2B) The horn must sound.]"));
    expect(first.open).toEqual([{ label: "F9", atStart: true }]);
    expect(second.open).toEqual([{ label: "F9", atStart: true }]);
    expect(second.line.text).toBe("(2B) The horn must sound.");
    expect(reader.read(makeLine("(3) Fog")).open).toEqual([]);
  });

  it("keeps two wordings of one place apart", () => {
    const reader = createBracketReader();
    const { line } = reader.read(
      makeLine("[The keeper][Subject to fog, the keeper] climbs", {
        marks: [amendment(1, "F6"), amendment(13, "F6")],
      }),
    );
    expect(line.text).toBe("The keeper Subject to fog, the keeper climbs");
  });
});

describe("tightenLabel", () => {
  it("closes up the label of a repealed or inserted item", () => {
    expect(tightenLabel(makeLine("( a ) . . . .")).text).toBe("(a) . . . .");
    const inserted = tightenLabel(
      makeLine("[( fa ) the pilot", { marks: [amendment(1, "F2"), amendment(13, "F3")] }),
    );
    expect(inserted.text).toBe("[(fa) the pilot");
    expect(inserted.marks.map((mark) => mark.at)).toEqual([1, 11]);
  });
});

describe("isOmission", () => {
  it("knows the dots that stand for omitted text", () => {
    expect(isOmission(". . . . . . . .")).toBe(true);
    expect(isOmission("…")).toBe(true);
    expect(isOmission("")).toBe(false);
    expect(isOmission("The lamp . . .")).toBe(false);
  });
});
