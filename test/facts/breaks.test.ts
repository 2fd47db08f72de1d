// How a sentence of a plan stands against a provision of its matter, by how each binds.
import { describe, expect, it } from "vitest";
import { findBreak } from "../../src/facts/breaks.ts";
import type { LawSentence } from "../../src/facts/law-sentences.ts";
import { readOwnSentences } from "../../src/facts/own-sentences.ts";

function law(own: string, items: readonly string[] = []): LawSentence {
  const bare = { lead: "", serves: [], served: "", title: null };
  return { ...bare, provision: {} as LawSentence["provision"], own, text: own, items };
}

function judge(said: string, provision: LawSentence) {
  const [own] = readOwnSentences(said, "");
  if (own === undefined) throw new Error("No sentence.");
  return findBreak(own, provision)?.verdict ?? null;
}

const restraint = law("Restraint is only permitted for the purpose of preventing—", [
  "injury to any person;",
  "serious damage to property.",
]);
const calls = law("a telephone on which to make and receive telephone calls in private; and");
const report = law("The independent person must provide a copy of the report to—", [
  "HMCI;",
  "the placing authorities of children;",
]);
const told = law("The keeper must notify HMCI without delay if there is an allegation of abuse.");
const cameras = law("Devices may be used only if the placing authority consents in writing.");
const medicine = law(
  "is administered to the child for whom it is prescribed and to no other child;",
);
const owed = law("The visitor must provide a copy of the report to the placing authorities;");
const duty = law("at all times, at least one person on duty at the light can swim;");
const lenses = law(
  "The keeper may only use lenses to watch children if the council consents in writing.",
);
const probation = law("ensure that each appointment is subject to a period of probation;");

describe("stands against the law", () => {
  it.each([
    ["A child may be held to get them out of bed.", restraint, "contradicts"],
    ["A worker stays in the room while a child is on the telephone.", calls, "contradicts"],
    ["The report goes to the manager and to nobody else.", report, "falls-short"],
    ["Ofsted hears of it once our enquiry is finished.", told, "falls-short"],
    ["The cameras run without anyone's consent.", cameras, "falls-short"],
    ["Staff may use another child's inhaler.", medicine, "contradicts"],
    ["A swimmer is on the rock whenever the rota permits.", duty, "falls-short"],
    ["The report goes to Ofsted and stays among the keepers.", owed, "falls-short"],
    ["A child who will not row is steered by the arms into the boat.", restraint, "contradicts"],
    ["Old hands do not serve probation.", probation, "falls-short"],
  ])("%s", (said, provision, verdict) => {
    expect(judge(said, provision)).toBe(verdict);
  });
});

describe("does not", () => {
  it.each([
    ["A child may be held to stop them hitting somebody.", restraint],
    ["No child is held to make them obey.", restraint],
    ["Nobody stays in the room while a child is on the telephone.", calls],
    ["Calls are overheard by staff only where a court has ordered it.", calls],
    ["The report goes to Ofsted, the placing authorities and the manager.", report],
    ["Ofsted hears of it the same day.", told],
    ["The placing authority has agreed to the cameras in writing.", cameras],
    ["No child is given another child's inhaler.", medicine],
    ["A swimmer is on the rock day and night, and wherever possible two.", duty],
    ["If a swimmer is not available, the light is shut.", duty],
    ["No lens looks into a bunk.", lenses],
    ["Everybody serves six months' probation.", probation],
  ])("%s", (said, provision) => {
    expect(judge(said, provision)).toBeNull();
  });
});
