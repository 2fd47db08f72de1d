// Every stretch that may be quoted stands on its page, as another reader of PDFs sees that page.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chunkDocument } from "../../src/chunk/chunk.ts";
import { quotePieces } from "../../src/report/quote-pieces.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { extractOnce } from "../support/extract-once.ts";
import { hasShared, sharedPath } from "../support/shared-folder.ts";

const hasPoppler = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
const reason = hasPoppler ? "" : " (skipped: no pdftotext)";
const limits = { most: 200, fewest: 40, count: (text: string) => text.split(/\s+/).length };
const bare = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "");

/** The three orders in which poppler knows to read a page. */
const orders = [["-raw"], ["-layout"], []];

/** What poppler reads on each page, hyphens at line ends and all else but letters and digits taken out. */
const pagesOf = (path: string, order: readonly string[]): string[] =>
  execFileSync("pdftotext", [...order, path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 })
    .split("\f")
    .map(bare);

const shareOnPage = async (path: string): Promise<number> => {
  const structure = readStructure(await extractOnce(path));
  const pieces = chunkDocument("doc", structure, limits).flatMap((passage) =>
    quotePieces(passage, 0, passage.text.length),
  );
  expect(pieces.length).toBeGreaterThan(100);
  let missing = pieces;
  for (const order of orders) {
    // Most stand there in the first order: the others are read for the rest.
    if (missing.length === 0) break;
    const pages = pagesOf(path, order);
    missing = missing.filter((p) => !(pages[(p.page ?? 0) - 1] ?? "").includes(bare(p.text)));
  }
  return 1 - missing.length / pieces.length;
};

describe.skipIf(!hasPoppler)(`quotes${reason}`, { timeout: 60_000 }, () => {
  it.each([
    "Digest_of_the_Childrens_Homes_Regulations_2015.pdf",
    "Digest_of_the_Guide_to_the_Childrens_Homes_Regulations.pdf",
    "Larkrise_House_business_plan.pdf",
  ])("of the project's own %s stand on their pages", async (file) => {
    expect(await shareOnPage(join("corpus", file))).toBe(1);
  });

  it
    .skipIf(!hasShared)
    .each([
      "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
      "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
    ])("of %s stand on their pages", async (file) => {
    expect(await shareOnPage(sharedPath("guidance", file))).toBeGreaterThan(0.995);
  });
});
