// How an answer is put together: what opens it, what stands under which part, and what is said once.
import { describe, expect, it } from "vitest";
import type { Draft, DraftClaim, DraftLine } from "../../src/draft/draft.ts";
import { plainLine } from "../../src/draft/line-parts.ts";
import { composeExtract } from "../../src/compose/extractive.ts";
import type { RankedPart } from "../../src/compose/ranked-part.ts";
import { buildAnswer } from "../../src/report/build-answer.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import { fieldGuide, fieldLaw, fillWords, rankSpans } from "../support/made-up-evidence.ts";

function compose(...parts: readonly (readonly [string, readonly RankedStatement[]])[]): Draft {
  const asked = parts.map(([heading, ranked]): RankedPart => ({
    query: heading,
    heading,
    ranked,
    unmet: [],
  }));
  return composeExtract({ question: "What of the rock?", parts: [] }, asked);
}

/** What a line says behind the name of where it stands. */
function withoutName({ parts }: DraftLine): string {
  const [first, second] = parts;
  const named = first?.kind === "name" && second?.kind === "words" && second.text === ":";
  return plainLine({ parts: named ? parts.slice(2) : parts });
}

const linesOf = (claims: readonly DraftClaim[]) =>
  claims.flatMap(({ lines }) => lines.map(withoutName));
const claimsOf = ({ sections }: Draft, index: number) =>
  sections[index]?.groups.flatMap(({ claims }) => claims) ?? [];
const allLines = (draft: Draft) => [
  ...linesOf(draft.direct),
  ...draft.sections.flatMap((_, i) => linesOf(claimsOf(draft, i))),
];
const count = (draft: Draft, text: string) => allLines(draft).join("\n").split(text).length - 1;

let ordinal = 0;
function law(locator: string, text: string, score = 1): RankedStatement[] {
  ordinal += 1;
  return rankSpans(fieldLaw, [[locator, text]], { score, ordinal });
}

describe("a list that the law leaves to a Schedule", () => {
  const text = "(1) The keeper must write a log that holds the matters listed in Schedule 1.";
  const source = law("4(1)", text, 4.8);
  const items = rankSpans(
    fieldLaw,
    [
      ["Schedule 1 para 1", "The name of every ship that passes the rock by day."],
      ["Schedule 1 para 2", "Each hour at which the lamp was lit by the keeper."],
    ],
    { ordinal: 900, trail: ["Schedule 1"] },
  );
  const better = law("9(1)", "(1) A log must be bound in blue cloth.", 5);
  const ranked = [...better, ...source, ...items];

  it("is opened by the law that leaves it, though other law matches better, and precedes it", () => {
    const draft = compose(["What has to be in the log?", ranked]);
    expect(linesOf(draft.direct)).toEqual([`“${text}”`]);
    expect(linesOf(claimsOf(draft, 0))).toEqual([
      "“(1) A log must be bound in blue cloth.”",
      "Lighthouse Regulations Schedule 1, 2 paragraphs:",
      "1: “The name of every ship that passes the rock by day.”",
      "2: “Each hour at which the lamp was lit by the keeper.”",
    ]);
  });

  it("is opened by that law though better law has taken the room", () => {
    const long = law("9(1)", `(1) A log must have ${fillWords(180)}.`, 5);
    const draft = compose(["What has to be in the log?", [...long, ...source, ...items]]);
    expect(linesOf(draft.direct)).toEqual([`“${text}”`]);
    expect(count(draft, text)).toBe(1);
  });

  it("does not have its items quoted a second time beside it", () => {
    const best = items.map((item) => ({ ...item, score: 6 }));
    const draft = compose(["What has to be in the log?", [...best, ...better, ...source]]);
    expect(count(draft, "The name of every ship")).toBe(1);
    expect(count(draft, "Each hour at which")).toBe(1);
    expect(count(draft, text)).toBe(1);
  });

  it("is given once, though two parts ask for it", () => {
    const draft = compose(
      ["What has to be in the log?", ranked],
      ["Which details must the log contain?", ranked],
    );
    expect(count(draft, "The name of every ship")).toBe(1);
    expect(count(draft, text)).toBe(1);
  });
});

