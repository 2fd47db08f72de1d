// Where and how an answer says that own words fall short of the law.
import { expect, it } from "vitest";
import type { LawComparison } from "../../src/compose/law-comparison.ts";
import { tellLaw } from "../../src/compose/tell-law.ts";
import { claimsOf, type Draft, type DraftClaim, type Quote } from "../../src/draft/draft.ts";
import { nameAt, plainLine, quotePart, words } from "../../src/draft/line-parts.ts";
import type { Norm } from "../../src/facts/norms.ts";
import { verifyDraft } from "../../src/verify/verify-draft.ts";
import { lighthouseLaw, makeEvidence, makePassage, ownPlan } from "../support/made-up-evidence.ts";

const rule = "within 36 hours of a wreck, a log of it is made";
const plan = "The log of a wreck is written within 72 hours.";
const other = "The brass is polished weekly.";

const law = makeEvidence(
  lighthouseLaw,
  makePassage(lighthouseLaw, [{ text: rule, locator: "4(2)(a)" }]),
);
const own = makeEvidence(
  ownPlan,
  makePassage(ownPlan, [{ text: plan }, { text: other }], { trail: ["Wrecks"] }),
);
const quote = (evidence: typeof own, text: string): Quote => {
  const start = evidence.passage.text.indexOf(text);
  return { evidence, start, end: start + text.length };
};

const compared = (asked: boolean, opens = true): LawComparison => ({
  verdict: "falls-short",
  own: quote(own, plan),
  law: quote(law, rule),
  norm: {} as Norm,
  said: { own: "72 hours", law: "36 hours" },
  asked,
  opens,
  likelihood: 2,
});

function claim(text: string): DraftClaim {
  const said = quote(own, text);
  const parts = [nameAt(own, said.start), words(":"), quotePart(said)];
  return { authority: "own", lines: [{ depth: 0, parts }] };
}

const draftOf = (...direct: DraftClaim[]): Draft => ({
  question: "How soon is the log written?",
  direct,
  sections: [],
  missing: [],
  engine: { name: "extractive", model: null },
});

const linesOf = (draft: Draft) => claimsOf(draft).map(({ lines }) => lines.map(plainLine));
const told = [
  `Falls short of the law (72 hours; Lighthouse Regulations, regulation 4(2)(a): 36 hours): Gull Rock plan, “Wrecks”: “${plan}”`,
  `Lighthouse Regulations, regulation 4(2)(a): “${rule}”`,
];

it("stands behind the own words that it is about, with the words of both", () => {
  const draft = tellLaw(draftOf(claim(other), claim(plan)), [compared(false)]);
  expect(linesOf(draft)[2]).toEqual(told);
  expect(verifyDraft(draft, { references: null })).toEqual([]);
});

it("opens the answer where the own words are not quoted and it was asked", () => {
  expect(linesOf(tellLaw(draftOf(claim(other)), [compared(true)]))[0]).toEqual(told);
});

it("stands under what own documents say where what has to be done was asked", () => {
  const draft = tellLaw(draftOf(claim(other)), [compared(true, false)]);
  expect(draft.direct).toHaveLength(1);
  expect(draft.sections[0]?.groups.map(({ title }) => title)).toEqual([
    "What your own documents say",
  ]);
  expect(linesOf(draft)[1]).toEqual(told);
});

it("is left out where nobody asked and nothing quotes the own words", () => {
  const draft = draftOf(claim(other));
  expect(tellLaw(draft, [compared(false)])).toEqual(draft);
});
