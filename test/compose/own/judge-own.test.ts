// What an own document says of what is asked, and whether two say the same.
import { describe, expect, it } from "vitest";
import { compareFacts } from "../../../src/compose/own/compare-facts.ts";
import { judgeOwn } from "../../../src/compose/own/judge-own.ts";
import type { OwnFinding } from "../../../src/compose/own/own-answer.ts";
import { tellOwnOfAll } from "../../../src/compose/own/tell-own.ts";
import { answeredFrom, type RankedStatement } from "../../../src/score/rank-statements.ts";
import { findOwnStatements } from "../../../src/score/own-statements.ts";
import {
  describeDocument,
  makeEvidence,
  makePassage,
  ownPlan,
  rankSpans,
  textOf,
} from "../../support/made-up-evidence.ts";

const policy = describeDocument({ ...ownPlan, id: "policy", short: "Lamp policy" });
let ordinal = 0;
/** @param above how far above what still answers */
function says(
  text: string,
  above = 2,
  document = ownPlan,
  trail = ["The lamp"],
): RankedStatement[] {
  ordinal += 1;
  const score = answeredFrom + above;
  return rankSpans(document, [[null, text]], { score, ordinal, trail });
}
const judge = (ranked: readonly RankedStatement[], topic: string) =>
  judgeOwn(ownPlan, ranked, topic);

describe("judgeOwn", () => {
  it("quotes what is near the best, and little else", () => {
    const ranked = [
      ...says("The lamp is lit by the mate at dusk.", 3),
      ...says("The lamp is put out by the mate at dawn.", 2.5),
      ...says("The brass is polished by the boy weekly.", 0.2, ownPlan, ["The brass"]),
    ];
    const { verdict, statements } = judge(ranked, "who lights the lamp?");
    expect(verdict).toBe("says");
    expect(statements).toEqual(ranked.slice(0, 2));
  });

  it("is silent below what answers, and names the section nearest to it, if one is near", () => {
    const near = judge(says("The lamp is lit by the mate at dusk.", -2), "who mends the lamp?");
    expect(near).toMatchObject({ verdict: "silent", statements: [], nearest: "The lamp" });
    const closer = judge(says("The lamp is lit by the mate at dusk.", -0.5), "who mends the lamp?");
    expect(closer).toMatchObject({ verdict: "unclear", statements: [], nearest: "The lamp" });
    const far = judge(says("The lamp is lit by the mate at dusk.", -4), "who feeds the cat?");
    expect(far).toMatchObject({ verdict: "silent", nearest: null });
    expect(judge([], "who feeds the cat?")).toMatchObject({ verdict: "silent", nearest: null });
  });

  it("finds the blank where the answer should stand", () => {
    const found = judge(says("The keeper of the lamp is ________."), "who is the keeper?");
    expect(found).toMatchObject({ verdict: "blank", blank: "________" });
  });
});

describe("a row of a table", () => {
  const passage = makePassage(
    ownPlan,
    [
      { text: "Course | How often | Provider", kind: "row" },
      { text: "Lamps | every year | Brass & Sons", kind: "row" },
      { text: "Horns | every year | TBC", kind: "row" },
      { text: "Boats | tbc", kind: "row" },
      { text: "Ropes | every month | –", kind: "row" },
    ],
    { trail: ["Courses"] },
  );
  const evidence = makeEvidence(ownPlan, passage);
  const rows = findOwnStatements(passage).map((statement): RankedStatement => ({
    ...statement,
    evidence,
    score: answeredFrom + 2,
    unit: "courses",
    holds: false,
  }));
  const row = (name: string) => rows.filter((each) => textOf(each).includes(name));

  it("is a statement of an own document, with the first row, though none is marked as the head", () => {
    expect(rows.map((each) => textOf(each).replace("\n", " "))).toEqual([
      "Course | How often | Provider Lamps | every year | Brass & Sons",
      "Course | How often | Provider Horns | every year | TBC",
      "Course | How often | Provider Boats | tbc",
      "Course | How often | Provider Ropes | every month | –",
    ]);
  });

  it("is blank in the column that is asked for, or where nothing else stands in it", () => {
    const provider = "who provides the course on horns?";
    expect(judge(row("Horns"), provider).verdict).toBe("blank");
    expect(judge(row("Lamps"), "who provides the course on lamps?").verdict).toBe("says");
    expect(judge(row("Horns"), "how often are horns taught?").verdict).toBe("says");
    expect(judge(row("Ropes"), "who is the provider for ropes?").verdict).toBe("blank");
    expect(judge(row("Ropes"), "how often are ropes taught?").verdict).toBe("says");
    expect(judge(row("Boats"), "when are boats taught?").verdict).toBe("blank");
  });
});

