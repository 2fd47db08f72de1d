// Whether what is printed holds the thing that a question asks for.
import { describe, expect, it } from "vitest";
import { isNotGiven, sayNotGiven } from "../../src/compose/answers-asked.ts";
import { composeExtract } from "../../src/compose/extractive.ts";
import { buildAnswer } from "../../src/report/build-answer.ts";
import { fieldLaw, rankSpans } from "../support/made-up-evidence.ts";

const asks = { kind: "length", words: "how long" } as const;
const question = "How long is the log kept?";
const rule = rankSpans(fieldLaw, [["1(1)", "(1) The keeper must keep the log dry and whole."]]);
const length = rankSpans(fieldLaw, [["2(1)", "(1) The log must be kept for nine years."]], {
  ordinal: 1,
}).map((statement) => ({ ...statement, holds: true }));

describe("a thing asked for", () => {
  it("is given where any of the statements printed holds it", () => {
    expect(isNotGiven({ asks }, [...rule, ...length])).toBe(false);
    expect(isNotGiven({ asks }, rule)).toBe(true);
  });

  it("is never missed where nothing of a kind is asked for", () => {
    expect(isNotGiven({}, rule)).toBe(false);
  });

  const compose = (ranked: typeof rule) =>
    composeExtract({ question, parts: [] }, [
      { query: question, heading: null, asks, ranked, unmet: [] },
    ]);

  it("is said not to be given, and the law beside it is shown", () => {
    const draft = compose(rule);
    expect(draft.missing).toEqual(["How long is the log kept: the documents do not say how long."]);
    const answer = buildAnswer(draft, { fingerprint: "f", documents: 1 });
    expect(answer.status).toBe("partial");
    expect(answer.answer).toContain("keep the log dry");
    expect(compose([...rule, ...length]).missing).toEqual([]);
  });

  it("is said not to be given under the heading of its part", () => {
    expect(sayNotGiven({ heading: "For how long", asks }, question)).toBe(
      "For how long: the documents do not say how long.",
    );
  });
});
