// Which of the ranked statements make an answer: all that are likely enough, as far as there is room, nothing twice.
import { describe, expect, it } from "vitest";
import { answeredFrom, type RankedStatement } from "../../src/score/rank-statements.ts";
import { selectStatements, statementKey } from "../../src/compose/select-statements.ts";
import type { DocumentInfo } from "../../src/document.ts";
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

let ordinal = 0;
function statement(document: DocumentInfo, text: string, score: number): RankedStatement {
  ordinal += 1;
  const [only, ...more] = rankSpans(document, [[`${ordinal}`, text]], { score, ordinal });
  if (!only || more.length > 0) throw new Error(`one statement was meant: ${text}`);
  return only;
}

interface Options {
  readonly words?: number;
  readonly taken?: readonly RankedStatement[];
  readonly wholeLists?: boolean;
}

/** What is chosen of statements that need a score of 0. */
function select(ranked: readonly RankedStatement[], options: Options = {}): string[] {
  const { words = 300, taken = [], wholeLists = false } = options;
  const selection = { words, least: 0, further: { places: 0, least: 0 } };
  const keys = new Set(taken.map(statementKey));
  return selectStatements(ranked, selection, keys, quotationsOf(ranked), wholeLists).map(textOf);
}

// Nine words each.
const lamp = "The lamp must be lit at dusk each evening.";
const horn = "A horn should be sounded whenever thick fog comes.";
const wick = "Every wick has to be trimmed before noon daily.";
const boat = "Our boat takes all our stores out every Tuesday.";
const mate = "Mates of this house row round it on Fridays.";

describe("selectStatements", () => {
  it("chooses all that are likely enough, best first, of whatever authority", () => {
    const tale = "A keeper of old tales lost his green lantern.";
    const ranked = [
      statement(fieldGuide, horn, 3),
      statement(fieldLaw, lamp, 2),
      statement(ownPlan, boat, 1),
      statement(describeDocument({ id: "tale" }), tale, 0),
    ];
    expect(select(ranked)).toEqual([horn, lamp, boat, tale]);
  });

  it("chooses nothing that is not likely enough, though it come next", () => {
    const unlikely = statement(fieldGuide, horn, -0.01);
    expect(select([statement(fieldLaw, lamp, 2), unlikely])).toEqual([lamp]);
    expect(select([])).toEqual([]);
  });

  it("begins with what is likely enough that something answers, and goes on with what is hardly less likely than that", () => {
    const first = statement(fieldGuide, horn, answeredFrom);
    expect(select([first, statement(fieldLaw, lamp, answeredFrom)])).toEqual([horn, lamp]);
    expect(select([first, statement(fieldLaw, lamp, answeredFrom - 0.01)])).toEqual([horn]);
    expect(select([statement(fieldGuide, horn, answeredFrom - 0.01)])).toEqual([]);
  });

  it("takes a less likely statement where something else of its regulation or heading is quoted", () => {
    const under = (unit: string, text: string, score: number) => ({
      ...statement(fieldGuide, text, score),
      unit,
    });
    const best = under("lamps", lamp, 2);
    expect(select([best, under("lamps", wick, -0.1), under("horns", horn, -0.2)])).toEqual([
      lamp,
      wick,
    ]);
    expect(select([best, under("lamps", wick, -1)])).toEqual([lamp]);
  });

  it("puts the likeliest law or guidance beside what only the home's own documents say, unless it is far off", () => {
    const own = statement(ownPlan, boat, 1);
    expect(select([own, statement(fieldLaw, lamp, -1.5)])).toEqual([boat, lamp]);
    expect(select([own, statement(fieldLaw, lamp, -2)])).toEqual([boat]);
  });

  it("does not quote a sentence again that was chosen with the one that leans on it", () => {
    const text = `${horn} This lasts until all the fog is gone again.`;
    const [lead, leaning] = rankSpans(fieldGuide, [["77", text]], { score: 2, ordinal: 77 });
    if (!lead || !leaning) throw new Error("two statements were meant");
    expect(select([{ ...leaning, score: 3 }, lead])).toHaveLength(1);
  });

  it("does not quote again what another part of the question quoted", () => {
    const [first, second] = [statement(fieldLaw, lamp, 1), statement(fieldLaw, wick, 1)];
    expect(select([first, second], { taken: [first] })).toEqual([wick]);
  });
});

