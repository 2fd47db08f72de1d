// Words of guidance that newer documents have overtaken, and newer editions of documents.
import { describe, expect, it } from "vitest";
import { findSuperseded } from "../../src/annotate/editions.ts";
import {
  findOvertaken,
  knowsOf,
  quoteReplacement,
  showOvertaken,
} from "../../src/annotate/overtaken.ts";
import { overtakenTerms, type OvertakenTerm } from "../../src/annotate/overtaken-terms.ts";
import type { DocumentInfo } from "../../src/document.ts";
import type { Quote } from "../../src/draft/draft.ts";
import { describeDocument, makeEvidence, makePassage } from "../support/made-up-evidence.ts";
import { readParts } from "../support/read-parts.ts";

const lantern: OvertakenTerm = {
  name: "lantern guilds",
  words: /\blantern guilds?\b/i,
  now: "lamp boards",
  telling: /\blamp boards? (?:took|watch)/i,
  query: "lamp board",
  since: "1910-05-01",
};

function document(id: string, info: Partial<DocumentInfo>): DocumentInfo {
  return describeDocument({ id, authority: "statutory-guidance", ...info });
}

function cite(info: DocumentInfo, text: string): Quote {
  const evidence = makeEvidence(info, makePassage(info, [{ text, locator: "4.2" }]));
  return { evidence, start: 0, end: text.length };
}

const words = (uses: ReturnType<typeof findOvertaken>) =>
  uses.map(({ quote: { evidence, start, end } }) => evidence.passage.text.slice(start, end));

describe("terms that are overtaken", () => {
  const old = document("old", { date: "1906-01" });
  const text = "Ask the Lantern Guild first.";

  it("are found in guidance from before the change, and in the provider's own papers", () => {
    expect(words(findOvertaken([cite(old, text)], [lantern]))).toEqual(["Lantern Guild"]);
    const own = document("own", { authority: "own", date: "1920" });
    expect(words(findOvertaken([cite(own, text)], [lantern]))).toEqual(["Lantern Guild"]);
  });

  it("are left alone in the law, in newer guidance and where no date is known", () => {
    for (const info of [
      document("law", { authority: "legislation", date: "1901" }),
      document("new", { date: "1912" }),
      document("undated", { date: null }),
    ]) {
      expect(findOvertaken([cite(info, text)], [lantern])).toEqual([]);
    }
  });

  it("are told once", () => {
    expect(findOvertaken([cite(old, text), cite(old, text)], [lantern])).toHaveLength(1);
  });

  it("are replaced by what a newer document says in a sentence that stands alone", () => {
    const newer = document("newer", { date: "1912-02", short: "New guide" });
    const evidence = makeEvidence(
      newer,
      makePassage(newer, [
        { text: "This lamp board watches. The lamp boards took their place", locator: "1.1" },
        { text: "in every harbour. Lantern guilds and lamp boards watch.", page: 2, goesOn: true },
      ]),
    );
    // One sentence over two pages is one sentence.
    const passage = {
      ...evidence.passage,
      spans: evidence.passage.spans.map((span) => ({ ...span, provision: 0 })),
    };
    const quote = quoteReplacement(lantern, [{ ...evidence, passage }]);
    expect(quote && passage.text.slice(quote.start, quote.end)).toBe(
      "The lamp boards took their place in every harbour.",
    );
    const [use] = findOvertaken([cite(old, text)], [lantern]);
    if (!use || !quote) throw new Error("nothing found");
    expect(showOvertaken(use, quote).lines.map((line) => [line.depth, ...readParts(line)])).toEqual(
      [
        [
          0,
          "name: old 4.2",
          "strong: (as at 1906-01)",
          "strong: speaks of",
          "words: :",
          "quote: Lantern Guild",
        ],
        [
          1,
          "strong: Now lamp boards:",
          "name: New guide 1.1",
          "strong: (as at 1912-02)",
          "words: :",
          "quote: The lamp boards took their place in every harbour.",
        ],
      ],
    );
  });

  it("need a document that can know of the change", () => {
    expect(knowsOf(lantern, document("a", { date: "1910-05" }))).toBe(true);
    expect(knowsOf(lantern, document("a", { date: "1910-04-30" }))).toBe(false);
    expect(knowsOf(lantern, document("a", { date: null }))).toBe(false);
    expect(knowsOf(lantern, document("a", { date: "1912", authority: "voluntary" }))).toBe(false);
  });

  it("stand in a table whose words do not match what is there now", () => {
    for (const { words: old2, now, name, since } of overtakenTerms) {
      expect(old2.test(name) || /framework|officers|inspections/i.test(name)).toBe(true);
      expect(old2.test(now)).toBe(false);
      expect(since).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

describe("findSuperseded", () => {
  const names = (documents: readonly DocumentInfo[]) =>
    findSuperseded(documents).map(({ older, newer }) => [older.id, newer.id]);

  it("goes by what sources.yaml says", () => {
    const old = document("old", { file: "old.pdf", title: "Horns" });
    expect(names([old, document("new", { title: "Fog", supersedes: "old.pdf" })])).toEqual([
      ["old", "new"],
    ]);
  });

  it("goes by title and date, the newest first", () => {
    const editions = ["2022", "2023", "2024"].map((year) =>
      document(year, { title: `Lamps kept safe ${year}`, date: `${year}-09` }),
    );
    expect(names(editions)).toEqual([
      ["2022", "2024"],
      ["2023", "2024"],
    ]);
    const undated = ["2022", "2023"].map((year) =>
      document(year, { title: "Lamps kept safe", version: year }),
    );
    expect(names(undated)).toEqual([["2022", "2023"]]);
  });

  it("tells laws of different years apart, and prints of one law together", () => {
    const act = (id: string, title: string, date: string) =>
      document(id, { authority: "legislation", title, date });
    expect(
      names([
        act("a", "Harbours Act 1889", "2020-01-01"),
        act("b", "Harbours Act 1904", "2021-01-01"),
        act("c", "The Harbours Act 1904", "2024-05-21"),
      ]),
    ).toEqual([["b", "c"]]);
  });

  it("passes over drafts, other authorities, and documents that only share a name", () => {
    const now = document("now", { title: "Lamps kept safe 2024", date: "2024-09" });
    for (const info of [
      document("draft", { title: "Lamps kept safe 2025: draft", date: "2025-07" }),
      document("plan", { title: "Lamps kept safe", date: "2025", authority: "own" }),
      document("tale", { title: "Lamps kept bright 2025", date: "2025" }),
      document("undated", { title: "Lamps kept safe" }),
    ]) {
      expect(names([now, info])).toEqual([]);
    }
    const visits = ["2023", "2024"].map((date) =>
      document(date, { title: "Report of a visit", date, authority: "other" }),
    );
    expect(names(visits)).toEqual([]);
  });
});
