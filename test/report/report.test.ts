// From ranked statements to the report's exact Markdown.
import { describe, expect, it } from "vitest";
import { composeExtract } from "../../src/compose/extractive.ts";
import type { RankedPart } from "../../src/compose/ranked-part.ts";
import type { DraftPointer } from "../../src/draft/draft.ts";
import { nameAt, quotePart } from "../../src/draft/line-parts.ts";
import { makeFinding } from "../../src/findings/finding.ts";
import { planQuestion } from "../../src/plan/plan-question.ts";
import type { Answer } from "../../src/report/answer.ts";
import { buildAnswer } from "../../src/report/build-answer.ts";
import { layoutReport, renderReport } from "../../src/report/layout-report.ts";
import { writeTerminal } from "../../src/report/write-terminal.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { verifyDraft } from "../../src/verify/verify-draft.ts";
import {
  describeDocument,
  fillWords,
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
  const ownDocuments = ["Gull Rock plan"];
  return buildAnswer(composeExtract(planQuestion(question), parts, { ownDocuments }), library);
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
      - [1] File: law/Lighthouse_Regulations.pdf, Page: 3 (regulation 5(2))
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
      [1, "law/Lighthouse_Regulations.pdf", 3, ["5(2)"]],
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

  it("names what it leaves out of a list of law, in every form", () => {
    const items = ["a", "b", "c", "d"].map((label, i) => ({
      text: `(${label}) keep ${fillWords(60, label)};`,
      locator: `5(4)(${label})`,
      page: i < 2 ? 3 : 4,
    }));
    const long = makeEvidence(
      lighthouseLaw,
      makePassage(lighthouseLaw, [
        { text: "(4) The cook must—", locator: "5(4)", page: 3 },
        ...items,
      ]),
    );
    const asked = "What must the cook do?";
    const ranked = rankAll(long, 1).filter((_, i) => i === 0);
    const cut = answer(asked, [{ query: asked, heading: null, ranked, unmet: [] }]);
    const left = {
      documentId: "law",
      items: ["reg/5/4/b", "reg/5/4/c", "reg/5/4/d"],
      page: 3,
      pageEnd: 4,
    };
    const gap = { depth: 1, parts: [{ kind: "gap", left }], citations: [], markers: [] };
    const lines = cut.blocks.flatMap((block) => (block.kind === "statement" ? block.lines : []));
    expect(lines).toHaveLength(3);
    expect(lines[2]).toEqual(gap);
    expect(JSON.parse(JSON.stringify(cut.blocks[0]))).toMatchObject({ lines: [{}, {}, gap] });
    const told = "… (b) and 2 more, on pages 3 to 4";
    expect(cut.answer.split("\n")[2]).toBe(`- ${told}`);
    expect(renderReport([cut]).split("\n")).toContain(`- ${told}`);
    const shown = writeTerminal(layoutReport([cut]), { width: 60, paint: (text) => text });
    expect(shown.split("\n")).toContain(`• ${told}`);
    expect(cut.claims[0]?.text).toContain(told);
  });

  it("lists of a page the outermost places alone", () => {
    const nested = makeEvidence(
      lighthouseLaw,
      makePassage(lighthouseLaw, [
        { text: "(5) The mate must—", locator: "5(5)", page: 3 },
        { text: "(a) ring the bell—", locator: "5(5)(a)", page: 4 },
        { text: "(i) in fog; and", locator: "5(5)(a)(i)", page: 4 },
        { text: "(ii) in snow.", locator: "5(5)(a)(ii)", page: 5 },
        { text: "(6) The bell must shine.", locator: "5(6)", page: 5 },
        { text: "(60) The rope must be dry.", locator: "5(60)", page: 5 },
      ]),
    );
    const asked = "What of the bell?";
    const ranked = { query: asked, heading: null, ranked: rankAll(nested, 1), unmet: [] };
    const { sources } = answer(asked, [ranked]);
    expect(sources.map(({ page, locators }) => [page, locators])).toEqual([
      [3, ["5(5)"]],
      [4, ["5(5)(a)"]],
      [5, ["5(5)(a)(ii)", "5(6)", "5(60)"]],
    ]);
    for (const { locators, places } of sources)
      expect(places.map(({ locator }) => locator)).toEqual(locators);
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

      - Who tosses the pancakes: nothing in the library is likely to answer this.

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
      "Who tosses the pancakes: nothing in the library is likely to answer this.",
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
      makeFinding(
        "law-and-guidance-differ",
        { law: "A 1", guidance: "B 2", matter: "oil" },
        { said: true },
      ),
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

describe("places to read on", () => {
  const pointer = (evidence: Evidence, change: Partial<DraftPointer> = {}): DraftPointer => ({
    authority: evidence.document.authority,
    name: nameAt(evidence, 0),
    trail: evidence.passage.trail,
    opening: { evidence, start: 0, end: evidence.passage.text.indexOf(" should") },
    told: "opening",
    under: null,
    goesOn: true,
    ...change,
  });
  const draft = composeExtract(planQuestion("What must the keeper do?"), [
    part("What must the keeper do?", null, [1]),
  ]);
  const section: Evidence = { ...own, document: { ...own.document, authority: "inspection" } };
  const whole = { evidence: section, start: 0, end: section.passage.text.length };
  const made = buildAnswer(
    {
      ...draft,
      further: [
        pointer(guidance),
        pointer(guidance, { told: "heading", under: "Lenses" }),
        pointer(section, { told: "heading", opening: whole }),
      ],
    },
    library,
  );

  it("are blocks of their own kind, sources listed once, and no claims", () => {
    const pointers = made.blocks.filter((block) => block.kind === "pointer");
    expect(pointers[0]).toEqual({
      kind: "pointer",
      authority: "statutory-guidance",
      name: "Lighthouse Guide 2.1",
      file: lighthouseGuide.file,
      locator: "2.1",
      address: "para/2.1",
      page: 7,
      trail: [],
      opening: "2.1 The lens",
      under: null,
      goesOn: true,
      citations: pointers[1]?.citations,
    });
    expect(pointers[1]).toMatchObject({ opening: null, under: "Lenses" });
    expect(pointers[2]).toMatchObject({ opening: null, page: null, trail: own.passage.trail });
    const without = buildAnswer(draft, library);
    expect(made.claims).toEqual(without.claims);
    expect(made.sources.length).toBe(without.sources.length + 2);
    expect(verifyDraft({ ...draft, further: [pointer(guidance)] }, { references: null })).toEqual(
      [],
    );
  });

  it("stand in a list of their own", () => {
    expect(made.answer).toContain(
      [
        "**See also**",
        "",
        "- **Lighthouse Guide 2.1**: “2.1 The lens” … [3]",
        "- **Lighthouse Guide 2.1**, under “Lenses” [3]",
        "- **Gull Rock plan, “Weekly round”** [4]",
      ].join("\n"),
    );
  });

  it("are held against what stands there", () => {
    const elsewhere = pointer(guidance, { name: nameAt(law, 0) });
    const findings = verifyDraft({ ...draft, further: [elsewhere] }, { references: null });
    expect(findings.map(({ code }) => code)).toEqual(["reference-unsupported"]);
  });
});

describe("an answer that says nothing", () => {
  it("gives a reason why it is declined, whatever its engine said", () => {
    const engine = { name: "extractive", model: null };
    const empty = { question: "Who whistles?", direct: [], sections: [], missing: [], engine };
    const { status, missing, answer: text } = buildAnswer(empty, library);
    expect(status).toBe("declined");
    expect(missing).toEqual([
      "Who whistles: nothing was found that could be quoted in answer to this.",
    ]);
    expect(text).toContain(missing[0]);
    const said = buildAnswer({ ...empty, missing: ["Nothing on whistles."] }, library);
    expect(said.missing).toEqual(["Nothing on whistles."]);
  });
});

describe("items under a paragraph", () => {
  const line = (words: string, depth: number) => {
    const start = guidance.passage.text.indexOf(words);
    const quote = { evidence: guidance, start, end: start + words.length };
    return { depth, parts: [quotePart(quote)] };
  };
  const markersOf = (lead: string, listed: boolean) => {
    const claim = {
      authority: "statutory-guidance" as const,
      lines: [line(lead, 0), line("A mate should be taught", 1)],
    };
    const sections = [{ heading: null, groups: [{ title: "Guidance", claims: [claim] }] }];
    const empty = { question: "Who?", missing: [], engine: { name: "extractive", model: null } };
    const draft = listed
      ? { ...empty, direct: [], sections }
      : { ...empty, direct: [claim], sections: [] };
    const block = buildAnswer(draft, library).blocks.find(({ kind }) => kind === "statement");
    return block?.kind === "statement" ? block.lines.map(({ markers }) => markers) : [];
  };

  it("rest on what leads into them, and on their own where its sentence has ended", () => {
    expect(markersOf("The lens should be", false)).toEqual([[1], []]);
    expect(markersOf("The lens should be polished daily.", false)).toEqual([[1], [1]]);
    expect(markersOf("The lens should be polished daily.", true)).toEqual([[1], []]);
  });
});
