// Differences between law and guidance, told from what an answer quotes.
import { describe, expect, it } from "vitest";
import { citedPlaces } from "../../src/annotate/cited-places.ts";
import { findDifferences, quoteSide, showDifference } from "../../src/annotate/differences.ts";
import {
  differingDocuments,
  knownDifferences,
  type KnownDifference,
} from "../../src/annotate/known-differences.ts";
import type { Draft } from "../../src/draft/draft.ts";
import { gap, quotePart } from "../../src/draft/line-parts.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import {
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";
import { readParts } from "../support/read-parts.ts";

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
    law: { addresses: ["reg/7/1"], words: /The owner must appoint.*? a watcher/ },
    guidance: { addresses: ["para/3.1"], words: /The keeper appoints the watcher/ },
  },
];
const pair = { law: lighthouseLaw.id, guidance: lighthouseGuide.id };

function draftQuoting(evidence: Evidence, words: string): Draft {
  const start = evidence.passage.text.indexOf(words);
  const quote = quotePart({ evidence, start, end: start + words.length });
  return {
    question: "Who?",
    direct: [{ authority: evidence.document.authority, lines: [{ depth: 0, parts: [quote] }] }],
    sections: [],
    missing: [],
    engine: { name: "extractive", model: null },
  };
}

const found = (evidence: Evidence, words: string) =>
  findDifferences(citedPlaces(draftQuoting(evidence, words)), pair, known).map(
    (difference) => difference.known,
  );

describe("differences between law and guidance", () => {
  it("are told whichever side is quoted, over a page as well", () => {
    expect(found(law, "The owner must appoint, at the owner's cost, a watcher of lamps.")).toEqual(
      known,
    );
    expect(found(guidance, "The keeper appoints the watcher.")).toEqual(known);
  });

  it("know how well what quotes them answers", () => {
    const draft = draftQuoting(guidance, "The keeper appoints the watcher.");
    const [claim] = draft.direct;
    if (!claim) throw new Error("no claim");
    const lines = claim.lines.map((line) => ({ ...line, behind: 1.5 }));
    const groups = [{ title: "Guidance", claims: [{ ...claim, lines }] }];
    const beside = { direct: [], sections: [{ heading: null, groups }] };
    expect(findDifferences(citedPlaces(beside), pair, known)).toMatchObject([
      { direct: false, behind: 1.5 },
    ]);
    const both = { ...beside, direct: draft.direct };
    expect(findDifferences(citedPlaces(both), pair, known)).toMatchObject([
      { direct: true, behind: 0 },
    ]);
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
    expect(claim.authority).toBe("legislation");
    expect(claim.lines.map((line) => [line.depth, ...readParts(line)])).toEqual([
      [
        0,
        "strong: Who appoints the watcher:",
        "name: Lighthouse Regulations, regulation 7(1)",
        "words: :",
        "quote: The owner must appoint, at the owner's cost, a watcher",
      ],
      [1, "name: Lighthouse Guide 3.1", "words: :", "quote: The keeper appoints the watcher"],
    ]);
  });

  it("show that a condition follows the words that differ", () => {
    const text = "(4) The owner may put off the watch if the sea is calm.";
    const evidence = makeEvidence(
      lighthouseLaw,
      makePassage(lighthouseLaw, [{ text, locator: "7(4)" }]),
    );
    const side = { addresses: ["reg/7/4"], words: /The owner may put off the watch/ };
    const lawQuote = quoteSide(side, [evidence]);
    const guidanceQuote = quoteSide({ addresses: ["para/3.1"], words: /The keeper/ }, [guidance]);
    if (!lawQuote || !guidanceQuote) throw new Error("no quote");
    const { lines } = showDifference("Who puts off the watch", lawQuote, guidanceQuote);
    expect(lines.map(({ parts }) => parts.at(-1))).toEqual([gap, quotePart(guidanceQuote)]);
  });

  it("are left out where the words do not stand", () => {
    expect(quoteSide({ addresses: ["reg/7/2"], words: /The owner/ }, [law])).toBeNull();
    expect(quoteSide({ addresses: ["reg/9"], words: /The owner/ }, [law])).toBeNull();
  });

  it("stand in a table that can be looked up", () => {
    for (const { law: one, guidance: other, topic } of knownDifferences) {
      expect(topic).toMatch(/^\p{Lu}.*[^.:]$/u);
      for (const address of one.addresses) expect(address).toMatch(/^reg\/\d+(?:\/\w+)+$/);
      for (const address of other.addresses)
        expect(address).toMatch(/^(?:para|annex-[a-z])\/\d+\.\d+$/);
    }
    expect(differingDocuments.law.test("The Children’s Homes (England) Regulations 2015")).toBe(
      true,
    );
  });
});