describe("the room of an answer", () => {
  it("is kept to, and what still fits behind what does not is chosen", () => {
    const long = `A keeper has to carry ${fillWords(20)}.`;
    const ranked = [
      statement(fieldLaw, lamp, 4),
      statement(fieldLaw, long, 3),
      statement(fieldGuide, horn, 2),
      statement(fieldLaw, wick, 1),
    ];
    expect(select(ranked, { words: 18 })).toEqual([lamp, horn]);
    expect(select(ranked, { words: 17 })).toEqual([lamp]);
  });

  it("holds the first statement, however long", () => {
    expect(
      select([statement(fieldLaw, lamp, 2), statement(fieldLaw, wick, 1)], { words: 5 }),
    ).toEqual([lamp]);
  });

  it("is as much again for the home's own documents, whatever the others take", () => {
    const ranked = [
      statement(fieldLaw, lamp, 4),
      statement(ownPlan, boat, 3),
      statement(ownPlan, mate, 2),
      statement(fieldLaw, wick, 1),
    ];
    expect(select(ranked, { words: 9 })).toEqual([lamp, boat]);
    expect(select(ranked, { words: 18 })).toEqual([lamp, boat, mate, wick]);
  });

  it("counts a statement of law by its own words, however many have to come with it", () => {
    const duty = "(1) Every wick has to be trimmed before noon.";
    const exception = `(2) Paragraph (1) does not apply in ${fillWords(200)}.`;
    const law = rankSpans(fieldLaw, [
      ["7(1)", duty],
      ["7(2)", exception],
    ]);
    const [first, second] = law;
    if (!first || !second) throw new Error("two statements were meant");
    const ranked = [statement(fieldGuide, horn, 2), first, { ...second, score: -9 }];
    expect(select(ranked, { words: 18 })).toEqual([horn, duty]);
  });
});

describe("what says the same as something chosen", () => {
  const again = "The lamp must be lit every evening at dusk.";
  const both = (first: DocumentInfo, second: DocumentInfo) =>
    select([statement(first, lamp, 2), statement(second, again, 1)]);

  it("is left out behind law, or behind its own authority", () => {
    expect(both(fieldLaw, fieldGuide)).toEqual([lamp]);
    expect(both(fieldGuide, fieldGuide)).toEqual([lamp]);
  });

  it("stays where it is law behind guidance", () => {
    expect(both(fieldGuide, fieldLaw)).toEqual([lamp, again]);
  });

  it.each([
    ["A mate may stand watch alone at night.", "A mate may not stand watch alone at night."],
    [
      "The keeper must write the log within 5 days.",
      "The keeper must write the log within 7 days.",
    ],
  ])("stays where a figure or a denial is another: %s", (one, two) => {
    expect(select([statement(fieldLaw, one, 2), statement(fieldLaw, two, 1)])).toEqual([one, two]);
  });
});

describe("a list of guidance", () => {
  const [a, b, c] = rankSpans(fieldGuide, [
    ["7.2", "7.2 A mate may stand watch if the mate:"],
    ["7.2", `(a) holds ${fillWords(60, "ticket")};`, "bullet"],
    ["7.2", `(b) knows ${fillWords(60, "rope")}; or`, "bullet"],
    ["7.2", `(c) sees ${fillWords(60, "light")}.`, "bullet"],
  ]);
  if (!a || !b || !c) throw new Error("three parts were meant");
  const ranked = [{ ...b, score: 2 }, ...[a, c].map((part) => ({ ...part, score: -20 }))];
  const items = (options: Options) =>
    select(ranked, options).map((text) => /(ticket|rope|light)0/.exec(text)?.[1]);

  it("comes whole where whole lists are wanted, whatever the room and the scores", () => {
    expect(items({ words: 70, wholeLists: true })).toEqual(["rope", "ticket", "light"]);
  });

  it("gives only its likely items elsewhere", () => {
    expect(items({})).toEqual(["rope"]);
  });
});
