// Answers that are lists: a Schedule's paragraphs, or every provision that requires one kind of thing.
import { expect, it } from "vitest";
import { findDelegatedList, quoteDelegatedList } from "../../src/compose/delegated-list.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import { findSurveyed, quoteSurveyed } from "../../src/compose/surveyed.ts";
import type { DocumentInfo } from "../../src/document.ts";
import { plainLine } from "../../src/draft/line-parts.ts";
import { readLaw } from "../../src/law/law-text.ts";
import {
  fieldGuide,
  fieldLaw,
  fillWords,
  lighthouseLaw,
  makeEvidence,
  makePassage,
  rankAll,
} from "../support/made-up-evidence.ts";
import { readParts } from "../support/read-parts.ts";

let ordinal = 0;
function ranked(
  document: DocumentInfo,
  spans: readonly (readonly [locator: string, text: string])[],
  score = 1,
): RankedStatement[] {
  ordinal += 1;
  const placed = spans.map(([locator, text]) => ({ locator, text }));
  return rankAll(makeEvidence(document, makePassage(document, placed, { ordinal })), score);
}

const lawOf = (statements: readonly RankedStatement[]) =>
  readLaw(statements.map(({ evidence }) => evidence));

const source = ranked(
  lighthouseLaw,
  [["4(1)", "(1) The keeper must write a log that holds the matters listed in Schedule 1."]],
  5,
);
const items = ranked(lighthouseLaw, [
  [
    "Schedule 1 para 1",
    "The name of every ship that passes the rock by day, its colours and its port.",
  ],
  ["Schedule 1 para 2", "The weather."],
  ["Schedule 1 para 3", "Each hour at which the lamp was lit or put out by the keeper."],
]);

it("gives a Schedule's paragraphs where the question asks what something holds", () => {
  const list = findDelegatedList("What has to be in the log?", [...source, ...items]);
  expect(list?.schedule).toBe("sch/1");
  expect(list?.source).toBe(source[0]);
  const claim = list ? quoteDelegatedList(list, lawOf(items)) : null;
  expect(claim?.lines.map(readParts)).toEqual([
    ["name: Lighthouse Regulations Schedule 1", "words: , 3 paragraphs:"],
    [
      "words: 1:",
      "quote: The name of every ship that passes the rock by day, its colours and its port.",
    ],
    ["words: 2:", "quote: The weather."],
    ["words: 3:", "quote: Each hour at which the lamp was lit or put out by the keeper."],
  ]);
  expect(claim?.lines.slice(0, 2).map(plainLine)).toEqual([
    "Lighthouse Regulations Schedule 1, 3 paragraphs:",
    "1: “The name of every ship that passes the rock by day, its colours and its port.”",
  ]);
  expect(claim?.lines[0]?.parts[0]).toMatchObject({
    place: { documentId: "law", address: "sch/1", locator: "Schedule 1" },
  });
});

it("gives a long Schedule's paragraphs by their opening words, with what is left out named", () => {
  const long = ranked(lighthouseLaw, [
    ["Schedule 1 para 1", "The name of every ship that passes the rock by day, and its colours."],
    ["Schedule 1 para 2", "The weather."],
    ["Schedule 1 para 3", "Each hour at which the lamp was lit or put out by the keeper."],
    ["Schedule 1 para 4", "The crew, so far as the keeper knows of it—"],
    ["Schedule 1 para 4(a)", `(a) its master, ${fillWords(300, "mast")};`],
    ["Schedule 1 para 4(b)", `(b) its mates, ${fillWords(300, "mate")}.`],
  ]);
  const list = findDelegatedList("What has to be in the log?", [...source, ...long]);
  const lines = list ? quoteDelegatedList(list, lawOf(long)).lines.map(plainLine) : [];
  expect(lines).toEqual([
    "Lighthouse Regulations Schedule 1, 4 paragraphs:",
    "1: “The name of every ship that passes the rock by day” …",
    "2: “The weather.”",
    "3: “Each hour at which the lamp was lit or put out by the keeper.”",
    "4: “The crew, so far as the keeper knows of it” … (a) and 1 more, on page 1",
  ]);
});

it("gives none where it asks something else, or where other law answers better", () => {
  expect(findDelegatedList("Who reads the log?", [...source, ...items])).toBeNull();
  const better = ranked(lighthouseLaw, [["9", "The log must be kept dry in a box of tin."]], 9);
  expect(
    findDelegatedList("What has to be in the log?", [...better, ...source, ...items]),
  ).toBeNull();
});

it("gives every provision of the field that requires what is asked for, law first, each by its opening", () => {
  const all = [
    ...ranked(fieldGuide, [["2.1", "The keeper should have a policy on visitors."]], 9),
    ...ranked(fieldLaw, [["7", "The keeper must establish a procedure for wrecks."]], 1),
    ...ranked(fieldLaw, [["5", "The keeper must light the lamp."]], 8),
    ...ranked(
      fieldLaw,
      [
        [
          "8",
          "The keeper must prepare and implement a written policy on the sounding of the horn in fog, which sets out when.",
        ],
      ],
      2,
    ),
    ...ranked(lighthouseLaw, [["3", "The keeper must have a policy on gulls."]], 7),
  ];
  const found = findSurveyed("List the policies and procedures we must have.", all);
  expect(found.map((each) => quoteSurveyed(each, lawOf(all)).lines.map(readParts))).toEqual([
    [
      [
        "name: Lighthouse Regulations, regulation 7",
        "words: :",
        "quote: The keeper must establish a procedure for wrecks.",
      ],
    ],
    [
      [
        "name: Lighthouse Regulations, regulation 8",
        "words: :",
        "quote: The keeper must prepare and implement a written policy on the sounding of the horn in fog",
        "gap",
      ],
    ],
    [
      [
        "name: Lighthouse Guide 2.1",
        "words: :",
        "quote: The keeper should have a policy on visitors.",
      ],
    ],
  ]);
  expect(findSurveyed("Must the keeper light the lamp?", all)).toEqual([]);
});

it("adds the first item where a sentence only leads into a list", () => {
  const all = ranked(fieldLaw, [
    ["9(1)", "(1) The keeper must implement a policy which—"],
    ["9(1)(a)", "(a) keeps boats off the rocks; and"],
    ["9(1)(b)", "(b) sets out who rows."],
  ]);
  const [only] = findSurveyed("Which policies must we have?", all);
  const lines = only ? quoteSurveyed(only, lawOf(all)).lines : [];
  expect(lines.map(readParts)).toEqual([
    [
      "name: Lighthouse Regulations, regulation 9(1)",
      "words: :",
      "quote: (1) The keeper must implement a policy which—",
    ],
    ["quote: (a) keeps boats off the rocks; and", "gap"],
  ]);
  expect(lines.map(plainLine)[1]).toBe("“(a) keeps boats off the rocks; and” … (b), on page 1");
});
