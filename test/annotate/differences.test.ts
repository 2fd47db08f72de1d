// Differences between law and guidance, told from what an answer quotes.
import { describe, expect, it } from "vitest";
import { addNotes } from "../../src/annotate/add-notes.ts";
import { citedPlaces } from "../../src/annotate/cited-places.ts";
import { findDifferences, quoteSide, showDifference } from "../../src/annotate/differences.ts";
import {
  differingDocuments,
  knownDifferences,
  type KnownDifference,
} from "../../src/annotate/known-differences.ts";
import type { Draft, DraftLine } from "../../src/compose/draft.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import {
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";

const law = makeEvidence(
  lighthouseLaw,
  makePassage(lighthouseLaw, [
    { text: "(1) The owner must appoint, at the owner's cost,", locator: "7(1)", page: 4 },
    { text: "a watcher of lamps.", locator: "7(1)", page: 5, goesOn: true },
    { text: "(2) The watcher comes monthly.", locator: "7(2)", page: 5 },
  ]),
);
const guidance = makeEvidence(
  lighthouseGuide,
  makePassage(lighthouseGuide, [
    { text: "3.1 The keeper appoints the watcher.", locator: "3.1", page: 8 },
    { text: "3.2 The watcher should be kind.", locator: "3.2", page: 8 },
  ]),
);
const known: KnownDifference[] = [
  {
    topic: "Who appoints the watcher",
    law: { locators: ["7(1)"], words: /The owner must appoint.*? a watcher/ },
    guidance: { locators: ["3.1"], words: /The keeper appoints the watcher/ },
  },
];
const pair = { law: lighthouseLaw.id, guidance: lighthouseGuide.id };

function draftQuoting(evidence: Evidence, words: string): Draft {
  const start = evidence.passage.text.indexOf(words);
  const line: DraftLine = {
    text: `“${words}”`,
    depth: 0,
    quotes: [{ evidence, start, end: start + words.length }],
  };
  return {
    question: "Who?",
    direct: [{ authority: evidence.document.authority, lines: [line] }],
    sections: [],
    missing: [],
    engine: { name: "extractive", model: null },
  };
}

const found = (evidence: Evidence, words: string) =>
  findDifferences(citedPlaces(draftQuoting(evidence, words)), pair, known);

describe("differences between law and guidance", () => {
  it("are told whichever side is quoted, over a page as well", () => {
    expect(found(law, "The owner must appoint, at the owner's cost, a watcher of lamps.")).toEqual(
      known,
    );
    expect(found(guidance, "The keeper appoints the watcher.")).toEqual(known);
  });

  it("are not told where the paragraph is quoted for something else", () => {
    expect(found(law, "a watcher of lamps")).toEqual([]);
  });

  it("are not told of the paragraph beside it, nor of another document", () => {
    expect(found(law, "The watcher comes monthly")).toEqual([]);
    expect(found(guidance, "The watcher should be kind")).toEqual([]);
    const other = { ...guidance, document: { ...lighthouseGuide, id: "other" } };
    expect(found(other, "The keeper appoints the watcher")).toEqual([]);
  });

  it("show the law first, each side in its own words", () => {
    const [difference] = known;
    if (!difference) throw new Error("no difference");
    const lawQuote = quoteSide(difference.law, [law]);
    const guidanceQuote = quoteSide(difference.guidance, [guidance]);
    if (!lawQuote || !guidanceQuote) throw new Error("no quote");
    const claim = showDifference(difference.topic, lawQuote, guidanceQuote);
    expect(claim.lines.map(({ text, depth }) => [depth, text])).toEqual([
      [
        0,
        "**Who appoints the watcher: Lighthouse Regulations, regulation 7(1)**: “The owner must appoint, at the owner's cost, a watcher”",
      ],
      [1, "**Lighthouse Guide 3.1**: “The keeper appoints the watcher”"],
    ]);
  });

  it("are left out where the words do not stand", () => {
    expect(quoteSide({ locators: ["7(2)"], words: /The owner/ }, [law])).toBeNull();
    expect(quoteSide({ locators: ["9"], words: /The owner/ }, [law])).toBeNull();
  });

  it("stand in a table that can be looked up", () => {
    for (const { law: one, guidance: other, topic } of knownDifferences) {
      expect(topic).toMatch(/^\p{Lu}.*[^.:]$/u);
      for (const locator of one.locators) expect(locator).toMatch(/^\d+(?:\(\w+\))+$/);
      for (const locator of other.locators) expect(locator).toMatch(/^(?:Annex [A-Z] )?\d+\.\d+$/);
    }
    expect(differingDocuments.law.test("The Children’s Homes (England) Regulations 2015")).toBe(
      true,
    );
  });
});

describe("addNotes", () => {
  const draft = draftQuoting(guidance, "The keeper appoints");
  const notes = { groups: [{ title: "Differences", claims: [] }], findings: [] };

  it("puts notes after the answer, under a heading where the answer has headings", () => {
    expect(addNotes(draft, notes).sections).toEqual([{ heading: null, groups: notes.groups }]);
    const headed = { ...draft, sections: [{ heading: "Who", groups: [] }] };
    expect(addNotes(headed, notes).sections.map(({ heading }) => heading)).toEqual([
      "Who",
      "Differences and newer documents",
    ]);
  });

  it("leaves a draft alone that needs none", () => {
    expect(addNotes(draft, { groups: [], findings: [] })).toBe(draft);
  });
});
