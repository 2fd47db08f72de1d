// What comes with a chosen statement, what its paragraph costs the next one, and what is never an answer.
import { describe, expect, it } from "vitest";
import type { RankedStatement } from "../../src/compose/rank-statements.ts";
import {
  defaultSelection,
  selectStatements,
  statementKey,
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

function select(
  ranked: readonly RankedStatement[],
  selection: Partial<Selection> = {},
  wholeLists = false,
): string[] {
  const whole = { ...defaultSelection, ...selection };
  return selectStatements(ranked, whole, new Set(), wholeLists).map(textOf);
}

/** Three long alternatives or conditions, the second matching best. */
function list(joint: "and" | "or", score: number): RankedStatement[] {
  const parts = rankSpans(
    fieldLaw,
    [
      ["7(2)", "(2) A mate may stand watch if the mate—"],
      ["7(2)(a)", `(a) holds ${fillWords(60, "ticket")};`],
      ["7(2)(b)", `(b) knows ${fillWords(60, "rope")}; ${joint}`],
      ["7(2)(c)", `(c) sees ${fillWords(60, "light")}.`],
    ],
    { score },
  );
  const [a, b, c] = parts;
  if (!a || !b || !c || parts.length > 3) throw new Error("three parts were meant");
  return [{ ...b, score: score + 1 }, a, c];
}

const stemsOf = (texts: readonly string[]) =>
  texts.map((text) => /(ticket|rope|light)0/.exec(text)?.[1]);

describe("a condition", () => {
  it("comes whole whatever the room", () => {
    expect(stemsOf(select(list("and", 1), { words: 50 }))).toEqual(["rope", "ticket", "light"]);
  });

  it("comes whole though its other parts match far worse than what is chosen", () => {
    const [best, ...rest] = list("and", 1);
    if (!best) throw new Error("no best");
    const far = rest.map((part) => ({ ...part, score: -20 }));
    expect(select([best, ...far], { words: 50 })).toHaveLength(3);
  });

  it("of alternatives has room for one only", () => {
    expect(stemsOf(select(list("or", 1), { words: 50 }))).toEqual(["rope"]);
  });

  it("brings what its words mean whatever the room, though it repeats them", () => {
    const ranked = rankSpans(fieldLaw, [
      ["8(1)", "(1) A keeper must hold the ticket by the relevant date."],
      ["8(2)", `(2) The relevant date is ${fillWords(80)}.`],
    ]);
    expect(select(ranked, { words: 12 })).toEqual(ranked.map(textOf));
  });

  it("is not quoted in part again where another part of the question has quoted the rest", () => {
    const ranked = list("and", 1);
    const taken = new Set(ranked.slice(1).map(statementKey));
    expect(stemsOf(selectStatements(ranked, defaultSelection, taken).map(textOf))).toEqual([
      "rope",
    ]);
  });

  it("of alternatives comes whole where the question asks what something contains", () => {
    const [best, ...rest] = list("or", 1);
    if (!best) throw new Error("no best");
    const ranked = [best, ...rest.map((part) => ({ ...part, score: -20 }))];
    expect(stemsOf(select(ranked))).toEqual(["rope"]);
    expect(stemsOf(select(ranked, {}, true))).toEqual(["rope", "ticket", "light"]);
  });
});

describe("companions", () => {
  const duty = "(1) The lamp must be lit at dusk.";
  const exception = (words: number) => `(2) Paragraph (1) does not apply in ${fillWords(words)}.`;
  const regulation = (words: number) => {
    const [first, second] = rankSpans(fieldLaw, [
      ["7(1)", duty],
      ["7(2)", exception(words)],
    ]);
    if (!first || !second) throw new Error("two statements were meant");
    return [first, { ...second, score: -20 }];
  };

  it("may exceed the room by nine twentieths, and no more", () => {
    // Eight words are the duty's, seven of the exception's no filling.
    const words = 60;
    expect(select(regulation(87 - 8 - 7), { words })).toEqual([duty, exception(87 - 8 - 7)]);
    expect(select(regulation(88 - 8 - 7), { words })).toEqual([duty]);
  });

  it("bring their own companions", () => {
    const [first, second, third] = rankSpans(fieldLaw, [
      ["7(1)", duty],
      ["7(2)", "(2) Paragraph (1) does not apply in a gale."],
      ["7(3)", "(3) For the purposes of paragraph (2) wind of force eight blows hard."],
    ]);
    if (!first || !second || !third) throw new Error("three statements were meant");
    const ranked = [first, { ...second, score: -20 }, { ...third, score: -21 }];
    expect(select(ranked)).toEqual(ranked.map(textOf));
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

  it("come though they say it in the words of what they limit", () => {
    const ranked = rankSpans(fieldLaw, [
      ["7(1)", duty],
      ["7(2)", "(2) Except under paragraph (1) the lamp must be lit at noon or dusk."],
    ]);
    const twin = rankSpans(fieldLaw, [["8(1)", "(1) The lamp must be lit at noon or dusk."]], {
      ordinal: 1,
      score: 0.9,
    });
    expect(select([...ranked, ...twin])).toEqual(ranked.map(textOf));
  });

  it("are not brought twice", () => {
    const ranked = rankSpans(fieldLaw, [
      ["7(1)", duty],
      ["7(2)", "(2) Paragraph (1) does not apply in a gale."],
    ]);
    expect(select(ranked)).toEqual(ranked.map(textOf));
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
