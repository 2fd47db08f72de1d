// Known statements near a sentence, with vectors of two numbers.
import { expect, it } from "vitest";
import {
  matchKnown,
  readKnownStatements,
  type KnownStatements,
} from "../../src/facts/known-statements.ts";
import { vectorScale } from "../../src/retrieve/subjects/subject-index.ts";

const text = [
  "breaks\treg/1\tThe lamp is left out.",
  "keeps\treg/1\tThe lamp is never left out.",
  "times\treg/2\tThe lamp is trimmed.",
  "beside\t-\tThe boat is tarred.",
].join("\n");

// Each 0.3 long, so that they fit into signed bytes.
const known: KnownStatements = {
  statements: readKnownStatements(text).map((one) => ({ ...one, denies: /never/.test(one.text) })),
  vectors: Int8Array.from([0.3, 0, 0.2, 0.1, 0, 0.3, 0.1, 0].map((one) => one * vectorScale)),
};

const sentence = Float32Array.from([1, 0]);

it("tells apart what breaks, keeps and gives a time for a provision, and what is beside all", () => {
  const { matters, beside, besideAlike } = matchKnown(known, [sentence], false);
  expect(matters.get("reg/1")).toEqual({
    address: "reg/1",
    about: expect.closeTo(0.3, 2),
    breaks: expect.closeTo(0.3, 2),
    keeps: 0,
    times: 0,
  });
  expect(matters.get("reg/2")?.times).toBe(0);
  expect([beside, besideAlike]).toEqual([expect.closeTo(0.1, 2), expect.closeTo(0.1, 2)]);
});

it("compares what denies with what denies", () => {
  const { matters, besideAlike } = matchKnown(known, [sentence], true);
  expect(matters.get("reg/1")).toMatchObject({ breaks: 0, keeps: expect.closeTo(0.2, 2) });
  expect(besideAlike).toBe(0);
});

it.each(["breaks\treg/1", "sometimes\treg/1\tThe lamp burns."])("refuses %j", (line) => {
  expect(() => readKnownStatements(`${text}\n${line}`)).toThrow("Line 5");
});
