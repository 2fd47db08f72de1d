// What is known of each statement before it is weighed, and in which order statements come.
import { describe, expect, it } from "vitest";
import { readAsked } from "../../src/plan/asked-kind.ts";
import type { MatchStatements } from "../../src/compose/match-statements.ts";
import type { Wordings } from "../../src/plan/wordings.ts";
import {
  describeStatements,
  featureWeights,
  scoreStatements,
  type DescribedStatement,
  type Features,
} from "../../src/compose/rank-statements.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import {
  describeDocument,
  fieldGuide,
  fieldLaw,
  fillWords,
  lighthouseLaw,
  makeEvidence,
  makePassage,
  ownPlan,
  rankSpans,
  textOf,
} from "../support/made-up-evidence.ts";

/** Nearness by a word of the statement; 0.5 for all others. */
function matchBy(near: Readonly<Record<string, number>> = {}): MatchStatements {
  return async (_wordings, passages) =>
    passages.map(({ passage, statements }) =>
      statements.map(({ lines }) => {
        const text = lines.map(({ start, end }) => passage.text.slice(start, end)).join(" ");
        const value = Object.entries(near).find(([word]) => text.includes(word))?.[1] ?? 0.5;
        return { asked: value, best: value };
      }),
    );
}

function asksOf(question: string) {
  const asks = readAsked(question);
  return asks === null ? {} : { asks };
}

async function featuresOf(
  question: string,
  evidence: readonly Evidence[],
  match = matchBy(),
): Promise<Features[]> {
  const described = await describeStatements(
    { asked: [question], others: [], ...asksOf(question) },
    evidence,
    match,
  );
  return described.map(({ features }) => features);
}

/** Features of a sentence of the guide that stands alone. */
async function featuresOfText(question: string, text: string, kind?: "row"): Promise<Features> {
  const passage = makePassage(fieldGuide, [{ text, locator: "3.1", kind: kind ?? "text" }]);
  const [features, ...more] = await featuresOf(question, [makeEvidence(fieldGuide, passage)]);
  if (!features || more.length > 0) throw new Error("one statement was meant");
  return features;
}

describe("time", () => {
  const timed = "Logs are kept for three years.";
  it.each([
    ["How long are logs kept?", 1],
    ["How many days may a mate be away?", 1],
    ["When is the log read?", 1],
    ["Is there a deadline for the log?", 1],
    ["What is the time limit for the log?", 1],
    ["Who reads the log?", 0],
    ["How is the log kept?", 0],
  ])("is asked for: %s", async (question, time) => {
    expect((await featuresOfText(question, timed)).held).toBe(time);
  });

  it.each([
    ["The office is told within 5 working days.", 1],
    ["The office is told within 28 days of it.", 1],
    ["The office is told of it without delay.", 1],
    ["The brass is polished at least once a month.", 1],
    ["The brass is polished every week by mates.", 1],
    ["There is an annual and a monthly round.", 1],
    ["There are 24-hour watches in the winter.", 1],
    ["The lamp has 5 wicks and 3 lenses.", 0],
    ["The keeper writes down the day of each wreck.", 0],
  ])("is given: %s", async (text, time) => {
    expect((await featuresOfText("How soon is it done?", text)).held).toBe(time);
  });
});

describe("norm", () => {
  it.each([
    ["The keeper must light the lamp at dusk.", 1],
    ["The keeper should light the lamp at dusk.", 1],
    ["A mate may only row by daylight.", 1],
    ["No visitor may touch the lamp at night.", 1],
    ["Visitors are prohibited after dusk on the rock.", 1],
    ["The lamp was lit by hand in former days.", 0],
    ["The keeper trusts the mustard in the kitchen.", 0],
  ])("%s", async (text, norm) => {
    expect((await featuresOfText("What of the lamp?", text)).norm).toBe(norm);
  });
});

describe("row", () => {
  it("is a line of a table", async () => {
    const row = "Grade two | The keeper must hold a ticket; it lasts a year.";
    expect((await featuresOfText("Which ticket?", row, "row")).row).toBe(1);
    expect((await featuresOfText("Which ticket?", "The keeper must hold a ticket.")).row).toBe(0);
  });
});

describe("nearness", () => {
  it("is 0 for the nearest of all and falls by 1 for each quarter", async () => {
    const passage = makePassage(fieldLaw, [
      { text: "(1) The lamp must be lit at dusk.", locator: "5(1)" },
      { text: "(2) The horn must be sounded in fog.", locator: "5(2)" },
    ]);
    const features = await featuresOf(
      "What of the lamp?",
      [makeEvidence(fieldLaw, passage)],
      matchBy({ lamp: 0.75, horn: 0.5 }),
    );
    expect(features.map(({ asked, nearness }) => [asked, nearness])).toEqual([
      [0, 0],
      [-1, -1],
    ]);
  });
});

