// From a question to the provisions that its subjects stand for, over a small invented index.
import { describe, expect, it } from "vitest";
import { createOutlineLibrary } from "../../../src/references/create-library.ts";
import { matchSubjects } from "../../../src/retrieve/subjects/match-subjects.ts";
import { placeSubjects } from "../../../src/retrieve/subjects/place-subjects.ts";
import {
  createSubjectIndex,
  readSubjects,
  vectorScale,
} from "../../../src/retrieve/subjects/subject-index.ts";
import { makeDocument, makeRows } from "../../references/made-up-library.ts";

/** Unit vectors of two numbers, by their angle to the first axis in degrees. */
function turn(...degrees: readonly number[]): Float32Array {
  return Float32Array.from(
    degrees.flatMap((angle) => [
      Math.cos((angle * Math.PI) / 180),
      Math.sin((angle * Math.PI) / 180),
    ]),
  );
}

/** Signed bytes hold what the real index holds: numbers up to 0.3. */
const toRows = (vectors: Float32Array) =>
  Int8Array.from(vectors, (value) => Math.round(value * 0.3 * vectorScale));

const subjects = [
  ...readSubjects(
    "regulations",
    "reg/5/1\tlamp went out\nreg/5/1\tdark at night\nreg/7\tfog horn\n",
  ),
  ...readSubjects("guide", "para/3.1\tcleaning the lens\n"),
];
const index = createSubjectIndex(subjects, toRows(turn(0, 80, 40, 120)));

describe("reading", () => {
  it("refuses a line that is no address and phrase, and says which", () => {
    expect(() => readSubjects("guide", "para/1.1\tlamps\npara/1.2\n")).toThrow(
      /^Line 2 of the guide/,
    );
    expect(() => readSubjects("guide", "para/1.1\tlamps\tmore\n")).toThrow(/^Line 1/);
  });
});

describe("matching", () => {
  const nearest = (angle: number, text = "") =>
    matchSubjects(index, [{ text, vector: turn(angle) }]).map(({ address }) => address);

  it("puts the nearest first, each address once by its nearest phrase", () => {
    expect(nearest(0)).toEqual(["reg/5/1", "reg/7", "para/3.1"]);
    expect(nearest(75)).toEqual(["reg/5/1", "reg/7", "para/3.1"]);
    expect(nearest(45)).toEqual(["reg/7", "reg/5/1", "para/3.1"]);
  });

  it("counts words in common, in whatever form they stand", () => {
    expect(nearest(22)).toEqual(
      ["reg/7", "reg/5/1", "para/3.1"].sort((a) => (a === "reg/7" ? -1 : 1)),
    );
    expect(nearest(22, "cleaned lenses")[0]).not.toBe("para/3.1");
    expect(nearest(100, "cleaned lenses")[0]).toBe("para/3.1");
  });

  it("takes the wording that comes nearest", () => {
    const wordings = [turn(160), turn(0)].map((vector) => ({ text: "", vector }));
    const [first] = matchSubjects(index, wordings);
    expect(first?.address).toBe("reg/5/1");
    expect(first?.similarity).toBeCloseTo(0.3, 2);
  });
});

describe("placing", () => {
  const law = makeDocument("law", "The Children's Homes (Islands) Regulations 2031");
  const guide = makeDocument("guide", "Guide to the Children's Homes Regulations of the islands", {
    authority: "statutory-guidance",
  });
  const act = makeDocument("act", "Lighthouses Act 1999");
  const references = createOutlineLibrary(
    [law, guide, act],
    [
      ...makeRows("law", [["reg/5"], ["reg/5/1"], ["reg/7", { standing: "omitted" }]]),
      ...makeRows("guide", [["para/3.1"]]),
      ...makeRows("act", [["reg/5"], ["reg/5/1"], ["para/3.1"]]),
    ],
  );
  const place = (...matches: readonly (readonly [string, number])[]) =>
    placeSubjects(
      matches.map(([address, similarity]) => ({
        source: address.startsWith("para") ? ("guide" as const) : ("regulations" as const),
        address,
        similarity,
      })),
      references,
    ).map(({ provision, closeness }) => [
      provision.documentId,
      provision.address,
      Number(closeness.toFixed(2)),
    ]);

  it("finds them in the field's law and its guide, and in nothing else", () => {
    expect(place(["reg/5/1", 0.8], ["para/3.1", 0.8])).toEqual([
      ["law", "reg/5/1", 1],
      ["guide", "para/3.1", 1],
    ]);
  });

  it("leaves out what is not there and what is not in force", () => {
    expect(place(["reg/99", 0.8], ["reg/7", 0.8])).toEqual([]);
  });

  it("counts less what is further than the nearest, and nothing from a certain distance", () => {
    expect(place(["reg/5/1", 0.9], ["para/3.1", 0.675])).toEqual([
      ["law", "reg/5/1", 1],
      ["guide", "para/3.1", 0.5],
    ]);
    expect(place(["reg/5/1", 0.9], ["para/3.1", 0.4])[1]).toEqual(["guide", "para/3.1", 0]);
  });

  it("counts less where the question is hardly of the field", () => {
    expect(place(["reg/5/1", 0.575])).toEqual([["law", "reg/5/1", 0.5]]);
    expect(place(["reg/5/1", 0.39])).toEqual([["law", "reg/5/1", 0]]);
  });
});
