// What a sentence says of several things at once, of whom something is told, and of how many: compared with each source.
import { describe, expect, test } from "vitest";
import { createCheck } from "../../../src/compose/language-model/check-written.ts";
import { createReader } from "../../../src/references/reader.ts";
import type { MeasureNearness } from "../../../src/score/nearness.ts";
import { makeEvidence } from "./fixtures.ts";
import { ladderLibrary } from "./ladders.ts";

const nearness: MeasureNearness = async (_, texts) => texts.map(() => 0.7);
const check = createCheck({ references: createReader(ladderLibrary()) }, nearness);

const at = (locator: string, text: string) => ({
  evidence: makeEvidence(text, { id: `d1/${locator}`, locator, page: 4 }),
  text,
});
const falls = at(
  "30",
  "The registered person must notify HMCI without delay if a fall that needs the police happens on a ladder.",
);
const record = at(
  "31",
  "Within 24 hours of the fall, the registered person must ensure that a record of the fall is made.",
);
const talk = at(
  "32",
  "Within 5 days of the fall, the registered person must add that they have spoken to the child about it.",
);
const review = at("33", "The registered person must review the ladder policy and revise it.");
const kept = at(
  "34",
  "The registered person must keep the procedure for lending rungs in the shed.",
);
const trained = at(
  "35",
  "The registered person must ensure that all keepers are trained on ladders.",
);
const limit = at("36", "Climbing must be necessary and proportionate.");
const report = at("37", "The independent person's report may recommend repairs of the ladders.");

async function found(text: string, ...sources: readonly (typeof falls)[]): Promise<string[]> {
  const cited = sources.map(({ evidence, text: quoted }) => ({ evidence, quoted: [quoted] }));
  const findings = await check({ text, kind: "requirement" }, cited);
  return findings
    .filter(({ severity }) => severity !== "note")
    .map(({ severity, code }) => `${severity} ${code}`);
}

describe("is marked", () => {
  test.each([
    [
      "somebody told of whom only the condition speaks",
      "A fall on a ladder must be notified to the police without delay.",
      [falls],
      "warning wrong-duty-holder",
    ],
    [
      "a time shared by a deed that has another",
      "Within 24 hours a record of the fall must be made and the child must be spoken to about it.",
      [record, talk],
      "warning number-not-in-source",
    ],
    [
      "what is said of one of two things",
      "The ladder policy and the procedure for lending rungs must be reviewed and revised.",
      [review, kept],
      "warning reference-unsupported",
    ],
    [
      "most for all",
      "Most keepers must be trained on ladders.",
      [trained],
      "warning limit-changed",
    ],
  ])("%s", async (_, text, sources, finding) => {
    expect(await found(text, ...sources)).toContain(finding);
  });

  test("leave that a source gives by a report, and is not refused", async () => {
    const findings = await found("The independent person may suggest repairs.", report);
    expect(findings.filter((one) => one.startsWith("error"))).toEqual([]);
  });
});

describe("is let be", () => {
  test.each([
    [
      "who is told",
      "HMCI must be notified without delay of a fall that needs the police.",
      [falls],
    ],
    [
      "each deed with its time",
      "Within 24 hours a record of the fall must be made, and within 5 days the child must be spoken to about it.",
      [record, talk],
    ],
    ["two parts of one thing", "The ladder policy must be reviewed and revised.", [review, kept]],
    ["a limit set by a denial", "Climbing must never go beyond what is necessary.", [limit]],
    ["all", "All keepers must be trained on ladders.", [trained]],
  ])("%s", async (_, text, sources) => {
    expect(await found(text, ...sources)).toEqual([]);
  });
});
