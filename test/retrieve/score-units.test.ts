// How well whole regulations and headings answer.
import { describe, expect, it } from "vitest";
import type { Passage } from "../../src/chunk/passage.ts";
import type { DocumentInfo } from "../../src/document.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { answeringUnitOf, scoreUnits } from "../../src/retrieve/score-units.ts";
import { fieldGuide, fieldLaw, makeEvidence, makePassage } from "../support/made-up-evidence.ts";

let ordinal = 0;
function at(
  document: DocumentInfo,
  locator: string | null,
  score = 1,
  options: Partial<Passage> = {},
): Evidence {
  ordinal += 1;
  const passage = makePassage(document, [{ text: "The lamp must be lit.", locator }], {
    ordinal,
    ...options,
  });
  return makeEvidence(document, passage, { score });
}

describe("answeringUnitOf", () => {
  it.each(["28", "28(2)", "28(2)(c)(ii)"])("is the whole regulation of %s", (locator) => {
    expect(answeringUnitOf(at(fieldLaw, locator, 1, { trail: ["Part 3", "Keepers"] }))).toBe(
      "law#reg/28",
    );
  });

  it("tells a regulation from one put in after it, and from its like in other law", () => {
    expect(answeringUnitOf(at(fieldLaw, "28A(1)"))).toBe("law#reg/28A");
    expect(answeringUnitOf(at({ ...fieldLaw, id: "law2" }, "28(1)"))).toBe("law2#reg/28");
  });

  it("is each definition for itself", () => {
    expect(answeringUnitOf(at(fieldLaw, "2(1) “keeper”"))).toBe("law#reg/2/1/def/keeper");
    expect(answeringUnitOf(at(fieldLaw, "2(1) “keeper”(a)"))).toBe("law#reg/2/1/def/keeper");
    expect(answeringUnitOf(at(fieldLaw, "2(1) “mate”"))).not.toBe(
      answeringUnitOf(at(fieldLaw, "2(1) “keeper”")),
    );
  });

  it("is the heading of a Schedule's paragraph, and of guidance though it is numbered", () => {
    const trail = ["Schedule 1", "The log"];
    expect(answeringUnitOf(at(fieldLaw, "Schedule 1 para 3", 1, { trail }))).toBe(
      "law#Schedule 1›The log",
    );
    expect(answeringUnitOf(at(fieldGuide, "3.1", 1, { trail: ["Lamps", "Wicks"] }))).toBe(
      "guide#Lamps›Wicks",
    );
    expect(answeringUnitOf(at(fieldLaw, null, 1, { trail: ["Introduction"] }))).toBe(
      "law#Introduction",
    );
  });

  it("is that of the first provision where none covers all of a passage", () => {
    const passage = makePassage(fieldLaw, [
      { text: "(1) The lamp must be lit.", locator: "5(1)" },
      { text: "(2) The horn must be sounded.", locator: "5(2)" },
    ]);
    expect(answeringUnitOf(makeEvidence(fieldLaw, { ...passage, locator: null }))).toBe(
      "law#reg/5",
    );
  });
});

describe("scoreUnits", () => {
  it("counts the best passage of a unit, and a little each further one", () => {
    const evidence = [
      at(fieldLaw, "5(1)", 1),
      at(fieldLaw, "6(1)", 0.8),
      at(fieldLaw, "6(2)", 0.8),
      at(fieldLaw, "6(3)", 0.8),
      at(fieldLaw, "7(1)", 0.26),
    ];
    const scores = scoreUnits(evidence, 1);
    // 0.8 + 2 × 0.15 × 0.8 is best of all.
    expect(scores.get("law#reg/6")).toBe(1);
    expect(scores.get("law#reg/5")).toBeCloseTo(1 / 1.04);
    expect(scores.get("law#reg/7")).toBeCloseTo(0.25);
  });

  it("has nothing to score without evidence", () => {
    expect(scoreUnits([], 1).size).toBe(0);
  });
});
