// Measures the reader of Word files: over made-up documents of which all is known that Word shows, as they are and as
// LibreOffice writes them again; and how long it takes beside embedding.
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { extractDocx } from "../../dist/extract/word/extract-docx.js";
import { readStructure } from "../../dist/structure/structure.js";
import { compare } from "./compare.mjs";
import { makeDocuments } from "./make-documents.mjs";
import { convert, hasOffice, hasPoppler, readOfficeText, readPdfWords } from "./office.mjs";
import { timeReading } from "./time-reading.mjs";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    details: { type: "boolean", default: false },
    time: { type: "boolean", default: false },
  },
});

const documents = makeDocuments(Number(values.seed));
const isForOffice = ({ group }) => group !== "of Word alone";
const shared = documents.filter(isForOffice);

function read(bytes) {
  const extraction = extractDocx(bytes);
  return { extraction, provisions: readStructure(extraction).provisions };
}

function measure(docs, bytesOf) {
  const all = docs.map((doc) => {
    const { extraction, provisions } = read(bytesOf(doc));
    return { doc, ...compare(doc.truth, extraction, provisions) };
  });
  const shares = ["numbers", "headings", "sections", "rows", "notes"].map((what) => {
    const right = all.reduce((so, each) => so + each[what].right, 0);
    const whole = all.reduce((so, each) => so + each[what].all, 0);
    return `${what} ${right}/${whole}`;
  });
  const total = (what) => all.reduce((so, each) => so + each[what].length, 0);
  if (values.details) for (const each of all) printFaults(each);
  return `${shares.join(", ")}; false headings ${total("falseHeadings")}, words lost ${total("lost")}, words invented ${total("invented")}, unseen words read ${total("gone")}`;
}

function printFaults({ doc, ...each }) {
  for (const [what, found] of Object.entries(each)) {
    const faults = Array.isArray(found) ? found : found.wrong;
    if (faults.length > 0)
      console.log(
        `  ${doc.name}: ${what}: ${faults
          .slice(0, 4)
          .map((fault) => JSON.stringify(fault))
          .join(" ")}`,
      );
  }
}

const groups = ["seen", "unseen", "of Word alone"].map((name) => [
  name,
  documents.filter(({ group }) => group === name),
]);
for (const [name, docs] of groups)
  console.log(`${name} kinds (${docs.length}): ${measure(docs, ({ bytes }) => bytes)}`);

if (hasOffice) {
  const folder = mkdtempSync(join(tmpdir(), "charm-word-"));
  try {
    compareWithOffice(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
} else console.log("without LibreOffice (soffice): no second reader");
if (values.time) console.log(await timeReading(documents));

function compareWithOffice(folder) {
  // LibreOffice prints deletions as well.
  const files = makeDocuments(Number(values.seed), { accepted: true })
    .filter(isForOffice)
    .map(({ bytes }, at) => {
      const file = join(folder, `${String(at).padStart(2, "0")}.docx`);
      writeFileSync(file, bytes);
      return file;
    });
  const into = (name) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  const texts = convert(files, "txt:Text", into("txt")).map(readOfficeText);
  const agree = shared.map((doc, at) => agreeWithText(doc, texts[at]));
  console.log(
    `numbers that LibreOffice prints as charm reads them: ${sum(agree, "same")}/${sum(agree, "all")}`,
  );
  const again = new Map(
    convert(files, "docx", into("docx")).map((file, at) => [shared[at], readFileSync(file)]),
  );
  const odts = convert(files, "odt", into("odt"));
  const viaOdt = new Map(
    convert(odts, "docx", into("via-odt")).map((file, at) => [shared[at], readFileSync(file)]),
  );
  for (const [name, docs] of groups.slice(0, 2)) {
    console.log(
      `${name} kinds, written again by LibreOffice: ${measure(docs, (doc) => again.get(doc))}`,
    );
    console.log(`${name} kinds, by way of .odt: ${measure(docs, (doc) => viaOdt.get(doc))}`);
  }
  if (!hasPoppler) return;
  const lost = convert(files, "pdf", into("pdf")).map((file, at) =>
    lostFromPdf(shared[at], readPdfWords(file)),
  );
  console.log(
    `words of the printed PDF that charm has not: ${sum(lost, "lost")} of ${sum(lost, "all")}`,
  );
}

function sum(list, what) {
  return list.reduce((total, each) => total + each[what], 0);
}

/** Each numbered line that charm reads stands in LibreOffice's text, number and all. */
function agreeWithText({ bytes, name }, lines) {
  const printed = new Set(lines);
  const numbered = extractDocx(bytes)
    .pages.flatMap((page) => page.lines)
    .filter(({ number }) => number !== null);
  const same = numbered.filter(({ number, text }) => printed.has(`${number} ${text}`));
  if (values.details)
    for (const line of numbered.filter((each) => !same.includes(each)).slice(0, 3))
      console.log(`  ${name}: not in LibreOffice's text: ${line.number} ${line.text}`);
  return { same: same.length, all: numbered.length };
}

function lostFromPdf({ bytes, name, truth }, printed) {
  const { extraction } = read(bytes);
  const known = new Set(
    [
      ...extraction.pages
        .flatMap((page) => [...page.lines, ...page.footnotes.flatMap((note) => note.lines)])
        .flatMap((line) => [line.text, line.number ?? ""]),
      ...extraction.running,
      ...(truth.contents ?? []),
      ...truth.gone,
    ].flatMap((each) => each.match(/[\p{L}\p{N}]+/gu) ?? []),
  );
  // Numbers of pages and marks of notes stand in the PDF alone.
  const words = printed.filter((word) => /\p{L}{2}/u.test(word) && word !== "Page");
  const lost = words.filter((word) => !known.has(word));
  if (values.details && lost.length > 0)
    console.log(`  ${name}: only in the PDF: ${[...new Set(lost)].slice(0, 8).join(" ")}`);
  return { lost: lost.length, all: words.length };
}
