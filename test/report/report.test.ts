// From ranked statements to the report's exact Markdown.
import { describe, expect, it } from "vitest";
import { composeExtract, type RankedPart } from "../../src/compose/extractive.ts";
import { makeFinding } from "../../src/findings/finding.ts";
import { planQuestion } from "../../src/plan/plan-question.ts";
import type { Answer } from "../../src/report/answer.ts";
import { buildAnswer } from "../../src/report/build-answer.ts";
import { renderReport } from "../../src/report/layout-report.ts";
import {
  describeDocument,
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
  ownPlan,
  rankAll,
} from "../support/made-up-evidence.ts";

const library = { fingerprint: "0123456789abcdef0123456789abcdef", documents: 3 };

const law = makeEvidence(
  lighthouseLaw,
  makePassage(
    lighthouseLaw,
    [
      { text: "(2) The keeper must—", locator: "5(2)", page: 3 },
      { text: "(a) trim the wick at dusk; and", locator: "5(2)(a)", page: 3 },
      { text: "(b) sound the horn in fog.", locator: "5(2)(b)", page: 4 },
    ],
    { locator: "5(2)" },
  ),
);
const guidance = makeEvidence(
  lighthouseGuide,
  makePassage(lighthouseGuide, [
    { text: "2.1 The lens should be polished daily.", locator: "2.1", page: 7 },
    { text: "2.2 A mate should be taught the horn.", locator: "2.2", page: 7 },
  ]),
);
const own = makeEvidence(
  ownPlan,
  makePassage(ownPlan, [{ text: "Our mate polishes brass every Friday.", page: null }], {
    trail: ["Gull Rock", "Weekly round"],
  }),
);

function part(query: string, heading: string | null, scores: readonly number[] = []): RankedPart {
  const ranked = [law, guidance, own]
    .flatMap((evidence, i) => (scores[i] === undefined ? [] : rankAll(evidence, scores[i])))
    .sort((a, b) => b.score - a.score);
  return { query, heading, ranked, unmet: [] };
}

function answer(question: string, parts: readonly RankedPart[]): Answer {
  return buildAnswer(composeExtract(planQuestion(question), parts, ["Gull Rock plan"]), library);
}