describe("what a passage is known by", () => {
  const law = makeEvidence(
    fieldLaw,
    makePassage(fieldLaw, [{ text: "(1) The lamp must be lit at dusk.", locator: "5(1)" }], {
      trail: ["Lamps"],
    }),
    { score: 1, signals: { linked: 0.5, named: 1 } },
  );
  const guidance = makeEvidence(
    fieldGuide,
    makePassage(fieldGuide, [{ text: "The horn should be sounded in fog.", locator: "3.1" }], {
      links: ["reg/5/1"],
    }),
    { score: 0.5, signals: { linked: 0.25 } },
  );
  const tale = makeEvidence(
    describeDocument({ id: "tale" }),
    makePassage(describeDocument({ id: "tale" }), [{ text: "Once a keeper lost his lantern." }]),
    { score: 0.25 },
  );

  it("compares scores, links and documents with the best", async () => {
    const features = await featuresOf("What of the lamp?", [law, guidance, tale]);
    expect(features.map(({ passage }) => passage)).toEqual([1, 0.5, 0.25]);
    expect(features.map(({ unit }) => unit)).toEqual([1, 0.5, 0.25]);
    expect(features.map(({ document }) => document)).toEqual([1, 0.5, 0.25]);
    expect(features.map(({ linked }) => linked)).toEqual([1, 0.5, 0]);
    expect(features.map(({ named }) => named)).toEqual([1, 0, 0]);
    expect(features.map(({ refers }) => refers)).toEqual([0, 1, 0]);
    expect(features.map(({ legislation }) => legislation)).toEqual([1, 0, 0]);
    expect(features.map(({ guidance: is }) => is)).toEqual([0, 1, 0]);
  });

  it("measures how many of the question's words stand in the titles", async () => {
    const [first, second] = await featuresOf("Lamps?", [law, guidance]);
    expect([first?.title, second?.title]).toEqual([1, 0]);
  });

  it("has no links where nothing refers to anything", async () => {
    const [only] = await featuresOf("What of the lantern?", [tale]);
    expect([only?.linked, only?.refers]).toEqual([0, 0]);
  });

  it("is of the field by its title, by being the home's own, or by being named", async () => {
    const own = makeEvidence(
      ownPlan,
      makePassage(ownPlan, [{ text: "Our mate polishes the brass on Friday." }]),
    );
    const named = { ...tale, signals: { document: 1 } };
    const other = makeEvidence(
      lighthouseLaw,
      makePassage(lighthouseLaw, [{ text: "The lamp must be lit at dusk.", locator: "5" }]),
    );
    const fields = async (evidence: Evidence) =>
      (await featuresOf("What of the lamp?", [evidence])).map(({ field }) => field);
    expect(await fields(law)).toEqual([1]);
    expect(await fields(own)).toEqual([1]);
    expect(await fields(named)).toEqual([1]);
    expect(await fields(tale)).toEqual([0]);
    expect(await fields(other)).toEqual([0]);
  });

  it("is nothing without evidence", async () => {
    expect(await featuresOf("What of the lamp?", [])).toEqual([]);
  });
});

describe("scoreStatements", () => {
  const zero = Object.fromEntries(Object.keys(featureWeights).map((name) => [name, 0]));
  const weights = { ...zero, norm: 2, held: -1 } as unknown as typeof featureWeights;
  const spans = [
    ["2.1", "The lamp is lit at dusk. The horn is sounded in fog."],
    ["2.2", "The boat is rowed on calm days."],
  ] as const;
  const told = [1, 0].flatMap((ordinal) => rankSpans(fieldGuide, spans, { ordinal }));

  it("adds up what each feature counts", () => {
    const [only] = told;
    if (!only) throw new Error("no statement");
    const features = { ...only.features, norm: 1, held: 0.5, title: 9 };
    expect(scoreStatements([{ ...only, features }], weights)[0]?.score).toBe(1.5);
  });

  it("puts the best first, and those alike in the order of passages and their text", () => {
    const shuffled: DescribedStatement[] = [4, 1, 5, 0, 3, 2].flatMap((i) => told[i] ?? []);
    const [best, ...rest] = scoreStatements(
      shuffled.map((entry) =>
        entry === told[2] ? { ...entry, features: { ...entry.features, norm: 1 } } : entry,
      ),
      weights,
    );
    expect(best && textOf(best)).toBe("The boat is rowed on calm days.");
    expect(rest.map(({ evidence, lines }) => [evidence.passage.ordinal, lines[0]?.start])).toEqual([
      [0, 0],
      [0, 25],
      [0, 53],
      [1, 0],
      [1, 25],
    ]);
  });

  it("orders parts of one list by their own items, not by the lead-in they share", () => {
    const parts = rankSpans(fieldLaw, [
      ["5(2)", "(2) The keeper must—"],
      ["5(2)(a)", `(a) hold ${fillWords(60, "rope")};`],
      ["5(2)(b)", `(b) keep ${fillWords(60, "oil")}.`],
    ]);
    expect(scoreStatements(parts.toReversed(), weights).map(textOf)).toEqual(parts.map(textOf));
  });

  it("is what ranking ends in, whatever the order of the evidence", async () => {
    const evidence = told.flatMap(({ evidence: one }, i) => (i % 3 === 0 ? one : []));
    const wordings: Wordings = { asked: ["What of the lamp?"], others: [] };
    const match = matchBy({ boat: 0.9 });
    const rank = async (found: typeof evidence) =>
      scoreStatements(await describeStatements(wordings, found, match), featureWeights);
    const forth = await rank(evidence);
    const back = await rank(evidence.toReversed());
    expect(forth.map(textOf).slice(0, 2)).toEqual(Array(2).fill("The boat is rowed on calm days."));
    expect(back.map(textOf)).toEqual(forth.map(textOf));
  });
});
