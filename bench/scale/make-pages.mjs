// Makes a corpus of any number of pages: the PDFs of a folder, then pages made from theirs with other words in places,
// printed where the lines stood. Needs `npm run build`.
//
//   node bench/scale/make-pages.mjs --from DIR --to DIR --pages 10000
//
// The same folder and number give the same text. Measure what comes out with `npm run bench:index -- --corpus DIR`.
import { createWriteStream } from "node:fs";
import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import Pdf from "pdfkit";
import { extract } from "../../dist/extract/extract.js";
import { makeRandom } from "./make-random.mjs";

/** Words of a page exchanged for words of others, as in copies of passages (make-copies.mjs). */
const exchanged = 0.15;

const { values } = parseArgs({
  options: {
    from: { type: "string" },
    to: { type: "string" },
    pages: { type: "string", default: "1000" },
  },
});
if (values.from === undefined || values.to === undefined) {
  console.error("Name the folders: --from DIR --to DIR");
  process.exit(2);
}

const random = makeRandom(7);
const originals = await readOriginals(values.from);
const words = originals.flatMap(({ pages }) =>
  pages.flatMap(({ lines }) => lines.flatMap(({ text }) => text.split(" "))),
);
await mkdir(values.to, { recursive: true });
let wanted = Number(values.pages);
for (let round = 0; wanted > 0; round += 1) {
  for (const original of originals) {
    if (wanted <= 0) break;
    // Whole files, so that the last may go over: half a regulation is no document.
    wanted -= original.pages.length;
    if (round === 0) await copyFile(original.path, join(values.to, original.file));
    else await printCopy(original, round);
  }
}
console.log(JSON.stringify({ pages: Number(values.pages) - wanted }));

async function readOriginals(folder) {
  const files = (await readdir(folder)).filter((file) => /\.pdf$/i.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const { pages } = await extract({ file }, await readFile(path));
      return { file, path, pages };
    }),
  );
}

async function printCopy({ file, pages }, round) {
  const title = `${pick()} ${pick()} ${pick()} ${round}`;
  const pdf = new Pdf({ autoFirstPage: false, info: { Title: title, CreationDate: new Date(0) } });
  const written = pipeline(pdf, createWriteStream(join(values.to, `copy-${round}-${file}`)));
  for (const { width, height, lines } of pages) {
    pdf.addPage({ size: [width, height], margin: 0 });
    for (const line of lines) printLine(pdf, line);
  }
  pdf.end();
  await written;
}

function printLine(pdf, { text, left, right, baseline, size, bold }) {
  pdf.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
  const changed = text
    .split(" ")
    .map((word) => (random() < exchanged ? pick() : word))
    .join(" ");
  // The fonts that every PDF reader has hold Latin-1 and no more.
  const printed = changed.replaceAll(/[^\u0020-\u00FF]/g, "-");
  const scale = Math.min(1, (right - left) / Math.max(pdf.widthOfString(printed), 1));
  pdf.fontSize(Math.max(4, size * scale));
  pdf.text(printed, left, baseline, { baseline: "alphabetic", lineBreak: false });
}

function pick() {
  return words[Math.floor(random() * words.length)];
}
