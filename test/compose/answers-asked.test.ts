// Whether what is printed gives the thing that a question asks for.
import { describe, expect, it } from "vitest";
import {
  findGiven,
  isNotGiven,
  preferGiven,
  sayNotGiven,
} from "../../src/compose/answers-asked.ts";
import { composeExtract } from "../../src/compose/extractive.ts";
import { createGiving } from "../../src/compose/gives-asked.ts";
import type { RankedStatement } from "../../src/compose/rank-statements.ts";
import { buildAnswer } from "../../src/report/build-answer.ts";
import { fieldLaw, rankSpans } from "../support/made-up-evidence.ts";

const asks = { kind: "length", words: "how long" } as const;
let ordinal = 0;

/** A statement that holds a length of time with such a share of the question's words beside it. */
function law(text: string, score: number, gives?: number, subject = 0): RankedStatement {
  ordinal += 1;
  const [ranked] = rankSpans(fieldLaw, [[`${ordinal}(1)`, text]], { score, ordinal });
  if (ranked === undefined) throw new Error("one statement was meant");
  const features = { ...ranked.features, subject };
  return { ...ranked, features, ...(gives === undefined ? {} : { gives }) };
}

const partOf = (...ranked: readonly RankedStatement[]) => ({ heading: null, asks, ranked });

describe("a thing asked for", () => {
  const rule = law("(1) The keeper must keep the log dry and whole.", 6);

  it("is given by the question's words beside it, or by the subject of its provision", () => {
    const close = law("(1) The log must be kept for nine years by a keeper.", 5, 0.6);
    const ofSubject = law("(1) Books must be stored for nine years by a keeper.", 5.5, 0, 1);
    const chance = law("(1) The horn must be sounded for nine minutes in fog.", 5.5, 0.1, 0.2);
    expect(isNotGiven(partOf(rule, close), [rule, close])).toBe(false);
    expect(isNotGiven(partOf(rule, ofSubject), [rule, ofSubject])).toBe(false);
    expect(isNotGiven(partOf(rule, chance), [rule, chance])).toBe(true);
    expect(isNotGiven(partOf(rule), [rule])).toBe(true);
    expect(isNotGiven({ heading: null, ranked: [rule] }, [rule])).toBe(false);
  });

  it("is brought in where it was not chosen, and is not far behind", () => {
    const near = law("(1) The log must be kept for nine years by a keeper.", 4.6, 0.6);
    const far = law("(1) The log must be kept for ten years by a keeper.", 4.4, 0.6);
    expect(findGiven(partOf(rule, near), [rule])).toEqual([near]);
    expect(findGiven(partOf(rule, near), [rule, near])).toEqual([]);
    expect(findGiven(partOf(rule, far), [rule])).toEqual([]);
  });

  it("opens the answer before what matches better", () => {
    const given = law("(1) The log must be kept for nine years by a keeper.", 5, 0.6);
    expect(preferGiven([rule, given], partOf(rule, given))).toEqual([given]);
    expect(preferGiven([rule], partOf(rule))).toEqual([rule]);
  });

  it("is said not to be given, and the law beside it is shown", () => {
    const question = "How long is the log kept?";
    const draft = composeExtract({ question, parts: [] }, [
      { query: question, unmet: [], ...partOf(rule) },
    ]);
    expect(draft.missing).toEqual(["How long is the log kept: the documents do not say how long."]);
    const answer = buildAnswer(draft, { fingerprint: "f", documents: 1 });
    expect(answer.status).toBe("partial");
    expect(answer.answer).toContain("keep the log dry");
    expect(sayNotGiven({ heading: "For how long", asks }, question)).toBe(
      "For how long: the documents do not say how long.",
    );
  });
});

describe("the words beside a thing", () => {
  const text = "The keeper must—\nkeep the log for nine years; and\nsound the horn.";
  const at = (words: string, depth: number) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    depth,
  });
  const lines = [
    at("The keeper must—", 0),
    at("keep the log for nine years; and", 1),
    at("sound the horn.", 1),
  ];
  const giving = (question: string) =>
    createGiving({ wordings: [question], asks, texts: [text] })({ lines, text, titles: "Books" });

  it("are those of its line, of the lines it hangs from and of the titles over it", () => {
    expect(giving("How long must the keeper keep the log?")).toBe(1);
    expect(giving("How long are books kept?")).toBeGreaterThan(0);
    expect(giving("How long does the horn sound?")).toBe(0);
  });

  it("are none where nothing of the kind is held", () => {
    const only = { lines: lines.slice(2), text, titles: "" };
    const give = createGiving({ wordings: ["How long does the horn sound?"], asks, texts: [text] });
    expect(give(only)).toBeNull();
  });
});