describe("a survey of all of a kind", () => {
  const policies = [
    ...law("9(1)", "(1) The keeper must implement a policy on fire.", 3),
    ...law("10(1)", "(1) The keeper must prepare a policy on boats.", 2),
  ];
  const later = ["brass", "rope", "oil", "tar"].flatMap((stem, i) =>
    law(`2${i}(1)`, `(1) The keeper must hold ${fillWords(20, stem)}.`, 1 - i / 100),
  );

  it("has no sentence to open the answer, and nothing beside it", () => {
    const draft = compose(["List all policies we must have.", [...policies, ...later]]);
    expect(draft.direct).toEqual([]);
    expect(linesOf(claimsOf(draft, 0))).toEqual([
      "“(1) The keeper must implement a policy on fire.”",
      "“(1) The keeper must prepare a policy on boats.”",
    ]);
  });

  it("leaves the parts after it little room, and none of them opens the answer", () => {
    const alone = compose(["What must the keeper hold?", later]);
    const after = compose(
      ["List all policies we must have.", policies],
      ["What must the keeper hold?", later],
    );
    expect(allLines(alone)).toHaveLength(4);
    expect(alone.direct).toHaveLength(1);
    expect(linesOf(claimsOf(after, 1)).length).toBeLessThan(4);
    expect(after.direct).toEqual([]);
  });

  it("leaves what came before it as it was", () => {
    const draft = compose(
      ["What must the keeper hold?", later],
      ["List all policies we must have.", policies],
    );
    expect(draft.direct).toHaveLength(1);
    expect(linesOf(claimsOf(draft, 1))).toHaveLength(2);
  });
});

describe("a list of conditions", () => {
  const list = (words: number) => {
    const [a, b, c] = rankSpans(fieldLaw, [
      ["7(2)", "(2) A mate may stand watch if the mate—"],
      ["7(2)(a)", `(a) holds ${fillWords(words, "ticket")};`],
      ["7(2)(b)", `(b) knows ${fillWords(words, "rope")}; and`],
      ["7(2)(c)", `(c) sees ${fillWords(words, "light")}.`],
    ]);
    if (!a || !b || !c) throw new Error("three parts were meant");
    return [{ ...b, score: 2 }, a, c];
  };

  it("opens the answer whole, in its own order, under one lead-in", () => {
    const draft = compose(["Who may stand watch?", list(60)]);
    expect(linesOf(draft.direct).map((line) => line.slice(0, 16))).toEqual([
      "“(2) A mate may ",
      "“(a) holds ticke",
      "“(b) knows rope0",
      "“(c) sees light0",
    ]);
    expect(draft.direct).toHaveLength(1);
    expect(claimsOf(draft, 0)).toEqual([]);
  });

  it("is quoted once in all where it is too long to open the answer", () => {
    const draft = compose(["Who may stand watch?", list(74)]);
    for (const word of ["ticket0 ", "rope0 ", "light0 "]) expect(count(draft, word)).toBe(1);
  });
});

describe("several parts", () => {
  const lamp = law("5(1)", "(1) The lamp must be lit at dusk.", 3);
  const horn = law("6(1)", "(1) The horn must be sounded in fog.", 2);
  const brass = rankSpans(fieldGuide, [["3.1", "Mates should polish the brass on Friday."]], {
    score: 1.5,
  });

  it("say nothing twice", () => {
    const draft = compose(
      ["When is the lamp lit?", [...lamp, ...brass]],
      ["When is the horn sounded?", [...horn, ...lamp, ...brass]],
    );
    for (const text of ["The lamp must", "The horn must", "polish the brass"])
      expect(count(draft, text)).toBe(1);
  });

  it("have no section where all they rest on was quoted", () => {
    const draft = compose(["When is the lamp lit?", lamp], ["Who lights the lamp?", lamp]);
    expect(draft.sections.map(({ heading }) => heading)).toEqual(["When is the lamp lit?"]);
    expect(draft.missing).toEqual([]);
  });

  it("open the answer three times at most", () => {
    const parts = ["lamp", "horn", "wick", "boat"].map(
      (thing, i) =>
        [`Who has the ${thing}?`, law(`3${i}(1)`, `(1) A keeper must have the ${thing}.`)] as const,
    );
    const draft = compose(...parts);
    expect(draft.direct).toHaveLength(3);
    expect(linesOf(claimsOf(draft, 3))).toEqual(["“(1) A keeper must have the boat.”"]);
  });

  it("say which of them nothing answers", () => {
    const draft = compose(["When is the lamp lit?", lamp], ["Who bakes the bread?", []]);
    expect(draft.missing).toEqual([
      "Who bakes the bread: nothing in the library is likely to answer this.",
    ]);
  });
});

