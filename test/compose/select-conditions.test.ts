// What comes with a chosen statement of guidance, what its paragraph costs the next one, and what is never an answer.
import { describe, expect, it } from "vitest";
import type { RankedStatement } from "../../src/compose/rank-statements.ts";
import {
  defaultSelection,
  selectStatements,
  type Selection,
} from "../../src/compose/select-statements.ts";
import {
  describeDocument,
  fieldGuide,
  fieldLaw,
  fillWords,
  ownPlan,
  rankSpans,
  textOf,
} from "../support/made-up-evidence.ts";
import { quotationsOf } from "../support/made-up-law.ts";

function select(
  ranked: readonly RankedStatement[],
  selection: Partial<Selection> = {},
  wholeLists = false,
): string[] {
  const whole = { ...defaultSelection, ...selection };
  return selectStatements(ranked, whole, new Set(), quotationsOf(ranked), wholeLists).map(textOf);
}

describe("a list of guidance", () => {
  const [a, b, c] = rankSpans(fieldGuide, [
    ["7.2", "7.2 A mate may stand watch if the mate:"],
    ["7.2", `(a) holds ${fillWords(60, "ticket")};`, "bullet"],
    ["7.2", `(b) knows ${fillWords(60, "rope")}; or`, "bullet"],
    ["7.2", `(c) sees ${fillWords(60, "light")}.`, "bullet"],
  ]);

  it("comes whole where the question asks what something contains", () => {
    if (!a || !b || !c) throw new Error("three parts were meant");
    const ranked = [{ ...b, score: 2 }, ...[a, c].map((part) => ({ ...part, score: -20 }))];
    const stems = (texts: readonly string[]) =>
      texts.map((text) => /(ticket|rope|light)0/.exec(text)?.[1]);
    expect(stems(select(ranked))).toEqual(["rope"]);
    expect(stems(select(ranked, {}, true))).toEqual(["rope", "ticket", "light"]);
  });
});

describe("companions", () => {
  it("may exceed the room by nine twentieths, and no more", () => {
    const guidance = "The mate should pass the test in regulation 5(2).";
    const pointedTo = (words: number) => `(2) Mates row round ${fillWords(words - 4)}.`;
    const chosen = (words: number) =>
      select(
        [
          ...rankSpans(fieldGuide, [["3.1", guidance]]),
          ...rankSpans(fieldLaw, [["9(1)", "(1) Keepers tend the lamp at night."]], { score: 0.5 }),
          ...rankSpans(fieldLaw, [["5(2)", pointedTo(words)]], { score: -2.9, ordinal: 1 }),
        ],
        { words: 60 },
      );
    // Nine words are the guidance's.
    expect(chosen(87 - 9)).toContain(pointedTo(87 - 9));
    expect(chosen(88 - 9)).not.toContain(pointedTo(88 - 9));
  });

  it("of guidance are the law it points to, though that matches too badly to be chosen", () => {
    const guidance = rankSpans(fieldGuide, [
      ["3.1", "The mate should pass the test in regulation 5(2) within regulation 6(1)."],
    ]);
    const law = (locator: string, text: string, score: number, ordinal: number) =>
      rankSpans(fieldLaw, [[locator, `${locator.slice(1)} ${text}`]], { score, ordinal });
    const better = law("9(1)", "Keepers tend the lamp at night.", 0.5, 0);
    const pointedTo = law("5(2)", "Mates row round the rock in May.", -2.9, 1);
    const ranked = [
      ...guidance,
      ...better,
      ...pointedTo,
      ...law("5(3)", "Cooks bake the bread on Friday.", -3, 2),
      // So far behind it is about another matter.
      ...law("6(1)", "Gulls nest under the gallery rail.", -20, 3),
    ];
    expect(select(ranked)).toEqual([...guidance, ...pointedTo, ...better].map(textOf));
  });
});