it("takes a form that nobody has filled in for blank", () => {
  const form = makePassage(
    ownPlan,
    [
      { text: "My name | –", kind: "row" },
      { text: "What helps me | –", kind: "row" },
    ],
    { trail: ["About me"] },
  );
  const evidence = makeEvidence(ownPlan, form);
  const statements = findOwnStatements(form).map((each) => ({ ...each, evidence }));
  const ranked = statements.map((each): RankedStatement => {
    return { ...each, score: answeredFrom + 2, unit: "form", holds: false };
  });
  const helps = ranked.filter((each) => textOf(each).includes("helps"));
  expect(judge(helps, "what helps me?")).toMatchObject({ verdict: "blank", blank: "–" });
});

describe("what is said before the answer", () => {
  const tell = (finding: OwnFinding) =>
    tellOwnOfAll([
      { own: { findings: [finding], named: true, others: [], unread: [], comparison: null } },
    ]);
  const base = { document: ownPlan, blank: null, nearest: null } as const;

  it("is that some of what is quoted is still to be filled in", () => {
    const statements = says("The mate has the key, and [name] a second one.");
    expect(tell({ ...base, verdict: "says", statements })).toEqual([
      "In what is quoted of Gull Rock plan, “[name]” is still to be filled in.",
    ]);
    const yaml = { ...ownPlan, file: "elm/home.yaml" };
    const listed = says("Children come from [Ashby, Marlow].", 2, yaml);
    expect(tell({ ...base, document: yaml, verdict: "says", statements: listed })).toEqual([]);
  });

  it("is never that a document is silent, where a passage that is not quoted may say it", () => {
    const withheld = says("The lamp is lit at dusk.").map(({ evidence }) => evidence);
    const finding = { ...base, verdict: "silent", statements: [], withheld } as const;
    const [told] = tell(finding);
    expect(told).toMatch(/^Gull Rock plan may say it under “The lamp”, in a passage that gives/);
    expect(tell({ ...finding, withheld: [] })).toEqual(["Gull Rock plan does not say."]);
  });
});

describe("two documents", () => {
  const both = (one: string, other: string) => [
    judgeOwn(ownPlan, says(one), "the lamp"),
    judgeOwn(policy, says(other, 2, policy), "the lamp"),
  ];

  it("differ by figures of one kind", () => {
    const findings = both("The lamp is cleaned every six weeks.", "Clean the lamp every month.");
    const comparison = compareFacts(findings, { kind: "frequency", words: "how often" });
    expect(comparison?.same).toBe(false);
    expect(
      tellOwnOfAll([{ own: { findings, named: true, others: [], unread: [], comparison } }]),
    ).toEqual([
      "Gull Rock plan and Lamp policy differ: “six weeks” in Gull Rock plan, “every month” in Lamp policy.",
    ]);
  });

  it("say the same, however it is written", () => {
    const findings = both("The lamp is cleaned every 12 months.", "Clean the lamp once a year.");
    expect(compareFacts(findings, undefined)?.same ?? null).not.toBe(false);
    const ages = both("Boys aged 11 to 15 may row.", "Those who row are aged 11 to 15.");
    expect(compareFacts(ages, undefined)?.same).toBe(true);
  });

  it("are not compared where one gives no figure, or some figures agree and others do not", () => {
    expect(
      compareFacts(both("The lamp is cleaned often.", "Clean it every week."), undefined),
    ).toBeNull();
    const some = both(
      "The lamp is cleaned within 24 hours and tested within 3 weeks.",
      "The lamp is cleaned within 24 hours and tested within 5 weeks.",
    );
    expect(compareFacts(some, { kind: "time", words: "when" })).toBeNull();
  });
});