describe("a part that leans on an earlier one", () => {
  const shared = law("4(1)", "(1) The keeper must keep the log for nine years.", 5);
  const weaker = law("4(2)", "(2) Every page of a log must have a number.", 4);
  const own = law("6(1)", "(1) Any sailor may read what a log says of his ship.", 4.9);
  const draftOf = (second: readonly RankedStatement[]) =>
    composeExtract({ question: "How long is it kept and who may see it?", parts: [] }, [
      { query: "", heading: "How long is it kept", ranked: shared, unmet: [] },
      { query: "", heading: "Who may see it", ranked: second, unmet: [], carried: "the log" },
    ]);

  it("has no heading where its best is what the first part quoted", () => {
    const draft = draftOf([...shared, ...weaker]);
    expect(draft.sections.map(({ heading }) => heading)).toEqual(["How long is it kept"]);
    expect(count(draft, "Every page")).toBe(0);
    expect(draft.missing).toEqual([]);
  });

  it("has one where something of its own comes as near", () => {
    const draft = draftOf([...shared, ...own]);
    expect(linesOf(draft.direct).join()).toContain("Any sailor may read");
    expect(draft.sections.map(({ heading }) => heading)).toContain("Who may see it");
  });
});

describe("a text that is to be written", () => {
  const [late, early] = [
    rankSpans(fieldLaw, [["9(1)", "(1) The keeper must sound the horn in any fog."]], {
      score: 6,
      ordinal: 950,
    }),
    rankSpans(fieldLaw, [["2(1)", "(1) The keeper must light the lamp at dusk."]], {
      score: 5,
      ordinal: 940,
    }),
  ];
  const guided = rankSpans(fieldGuide, [["3.1", "A keeper should rest by day."]], {
    score: 7,
    ordinal: 10,
  });
  const part = { query: "", heading: null, ranked: [...guided, ...late, ...early], unmet: [] };
  const writes = { kind: "letter", about: "the horn" };

  it("is not written, and what documents say on it stands in their own order, the law first", () => {
    const draft = composeExtract({ question: "Write a letter on the horn.", parts: [] }, [
      { ...part, writes },
    ]);
    expect(draft.note).toMatch(/quotes and does not draft: .* the letter must contain/);
    expect(draft.direct).toEqual([]);
    expect(linesOf(claimsOf(draft, 0))).toEqual([
      "“(1) The keeper must light the lamp at dusk.”",
      "“(1) The keeper must sound the horn in any fog.”",
      "“A keeper should rest by day.”",
    ]);
    const answer = buildAnswer(draft, { fingerprint: "f", documents: 2 });
    expect(answer.answer.startsWith("Without a language model charm quotes")).toBe(true);
    expect(answer.blocks[0]?.kind).toBe("note");
    expect(answer.claims.map(({ text }) => text).join()).not.toContain("Without a language model");
  });

  it("is not spoken of where nothing was found, or nothing is to be written", () => {
    const none = composeExtract({ question: "Write a letter.", parts: [] }, [
      { ...part, ranked: [], writes },
    ]);
    expect(none.note).toBeUndefined();
    expect(composeExtract({ question: "The horn?", parts: [] }, [part]).note).toBeUndefined();
  });
});
