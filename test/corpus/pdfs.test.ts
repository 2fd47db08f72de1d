// The PDFs of corpus/: long enough, marked on every page for what they are, and up to date with their sources.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readPages } from "./corpus-sources.ts";

const regulations = join("corpus", "Digest_of_the_Childrens_Homes_Regulations_2015.pdf");
const guide = join("corpus", "Digest_of_the_Guide_to_the_Childrens_Homes_Regulations.pdf");
const plan = join("corpus", "Larkrise_House_business_plan.pdf");

describe("the PDFs of corpus/", () => {
  it("are what their sources print", async () => {
    const run = promisify(execFile);
    const { stderr } = await run(process.execPath, [
      join("scripts", "render-corpus.mjs"),
      "--check",
    ]);
    expect(stderr).toBe("");
  });

  it("hold digests of at least 25 pages together, each page marked as not the official text", async () => {
    const pages = [...(await readPages(regulations)), ...(await readPages(guide))];
    expect(pages.length).toBeGreaterThanOrEqual(25);
    for (const page of pages)
      expect(page).toContain("charm's plain-words digest, not the official text.");
  });

  it("hold a plan of at least 12 pages, each marked as fictional", async () => {
    const pages = await readPages(plan);
    expect(pages.length).toBeGreaterThanOrEqual(12);
    expect(pages[0]).toContain("This plan is fictional.");
    for (const page of pages)
      expect(page).toContain("Larkrise House and the people in it do not exist.");
  });

  it("are all described in sources.yaml, the digests as digests", () => {
    const { documents } = parse(readFileSync(join("corpus", "sources.yaml"), "utf8")) as {
      documents: { file: string; title: string; authority: string }[];
    };
    const files = readdirSync("corpus").filter((name) => name.endsWith(".pdf"));
    expect(documents.map((entry) => entry.file).toSorted()).toEqual(files.toSorted());
    for (const entry of documents.filter((candidate) => candidate.authority !== "own"))
      expect(entry.title).toContain("not the official text");
  });
});