describe("the report", () => {
  const question = "What must the keeper do?";
  const full = answer(question, [part(question, null, [1, 0.95, 0.9])]);

  it("is this, to the letter", () => {
    expect(renderReport([full])).toMatchInlineSnapshot(`
      "# AI Assistant Strategy Session Report

      Library: 3 documents, fingerprint 0123456789abcdef. Engine: extractive (the documents' own words, no language model).

      Documents cited:
      - Lighthouse Regulations: The Lighthouse (Keepers) Regulations 1901, revised 1905, as at 1905-06
      - Lighthouse Guide: Guide to keeping lighthouses, version 2.1, as at 1906-01
      - Gull Rock plan, version and date not stated

      ## QUESTION
      "What must the keeper do?"

      ## RESPONSE
      **Lighthouse Regulations, regulation 5(2)**: “(2) The keeper must—” [1]
      - “(a) trim the wick at dusk; and”
      - “(b) sound the horn in fog.” [2]

      **What statutory guidance expects**

      - **Lighthouse Guide 2.1**: “2.1 The lens should be polished daily.” [3]
      - **Lighthouse Guide 2.2**: “2.2 A mate should be taught the horn.” [3]

      **What your own documents say**

      - **Gull Rock plan, “Weekly round”**: “Our mate polishes brass every Friday.” [4]

      ### SOURCES CONSULTED
      Law:
      - [1] File: law/Lighthouse_Regulations.pdf, Page: 3 (regulations 5(2), 5(2)(a))
      - [2] File: law/Lighthouse_Regulations.pdf, Page: 4 (regulation 5(2)(b))

      Statutory guidance:
      - [3] File: Lighthouse_Guide.pdf, Page: 7 (paragraphs 2.1, 2.2)

      Your own documents:
      - [4] File: plan.md, Section: Weekly round

      ---

      This report goes no further than the documents it cites; it is not legal advice.
      "
    `);
  });

  it("lists each page once, in the order of first citation", () => {
    expect(full.sources.map(({ n, file, page, locators }) => [n, file, page, locators])).toEqual([
      [1, "law/Lighthouse_Regulations.pdf", 3, ["5(2)", "5(2)(a)"]],
      [2, "law/Lighthouse_Regulations.pdf", 4, ["5(2)(b)"]],
      [3, "Lighthouse_Guide.pdf", 7, ["2.1", "2.2"]],
      [4, "plan.md", null, []],
    ]);
    expect(full.sources[3]?.section).toBe("Weekly round");
  });

  it("cites every claim, with numbers that are listed", () => {
    const listed = full.sources.map(({ n }) => n);
    for (const { citations } of full.claims) {
      expect(citations.length).toBeGreaterThan(0);
      expect(listed).toEqual(expect.arrayContaining([...citations]));
    }
    expect(new Set(full.claims.flatMap(({ citations }) => citations))).toEqual(new Set(listed));
  });

  it("marks each item that does not stand where its lead-in does", () => {
    const split = makeEvidence(
      lighthouseLaw,
      makePassage(
        lighthouseLaw,
        [
          { text: "(3) The mate must—", locator: "5(3)", page: 3 },
          { text: "(a) sweep the stairs;", locator: "5(3)(a)", page: 3 },
          { text: "(b) fill the lamp; and", locator: "5(3)(b)", page: 4 },
          { text: "(c) wind the clock.", locator: "5(3)(c)", page: 4 },
        ],
        { locator: "5(3)" },
      ),
    );
    const asked = "What must the mate do?";
    const ranked = { query: asked, heading: null, ranked: rankAll(split, 1), unmet: [] };
    const { answer: markdown } = answer(asked, [ranked]);
    const marks = markdown.split("\n").map((line) => /\[\d\]$/.exec(line)?.[0] ?? null);
    expect(marks.slice(0, 4)).toEqual(["[1]", null, "[2]", "[2]"]);
  });

  it("keeps quotes as they stand", () => {
    const text = [law, guidance, own].map(({ passage }) => passage.text).join("\n");
    for (const quote of full.sources.flatMap(({ quotes }) => quotes)) expect(text).toContain(quote);
  });

  it("declines what no document speaks of", () => {
    const declined = answer("Who tosses the pancakes?", [part("Who tosses the pancakes?", null)]);
    expect(declined).toMatchObject({ status: "declined", claims: [], sources: [] });
    expect(declined.missing).toHaveLength(1);
    expect(renderReport([declined])).toMatchInlineSnapshot(`
      "# AI Assistant Strategy Session Report

      Library: 3 documents, fingerprint 0123456789abcdef. Engine: extractive (the documents' own words, no language model).

      ## QUESTION
      "Who tosses the pancakes?"

      ## RESPONSE
      **Not found in the corpus**

      - Who tosses the pancakes: no document of the library answers this.

      ---

      This report goes no further than the documents it cites; it is not legal advice.
      "
    `);
  });

  it("says which part of a question is not answered", () => {
    const asked = "What must the keeper do? Who tosses the pancakes?";
    const partial = answer(asked, [
      part("What must the keeper do?", "What must the keeper do", [1, 0.95]),
      part("Who tosses the pancakes?", "Who tosses the pancakes"),
    ]);
    expect(partial.status).toBe("partial");
    expect(partial.missing).toEqual([
      "Who tosses the pancakes: no document of the library answers this.",
    ]);
    expect(partial.answer).toContain(
      "No passage of Gull Rock plan comes close enough to this to quote.",
    );
  });

  it("names the place that no document speaks of", () => {
    const [missing] = answer("Who lights lamps in Zanzibar?", [
      { ...part("Who lights lamps in Zanzibar?", null), unmet: ["Zanzibar"] },
    ]).missing;
    expect(missing).toContain("Zanzibar");
  });

  it("makes one session of several answers, with one head and one foot", () => {
    const report = renderReport([full, full]);
    expect(report.match(/^# AI Assistant Strategy Session Report$/gm)).toHaveLength(1);
    expect(report.match(/^## QUESTION$/gm)).toHaveLength(2);
    expect(report.match(/^### SOURCES CONSULTED$/gm)).toHaveLength(2);
    expect(report.match(/^Library: .*Engine: /gm)).toHaveLength(1);
    expect(report.match(/not legal advice\.$/gm)).toHaveLength(1);
    expect(report.match(/^- Lighthouse Guide: /gm)).toHaveLength(1);
  });

  it("says at its head which model wrote it, from which prompt and evidence", () => {
    const engine = { name: "openai", model: "scripted-1", prompt: "answer 3 (0a1b2c)" };
    const one = { ...full, engine: { ...engine, evidence: "1".repeat(64) } };
    const two = { ...full, engine: { ...engine, evidence: "2".repeat(64) } };
    expect(renderReport([one, two]).split("\n")[2]).toBe(
      "Library: 3 documents, fingerprint 0123456789abcdef. " +
        "Engine: openai (model scripted-1, prompt answer 3 (0a1b2c)). " +
        "Evidence: 1111111111111111, 2222222222222222.",
    );
  });

  it("says of a document that it states neither version nor date", () => {
    expect(renderReport([full])).toContain("- Gull Rock plan, version and date not stated");
  });

  it("numbers the sources of each answer from 1", () => {
    expect(answer(question, [part(question, null, [1])]).sources.map(({ n }) => n)).toEqual([1, 2]);
  });

  it("gives the same bytes again", () => {
    const again = answer(question, [part(question, null, [1, 0.95, 0.9])]);
    expect(renderReport([again])).toBe(renderReport([full]));
  });

  it("tells under its sources what is found of the answer, but for what the answer says itself", () => {
    const quote = { variant: "absent", place: "Guide 2.1" } as const;
    const findings = [
      makeFinding("quote-not-on-page", quote, { reference: "[a form](http://x.example)\n<b>" }),
      makeFinding("prompt-cut", { tokens: "12" }),
      makeFinding("statement-revised", { text: "All is well." }),
      makeFinding("law-and-guidance-differ", { law: "A 1", guidance: "B 2", matter: "oil" }),
    ];
    expect(renderReport([{ ...full, findings }])).toContain(
      [
        "",
        "### FINDINGS",
        "- Error (quote-not-on-page): The words quoted do not stand in Guide 2.1. (\\[a form](http\\://x.example) \\<b>)",
        "- Warning (prompt-cut): The endpoint read only 12 tokens of the prompt: its window may be smaller than charm was told (model.context).",
        "- Note (statement-revised): The model's first wording did not stand up to its source and was replaced by “All is well.”",
        "",
        "---",
      ].join("\n"),
    );
    expect(renderReport([{ ...full, findings: findings.slice(3) }])).toBe(renderReport([full]));
  });

  it("keeps law and other documents apart in the list of sources", () => {
    const tale = describeDocument({ id: "tale", title: "A tale" });
    const told = makeEvidence(
      tale,
      makePassage(tale, [{ text: "The keeper of the tale lost his lantern.", page: 2 }]),
    );
    const ranked = [...rankAll(told, 1), ...rankAll(law, 0.95)];
    const report = renderReport([
      answer(question, [{ query: question, heading: null, ranked, unmet: [] }]),
    ]);
    const at = (text: string) => report.indexOf(text);
    expect(at("Law:")).toBeGreaterThan(0);
    expect(at("Other documents (not authority for what a home must do):")).toBeGreaterThan(
      at("Law:"),
    );
  });
});
