// Reports brought up to date: pages set right, stale questions answered again and no others, what a person wrote kept.
import { describe, expect, it } from "vitest";
import { comparePlace } from "../../src/lock/compare-place.ts";
import { readTexts } from "../../src/lock/document-texts.ts";
import { lockReport } from "../../src/lock/lock-report.ts";
import { hashOf } from "../../src/text/hash-of.ts";
import type { Answer, AnswerSource } from "../../src/report/answer.ts";
import { renderReport } from "../../src/report/layout-report.ts";
import { refreshReport, type RefreshDeps } from "../../src/use-cases/refresh.ts";
import {
  createJudge,
  judgeReports,
  type JudgedReport,
  type StatusDeps,
} from "../../src/use-cases/status.ts";
import { answer as base } from "../cli/fixtures.ts";
import { makeInfo, makeLibrary, makeProvisions, type Paragraph } from "../lock/made-up-lock.ts";

const paragraphs: readonly Paragraph[] = [
  { number: "1.1", text: "The keeper should light the great lamp at dusk each day.", page: 1 },
  { number: "1.2", text: "The mate should count all barrels of oil on Mondays.", page: 1 },
  { number: "2.1", text: "Nobody should sail alone when a storm is forecast.", page: 2 },
];
const engine = { engine: "extractive", model: null, prompt: null };

function answerOn(question: string, numbers: readonly string[], from = paragraphs): Answer {
  const sources = numbers.map((number, at): AnswerSource => {
    const { text, page } = from.find((one) => one.number === number) ?? { text: "", page: null };
    const { file, title, short, version, date, sha256, authority } = makeInfo();
    const place = { locator: number, address: `para/${number}` };
    const facts = { file, title, short, version, date, sha256, authority };
    const rest = { section: null, locators: [number], places: [place], quotes: [text] };
    return { n: at + 1, ...facts, page, pageEnd: page, ...rest };
  });
  return { ...base, question, sources };
}

const first = answerOn("When is it lit?", ["1.1"]);
const second = answerOn("Who sails?", ["2.1", "1.2"]);
const written = renderReport([first, second]);
const held = { texts: readTexts(makeProvisions(paragraphs)), newer: null };
const locked = lockReport(
  {
    file: "a.md",
    content: written,
    answers: [first, second],
    settings: {},
    made: engine,
    embedder: "fake/8",
  },
  () => held,
);

/** What is judged and refreshed, and which questions were asked for it. */
async function refresh(
  now: readonly Paragraph[],
  { text = written, model = engine }: { text?: string; model?: typeof engine } = {},
) {
  const info = makeInfo({ sha256: "bb" });
  const library = makeLibrary([{ info, provisions: makeProvisions(now) }]);
  const judge = createJudge(library);
  const deps: StatusDeps = {
    library,
    hashNow: async () => hashOf(text),
    engineNow: async () => model,
    embedder: "fake/8",
    signal: new AbortController().signal,
  };
  const [judged] = await judgeReports([locked], judge, deps);
  const asked: string[] = [];
  const refreshing: RefreshDeps = {
    answer: async (questions) => {
      asked.push(...questions);
      return questions.map((question) => ({ ...answerOn(question, ["1.1"], [...now]), question }));
    },
    held: judge.heldOf,
    newerOf: judge.newerOf,
    library: { fingerprint: "fedcba9876543210", documents: 1 },
    madeNow: async () => model,
    embedder: "fake/8",
  };
  const done = await refreshReport(judged as JudgedReport, text, refreshing);
  return { judged: judged as JudgedReport, asked, done };
}

const changed = paragraphs.map((one) =>
  one.number === "2.1" ? { ...one, text: one.text.replace("should", "must") } : one,
);
const moved = paragraphs.map((one) => ({ ...one, page: (one.page ?? 0) + 4 }));

