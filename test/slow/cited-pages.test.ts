// In a browser a citation opens its page, and the words under the marks, as another program reads them, are the quote.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import { afterAll, describe, expect, it } from "vitest";
import { exportReport } from "../../src/export/export-report.ts";
import { extract } from "../../src/extract/extract.ts";
import { canDrawPages } from "../../src/extract/pdf/guarded-look.ts";
import type { Library } from "../../src/library/library.ts";
import { hashOf } from "../../src/text/hash-of.ts";
import { showCitedPages } from "../../src/use-cases/show-cited-pages.ts";
import { browser, runInBrowser } from "../support/browser.ts";
import { makePdf } from "../support/make-pdf.ts";
import { createRandom } from "../support/seeded-random.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

const folder = mkdtempSync(join(tmpdir(), "charm-cited-pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runs = (name: string, ...args: string[]) =>
  spawnSync(name, args, { stdio: "ignore" }).error === undefined;
const isReady = browser !== undefined && runs("pdftotext", "-v") && canDrawPages();
const skipped = isReady ? "" : " (skipped: no Chromium, pdftotext or @napi-rs/canvas)";

interface Cited {
  readonly file: string;
  readonly page: number;
  readonly quote: string;
}

/** What only the files themselves tell. */
function libraryOf(corpus: string, files: readonly string[]): Library {
  const documents = files.map((file) => {
    const sha256 = hashOf(readFileSync(join(corpus, file)));
    return { id: file, file, short: file.slice(0, 20), sha256 };
  });
  return { documents, passagesOf: async () => [] } as unknown as Library;
}

async function makeReport(corpus: string, cited: readonly Cited[]): Promise<string> {
  const markdown = [
    "# Report",
    "## RESPONSE",
    ...cited.map(({ quote }, at) => `- “${quote}” [${at + 1}]`),
    "### SOURCES CONSULTED",
    ...cited.map(({ file, page }, at) => `- [${at + 1}] File: ${file}, Page: ${page}`),
  ].join("\n\n");
  const library = libraryOf(corpus, [...new Set(cited.map(({ file }) => file))]);
  const { signal } = new AbortController();
  const bytes = await exportReport({
    markdown,
    format: "html",
    showPages: (text) => showCitedPages(text, { library, corpus, signal }),
  });
  return new TextDecoder().decode(bytes);
}

/** Clicks each citation; gives for each the page that is seen then, and the marks of the quote on it as shares of it. */
const clickAll = `<script>addEventListener("load", async () => {
  const all = [];
  for (const cite of document.querySelectorAll(".cite")) {
    const quote = /“([^]*)”/.exec(cite.closest("li").textContent)[1];
    cite.click();
    await new Promise((done) => setTimeout(done, 20));
    const seen = [...document.querySelectorAll(".page")].filter((page) => page.checkVisibility());
    const svg = seen[0]?.querySelector("svg")?.getBoundingClientRect();
    const items = [...(seen[0]?.querySelectorAll("ul li") ?? [])];
    const at = items.findIndex((item) => item.textContent.startsWith("“" + quote + "”")) + 1;
    const rects = [...(seen[0]?.querySelectorAll('[data-quote="' + at + '"] rect') ?? [])].map((rect) => {
      const box = rect.getBoundingClientRect();
      return [box.left - svg.left, box.top - svg.top, box.right - svg.left, box.bottom - svg.top].map((v, i) => v / (i % 2 ? svg.height : svg.width));
    });
    all.push({ shown: seen.length, rects });
  }
  document.body.textContent = JSON.stringify(all);
})</script>`;

interface Clicked {
  readonly shown: number;
  readonly rects: readonly (readonly [number, number, number, number])[];
}

const fold = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Words whose middle lies under the marks, mark by mark, as Poppler reads the page. */
function wordsUnder(corpus: string, { file, page }: Cited, { rects }: Clicked): string {
  const range = ["-f", String(page), "-l", String(page)];
  const xml = execFileSync("pdftotext", ["-bbox", "-cropbox", ...range, join(corpus, file), "-"], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
  const [, width = 1, height = 1] = (
    /<page width="([\d.]+)" height="([\d.]+)"/.exec(xml) ?? []
  ).map(Number);
  const words = [
    ...xml.matchAll(
      /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g,
    ),
  ];
  return rects
    .map(([left, top, right, bottom]) =>
      words
        .filter(([, x1, y1, x2, y2]) => {
          const x = (Number(x1) + Number(x2)) / 2 / width;
          const y = (Number(y1) + Number(y2)) / 2 / height;
          return x > left && x < right && y > top && y < bottom;
        })
        .map(([, , , , , word]) =>
          (word ?? "").replaceAll("&amp;", "&").replaceAll(/&(?:quot|apos|lt|gt);/g, ""),
        )
        .join(""),
    )
    .join("");
}

/** Sentences of the text of pages, three lines at most, none of them a row of a table. */
async function sampleQuotes(corpus: string, count: number): Promise<Cited[]> {
  const random = createRandom(24);
  const files = readdirSync(corpus)
    .filter((file) => file.endsWith(".pdf"))
    .toSorted();
  const cited: Cited[] = [];
  for (const file of files) {
    const { pages } = await extract({ file }, readFileSync(join(corpus, file)));
    const sentences = pages.flatMap(({ number, lines }) => {
      const text = lines.map((one) => ((one.cells ?? one.marks[0]) ? "¶" : one.text)).join(" ");
      const found = text.match(/(?<=[.;:] )[A-Z][^.;:¶“”|"[\]*<>_\\]{40,220}(?=[.;] )/g) ?? [];
      return found.map((quote) => ({ file, page: number ?? 1, quote }));
    });
    for (
      let taken = 0;
      taken < 1 + Math.ceil(count / files.length) && sentences.length > 0;
      taken += 1
    )
      cited.push(...sentences.splice(Math.floor(random() * sentences.length), 1));
  }
  return cited.slice(0, count);
}

describe.skipIf(!isReady)(`a report with its pages in a browser${skipped}`, () => {
  const own = async (): Promise<{ corpus: string; html: string; cited: Cited[] }> => {
    const corpus = join(folder, "own");
    mkdirSync(corpus, { recursive: true });
    const quote = "Staff at Larch End write down each visit before they leave";
    const bytes = await makePdf({ pages: [[`${quote}.`, "The manager reads what they wrote."]] });
    writeFileSync(join(corpus, "larch.pdf"), bytes);
    const cited = [{ file: "larch.pdf", page: 1, quote }];
    return { corpus, html: await makeReport(corpus, cited), cited };
  };

  it("opens the cited page with the quote marked", async () => {
    const { corpus, html, cited } = await own();
    const [clicked] = JSON.parse(runInBrowser(html, clickAll, { folder })) as Clicked[];
    const [first] = cited;
    if (clicked === undefined || first === undefined) throw new Error("Nothing is cited.");
    expect(clicked.shown).toBe(1);
    expect(fold(wordsUnder(corpus, first, clicked))).toBe(fold(first.quote));
    expect((await own()).html).toBe(html);
  }, 120_000);

  it.each([390, 1280])(
    "gives axe-core nothing to find, %i pixels wide",
    async (width) => {
      const { html } = await own();
      const run = `location.hash = "#p1"; axe.run().then((found) => { document.body.textContent = JSON.stringify(found.violations); });`;
      const script = `<script>${axe.source}</script><script>${run}</script>`;
      expect(JSON.parse(runInBrowser(html, script, { folder, width }))).toEqual([]);
    },
    120_000,
  );

  it.skipIf(!hasShared)(
    `marks the quoted words and no others in sampled citations of guidance${withoutShared}`,
    async () => {
      const corpus = sharedPath("guidance");
      const sample = await sampleQuotes(corpus, 60);
      const found = { right: 0, unmarked: [] as Cited[], wrong: [] as unknown[] };
      for (let from = 0; from < sample.length; from += 20) {
        const cited = sample.slice(from, from + 20);
        const html = await makeReport(corpus, cited);
        expect(html.length).toBeLessThan(3_000_000);
        const clicked = JSON.parse(runInBrowser(html, clickAll, { folder })) as Clicked[];
        for (const [at, one] of cited.entries()) {
          const marks = clicked[at] ?? { shown: 0, rects: [] };
          const words = fold(wordsUnder(corpus, one, marks));
          if (marks.rects.length === 0) found.unmarked.push(one);
          else if (marks.shown === 1 && words === fold(one.quote)) found.right += 1;
          else found.wrong.push({ ...one, words });
        }
      }
      console.log(
        `${found.right} right and ${found.unmarked.length} unmarked of ${sample.length}`,
        found.unmarked,
      );
      expect(found.wrong).toEqual([]);
      expect(found.right).toBeGreaterThanOrEqual(0.95 * sample.length);
    },
    600_000,
  );
});
