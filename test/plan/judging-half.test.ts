// Which halves of a question only ask for a judgement of the rest.
import { describe, expect, it } from "vitest";
import { asksForJudgement } from "../../src/plan/judging-half.ts";

describe("asksForJudgement", () => {
  it.each([
    "is that often enough?",
    "is that lawful",
    "is that in time",
    "is it OK?",
    "isn't that too long?",
    "does that fit?",
    "does it comply with regulation 33(4)?",
    "does the law allow that?",
    "are those times legal?",
    "should it be more often?",
    "how does that compare with the Guide?",
    "what does the law say about that?",
    "would Ofsted accept that?",
    "does this meet the quality standards?",
  ])("finds a verdict asked of what was asked before: %s", (half) => {
    expect(asksForJudgement(half)).toBe(true);
  });

  it.each([
    "is it recorded?",
    "is it kept in the office?",
    "is that written down?",
    "does that go to Ofsted?",
    "do they need training?",
    "do they meet every month?",
    "do they agree with the social worker?",
    "does it apply to agency staff?",
    "what does the plan say about it?",
    "is our policy lawful?",
    "who signs it?",
    "how is it kept?",
    "is it Ofsted?",
  ])("leaves what asks for something of its own: %s", (half) => {
    expect(asksForJudgement(half)).toBe(false);
  });
});
