import { describe, expect, it } from "vitest";
import type { Draft, DraftClaim } from "../../src/compose/draft.ts";
import { checkAgainstEvidence, verifyDraft } from "../../src/verify/verify-draft.ts";
import {
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";

const law = makeEvidence(
  lighthouseLaw,
  makePassage(lighthouseLaw, [
    { text: "(2) The registered person must ensure that—", locator: "4(2)" },
    { text: "(a) within 36 hours of a wreck, a log is made;", locator: "4(2)(a)" },
  ]),
);
const guide = makeEvidence(
  lighthouseGuide,
  makePassage(lighthouseGuide, [{ text: "The log should be written in ink.", locator: "2.2" }]),
);
const context = { references: null };

function draftOf(...claims: readonly DraftClaim[]): Draft {
  return {
    question: "What about wrecks?",
    direct: claims.slice(0, 1),
    sections: [{ heading: null, groups: [{ title: "Law", claims: claims.slice(1) }] }],
    missing: [],
    engine: { name: "test", model: null },
  };
}

describe("verifyDraft", () => {
  const quoted: DraftClaim = {
    authority: "legislation",
    lines: [
      {
        text: "**Lighthouse Regulations, regulation 4(2)**: “(2) The registered person must ensure that—”",
        depth: 0,
        quotes: [{ evidence: law, start: 0, end: 43 }],
      },
      {
        text: "“(a) within 36 hours of a wreck, a log is made;”",
        depth: 1,
        quotes: [{ evidence: law, start: 44, end: 90 }],
      },
    ],
  };

  it("finds nothing in a draft that quotes its evidence", () => {
    expect(verifyDraft(draftOf(quoted), context)).toEqual([]);
  });

  it("takes a line that only names a place for what it is", () => {
    const quotes = quoted.lines.flatMap((line) => line.quotes);
    const named = { text: "**Lighthouse Regulations, regulation 4**, 2 paragraphs:", depth: 0 };
    const listed = { ...quoted, lines: [{ ...named, quotes }, ...quoted.lines] };
    expect(verifyDraft(draftOf(listed), context)).toEqual([]);
  });

  it("finds a quotation that was changed, and a claim that rests on nothing", () => {
    const changed = {
      ...quoted,
      lines: quoted.lines.map((line) => ({
        ...line,
        text: line.text.replace("36 hours", "46 hours"),
      })),
    };
    const bare: DraftClaim = {
      authority: "other",
      lines: [{ text: "The keeper must feed the gulls.", depth: 0, quotes: [] }],
    };
    expect(verifyDraft(draftOf(changed, bare), context).map(({ code }) => code)).toEqual([
      "quote-not-on-page",
      "statement-uncited",
    ]);
  });
});

describe("checkAgainstEvidence", () => {
  it("reads a statement against the passages it cites", () => {
    const codes = (text: string) =>
      checkAgainstEvidence({ text, kind: "requirement" }, [law, guide], context).map(
        ({ code, severity }) => `${severity} ${code}`,
      );
    expect(codes("Within 36 hours of a wreck a log must be made.")).toEqual([]);
    expect(codes("Within 63 hours of a wreck a log must be made.")).toEqual([
      "error number-not-in-source",
    ]);
    expect(codes("The log must be written in ink.")).toEqual(["error must-for-should"]);
  });

  it("takes in what a passage hangs from", () => {
    const part = makePassage(lighthouseLaw, [
      { text: "(b) each child is shown the lamp.", locator: "4(2)(b)" },
    ]);
    const evidence = {
      ...makeEvidence(lighthouseLaw, part),
      leads: [{ passage: law.passage, start: 0, end: 43 }],
    };
    const statement = {
      text: "The responsible individual must ensure that each child is shown the lamp.",
      kind: "requirement",
    } as const;
    expect(checkAgainstEvidence(statement, [evidence], context).map(({ code }) => code)).toContain(
      "wrong-duty-holder",
    );
  });
});
