// How chosen statements become quoted claims under the name of the place they stand.
import { describe, expect, it } from "vitest";
import { joinClaims, quoteStatements } from "../../src/compose/quote-statements.ts";
import { quotesOf } from "../../src/draft/draft.ts";
import { plainLine } from "../../src/draft/line-parts.ts";
import {
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
  rankAll,
} from "../support/made-up-evidence.ts";
import { readParts } from "../support/read-parts.ts";

describe("quoteStatements", () => {
  it("quotes a clause with its items as a list", () => {
    const passage = makePassage(
      lighthouseLaw,
      [
        { text: "(2) The keeper must—", locator: "5(2)" },
        { text: "(a) trim the wick at dusk;", locator: "5(2)(a)" },
        { text: "(b) sound the horn in fog.", locator: "5(2)(b)" },
      ],
      { locator: "5(2)" },
    );
    const evidence = makeEvidence(lighthouseLaw, passage);
    const claims = quoteStatements(rankAll(evidence));
    expect(
      claims.map(({ lines }) => lines.map((line) => [line.depth, ...readParts(line)])),
    ).toEqual([
      [
        [
          0,
          "name: Lighthouse Regulations, regulation 5(2)",
          "words: :",
          "quote: (2) The keeper must—",
        ],
        [1, "quote: (a) trim the wick at dusk;"],
        [1, "quote: (b) sound the horn in fog."],
      ],
    ]);
    expect(claims[0]?.authority).toBe("legislation");
    const quotes = claims[0]?.lines.flatMap(quotesOf) ?? [];
    expect(quotes.map(({ start, end }) => passage.text.slice(start, end))).toEqual([
      "(2) The keeper must—",
      "(a) trim the wick at dusk;",
      "(b) sound the horn in fog.",
    ]);
  });

  it("prints items without their lead-in under the name, each on a line", () => {
    const passage = makePassage(lighthouseGuide, [
      { text: "1. Search the rocks and the boathouse.", kind: "bullet" },
      { text: "2. Ring the harbour at once.", kind: "bullet" },
    ]);
    const claims = quoteStatements(rankAll(makeEvidence(lighthouseGuide, passage)));
    const lines = claims.flatMap(({ lines: of }) => of.map(({ depth }) => depth));
    expect(lines).toEqual([0, 1, 1]);
    expect(claims[0]?.lines.map((line) => quotesOf(line).length)).toEqual([0, 1, 1]);
  });

  it("keeps what stands at two places apart, however deep both are", () => {
    const texts = ["A keeper must be warm.", "A keeper must be dry."];
    const passage = makePassage(lighthouseLaw, [
      { text: texts[0] ?? "", locator: "21(a)" },
      { text: texts[1] ?? "", locator: "21(b)" },
    ]);
    const deep = rankAll(makeEvidence(lighthouseLaw, passage)).map((statement) => ({
      ...statement,
      lines: statement.lines.map((line) => ({ ...line, depth: 1 })),
    }));
    expect(deep).toHaveLength(2);
    expect(quoteStatements(deep).map(({ lines }) => lines.flatMap(readParts).slice(0, 1))).toEqual([
      ["name: Lighthouse Regulations, regulation 21(a)"],
      ["name: Lighthouse Regulations, regulation 21(b)"],
    ]);
  });

  it("joins sentences of one paragraph, and shows what was left out", () => {
    const passage = makePassage(lighthouseGuide, [
      {
        text: "2.1 The lens should be polished daily. Salt dulls the glass in a week. The log should say who polished it.",
        locator: "2.1",
      },
    ]);
    const all = rankAll(makeEvidence(lighthouseGuide, passage));
    const read = (claims: ReturnType<typeof quoteStatements>) =>
      claims.map(({ lines }) => lines.map(readParts));
    expect(read(quoteStatements(all.slice(0, 2)))).toEqual([
      [
        [
          "name: Lighthouse Guide 2.1",
          "words: :",
          "quote: 2.1 The lens should be polished daily. Salt dulls the glass in a week.",
        ],
      ],
    ]);
    const gapped = quoteStatements([all[2], all[0]].flatMap((one) => one ?? []));
    expect(read(gapped)).toEqual([
      [
        [
          "name: Lighthouse Guide 2.1",
          "words: :",
          "quote: 2.1 The lens should be polished daily.",
          "gap",
          "quote: The log should say who polished it.",
        ],
      ],
    ]);
    expect(gapped[0]?.lines.map(plainLine)).toEqual([
      "Lighthouse Guide 2.1: “2.1 The lens should be polished daily.” … “The log should say who polished it.”",
    ]);
  });

  it("makes a claim for each paragraph", () => {
    const passage = makePassage(lighthouseGuide, [
      { text: "2.1 The lens should be polished daily.", locator: "2.1" },
      { text: "2.2 The stairs should be swept weekly.", locator: "2.2" },
    ]);
    const claims = quoteStatements(rankAll(makeEvidence(lighthouseGuide, passage)));
    expect(claims.map(({ lines: [first] }) => first && readParts(first))).toEqual([
      ["name: Lighthouse Guide 2.1", "words: :", "quote: 2.1 The lens should be polished daily."],
      ["name: Lighthouse Guide 2.2", "words: :", "quote: 2.2 The stairs should be swept weekly."],
    ]);
  });

  it("gives nothing for nothing", () => {
    expect(quoteStatements([])).toEqual([]);
  });

  it("takes the semicolon at the end of a definition for its end, and of a list for none", () => {
    const gaps = (...items: readonly { text: string; locator: string }[]) => {
      const [claim] = joinClaims(
        quoteStatements(
          rankAll(makeEvidence(lighthouseLaw, makePassage(lighthouseLaw, items))).slice(0, 1),
        ),
      );
      return claim?.lines.flatMap(({ parts }) => parts.filter(({ kind }) => kind === "gap")).length;
    };
    const wick = [
      { text: "“wick” means a thing that each night—", locator: "2(1) “wick”" },
      { text: "(a) burns in the lamp; and", locator: "2(1) “wick”(a)" },
      { text: "(b) draws oil from below;", locator: "2(1) “wick”(b)" },
    ];
    expect(gaps(...wick, { text: "“zone” means the bay;", locator: "2(1) “zone”" })).toBe(0);
    expect(gaps(...wick)).toBe(1);
  });
});
