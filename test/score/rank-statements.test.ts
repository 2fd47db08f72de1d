// In which order statements come, which of them are scored, and when nothing answers.
import { describe, expect, it } from "vitest";
import type { DocumentInfo } from "../../src/document.ts";
import type { Wordings } from "../../src/plan/wordings.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import type { MeasureNearness } from "../../src/score/nearness.ts";
import {
  answeredFrom,
  describeStatements,
  isAnswered,
  rankStatements,
  type RankedStatement,
  type ScorerDeps,
} from "../../src/score/rank-statements.ts";
import { most } from "../../src/score/sieve.ts";
import { keyOf } from "../../src/score/statement-key.ts";
import { featureWeights } from "../../src/score/weights.ts";
import {
  fieldGuide,
  fieldLaw,
  fillWords,
  makeEvidence,
  makePassage,
  ownPlan,
  rankSpans,
  textOf,
  type MadeUpSpan,
} from "../support/made-up-evidence.ts";
import { matchBy } from "../support/match-by.ts";

/** As near as a number for each text says. */
const nearBy =
  (near: (text: string) => number): MeasureNearness =>
  async (_, texts) =>
    texts.map(near);

const alike: ScorerDeps = { match: matchBy(() => 0), nearness: nearBy(() => 1) };

function guide(ordinal: number, text: string, score = 1): Evidence {
  const spans: MadeUpSpan[] = [{ text, locator: `3.${ordinal}` }];
  return makeEvidence(fieldGuide, makePassage(fieldGuide, spans, { ordinal }), { score });
}

const rank = (
  evidence: readonly Evidence[],
  deps: Partial<ScorerDeps> = {},
  over: Partial<Wordings> = {},
): Promise<RankedStatement[]> =>
  rankStatements({ asked: "What of the lamp?", others: [], ...over }, evidence, {
    ...alike,
    ...deps,
  });

const numberIn = (text: string) => Number(/\d+/.exec(text)?.[0]);

