import { describe, expect, it } from "vitest";
import { keepDirect, limitWords } from "../../src/compose/limit-draft.ts";
import type { Draft, DraftClaim, DraftPointer } from "../../src/draft/draft.ts";
import { nameAt, plainLine, words } from "../../src/draft/line-parts.ts";
import { isTold } from "../../src/findings/finding-line.ts";
import { makeFinding } from "../../src/findings/finding.ts";
import { fieldLaw, fillWords, makeEvidence, makePassage } from "../support/made-up-evidence.ts";

const claim = (...texts: string[]): DraftClaim => ({
  authority: "own",
  lines: texts.map((text, depth) => ({ depth, parts: [words(text)] })),
});

const draft: Draft = {
  question: "What of lamps?",
  direct: [claim("Lamps are lit at dusk.")],
  sections: [
    {
      heading: "Lighting",
      groups: [
        {
          title: "Law",
          claims: [
            claim("The keeper lights them:", "the first", "the second"),
            claim("Not by day."),
          ],
        },
        { title: "Guidance", claims: [claim("It should be early.")] },
      ],
    },
    { heading: "Oil", groups: [{ title: "Own", claims: [], note: "Nothing on this was found." }] },
  ],
  missing: ["wicks"],
  engine: { name: "extractive", model: null },
};

const evidence = makeEvidence(
  { ...fieldLaw, short: "Law" },
  makePassage(fieldLaw, [{ text: "Wicks are cut", locator: "9" }]),
);
const pointer: DraftPointer = {
  authority: "legislation",
  name: nameAt(evidence, 0),
  trail: [],
  opening: { evidence, start: 0, end: 5 },
  told: "opening",
  under: null,
  goesOn: true,
};

const opening = ({ lines: [first] }: DraftClaim) => first && plainLine(first);
const shown = ({ direct, sections }: Draft) => [
  ...direct.map(opening),
  ...sections.flatMap(({ groups }) =>
    groups.flatMap(({ title, claims }) => [title, ...claims.map(opening)]),
  ),
];

describe("keepDirect", () => {
  it("leaves the direct answer, and what is missing", () => {
    expect(shown(keepDirect(draft))).toEqual(["Lamps are lit at dusk."]);
    expect(keepDirect(draft).missing).toEqual(["wicks"]);
  });

  it("changes nothing where there is no direct answer", () => {
    const without = { ...draft, direct: [] };
    expect(keepDirect(without)).toEqual(without);
  });
});

describe("limitWords", () => {
  it("gives all when it is no more than allowed: names, titles and what is missing count", () => {
    const printed = [
      "Lamps are lit at dusk.",
      "Lighting Law The keeper lights them: the first the second Not by day.",
      "Guidance It should be early. Oil Own Nothing on this was found.",
      "Not found in the corpus wicks",
    ].join(" ");
    const most = printed.split(" ").length;
    expect(limitWords(draft, most)).toEqual(draft);
    expect(limitWords(draft, most - 1).leftOut).toEqual({ statements: 3, places: 0 });
  });

  it("keeps whole statements under the titles they need, and says how many it left out", () => {
    const short = limitWords(draft, 35);
    expect(shown(short)).toEqual(["Lamps are lit at dusk.", "Law", "The keeper lights them:"]);
    expect(short.leftOut).toEqual({ statements: 3, places: 0 });
    expect(short.missing).toEqual(["wicks"]);
  });

  it("keeps one statement however little is allowed", () => {
    const short = limitWords(draft, 1);
    expect(shown(short)).toEqual(["Lamps are lit at dusk."]);
    expect(short.sections).toEqual([]);
    expect(short.leftOut).toEqual({ statements: 4, places: 0 });
  });

  const ranked = (text: string, behind: number): DraftClaim => ({
    ...claim(text),
    lines: [{ depth: 0, parts: [words(text)], behind }],
  });
  const about = (claims: readonly DraftClaim[]): Draft => ({
    ...draft,
    sections: [{ heading: null, groups: [{ title: "Law", claims }] }],
    missing: [],
  });

  it("spends words on what answers best, and prints it in its order", () => {
    const claims = [
      ranked(fillWords(20), 2),
      ranked("five six seven eight", 0.1),
      ranked("nine ten", 1),
    ];
    // The opening, the title, six words of statements and the line on what is left out.
    expect(shown(limitWords(about(claims), 5 + 1 + 6 + 12))).toEqual([
      "Lamps are lit at dusk.",
      "Law",
      "five six seven eight",
      "nine ten",
    ]);
    // A long statement that does not fit leaves its room to the next best.
    expect(shown(limitWords(about(claims), 5 + 1 + 3 + 12))).toEqual([
      "Lamps are lit at dusk.",
      "Law",
      "nine ten",
    ]);
  });

  const note = makeFinding(
    "law-and-guidance-differ",
    { law: "Law 1", guidance: "Guide 2", matter: "oil" },
    { said: true },
  );
  const noted: Draft = {
    ...about([ranked("one two three four", 0)]),
    notes: {
      heading: null,
      groups: [{ title: "Notes", claims: [{ ...claim("oil is oil"), tells: note }] }],
    },
    further: [pointer],
    findings: [note],
  };

  it("spends words on notes before places to read on, and on both last", () => {
    const answer = 5 + 1 + 4;
    const long = { ...noted, further: [pointer, { ...pointer }, { ...pointer }] };
    const all = answer + 4 + 2 + 3 * 5;
    expect(limitWords(long, all)).toEqual(long);
    const alone = limitWords(long, all - 1);
    expect(alone.notes).toEqual(noted.notes);
    expect(alone.further).toBeUndefined();
    expect(alone.leftOut).toEqual({ statements: 0, places: 3 });
    expect(alone.findings?.every(isTold)).toBe(false);
  });

  it("tells beside the answer what a note that is left out would have told", () => {
    const none = limitWords(noted, 5 + 1 + 4 + 3);
    expect(none.notes).toBeUndefined();
    expect(none.findings?.map(isTold)).toEqual([true]);
  });

  it("adds up what is left out in two goes", () => {
    const first = limitWords({ ...noted, leftOut: { statements: 2, places: 1 } }, 30);
    expect(first.leftOut).toEqual({ statements: 2, places: 2 });
  });
});

describe("keepDirect", () => {
  it("leaves neither notes nor places to read on", () => {
    const { notes, further } = keepDirect({
      ...draft,
      notes: { heading: null, groups: [] },
      further: [pointer],
    });
    expect([notes, further]).toEqual([undefined, undefined]);
  });
});
