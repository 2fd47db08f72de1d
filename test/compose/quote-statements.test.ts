// How chosen statements become quoted claims under the name of the place they stand.
import { describe, expect, it } from "vitest";
import { quoteStatements } from "../../src/compose/quote-statements.ts";
import {
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
  rankAll,
} from "../support/made-up-evidence.ts";

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
    expect(claims.map(({ lines }) => lines.map(({ text, depth }) => `${depth} ${text}`))).toEqual([
      [
        "0 **Lighthouse Regulations, regulation 5(2)**: “(2) The keeper must—”",
        "1 “(a) trim the wick at dusk;”",
        "1 “(b) sound the horn in fog.”",
      ],
    ]);
    expect(claims[0]?.authority).toBe("legislation");
    const quotes = claims[0]?.lines.flatMap((line) => line.quotes) ?? [];
    expect(quotes.map(({ start, end }) => passage.text.slice(start, end))).toEqual([
      "(2) The keeper must—",
      "(a) trim the wick at dusk;",
      "(b) sound the horn in fog.",
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
    const text = (claims: ReturnType<typeof quoteStatements>) => claims[0]?.lines[0]?.text;
    expect(text(quoteStatements(all.slice(0, 2)))).toBe(
      "**Lighthouse Guide 2.1**: “2.1 The lens should be polished daily. Salt dulls the glass in a week.”",
    );
    expect(text(quoteStatements([all[2], all[0]].flatMap((one) => one ?? [])))).toBe(
      "**Lighthouse Guide 2.1**: “2.1 The lens should be polished daily.” … “The log should say who polished it.”",
    );
  });

  it("makes a claim for each paragraph", () => {
    const passage = makePassage(lighthouseGuide, [
      { text: "2.1 The lens should be polished daily.", locator: "2.1" },
      { text: "2.2 The stairs should be swept weekly.", locator: "2.2" },
    ]);
    const claims = quoteStatements(rankAll(makeEvidence(lighthouseGuide, passage)));
    expect(claims.map(({ lines }) => lines[0]?.text)).toEqual([
      "**Lighthouse Guide 2.1**: “2.1 The lens should be polished daily.”",
      "**Lighthouse Guide 2.2**: “2.2 The stairs should be swept weekly.”",
    ]);
  });

  it("gives nothing for nothing", () => {
    expect(quoteStatements([])).toEqual([]);
  });
});
