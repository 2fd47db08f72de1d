// The sample session's two questions, put to the real Guide and Regulations where they stand beside the project.
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/report/answer.ts";
import { foldText, readPageTexts } from "../support/page-text.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";
import { hasShared, sharedPath } from "../support/shared-folder.ts";

const documents = /^(?:Guide_to_Children|Childrens_Homes_England_Regulations_2015|sources\.yaml)/;

// Needs the real documents in ../shared, which a plain clone does not have, and a built program.
describe.skipIf(!isBuilt || !hasShared)("the sample session", () => {
  let home: string;
  let answers: Answer[];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "charm-sample-"));
    const guidance = sharedPath("guidance");
    for (const name of await readdir(guidance))
      if (documents.test(name)) await cp(join(guidance, name), join(home, "corpus", name));
    const run = await runCharm(["ask", "--json", ...(await readQuestions())], { cwd: home });
    answers = JSON.parse(run.stdout) as Answer[];
  }, 180_000);
  afterAll(() => rm(home, { recursive: true, force: true }));

  const cited = (answer: Answer | undefined, file: RegExp, locator: RegExp) =>
    (answer?.sources ?? []).filter(
      (source) => file.test(source.file) && source.locators.some((one) => locator.test(one)),
    );
  const pages = (answer: Answer | undefined, file: RegExp) =>
    (answer?.sources ?? []).flatMap(({ file: name, page }) => (file.test(name) ? [page] : []));

  it("asks two questions, and both are answered", () => {
    expect(answers.map(({ status }) => status)).toEqual(["answered", "answered"]);
  });

  it("cites regulation 28 and page 53 of the Guide for the manager's qualifications", () => {
    expect(cited(answers[0], /Regulations_2015/, /^28\b/).length).toBeGreaterThan(0);
    expect(pages(answers[0], /^Guide/)).toContain(53);
  });

  it("cites page 43 of the Guide for policies and procedures", () => {
    expect(pages(answers[1], /^Guide/)).toContain(43);
  });

  it("lists each page once, and cites every claim", () => {
    for (const { sources, claims } of answers) {
      const places = sources.map(({ file, page }) => `${file} ${page}`);
      expect(places).toEqual([...new Set(places)]);
      expect(claims.filter(({ citations }) => citations.length === 0)).toEqual([]);
    }
  });

  it("quotes what stands on the pages it names", async () => {
    const texts = new Map<string, ReadonlyMap<number, string>>();
    for (const { file, page, quotes } of answers.flatMap(({ sources }) => sources)) {
      const known = texts.get(file) ?? (await readPageTexts(join(home, "corpus", file)));
      texts.set(file, known);
      for (const quote of quotes)
        expect(known.get(page ?? 0) ?? "", `${file}, page ${page}`).toContain(foldText(quote));
    }
    expect(texts.size).toBe(2);
  });
});

/** The two questions, as the predecessor's report has them. */
async function readQuestions(): Promise<string[]> {
  const seeds = sharedPath("seeds");
  const name = (await readdir(seeds)).find((file) => file.startsWith("002"));
  const session = await readFile(join(seeds, name ?? ""), "utf8");
  return [...session.matchAll(/^## QUESTION\n"(.+)"$/gm)].map((match) => match[1] ?? "");
}