describe("the order of statements", () => {
  const evidence = [1, 2, 3].map((i) => guide(i, `Keepers count cans of number ${i} every noon.`));

  // Whatever the weights, one of the two ways is not that in which the statements were found.
  it.each([
    ["rises", 0.3],
    ["falls", -0.3],
  ])("is that of their scores where nearness %s", async (_, by) => {
    const ranked = await rank(evidence, { nearness: nearBy((text) => by * numberIn(text)) });
    const scores = ranked.map(({ score }) => score);
    expect(new Set(scores).size).toBe(3);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("is that of passages and their text among those alike, however they were found", async () => {
    const text = "The lamp is lit at dusk. The horn is blown in fog.";
    const ranked = await rank([guide(2, text), guide(1, text)], {
      match: matchBy((own) => (own.includes("horn") ? 0.9 : 0.1)),
    });
    expect(new Set(ranked.map(({ score }) => score)).size).toBe(1);
    expect(
      ranked.map(({ evidence: { passage }, lines }) => [passage.ordinal, lines[0]?.start]),
    ).toEqual([
      [1, 0],
      [1, 25],
      [2, 0],
      [2, 25],
    ]);
  });

  it("is that of their own items among parts of a list, which begin with the same lead-in", async () => {
    const spans = [
      { text: "(2) The keeper must—", locator: "5(2)" },
      { text: `(a) hold ${fillWords(60, "rope")};`, locator: "5(2)(a)" },
      { text: `(b) keep ${fillWords(60, "oil")}.`, locator: "5(2)(b)" },
    ];
    const ranked = await rank([makeEvidence(fieldLaw, makePassage(fieldLaw, spans))], {
      match: matchBy((own) => (own.includes("(b)") ? 0.9 : 0.1)),
    });
    expect(ranked.map((each) => /\n\((\w)\)/.exec(textOf(each))?.[1])).toEqual(["a", "b"]);
    expect(new Set(ranked.map(({ unit }) => unit))).toEqual(new Set(["law#reg/5"]));
  });

  it("is none without evidence, and no model is asked", async () => {
    const nearness = () => Promise.reject(new Error("the model was asked"));
    expect(await rank([], { nearness })).toEqual([]);
  });
});

describe("statements that are scored", () => {
  const deps = { match: matchBy(numberIn), nearness: nearBy(() => 1) };
  const many = Array.from({ length: most.unknown + 5 }, (_, i) =>
    guide(i, `Keepers count cans of number ${i} every noon.`),
  );

  it("are those that the sieve lets through; the rest stand behind them, alike", async () => {
    const asked: string[] = [];
    const nearness: MeasureNearness = async (question, texts) => {
      asked.push(...texts);
      return nearBy(() => -1)(question, texts);
    };
    const ranked = await rank(many, { ...deps, nearness });
    expect(ranked).toHaveLength(many.length);
    expect(asked).toHaveLength(most.unknown);
    const rest = ranked.slice(most.unknown);
    expect(rest.map((each) => numberIn(textOf(each)))).toEqual([0, 1, 2, 3, 4]);
    const scores = ranked.map(({ score }) => score);
    expect(new Set(scores.slice(most.unknown)).size).toBe(1);
    expect(scores[most.unknown]).toBeLessThan(Math.min(...scores.slice(0, most.unknown)));
  });

  it("have features; the rest, behind them, have none", async () => {
    const described = await describeStatements({ asked: "Cans?", others: [] }, many, deps);
    expect(described.map(({ features }) => features !== null)).toEqual(
      many.map((_, i) => i < most.unknown),
    );
  });

  it("are weighed by whether known questions speak of their document", async () => {
    const text = "The lamp is lit at dusk.";
    const of = (document: DocumentInfo) =>
      makeEvidence(document, makePassage(document, [{ text }]), { score: 0.5 });
    const known = {
      statements: new Map([[keyOf(fieldGuide.short, text), 0.7]]),
      beyond: 0.2,
      ofDocument: false,
    };
    const evidence = [fieldGuide, ownPlan].map((document) => ({ ...of(document), known }));
    const ranked = await rank(evidence, { nearness: nearBy(() => 0.6) });
    const scoreOf = (document: DocumentInfo) =>
      ranked.find((each) => each.evidence.document.id === document.id)?.score;
    const { known: ofGuide, unknown: ofPlan } = featureWeights;
    const { near, subject, beyond, field } = ofGuide;
    const byGuide = ofGuide.constant + 0.6 * near + 0.7 * subject - 0.5 * beyond + field;
    expect(scoreOf(fieldGuide)).toBeCloseTo(byGuide, 9);
    expect(scoreOf(ownPlan)).toBeCloseTo(ofPlan.constant + 0.6 * ofPlan.near + ofPlan.own, 9);
  });

  it("are compared with the question as asked, each under its two innermost titles", async () => {
    const calls: Parameters<MeasureNearness>[] = [];
    const nearness: MeasureNearness = async (...call) => {
      calls.push(call);
      return nearBy(() => 1)(...call);
    };
    const text = "The lamp is lit at dusk.";
    const of = (ordinal: number, trail: string[]) =>
      makeEvidence(fieldGuide, makePassage(fieldGuide, [{ text }], { ordinal, trail }));
    const over = { asked: "When?", others: ["The lamp?"] };
    await rank([of(0, ["Guide", "Lamps", "Lighting"]), of(1, [])], { nearness }, over);
    expect(calls).toEqual([["When?", [`Lamps. Lighting. ${text}`, text]]]);
  });
});

describe("a thing that is asked for", () => {
  const evidence = [
    guide(1, "The log is kept for nine years."),
    guide(2, "The log is kept in a box."),
  ];
  const holding = async (found: readonly Evidence[], over: Partial<Wordings>) =>
    (await rank(found, {}, over)).filter(({ holds }) => holds).map(textOf);
  const asks = { kind: "length", words: "how long" } as const;

  it("is held by the statements that have one", async () => {
    expect(await holding(evidence, { asks })).toEqual(["The log is kept for nine years."]);
    expect(await holding(evidence, {})).toEqual([]);
  });

  it("is held by statements that are not scored as well", async () => {
    const others = Array.from({ length: most.unknown }, (_, i) =>
      guide(9 + i, "Keepers count the cans.", 2),
    );
    expect(await holding([...evidence, ...others], { asks })).toHaveLength(1);
  });
});

describe("isAnswered", () => {
  const lamp = (score: number) =>
    rankSpans(fieldLaw, [["5(1)", "The lamp must be lit."]], { score });

  it("goes by whether the best statement reaches what an answer needs", () => {
    expect(isAnswered(lamp(answeredFrom))).toBe(true);
    expect(isAnswered(lamp(answeredFrom - 0.01))).toBe(false);
  });

  it("goes by the best statement alone", () => {
    expect(isAnswered([...lamp(9), ...lamp(-9)])).toBe(true);
    expect(isAnswered(lamp(-9))).toBe(false);
  });

  it("is false where there is none", () => {
    expect(isAnswered([])).toBe(false);
  });
});