describe("a report of two questions", () => {
  it("is fresh where nothing changed", async () => {
    const { judged } = await refresh(paragraphs);
    expect(judged).toMatchObject({ states: ["fresh"], changes: [] });
  });

  it("is answered again where the words changed, and nowhere else", async () => {
    const { judged, asked, done } = await refresh(changed);
    expect(judged.states).toEqual(["changed"]);
    expect(asked).toEqual(["Who sails?"]);
    expect(done.content).toContain("fedcba9876543210");
    const sections = (report: string) => report.split(/(?=^## QUESTION$)/m);
    expect(sections(done.content)[1]).toBe(sections(written)[1]);
  });

  it("is re-pointed where pages moved, without asking anything", async () => {
    const { judged, asked, done } = await refresh(moved);
    expect(judged.states).toEqual(["moved"]);
    expect(asked).toEqual([]);
    expect(done).toMatchObject({ answered: [], repointed: 3 });
    expect(done.content).toContain("- [1] File: Keeping.pdf, Page: 6 (paragraph 2.1)");
    expect(done.content).toContain("- [2] File: Keeping.pdf, Page: 5 (paragraph 1.2)");
  });

  it("is fresh after either, and the same when it is done again", async () => {
    for (const now of [changed, moved]) {
      const { done } = await refresh(now);
      const texts = readTexts(makeProvisions(now));
      const info = makeInfo({ sha256: "bb" });
      const left = done.report.citations.filter(
        (citation) =>
          comparePlace(citation, citation.quotes, { info, texts, supersedes: false }) !== null,
      );
      expect(left).toEqual([]);
      expect((await refresh(now, { text: done.content })).done.content).toBe(done.content);
    }
  });

  it("is answered again where two sources come to stand on one page", async () => {
    const together = paragraphs.map((one) => ({ ...one, page: 7 }));
    expect((await refresh(together)).asked).toEqual(["Who sails?"]);
  });

  it("is answered again by what the settings lead to now", async () => {
    const model = { engine: "openai", model: "large", prompt: null } as unknown as typeof engine;
    const { judged, asked, done } = await refresh(paragraphs, { model });
    expect(judged.states).toEqual(["settings"]);
    expect(asked).toEqual(["When is it lit?", "Who sails?"]);
    expect(done.report.made).toEqual(model);
  });
});

describe("a report that was edited by hand", () => {
  it("keeps what a person wrote where nothing changed", async () => {
    const text = written
      .replace("“When is it lit?”", "x")
      .replace("## RESPONSE\n", "## RESPONSE\nMine: ");
    const { judged, asked, done } = await refresh(changed, { text: `${text}\nBy hand.\n` });
    expect(judged.states).toEqual(["changed", "edited"]);
    expect(asked).toEqual(["Who sails?"]);
    expect(done.content).toContain("Mine: ");
    expect(done.content).toContain("By hand.");
  });

  it("is answered anew as a whole where its frame is gone", async () => {
    const { asked } = await refresh(changed, { text: "All mine.\n" });
    expect(asked).toEqual(["When is it lit?", "Who sails?"]);
  });

  it("is answered anew where its list of sources is not what it was", async () => {
    const text = written.replaceAll(/^- \[1\] File:.*$/gm, "- [1] the green book");
    expect((await refresh(moved, { text })).asked).toEqual(["When is it lit?", "Who sails?"]);
  });
});

describe("two hundred reports", () => {
  it("are told exactly by what they rest on", async () => {
    const all: readonly Paragraph[] = Array.from({ length: 100 }, (_, i) => ({
      number: `${1 + Math.floor(i / 20)}.${1 + (i % 20)}`,
      text: `In case ${i} the keeper should write down what was found within ${i + 1} hours.`,
      page: 1 + Math.floor(i / 10),
    }));
    const texts = { texts: readTexts(makeProvisions(all)), newer: null };
    const reports = Array.from({ length: 200 }, (_, i) => {
      const numbers = Array.from(
        { length: 25 },
        (__, j) => all[(i * 7 + j * 3) % 100]?.number ?? "",
      );
      const made = [answerOn(`Question ${i}?`, [...new Set(numbers)], all)];
      const file = `r${i}.md`;
      return lockReport(
        { file, content: file, answers: made, settings: {}, made: engine, embedder: "fake/8" },
        () => texts,
      );
    });
    const word = all.map((one) =>
      one.number === "3.7" ? { ...one, text: one.text.replace("should", "must") } : one,
    );
    const library = makeLibrary([
      { info: makeInfo({ sha256: "bb" }), provisions: makeProvisions(word) },
    ]);
    const judged = await judgeReports(reports, createJudge(library), {
      library,
      hashNow: async (file) => hashOf(file),
      engineNow: async () => engine,
      embedder: "fake/8",
      signal: new AbortController().signal,
    });
    const stale = judged.filter(({ states }) => states[0] !== "fresh");
    const resting = reports.filter(({ citations }) =>
      citations.some(({ address }) => address === "para/3.7"),
    );
    expect(resting.length).toBeGreaterThan(20);
    expect(resting.length).toBeLessThan(180);
    expect(stale.map(({ report }) => report.file)).toEqual(resting.map(({ file }) => file));
    for (const { changes } of stale)
      expect(changes.map(({ change }) => change.words[0])).toMatchObject([
        { old: "should", new: "must" },
      ]);
  });
});
