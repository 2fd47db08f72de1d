import { describe, expect, it } from "vitest";
import { checkStatement } from "../../src/verify/check-statement.ts";
import { readStatement } from "../../src/verify/read-statement.ts";
import type { Statement, Support } from "../../src/verify/statement.ts";
import { cite, citeDocument, context } from "../support/lighthouse.ts";

function errorsOf(
  text: string,
  supports: readonly Support[],
  kind: Statement["kind"] = "requirement",
): string[] {
  const statement = readStatement({ text, kind }, context.references);
  const findings = checkStatement(statement, supports, context);
  return findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

function codesOf(
  text: string,
  supports: readonly Support[],
  kind: Statement["kind"] = "requirement",
): string[] {
  const statement = readStatement({ text, kind }, context.references);
  return checkStatement(statement, supports, context).map(
    ({ code, severity }) => `${severity} ${code}`,
  );
}

/** Statements in words of their own that say what their source says. */
const faithful: readonly (readonly [string, string])[] = [
  ["Nobody may keep a lamp house without being patient and sober.", "regulation 3(1)"],
  ["Only a person who is patient and sober may keep a lamp house.", "regulation 3(1)"],
  [
    "The keeper must have tended a lamp for at least three years in a busy harbour within the last six.",
    "regulation 3(2)",
  ],
  [
    "The Level 4 Certificate in Lamp Tending must be passed by the appointed date.",
    "regulation 3(2)(b)",
  ],
  [
    "The registered provider may put off the appointed date if the manager tends the lamp part-time.",
    "regulation 3(3)",
  ],
  [
    "There must be a storm drill policy, written and kept under review by the registered person.",
    "regulation 4(1)",
  ],
  [
    "A log of a wreck, with the names of the boats, must be made within 36 hours.",
    "regulation 4(2)",
  ],
  [
    "Within five days of the wreck the log must go to the placing authority in writing.",
    "regulation 4(2)",
  ],
  ["The tower must not be painted unless the local authority has agreed.", "regulation 4(3)"],
  [
    "Unless the local authority agrees, the registered person may not paint the tower.",
    "regulation 4(3)",
  ],
  [
    "An independent person must be appointed by the registered provider and visit at least monthly.",
    "regulation 5(1)",
  ],
  [
    "The responsible individual must read every visit report before the tide turns.",
    "regulation 5(2)",
  ],
  ["The registered person should have a rota naming who tends the lamp.", "Guide 2.1"],
  ["Staff should know where spare wicks are kept.", "Guide 2.1"],
  ["Regulation 4(2) requires a log; it should be written in ink.", "Guide 2.2"],
  ["Staff should always be able to reach the boathouse and warm clothing.", "Guide 2.3"],
];

describe("faithful statements", () => {
  it.each(faithful)("%s", (text, reference) => {
    expect(errorsOf(text, cite(reference))).toEqual([]);
  });
});

/** Statements that are wrong in one way each, with what must be found. */
const altered: readonly (readonly [string, string, string])[] = [
  // Numbers, units, limits.
  [
    "The keeper must have tended a lamp for at least four years in a busy harbour.",
    "regulation 3(2)",
    "number-not-in-source",
  ],
  [
    "The keeper must have tended a lamp for at least six years within the last three years.",
    "regulation 3(2)",
    "limit-changed",
  ],
  [
    "The keeper must have tended a lamp for at most three years in a busy harbour.",
    "regulation 3(2)",
    "limit-changed",
  ],
  [
    "The Level 5 Certificate in Lamp Tending must be passed by the appointed date.",
    "regulation 3(2)",
    "number-not-in-source",
  ],
  ["A log of a wreck must be made within 48 hours.", "regulation 4(2)", "number-not-in-source"],
  ["A log of a wreck must be made within 36 days.", "regulation 4(2)", "number-not-in-source"],
  [
    "The log of the wreck must be sent in writing within 36 hours.",
    "regulation 4(2)",
    "number-not-in-source",
  ],
  [
    "A log of the wreck must be made at least 36 hours after it.",
    "regulation 4(2)",
    "limit-changed",
  ],
  [
    "The independent person must visit the lamp house at least once each week.",
    "regulation 5(1)",
    "number-not-in-source",
  ],
  [
    "The independent person must visit the lamp house at most once each month.",
    "regulation 5(1)",
    "limit-changed",
  ],
  [
    "The storm drill policy must be reviewed by 1 June 2032.",
    "regulation 4(1)",
    "number-not-in-source",
  ],
  // Must, should, may.
  [
    "The registered person must have a rota that names who tends the lamp.",
    "Guide 2.1",
    "must-for-should",
  ],
  ["The log must be written in ink.", "Guide 2.2", "must-for-should"],
  [
    "The registered person is required to have a rota of who tends the lamp.",
    "Guide 2.1",
    "must-for-should",
  ],
  [
    "The registered provider must postpone the appointed date if the manager tends the lamp part-time.",
    "regulation 3(3)",
    "must-for-should",
  ],
  [
    "The registered person should write a storm drill policy and keep it under review.",
    "regulation 4(1)",
    "should-for-must",
  ],
  ["A storm drill policy is optional.", "regulation 4(1)", "should-for-must"],
  [
    "The registered person need not write a storm drill policy.",
    "regulation 4(1)",
    "should-for-must",
  ],
  // Denials.
  [
    "The registered person must not write a storm drill policy.",
    "regulation 4(1)",
    "negation-changed",
  ],
  ["The registered person must paint the tower.", "regulation 4(3)", "negation-changed"],
  ["Staff should not know where the spare wicks are kept.", "Guide 2.1", "negation-changed"],
  // Who bears the duty.
  [
    "The responsible individual must write a storm drill policy and keep it under review.",
    "regulation 4(1)",
    "wrong-duty-holder",
  ],
  [
    "The registered manager may postpone the appointed date if the lamp is tended part-time.",
    "regulation 3(3)",
    "wrong-duty-holder",
  ],
  [
    "Ofsted may postpone the appointed date if the manager tends the lamp part-time.",
    "regulation 3(3)",
    "wrong-duty-holder",
  ],
  [
    "The registered manager must appoint an independent person to visit the lamp house.",
    "regulation 5(1)",
    "wrong-duty-holder",
  ],
  [
    "The placing authority must read every report of a visit before the tide turns.",
    "regulation 5(2)",
    "wrong-duty-holder",
  ],
  [
    "The log must be sent to the Secretary of State in writing.",
    "regulation 4(2)",
    "wrong-duty-holder",
  ],
  [
    "The tower must not be painted unless the placing authority has agreed.",
    "regulation 4(3)",
    "wrong-duty-holder",
  ],
  // References.
  [
    "Regulation 9 requires a storm drill policy to be written.",
    "regulation 4(1)",
    "reference-missing",
  ],
  [
    "Under regulation 3(7) the appointed date may be postponed by the registered provider.",
    "regulation 3(3)",
    "reference-missing",
  ],
  [
    "Guide 7.7 says that the registered person should have a rota of who tends the lamp.",
    "Guide 2.1",
    "reference-missing",
  ],
  [
    "Regulation 5 requires a storm drill policy to be written and kept under review.",
    "regulation 4(1)",
    "reference-unsupported",
  ],
  [
    "Under the Lamp Oil (Barrels) Regulations 2029 the registered person must write a storm drill policy.",
    "regulation 4(1)",
    "reference-external",
  ],
  [
    "Guide page 7, paragraph 2.1 says that the registered person should have a rota.",
    "Guide 2.1",
    "page-paragraph-mismatch",
  ],
  [
    "The registered person must offer cookery lessons and a swimming pool to guests.",
    "regulation 4(1)",
    "reference-unsupported",
  ],
  // Quotations.
  [
    "The policy “must write a storm drill policy and keep it under scrutiny”.",
    "regulation 4(1)",
    "quote-not-on-page",
  ],
  [
    "The law says “within 63 hours of a wreck, a log of the wreck is made”.",
    "regulation 4(2)",
    "quote-not-on-page",
  ],
  [
    "The law says “the person is patient or sober” of every keeper.",
    "regulation 3(1)",
    "quote-not-on-page",
  ],
  // Wording followed closely.
  [
    "The responsible individual must read some report of a visit before the tide turns.",
    "regulation 5(2)",
    "wording-changed",
  ],
  [
    "The responsible individual must read every report of a visit after the tide turns.",
    "regulation 5(2)",
    "wording-changed",
  ],
  // What is cited.
  ["Candles may be lit in fog.", "regulation 4(4)", "expired-text-cited"],
];

describe("altered statements", () => {
  it.each(altered)("%s", (text, reference, code) => {
    expect(errorsOf(text, cite(reference))).toContain(code);
  });
});

describe("what a statement may rest on", () => {
  it("is something", () => {
    expect(errorsOf("The registered person must feed the gulls.", [])).toEqual([
      "statement-uncited",
    ]);
    expect(errorsOf("Consider feeding the gulls.", [], "advice")).toEqual([]);
  });

  it("is not the provider's own document, unless the statement says so", () => {
    const supports = citeDocument("plan");
    expect(errorsOf("Every keeper must polish the brass on Fridays.", supports)).toEqual([
      "own-document-as-authority",
    ]);
    expect(
      errorsOf("Our plan says that every keeper must polish the brass on Fridays.", supports),
    ).toEqual([]);
  });

  it("is not a voluntary standard, nor a document that is not trusted", () => {
    const claim = "Keepers must be offered a foghorn concert twice a year.";
    expect(errorsOf(claim, citeDocument("charter"))).toEqual(["weak-authority"]);
    const scraped = "Keepers must buy their lamp oil from the shop named below.";
    expect(errorsOf(scraped, citeDocument("scraped"))).toContain("untrusted-source");
  });

  it("is law where the statement speaks of law", () => {
    const text = "Staff are legally expected to know where the spare wicks are kept.";
    expect(codesOf(text, cite("Guide 2.1"))).toContain("warning guidance-as-law");
  });
});

describe("warnings", () => {
  it("a duty laid on one of two who bear it", () => {
    const text = "The registered manager must write a storm drill policy and keep it under review.";
    expect(codesOf(text, cite("regulation 4(1)"))).toEqual(["warning wrong-duty-holder"]);
  });

  it("a condition left out", () => {
    const text = "The registered provider may postpone the appointed date.";
    expect(codesOf(text, cite("regulation 3(3)"))).toEqual(["warning condition-dropped"]);
    const certificate = "The manager must have passed the Level 4 Certificate in Lamp Tending.";
    expect(codesOf(certificate, cite("regulation 3(2)(b)"))).toContain("warning condition-dropped");
  });

  it("a reference with several readings", () => {
    const statement = readStatement(
      { text: "The rules are explained in 1.1 of the Guide (1.1).", kind: "connective" },
      context.references,
    );
    const findings = checkStatement(statement, [], context);
    expect(findings.map(({ code }) => code)).toContain("reference-ambiguous");
  });
});

it("gives the line and the words concerned, and the same again", () => {
  const statement = readStatement(
    { text: "A log of a wreck must be made within 48 hours.", kind: "requirement", line: 7 },
    context.references,
  );
  const supports = cite("regulation 4(2)");
  const findings = checkStatement(statement, supports, context);
  expect(findings).toMatchInlineSnapshot(`
    [
      {
        "args": {
          "claimed": "48 hours",
          "place": "Regulations 4(2)",
          "said": "36 hours",
          "sources": "Regulations 4(2)",
          "variant": "instead",
        },
        "code": "number-not-in-source",
        "line": 7,
        "message": "“48 hours” does not stand in Regulations 4(2); Regulations 4(2) says “36 hours”.",
        "place": {
          "file": "Lamp_House_Regulations.pdf",
          "locator": "4(2)",
          "page": 4,
        },
        "reference": "48 hours",
        "severity": "error",
      },
    ]
  `);
  expect(checkStatement(statement, supports, context)).toEqual(findings);
});
