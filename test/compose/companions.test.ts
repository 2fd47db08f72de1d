// Which paragraphs of a regulation must stand beside one that is quoted.
import { describe, expect, it } from "vitest";
import { findCompanions } from "../../src/compose/companions.ts";
import {
  lighthouseLaw,
  makeEvidence,
  makePassage,
  rankAll,
  textOf,
} from "../support/made-up-evidence.ts";

/** Statements of regulation 7, one a paragraph. */
function regulation(...paragraphs: readonly string[]) {
  const spans = paragraphs.map((text) => ({
    text,
    locator: `7${/^\(\d+[A-Z]*\)/.exec(text)?.[0] ?? ""}`,
  }));
  const passage = makePassage(lighthouseLaw, spans, { locator: "7" });
  return rankAll(makeEvidence(lighthouseLaw, passage));
}

function companionsOf(paragraphs: readonly string[]): string[] {
  const [chosen, ...others] = regulation(...paragraphs);
  if (!chosen) throw new Error("no statement");
  return findCompanions(chosen, [chosen, ...others]).map(textOf);
}

describe("findCompanions", () => {
  it("brings the exception to the chosen paragraph", () => {
    expect(
      companionsOf([
        "(1) The lamp must be lit at dusk.",
        "(2) Paragraph (1) does not apply in a gale.",
        "(3) The wick must be trimmed every day.",
      ]),
    ).toEqual(["(2) Paragraph (1) does not apply in a gale."]);
  });

  it("brings what the chosen paragraph is subject to", () => {
    expect(
      companionsOf([
        "(1) Subject to paragraph (2), a mate may stand watch.",
        "(2) A mate must be eighteen or over.",
        "(3) The log records each watch stood.",
      ]),
    ).toEqual(["(2) A mate must be eighteen or over."]);
  });

  it("brings each of several paragraphs that it is subject to", () => {
    expect(
      companionsOf([
        "(1) Subject to paragraphs (2) and (3), a mate may stand watch.",
        "(2) A mate must be eighteen or over.",
        "(3) Two mates must stand watch in fog.",
      ]),
    ).toEqual(["(2) A mate must be eighteen or over.", "(3) Two mates must stand watch in fog."]);
  });

  it("brings the meaning of a term that the chosen paragraph uses, and who moves it", () => {
    expect(
      companionsOf([
        "(1) A keeper must hold the ticket by the relevant date.",
        "(2) The relevant date is three years after the keeper begins.",
        "(3) The office may put off the relevant date in illness.",
        "(4) “ticket” means the ticket of the second class.",
        "(5) Visitors must sign the book.",
      ]),
    ).toEqual([
      "(2) The relevant date is three years after the keeper begins.",
      "(3) The office may put off the relevant date in illness.",
      "(4) “ticket” means the ticket of the second class.",
    ]);
  });

  it("does not take paragraph (11) for paragraph (1)", () => {
    expect(
      companionsOf([
        "(1) The lamp must be lit at dusk.",
        "(2) Paragraph (11) does not apply in a gale.",
      ]),
    ).toEqual([]);
  });

  it("looks no further than the same regulation", () => {
    const [chosen] = regulation("(1) The lamp must be lit at dusk.");
    const passage = makePassage(
      lighthouseLaw,
      [{ text: "(2) Paragraph (1) does not apply in a gale.", locator: "8(2)" }],
      { locator: "8(2)", ordinal: 1 },
    );
    const other = rankAll(makeEvidence(lighthouseLaw, passage));
    expect(chosen && findCompanions(chosen, other)).toEqual([]);
  });
});
