// Which evidence a model is shown, and in what order: by the scorer, with Schedules, neighbours and own documents.
import { describe, expect, test } from "vitest";
import type { GatheredPart } from "../../../src/compose/engine.ts";
import {
  chooseEvidence,
  rankEvidence,
} from "../../../src/compose/language-model/choose-evidence.ts";
import { nowhere, type Lookup } from "../../../src/compose/language-model/lookup.ts";
import { askParts } from "../../../src/compose/language-model/order-evidence.ts";
import type { Mention } from "../../../src/references/mention.ts";
import type { Evidence } from "../../../src/retrieve/evidence.ts";
import { unscored, type RankedStatement } from "../../../src/score/rank-statements.ts";
import { guide, makeEvidence } from "./fixtures.ts";

const own = { ...guide("own"), id: "d3", file: "plan.docx", short: "Harbour plan" };
const rank = (evidence: Evidence, score: number): RankedStatement => ({
  evidence,
  score,
  unit: evidence.passage.id,
  holds: false,
  words: 5,
  lines: [{ start: 0, end: evidence.passage.text.length, depth: 0, isItem: false }],
});
const part = (
  ranked: readonly RankedStatement[],
  more: Partial<GatheredPart> = {},
): GatheredPart => ({
  query: "ladders",
  variants: [],
  heading: null,
  evidence: ranked.map(({ evidence }) => evidence),
  ranked,
  bears: true,
  unmet: [],
  ...more,
});
const textsOf = (evidence: readonly Evidence[]) => evidence.map(({ passage }) => passage.text);
const shown = async (parts: readonly GatheredPart[], lookup: Lookup = nowhere) =>
  textsOf(rankEvidence(await askParts(parts, lookup)));

const ladder = makeEvidence("Ladders must be kept dry.", { locator: "7", score: 0.2 });
const rope = makeEvidence("Ropes must be kept dry.", { locator: "8", score: 0.9 });
const advice = makeEvidence("Ladders should be oiled.", { locator: "3.4", document: guide() });
const stray = makeEvidence("Nobody looked at this.", { locator: "9", score: 1 });

const toSchedule: Mention = {
  documentId: "d1",
  passage: "d1/source",
  start: 42,
  surface: "Schedule 1",
  provision: 5,
  locator: "5",
  page: 1,
  section: null,
  to: { documentId: "d1", address: "sch/1", ordinal: 90 },
  kind: "list-in",
  sure: true,
  among: 1,
};

describe("evidence for a model", () => {
  test("stands in the order of the scorer, not of the search; what was not scored is left out", async () => {
    const ranked = [rank(ladder, 2), rank(advice, 0.5), rank(rope, -2), rank(stray, unscored)];
    expect(await shown([part(ranked)])).toEqual(textsOf([ladder, advice, rope]));
  });

  test("law that leaves a list to a Schedule brings the Schedule, in its order, before what is less near", async () => {
    const text = "A ladder book must hold the matters listed in Schedule 1.";
    const source = { ...makeEvidence(text, { locator: "5" }), mentions: [toSchedule] };
    const items = ["1", "2"].map((number) =>
      makeEvidence(`Item ${number} of the book.`, { locator: `Schedule 1 para ${number}` }),
    );
    const ranked = [rank(source, 1), rank(advice, 0.9), ...items.map((item) => rank(item, -4))];
    expect(await shown([part(ranked)])).toEqual(textsOf([source, ...items, advice]));
  });

  test("guidance brings the paragraph before and after, behind all that likely answers", async () => {
    const after = makeEvidence("Oil is cheap.", { locator: "3.5", document: guide() });
    const lookup = { ...nowhere, around: async () => [after] };
    const ranked = [rank(advice, 1), rank(ladder, 0), rank(rope, -3)];
    expect(await shown([part(ranked)], lookup)).toEqual(textsOf([advice, ladder, after, rope]));
  });

  test("each part has its turn, however near the evidence of another is", async () => {
    const near = [ladder, rope].map((each) => rank(each, 3));
    const far = [rank(advice, -1)];
    expect((await shown([part(near), part(far)])).slice(0, 2)).toEqual(textsOf([ladder, advice]));
  });

  test("a plan that the question is about is among it, whatever it says, and first", async () => {
    const plan = makeEvidence("We own no ladder.", { document: own });
    const lookup = {
      ...nowhere,
      mentioned: () => ["d3"],
      within: async (ids: readonly string[]) => (ids.includes("d3") ? [plan] : []),
    };
    const ranked = [rank(ladder, 3), rank(rope, 2), rank(advice, 1)];
    expect((await shown([part(ranked)], lookup))[0]).toBe(plan.passage.text);
  });

  test("own documents have room in any question, after the first pieces of law", async () => {
    const plan = makeEvidence("We check ladders on Mondays.", { document: own });
    const many = Array.from({ length: 9 }, (_, i) =>
      rank(makeEvidence(`Ladders must be dry, rule ${i}.`, { locator: `${20 + i}` }), 3 - i / 10),
    );
    const order = await shown([part([...many, rank(plan, -1)])]);
    expect(order.indexOf(plan.passage.text)).toBe(3);
    expect(order).toHaveLength(10);
  });

  test("fills the room there is, with as many pieces as it takes", () => {
    const many = Array.from({ length: 90 }, (_, i) => makeEvidence(`Rule ${i}.`));
    expect(chooseEvidence(many, 900, () => 10)).toHaveLength(90);
    expect(chooseEvidence(many, 55, () => 10)).toEqual(many.slice(0, 5));
  });
});
