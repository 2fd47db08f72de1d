// The quick start as a user runs it: the built program, its own model, and the corpus that comes with it.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/report/answer.ts";
import { foldText, readPageTexts } from "../support/page-text.ts";
import { makeOwnLibrary, ownQuestion as question } from "../support/own-library.ts";
import { isBuilt, root } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

const digest = "Digest_of_the_Childrens_Homes_Regulations_2015.pdf";

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("charm ask on the project's own corpus", () => {
  let home: string;
  let elsewhere: string;
  let first: Awaited<ReturnType<typeof runCharm>>;
  let answer: Answer;

  beforeAll(async () => {
    elsewhere = await mkdtemp(join(tmpdir(), "charm-own-"));
    ({ home, first } = await makeOwnLibrary());
    const json = await runCharm(["ask", question, "--json"], { cwd: home });
    answer = (JSON.parse(json.stdout) as Answer[])[0] as Answer;
  }, 120_000);
  afterAll(() => rm(elsewhere, { recursive: true, force: true }));

  it("makes the index first, says so on standard error, and answers", () => {
    expect(first.code).toBe(0);
    expect(first.stderr).toContain(digest);
    expect(first.stdout).toMatch(
      /^# AI Assistant Strategy Session Report\n\nLibrary: 3 documents.*\n\nDocuments cited:\n(?:- .+\n)+\n## QUESTION\n/,
    );
    expect(answer.status).toBe("answered");
  });

  it("begins as the README shows it", async () => {
    const readme = await readFile(join(root, "README.md"), "utf8");
    const [, excerpt = ""] = /<!-- excerpt -->\s+```text\n([^]*?)\n```/.exec(readme) ?? [];
    const stretches = excerpt.split(/\n…\n?/).filter((stretch) => stretch !== "");
    expect(stretches.length).toBeGreaterThan(1);
    for (const stretch of stretches) expect(first.stdout).toContain(stretch.trim());
  });

  it("rests on regulation 28", () => {
    const cited = answer.sources.filter(({ file }) => file === digest);
    expect(cited.flatMap(({ locators }) => locators)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^28\(2\)/)]) as unknown as string[],
    );
    expect(answer.answer).toMatch(/Level 5 Diploma/);
  });

  it("quotes what stands on the pages it names", async () => {
    const files = [...new Set(answer.sources.map(({ file }) => file))];
    const texts = new Map<string, ReadonlyMap<number, string>>();
    for (const file of files) texts.set(file, await readPageTexts(join(home, "corpus", file)));
    let quotes = 0;
    for (const source of answer.sources) {
      const page = texts.get(source.file)?.get(source.page ?? 0) ?? "";
      for (const quote of source.quotes) {
        quotes += 1;
        expect(page, `${source.file}, page ${source.page}`).toContain(foldText(quote));
      }
    }
    expect(quotes).toBeGreaterThan(3);
  });

  it("cites every claim, each page once, and lists nothing that is not cited", () => {
    const numbers = answer.sources.map(({ n }) => n);
    const places = answer.sources.map(({ file, page }) => `${file} ${page}`);
    expect(new Set(places).size).toBe(places.length);
    expect(answer.claims.filter(({ citations }) => citations.length === 0)).toEqual([]);
    const pointers = answer.blocks.filter((block) => block.kind === "pointer");
    const cited = new Set([...answer.claims, ...pointers].flatMap(({ citations }) => citations));
    expect([...cited].sort((a, b) => a - b)).toEqual(numbers);
    const marked = [...answer.answer.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
    expect(new Set(marked)).toEqual(cited);
  });

  it("gives the direct answer alone, or no more words than asked for", async () => {
    const ask = async (...flags: string[]): Promise<Answer> => {
      const run = await runCharm(["ask", question, "--json", ...flags], { cwd: home });
      return (JSON.parse(run.stdout) as [Answer])[0];
    };
    const brief = await ask("--brief");
    expect(answer.answer.startsWith(brief.answer)).toBe(true);
    expect(brief.answer).not.toMatch(/^(?:#|\*\*[^*]+\*\*$)/m);
    const short = await ask("--max-words", "200");
    // Marks of Markdown and of sources are no words.
    const printed = short.answer.replace(/\[\d+\]|^\s*- |[*#]+/gm, " ");
    expect(printed.trim().split(/\s+/).length).toBeLessThanOrEqual(200);
    expect(short.answer).toMatch(/^Left out for length: \d+ statements?\b.*\.$/m);
    expect(short.claims.length).toBeGreaterThan(0);
    expect(short.claims.length).toBeLessThan(answer.claims.length);
  });

  it("declines what the corpus does not speak of, with 3", async () => {
    const asked = "How many moons does the planet Jupiter have?";
    const declined = await runCharm(["ask", asked, "--json"], { cwd: home });
    expect(declined.code).toBe(3);
    expect(JSON.parse(declined.stdout)).toMatchObject([{ status: "declined", sources: [] }]);
  });

  it("writes the same bytes again to a file, with nothing on standard output", async () => {
    const report = join(elsewhere, "report.md");
    const run = await runCharm(["ask", question, "-o", report], { cwd: home });
    expect(run).toEqual({ code: 0, stdout: "", stderr: `Report written to ${report}.\n` });
    expect(await readFile(report, "utf8")).toBe(first.stdout);
  });
});
