// Scans of the project's own documents, read with the packages that a user installs for it.
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { makeScan, scanners } from "../../bench/ocr/make-scan.mjs";
// @ts-expect-error: plain JavaScript, without declarations.
import { countErrors, wordsOf } from "../../bench/ocr/word-errors.mjs";
import { extractPdf } from "../../src/extract/pdf/extract-pdf.ts";
import { findOcrPackages } from "../../src/extract/pdf/ocr/find-packages.ts";
import { openRecogniser } from "../../src/extract/pdf/ocr/open-recogniser.ts";
import { root } from "../support/project.ts";

type MakeScan = (
  bytes: Uint8Array,
  pages: readonly number[],
  scanner: unknown,
) => Promise<Uint8Array>;
const scan = makeScan as MakeScan;
const wordsIn = wordsOf as (text: string) => string[];
const errorsIn = countErrors as (truth: readonly string[], read: readonly string[]) => number;
const scannerOf = scanners as Readonly<Record<"good" | "office" | "poor", unknown>>;

const packages = (() => {
  try {
    return findOcrPackages();
  } catch {
    return null;
  }
})();
const skipped =
  packages === null
    ? " (skipped: no tesseract.js; npm install --no-save --save-dev tesseract.js@7 @tesseract.js-data/eng@1)"
    : "";
/** A namespace without interfaces: whatever tried to fetch something would fail in it. */
const isolated = spawnSync("unshare", ["-rn", "true"]).status === 0;
const traced = spawnSync("strace", ["-V"]).status === 0;

/** Headers and footers are known by what recurs on three pages. */
const pages = [4, 9, 16];
const digest = join(root, "corpus/Digest_of_the_Childrens_Homes_Regulations_2015.pdf");

let cwd: string;
let typed: Uint8Array;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "charm-scans-"));
  typed = new Uint8Array(await readFile(digest));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function readWords(bytes: Uint8Array, which: readonly number[], isScan: boolean) {
  const signal = new AbortController().signal;
  const recogniser = isScan && packages ? await openRecogniser(packages, signal) : null;
  try {
    const extraction = await extractPdf(bytes, recogniser ? { ocr: { recogniser } } : {});
    const lines = extraction.pages
      .filter(({ number }) => which.includes(number ?? 0))
      .map((page) => page.lines.map(({ text }) => text).join("\n"));
    // Words cut at the end of a line are one.
    const text = lines.join("\n").replaceAll(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1");
    return { words: wordsIn(text), extraction };
  } finally {
    await recogniser?.close();
  }
}

/** Runs charm where nothing can be reached, and tells whom it tried to reach. */
async function runHere(...args: readonly string[]) {
  const trace = join(cwd, "trace.txt");
  const charm = [process.execPath, join(root, "bin/charm.js"), ...args];
  const watched = traced ? ["strace", "-f", "-qq", "-e", "trace=connect", "-o", trace] : [];
  const [command = "", ...rest] = [...(isolated ? ["unshare", "-rn"] : []), ...watched, ...charm];
  const { status, stdout, stderr } = spawnSync(command, rest, {
    cwd,
    encoding: "utf8",
    timeout: 300_000,
    env: { PATH: process.env["PATH"], HOME: join(cwd, "home"), LANG: "C.UTF-8" },
  });
  const calls = traced ? await readFile(trace, "utf8") : "";
  await rm(trace, { force: true });
  return { code: status, stdout, stderr, connections: calls.match(/AF_INET6?/g) ?? [] };
}

describe.skipIf(packages === null)(
  `scanned pages${skipped}`,
  () => {
    it.each([
      ["good", 0.01],
      ["office", 0.02],
      ["poor", 0.2],
    ] as const)("are read with few wrong words (%s scanner)", async (name, most) => {
      const truth = await readWords(typed, pages, false);
      const bytes = await scan(typed, pages, scannerOf[name]);
      const { words, extraction } = await readWords(bytes, [1, 2, 3], true);
      expect(errorsIn(truth.words, words) / truth.words.length).toBeLessThan(most);
      expect(Object.keys(extraction.ocr?.pages ?? {})).toEqual(["1", "2", "3"]);
    });

    it("read the same whatever was read before them", async () => {
      const [first = 0, second = 0] = pages;
      const both = await scan(typed, [first, second], scannerOf.office);
      const together = await readWords(both, [2], true);
      const alone = await readWords(await scan(typed, [second], scannerOf.office), [1], true);
      expect(alone.words.length).toBeGreaterThan(100);
      expect(alone.words).toEqual(together.words);
      expect(alone.extraction.ocr?.pages[1]).toEqual(together.extraction.ocr?.pages[2]);
    });

    it("go through index, ask and check without a connection, and leave nothing in the working folder", async () => {
      await mkdir(join(cwd, "corpus"));
      await mkdir(join(cwd, "home"));
      await writeFile(join(cwd, "corpus/scan.pdf"), await scan(typed, [16, 17], scannerOf.good));
      const plain = await runHere("index", "--json");
      expect(plain.code).toBe(2);
      const indexed = await runHere("index", "--ocr", "--json");
      expect([indexed.code, indexed.connections]).toEqual([0, []]);
      expect(indexed.stderr).not.toMatch(/Estimating|Detected|Warning/);
      const { documents } = JSON.parse(indexed.stdout) as {
        readonly documents: readonly { readonly ocr: { readonly pages: number } }[];
      };
      expect(documents[0]?.ocr.pages).toBe(2);
      const question = "What qualifications must the manager hold?";
      const asked = await runHere("ask", question, "-o", "report.md");
      expect(asked.code).toBe(0);
      const report = await readFile(join(cwd, "report.md"), "utf8");
      expect(report).toMatch(
        /- \[1\] File: scan\.pdf, Page: \d(?: \(printed \d+\))?, read by OCR, \d\d% sure/,
      );
      expect((await runHere("check", "report.md")).code).toBe(0);
      const left = await readdir(cwd);
      expect(left.toSorted()).toEqual(["charm.lock.json", "corpus", "home", "index", "report.md"]);
      expect(await readdir(join(cwd, "home"))).toEqual([]);
    });
  },
  600_000,
);
