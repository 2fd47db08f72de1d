// From a question to the provisions and statements that its subjects stand for, over a small invented index.
import { describe, expect, it } from "vitest";
import { createOutlineLibrary } from "../../../src/references/create-library.ts";
import { matchSubjects } from "../../../src/retrieve/subjects/match-subjects.ts";
import { placeSubjects } from "../../../src/retrieve/subjects/place-subjects.ts";
import {
  readSubjects,
  subjectFiles,
  vectorScale,
  type SubjectFile,
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

const fileOf = (name: SubjectFile["name"]): SubjectFile => {
  const file = subjectFiles.find((each) => each.name === name);
  if (!file) throw new Error(`no file ${name}`);
  return file;
};
const read = (name: SubjectFile["name"], text: string) => readSubjects(fileOf(name), text);

describe("reading", () => {
  it("takes the source of an address from the file, or from the line", () => {
    expect(read("regulations.tsv", "reg/5/1\tlamp went out\n")).toEqual([
      { subject: { source: "regulations", address: "reg/5/1" }, phrase: "lamp went out" },
    ]);
    expect(read("guide.tsv", "para/3.1\tcleaning the lens\n")).toEqual([
      { subject: { source: "guide", address: "para/3.1" }, phrase: "cleaning the lens" },
    ]);
    const both = "regulations\treg/7\tfog horn\n\nguide\tpara/3.1\tdirty lens\n";
    expect(read("provisions.tsv", both)).toEqual([
      { subject: { source: "regulations", address: "reg/7" }, phrase: "fog horn" },
      { subject: { source: "guide", address: "para/3.1" }, phrase: "dirty lens" },
    ]);
  });

  it.each([
    "several.tsv",
    "everyday.tsv",
    "home.tsv",
    "stories.tsv",
    "inspection.tsv",
    "enforcement.tsv",
    "wider.tsv",
  ] as const)("takes from %s the keys of the statements that answer together", (name) => {
    expect(read(name, "0123456789 abcdef0123\tlamp out, who is told\n")).toEqual([
      {
        subject: { source: "statements", keys: ["0123456789", "abcdef0123"] },
        phrase: "lamp out, who is told",
      },
    ]);
  });

  it("takes what nothing answers, and whether only own documents could", () => {
    expect(read("none.tsv", "figure\tprice of oil\nown\tour boat\n")).toEqual([
      { subject: { source: "beyond", own: false }, phrase: "price of oil" },
      { subject: { source: "beyond", own: true }, phrase: "our boat" },
    ]);
  });

  it.each<[SubjectFile["name"], string, number]>([
    ["guide.tsv", "para/1.1\tlamps\npara/1.2\n", 2],
    ["guide.tsv", "para/1.1\tlamps\tmore\n", 1],
    ["regulations.tsv", "\tlamps\n", 1],
    ["several.tsv", "0123456789\t\n", 1],
    ["provisions.tsv", "guide\tpara/1.1\tlamps\natlas\tpara/1.1\tlamps\n", 2],
    ["provisions.tsv", "para/1.1\tlamps\n", 1],
    ["none.tsv", "price of oil\n", 1],
  ])("refuses a line of %s that does not say what a phrase stands for: %j", (name, text, line) => {
    expect(() => read(name, text)).toThrow(new RegExp(`^Line ${line} of ${name} `));
  });
});

describe("matching", () => {
  const subjects = [
    ...read("regulations.tsv", "reg/5/1\tlamp went out\nreg/5/1\tdark at night\nreg/7\tfog horn\n"),
    ...read("guide.tsv", "para/3.1\tcleaning the lens\n"),
    ...read("several.tsv", "aaaaaaaaaa bbbbbbbbbb\tlamp out, who is told\n"),
    ...read("home.tsv", "bbbbbbbbbb cccccccccc\thorn broken\n"),
    ...read("none.tsv", "figure\tprice of oil\nown\tour boat\n"),
  ].map(({ subject }) => subject);
  const index = { subjects, vectors: toRows(turn(0, 80, 40, 120, 0, 60, 30, 90)) };
  const cosine = (degrees: number) => expect.closeTo(0.3 * Math.cos((degrees * Math.PI) / 180), 2);
  const nearest = (angle: number) =>
    matchSubjects(index, [turn(angle)]).provisions.map(({ address }) => address);

  it("puts the nearest first, each address once by its nearest phrase", () => {
    expect(nearest(0)).toEqual(["reg/5/1", "reg/7", "para/3.1"]);
    expect(nearest(75)).toEqual(["reg/5/1", "reg/7", "para/3.1"]);
    expect(nearest(45)).toEqual(["reg/7", "reg/5/1", "para/3.1"]);
  });

  it("takes the wording that comes nearest", () => {
    const { provisions, statements, beyond } = matchSubjects(index, [turn(160), turn(0)]);
    expect(provisions[0]).toMatchObject({ address: "reg/5/1", similarity: cosine(0) });
    expect(statements.get("aaaaaaaaaa")).toEqual(cosine(0));
    expect(beyond).toEqual({ all: cosine(30), own: cosine(70) });
  });

  it("gives each statement the nearest of the phrases that it answers, alone or with others", () => {
    const near = (angle: number) =>
      Object.fromEntries(matchSubjects(index, [turn(angle)]).statements);
    expect(near(0)).toEqual({
      aaaaaaaaaa: cosine(0),
      bbbbbbbbbb: cosine(0),
      cccccccccc: cosine(60),
    });
    expect(near(60)).toEqual({
      aaaaaaaaaa: cosine(60),
      bbbbbbbbbb: cosine(0),
      cccccccccc: cosine(0),
    });
  });

  it("gives how near the nearest phrase comes that nothing answers, and that only own documents could", () => {
    const near = (angle: number) => matchSubjects(index, [turn(angle)]).beyond;
    expect(near(40)).toEqual({ all: cosine(10), own: cosine(50) });
    expect(near(85)).toEqual({ all: cosine(55), own: cosine(5) });
  });

  it("tells nothing without subjects", () => {
    const none = { subjects: [], vectors: new Int8Array() };
    expect(matchSubjects(none, [turn(0)])).toEqual({
      provisions: [],
      statements: new Map(),
      beyond: { all: 0, own: 0 },
    });
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
    expect(place(["reg/5/1", 0.45])).toEqual([["law", "reg/5/1", 0.5]]);
    expect(place(["reg/5/1", 0.29])).toEqual([["law", "reg/5/1", 0]]);
  });
});