describe("a paragraph already quoted from", () => {
  const clauses = (unit: string) =>
    [
      [`${unit}(a)`, "(a) the colour of each ship is written down."],
      [`${unit}(b)`, "(b) captains give their names and hometown."],
    ] as const;
  const bell = rankSpans(fieldLaw, [["8(1)", "(1) The bell must be rung every hour."]], {
    ordinal: 9,
    score: 0.5,
  });
  const each = clauses("3(1)").flatMap((span, ordinal) => rankSpans(fieldLaw, [span], { ordinal }));

  it("gives way to the next best of another", () => {
    const [colour, captain] = each.map(textOf);
    const [rung] = bell.map(textOf);
    expect(select([...each, ...bell], { again: 1 })).toEqual([colour, rung, captain]);
    expect(select([...each, ...bell], { again: 0 })).toEqual([colour, captain, rung]);
  });

  it("has nothing more to say where that costs too much", () => {
    const [colour] = each.map(textOf);
    const [rung] = bell.map(textOf);
    const selection = { again: 3, behind: 2.7, leastShare: 0 };
    expect(select([...each, ...bell], selection)).toEqual([colour, rung]);
  });
});

describe("what is outside the field", () => {
  const school = describeDocument({ id: "school", authority: "statutory-guidance" });
  const charter = describeDocument({ id: "charter", authority: "voluntary" });
  const ofField = (statements: readonly RankedStatement[]) =>
    statements.map((entry) => ({ ...entry, features: { ...entry.features, field: 1 } }));
  const lamp = ofField(rankSpans(fieldLaw, [["7(1)", "(1) The lamp must be lit at dusk."]]));
  const bell = "Schools should ring the bell in thick fog.";

  it("must be better by the margin, which is enough", () => {
    expect(select([...rankSpans(school, [["1", bell]], { score: 3.6 }), ...lamp])[0]).toBe(bell);
    expect(select([...rankSpans(school, [["1", bell]], { score: 3.59 }), ...lamp])).toEqual(
      lamp.map(textOf),
    );
  });

  it("speaks freely where nothing of the field was found", () => {
    expect(select(rankSpans(school, [["1", bell]], { score: -3 }))).toEqual([bell]);
  });

  it("never counts a charter that the provider holds", () => {
    const text = "Our rowers sing on every voyage out.";
    const ranked = [...lamp, ...rankSpans(charter, [["1", text]], { score: 0.5 })];
    expect(select(ranked)).toEqual([...lamp.map(textOf), text]);
  });
});

describe("contact details", () => {
  it("answer nothing, however well they match", () => {
    const ranked = [
      ...rankSpans(ownPlan, [[null, "The harbour office is open daily on 0300 123 1231."]], {
        score: 1.2,
      }),
      ...rankSpans(ownPlan, [[null, "Our boat takes stores out every Tuesday."]], { ordinal: 1 }),
    ];
    expect(select(ranked)).toEqual(["Our boat takes stores out every Tuesday."]);
  });

  it("do not hide the duty to write to a body", () => {
    const text = "The keeper must write to the office at lamps@harbour.example every May.";
    expect(select(rankSpans(fieldLaw, [["9(1)", text]]))).toEqual([text]);
  });
});

it("leaves the words of each authority within its share", () => {
  const inspection = describeDocument({ id: "inspection", authority: "inspection" });
  const ranked = ["brass", "rope", "oil"].flatMap((stem, ordinal) =>
    rankSpans(inspection, [[`${ordinal + 1}`, `Inspectors look at ${fillWords(20, stem)}.`]], {
      ordinal,
    }),
  );
  // The first is free; 17 in 100 words hold no second, 17 in 270 do, and two statements are the most.
  expect(select(ranked, { words: 100 })).toHaveLength(1);
  expect(select(ranked, { words: 280 })).toHaveLength(2);
  expect(select(ranked, { words: 900 })).toHaveLength(2);
});
