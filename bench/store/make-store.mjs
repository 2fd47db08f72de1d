// Makes a store of many documents that are told apart by whose and which they are, and questions over it.
//
//   node bench/store/make-store.mjs --to DIR      DIR/corpus/*.pdf, DIR/questions.json
//
// Annual and quarterly reports of eleven companies over four years, and policies of eight homes; all of it invented.
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import Pdf from "pdfkit";
import { makeRandom } from "../scale/make-random.mjs";
import { companies, makeFigures, years } from "./companies.mjs";
import { homes, policies, writePolicy } from "./policy-pages.mjs";
import { asked, askedOfPolicies } from "./questions.mjs";
import { writeReport } from "./report-pages.mjs";

const { values } = parseArgs({ options: { to: { type: "string" } } });
if (values.to === undefined) {
  console.error("Name a folder: --to DIR");
  process.exit(2);
}
const corpus = join(values.to, "corpus");
await mkdir(corpus, { recursive: true });

const random = makeRandom(3);
const figuresOf = makeFigures();
const questions = [];
let nameless = 100;
for (const company of companies) {
  for (const year of years) {
    for (const quarter of [null, 2]) {
      const pages = writeReport(company, year, figuresOf, quarter);
      const kind = quarter === null ? "10K" : `Q${quarter}_10Q`;
      const name =
        company.file === null
          ? `filing-${nameless++}`
          : `${company.file}_${year}${quarter === null ? "_" : ""}${kind}`;
      await print(`${name}.pdf`, pages, company.file === null ? null : kind);
      if (quarter === null)
        askAll(asked, `${name}.pdf`, pages, { n: company.short, N: company.name, y: year }, 0.09);
    }
  }
}
let number = 1;
for (const [at, home] of homes.entries()) {
  for (const policy of policies) {
    const pages = writePolicy(home, at, policy);
    // Half of the homes name their files, the others number them.
    const name =
      at % 2 === 0
        ? `${policy[0].replaceAll(" ", "-")}_${home.replaceAll(" ", "-")}`
        : `POL-${String(number).padStart(3, "0")}`;
    number += 1;
    await print(`${name}.pdf`, pages, policy[0]);
    askAll(askedOfPolicies, `${name}.pdf`, pages, { h: home }, 0.2);
  }
}
await writeFile(join(values.to, "questions.json"), JSON.stringify(questions, null, 1));
console.log(JSON.stringify({ questions: questions.length }));

/** Some of the wordings that the pages of a document answer; the second half of each list is held back. */
function askAll(wordings, file, pages, names, share) {
  for (const [topic, list] of Object.entries(wordings)) {
    const found = pages.findIndex((page) => page.topic === topic);
    if (found < 0) continue;
    for (const [at, wording] of list.entries()) {
      if (random() > share) continue;
      const question = wording.replaceAll(/\{(\w)\}/g, (_, key) => names[key]);
      questions.push({ question, file, page: found + 1, half: at < list.length / 2 ? 0 : 1 });
    }
  }
}

async function print(file, pages, title) {
  const info = { CreationDate: new Date(0), ...(title === null ? {} : { Title: title }) };
  const pdf = new Pdf({ autoFirstPage: false, size: "LETTER", margin: 60, info });
  const written = pipeline(pdf, createWriteStream(join(corpus, file)));
  for (const [at, { blocks }] of pages.entries()) {
    pdf.addPage();
    for (const block of blocks) printBlock(pdf, block);
    pdf
      .font("Helvetica")
      .fontSize(8)
      .text(String(at + 1), 300, 720, { lineBreak: false });
  }
  pdf.end();
  await written;
}

function printBlock(pdf, { heading, text, table }) {
  if (heading !== undefined) pdf.font("Helvetica-Bold").fontSize(13).text(heading).moveDown(0.4);
  else if (text !== undefined) pdf.font("Helvetica").fontSize(10).text(text).moveDown(0.5);
  else printTable(pdf, table);
}

function printTable(pdf, rows) {
  pdf.fontSize(10);
  for (const [at, cells] of rows.entries()) {
    const y = pdf.y;
    pdf.font(at === 0 ? "Helvetica-Bold" : "Helvetica");
    for (const [column, cell] of cells.entries()) {
      const x = column === 0 ? 60 : 250 + column * 75;
      pdf.text(cell, x, y, { lineBreak: false });
    }
    pdf.x = 60;
    pdf.y = y + 16;
  }
  pdf.moveDown(0.5);
}
