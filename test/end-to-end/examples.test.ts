// Reports kept in docs/examples/, made again from the project's own corpus and compared to the letter.
// To bring them up to date: npx vitest run test/end-to-end/examples.test.ts -u
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBuiltInEmbedder } from "../../src/embed/built-in.ts";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import type { Finding } from "../../src/findings/finding.ts";
import type { Library } from "../../src/library/library.ts";
import { renderReport } from "../../src/report/layout-report.ts";
import { createNearness } from "../../src/score/nearness.ts";
import { answerQuestions } from "../../src/use-cases/answer-questions.ts";
import { openUpToDate } from "../../src/use-cases/open-up-to-date.ts";
import { createStatementFinder } from "../../src/use-cases/find-known-statements.ts";
import { createSubjectFinder } from "../../src/use-cases/find-subjects.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { makeOwnLibrary } from "../support/own-library.ts";
import { isBuilt, root } from "../support/project.ts";
import { collect } from "../support/collect.ts";

const examples: readonly (readonly [file: string, question: string])[] = [
  ["01-single-fact", "How long must we keep a child's case records?"],
  ["02-list", "What must our statement of purpose contain?"],
  [
    "03-several-parts",
    "Who can be our independent person, how often must they visit the home, and who receives their report?",
  ],
  ["04-time-limit", "How soon must we tell Ofsted about a serious event?"],
  ["05-plan-against-law", "Are the sanctions in our plan allowed?"],
  ["06-not-in-the-corpus", "What fee will Ofsted charge us for registration in 2026?"],
  ["07-declined", "How do we file our company's corporation tax return?"],
  ["08-named-provision", "What does regulation 46 require of us?"],
  ["09-yes-or-no", "May staff hold back a child's pocket money as a punishment?"],
  ["10-process", "What do we do when a child goes missing?"],
];

const isError = ({ severity }: Finding) => severity === "error";

const folder = join(root, "docs", "examples");

describe.skipIf(!isBuilt)("docs/examples (skipped before npm run build)", () => {
  let embedder: TokenEmbedder;
  let library: Library;
  beforeAll(async () => {
    const { home } = await makeOwnLibrary();
    embedder = await openBuiltInEmbedder();
    library = await openUpToDate(
      { corpus: join(home, "corpus"), index: join(home, "index") },
      {
        queryEmbedder: embedder,
        openIndexEmbedder: () => Promise.reject(new Error("the index is there")),
        signal: new AbortController().signal,
        onEvent: () => {},
        onBehind: () => {},
        onOlder: null,
      },
    );
  }, 120_000);
  const subjects = createSubjectFinder(async () => embedder);
  const known = createStatementFinder(async () => embedder);
  const near = createNearness(async () => embedder);
  afterAll(async () => {
    library?.close();
    await embedder?.close();
  });

  it.each(examples)("%s", async (file, question) => {
    const references = () => openReferences(library);
    const answers = await collect(
      answerQuestions([question], { library, embedder, references, subjects, known, ...near }),
    );
    // An error in an answer in the documents' own words is a defect of charm's.
    const errors = answers.flatMap(({ findings }) => findings).filter(isError);
    expect(errors).toEqual([]);
    await expect(renderReport(answers)).toMatchFileSnapshot(join(folder, `${file}.md`));
  });

  const words = (text: string) => text.replace(/^\*\*[^*]+\*\*$/gm, "").match(/\S+/g)?.length ?? 0;

  it("can be had shorter: the direct answer alone, or at most so many words", async () => {
    const references = () => openReferences(library);
    const deps = { library, embedder, references, subjects, known, ...near };
    const asked = ["How soon must we tell Ofsted about a serious event?"];
    const [full] = await collect(answerQuestions(asked, deps));
    const [brief] = await collect(
      answerQuestions(asked, deps, undefined, { brief: true, maxWords: null }),
    );
    const [few] = await collect(
      answerQuestions(asked, deps, undefined, { brief: false, maxWords: 120 }),
    );
    if (!full || !brief || !few) throw new Error("no answer");
    expect(full.answer.startsWith(brief.answer)).toBe(true);
    expect(brief.answer).not.toMatch(/^\*\*[^*]+\*\*$/m);
    expect(words(few.answer)).toBeLessThanOrEqual(140);
    expect(words(few.answer)).toBeLessThan(words(full.answer));
    for (const answer of [brief, few]) {
      // By its claims, and by the places that it names to read on.
      const cited = new Set([...answer.answer.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)));
      expect(answer.sources.map(({ n }) => n)).toEqual([...cited].toSorted((a, b) => a - b));
      for (const { citations } of answer.claims)
        for (const n of citations) expect(cited).toContain(n);
    }
  });

  it("lists each of them, with its question, and nothing else", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    for (const [file, question] of examples) expect(readme).toContain(`[${question}](${file}.md)`);
    const listed = new Set(["README.md", ...examples.map(([file]) => `${file}.md`)]);
    expect(
      readdirSync(folder).filter((name) => !listed.has(name) && !name.startsWith(".")),
    ).toEqual([]);
  });
});
