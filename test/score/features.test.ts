// What is known of a statement before it is weighed, feature by feature.
import { describe, expect, it } from "vitest";
import type { DocumentInfo } from "../../src/document.ts";
import type { AskedKind } from "../../src/plan/asked-kind.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { describeAll, type Features, type Sighted } from "../../src/score/features.ts";
import { findStatements } from "../../src/score/statements.ts";
import {
  describeDocument,
  fieldGuide,
  fieldLaw,
  lighthouseLaw,
  makeEvidence,
  makePassage,
  ownPlan,
} from "../support/made-up-evidence.ts";

let ordinal = 0;
/** A statement, with what matters of it and its evidence. */
function sight(
  over: Partial<Sighted> & { readonly of?: DocumentInfo; readonly found?: Partial<Evidence> } = {},
): Sighted {
  const { of = fieldLaw, found = {}, ...rest } = over;
  ordinal += 1;
  const text = "The lamp must be lit at dusk.";
  const evidence = { ...makeEvidence(of, makePassage(of, [{ text }], { ordinal })), ...found };
  const [statement] = findStatements(evidence.passage);
  if (!statement) throw new Error("a statement was meant");
  return { statement, evidence, subject: 0, known: true, holds: false, ...rest };
}

const describeEach = (sighted: readonly Sighted[], nearness: readonly number[] = []): Features[] =>
  describeAll(sighted, nearness.length > 0 ? nearness : sighted.map(() => 0), undefined);
const describeOne = (...[over]: Parameters<typeof sight>) => describeEach([sight(over)])[0];
const each = (features: readonly Features[], name: keyof Features) =>
  features.map((one) => one[name]);
const about = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));

describe("nearness", () => {
  const features = describeEach([sight(), sight(), sight()], [0.4, 0.7, -0.1]);

  it("is that to the question", () => {
    expect(each(features, "near")).toEqual([0.4, 0.7, -0.1]);
  });

  it("leads by 0 where it is the most of all statements, and lies below by what it lacks", () => {
    expect(each(features, "nearLead")).toEqual(about([-0.3, 0, -0.8]));
  });

  it("has the nearest at 0 though that be far from the question", () => {
    expect(each(describeEach([sight(), sight()], [-0.4, -0.2]), "nearLead")).toEqual(
      about([-0.2, 0]),
    );
  });
});

describe("the passage's score", () => {
  it("is compared with the best of the statements' passages", () => {
    const features = describeEach([0.5, 1.5, 0.9].map((score) => sight({ found: { score } })));
    expect(each(features, "passageLead")).toEqual(about([-1, 0, -0.6]));
  });
});

describe("known questions", () => {
  const known = (beyond: number) => ({
    known: { statements: new Map(), beyond, ofDocument: false },
  });

  it("count by the similarity of the nearest that the statement answers", () => {
    const features = describeEach([0.5, 0.9, 0].map((subject) => sight({ subject })));
    expect(each(features, "subject")).toEqual([0.5, 0.9, 0]);
    expect(each(features, "subjectLead")).toEqual(about([-0.4, 0, -0.9]));
  });

  it("lead beyond by what the nearest without an answer is nearer than the nearest with one", () => {
    const near = [0.5, 0.9].map((subject) => sight({ subject, found: known(0.7) }));
    expect(each(describeEach(near), "beyond")).toEqual(about([-0.2, -0.2]));
    const far = [0.5, 0.4].map((subject) => sight({ subject, found: known(0.7) }));
    expect(each(describeEach(far), "beyond")).toEqual(about([0.2, 0.2]));
  });

  it("are as if nothing like the question were known where there is no index", () => {
    expect(describeOne()).toMatchObject({ subject: 0, subjectLead: 0, beyond: 0 });
  });
});

describe("the document", () => {
  const tale = describeDocument({ id: "tale" });

  it.each<[string, DocumentInfo, Evidence["signals"], number]>([
    ["by its title", fieldGuide, {}, 1],
    ["as the home's own", ownPlan, {}, 1],
    ["as the inspectorate's", describeDocument({ id: "grades", authority: "inspection" }), {}, 1],
    ["where the question names it", tale, { document: 1 }, 1],
    ["not otherwise", tale, { document: 0 }, 0],
    ["not as law of something else", lighthouseLaw, {}, 0],
  ])("is of the field %s", (_, of, signals, field) => {
    expect(describeOne({ of, found: { signals } })?.field).toBe(field);
  });

  it("is the home's own by its authority", () => {
    expect(describeOne({ of: ownPlan })?.own).toBe(1);
    expect(describeOne({ of: fieldGuide })?.own).toBe(0);
  });
});

describe("the statement", () => {
  it("is named where the question names its provision", () => {
    expect(describeOne({ found: { signals: { named: 1 } } })?.named).toBe(1);
    expect(describeOne({ found: { signals: { linked: 1 } } })?.named).toBe(0);
  });

  it.each<[name: string, asks: AskedKind | undefined, holds: boolean, lacking: number]>([
    ["lacks a sum that is asked for", "money", false, 1],
    ["lacks a size that is asked for", "size", false, 1],
    ["lacks nothing where it holds the sum", "money", true, 0],
    ["lacks nothing for holding no time, which texts are full of", "length", false, 0],
    ["lacks nothing where nothing of a kind is asked for", undefined, false, 0],
  ])("%s", (_, asks, holds, lacking) => {
    expect(describeAll([sight({ holds })], [0], asks)[0]?.lacking).toBe(lacking);
  });
});

it("is nothing for nothing", () => {
  expect(describeEach([])).toEqual([]);
});
