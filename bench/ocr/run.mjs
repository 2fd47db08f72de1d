// Measures the reading of scanned pages: word errors over scans of the project's own documents, whose words are known;
// then what is found in the PDFs that are named.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { extractPdf } from "../../dist/extract/pdf/extract-pdf.js";
import { openGuardedReader } from "../../dist/extract/pdf/guarded-reader.js";
import { findOcrPackages } from "../../dist/extract/pdf/ocr/find-packages.js";
import { openRecogniser } from "../../dist/extract/pdf/ocr/open-recogniser.js";
import { makeScan, scanners } from "./make-scan.mjs";
import { countErrors, countLost, wordsOf } from "./word-errors.mjs";

const corpus = fileURLToPath(new URL("../../corpus/", import.meta.url));
const own = [
  { file: "Larkrise_House_business_plan.pdf", pages: [3, 5, 7] },
  { file: "Digest_of_the_Childrens_Homes_Regulations_2015.pdf", pages: [4, 9, 16] },
  { file: "Digest_of_the_Guide_to_the_Childrens_Homes_Regulations.pdf", pages: [6, 12, 20] },
];
const signal = new AbortController().signal;
const reader = openGuardedReader();
const recogniser = await openRecogniser(findOcrPackages(), signal);
console.log(`Read by ${recogniser.id}.\n`);

/** Lines of each page, how sure they are, and the seconds it took. */
async function read(bytes, ocr) {
  let pictures = 0;
  const means = ocr ? { ocr: { recogniser, onPicture: () => (pictures += 1) } } : {};
  const began = performance.now();
  const extraction = await extractPdf(bytes, { signal, reader, ...means });
  const seconds = (performance.now() - began) / 1000;
  const texts = new Map(extraction.pages.map((page) => [page.number, textOf(page)]));
  return { extraction, texts, pictures, seconds };
}

function textOf({ lines, footnotes }) {
  const all = [...lines, ...footnotes.flatMap((note) => note.lines)];
  // Words cut at the end of a line are one.
  return all
    .map(({ text }) => text)
    .join("\n")
    .replaceAll(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1");
}

const share = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;

console.log("scan    document  words  errors  lost   sure   s a page");
for (const [name, scanner] of Object.entries(scanners)) {
  for (const { file, pages } of own) {
    const bytes = new Uint8Array(readFileSync(corpus + file));
    const typed = await read(bytes, false);
    const scanned = await read(await makeScan(bytes, pages, scanner), true);
    const truth = pages.map((page) => wordsOf(typed.texts.get(page) ?? ""));
    const found = pages.map((_, at) => wordsOf(scanned.texts.get(at + 1) ?? ""));
    const sum = (count) => truth.reduce((all, words, at) => all + count(words, found[at]), 0);
    const words = truth.flat().length;
    const { confidence } = overall(scanned.extraction.ocr);
    console.log(
      [
        name.padEnd(7),
        file.slice(0, 9),
        String(words).padStart(5),
        share(sum(countErrors), words).padStart(7),
        share(sum(countLost), words).padStart(6),
        confidence.toFixed(2).padStart(6),
        (scanned.seconds / pages.length).toFixed(1).padStart(8),
      ].join(" "),
    );
  }
}

function overall(ocr) {
  const pages = Object.values(ocr?.pages ?? {});
  const words = pages.reduce((all, page) => all + page.words, 0);
  const sure = pages.reduce((all, page) => all + page.words * page.confidence, 0);
  const unsure = pages.reduce((all, page) => all + page.unsure, 0);
  return {
    words,
    unsure,
    confidence: words === 0 ? 0 : sure / words,
    lowest: pages.length === 0 ? 0 : Math.min(...pages.map(({ confidence }) => confidence)),
  };
}

const files = process.argv.slice(2);
if (files.length > 0) console.log("\npages  by OCR  words  doubtful  sure  lowest  s a page  file");
for (const path of files) {
  const result = await read(new Uint8Array(readFileSync(path)), true).catch((error) => error);
  if (result instanceof Error) {
    console.log(`  –  ${result.message}  ${basename(path)}`);
    continue;
  }
  const { extraction, pictures, seconds } = result;
  const { words, unsure, confidence, lowest } = overall(extraction.ocr);
  console.log(
    [
      String(extraction.pageCount).padStart(5),
      String(pictures).padStart(7),
      String(words).padStart(6),
      String(unsure).padStart(9),
      confidence.toFixed(2).padStart(5),
      lowest.toFixed(2).padStart(7),
      (seconds / Math.max(1, pictures)).toFixed(1).padStart(9),
      ` ${basename(path)}`,
    ].join(" "),
  );
}
await recogniser.close();
await reader.close();
