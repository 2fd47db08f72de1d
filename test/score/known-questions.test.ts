// How near the nearest known question comes that a statement answers: by itself, or by where it stands.
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { nearestKnown } from "../../src/score/known-questions.ts";
import { keyOf } from "../../src/score/statement-key.ts";
import { findStatements, textOfLines } from "../../src/score/statements.ts";
import {
  fieldGuide,
  fieldLaw,
  makeEvidence,
  makePassage,
  type MadeUpSpan,
} from "../support/made-up-evidence.ts";

const spans: readonly MadeUpSpan[] = [
  { text: "(1) The lamp must be lit at dusk.", locator: "5(1)" },
  { text: "(2) The keeper must—", locator: "5(2)" },
  { text: "(a) trim the wick.", locator: "5(2)(a)" },
];
const evidence = makeEvidence(fieldLaw, makePassage(fieldLaw, spans));

/** For each statement of the evidence. */
const nearest = (over: Partial<Evidence>) =>
  findStatements(evidence.passage).map((each) => nearestKnown(each, { ...evidence, ...over }));

function keysOf({ passage, document }: Evidence): string[] {
  return findStatements(passage).map((each) =>
    keyOf(document.short, textOfLines(each, passage.text)),
  );
}
const [lamp = "", list = ""] = keysOf(evidence);
const byKey = (...entries: readonly (readonly [key: string, similarity: number])[]) => ({
  known: { statements: new Map(entries), beyond: 0.8, ofDocument: false },
});

describe("nearestKnown", () => {
  it("is 0 where no question is known", () => {
    expect(nearest({})).toEqual([0, 0]);
    expect(nearest({ ...byKey(), subjects: new Map() })).toEqual([0, 0]);
  });

  it("goes by the statement's own key", () => {
    expect(nearest(byKey([lamp, 0.6]))).toEqual([0.6, 0]);
    expect(nearest(byKey([list, 0.7], ["0000000000", 0.9]))).toEqual([0, 0.7]);
  });

  it("is not that of the same words in another document", () => {
    const [other = ""] = keysOf(makeEvidence(fieldGuide, makePassage(fieldGuide, spans)));
    expect(nearest(byKey([other, 0.6]))).toEqual([0, 0]);
  });

  it("goes by the provisions that any of its lines stand in", () => {
    expect(nearest({ subjects: new Map([[0, 0.6]]) })).toEqual([0.6, 0]);
    expect(nearest({ subjects: new Map([[1, 0.5]]) })).toEqual([0, 0.5]);
    expect(nearest({ subjects: new Map([[2, 0.9]]) })).toEqual([0, 0.9]);
    expect(nearest({ subjects: new Map([[7, 0.9]]) })).toEqual([0, 0]);
  });

  it("is the nearest of them all", () => {
    const subjects = new Map([
      [0, 0.4],
      [1, 0.5],
      [2, 0.9],
    ]);
    expect(nearest({ subjects, ...byKey([lamp, 0.6], [list, 0.7]) })).toEqual([0.6, 0.9]);
  });
});
