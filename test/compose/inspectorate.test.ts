// When the inspectorate's own documents answer a question.
import { describe, expect, it } from "vitest";
import { composeExtract } from "../../src/compose/extractive.ts";
import { isAnsweredByInspectorate } from "../../src/compose/inspectorate.ts";
import type { RankedStatement } from "../../src/compose/rank-statements.ts";
import { claimsOf } from "../../src/draft/draft.ts";
import {
  describeDocument,
  fieldGuide,
  fieldLaw,
  ownPlan,
  rankSpans,
} from "../support/made-up-evidence.ts";

const framework = describeDocument({
  id: "framework",
  title: "How harbours are inspected",
  authority: "inspection",
});

/** Statements so far behind the nearest in meaning. */
function near(statements: readonly RankedStatement[], asked: number): RankedStatement[] {
  return statements.map((each) => ({ ...each, features: { ...each.features, asked } }));
}

const own = rankSpans(framework, [
  [null, "Inspectors grade a harbour by what they see on the day."],
]);
const law = rankSpans(fieldLaw, [["4(1)", "(1) The keeper must tell the harbour office at once."]]);
const guide = rankSpans(fieldGuide, [["2.1", "The keeper should tell the office by noon."]]);

describe("isAnsweredByInspectorate", () => {
  it("holds where its own documents come clearly nearest", () => {
    expect(isAnsweredByInspectorate([...near(own, 0), ...near(law, -0.2)])).toBe(true);
    expect(isAnsweredByInspectorate([...near(own, 0), ...near(law, -0.05)])).toBe(false);
    expect(isAnsweredByInspectorate([...near(own, 0), ...near(guide, -0.05)])).toBe(false);
    expect(isAnsweredByInspectorate([...near(own, -0.3), ...near(law, 0)])).toBe(false);
    expect(isAnsweredByInspectorate(near(law, 0))).toBe(false);
  });

  it("does not ask how near a document without duties comes", () => {
    const plan = rankSpans(ownPlan, [[null, "Our inspector came in May and was content."]]);
    expect(isAnsweredByInspectorate([...near(own, -0.1), ...near(plan, 0)])).toBe(true);
  });
});

it("opens the answer with them, law beside it only where it matches nearly as well", () => {
  const better = own.map((each) => ({ ...each, score: 5 }));
  const ranked = [...better, ...law.map((each) => ({ ...each, score: 1 }))];
  const part = { query: "How are harbours graded?", heading: null, ranked, unmet: [] };
  const plan = { question: part.query, parts: [] };
  const said = (byInspectorate: boolean) =>
    claimsOf(composeExtract(plan, [{ ...part, byInspectorate }])).map(({ authority }) => authority);
  expect(said(true)).toEqual(["inspection"]);
  expect(said(false)).toEqual(["inspection", "legislation"]);
});
