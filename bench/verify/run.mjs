// Checks statements as a language model writes them, right and wrong ones, against a library of the guidance, and prints
// how many right ones are refused and how many wrong ones are printed without a mark.
//
//   npm run bench:verify -- --index DIR [--part development|held|second|…|thirteenth] [--all]
//
// `development` was looked at while the rules were made; all others were run for the first time when
// they stood (docs/models.md gives those figures), and have been looked at since.
// The statements are ours; what stands at the places they cite is read from the library, which must hold the Regulations
// and the Guide.
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createCheck } from "../../dist/compose/language-model/check-written.js";
import { groundItem } from "../../dist/compose/language-model/ground.js";
import { keyEvidence } from "../../dist/compose/language-model/keyed-evidence.js";
import { quoteBest } from "../../dist/compose/language-model/quote-best.js";
import { openBuiltInEmbedder } from "../../dist/embed/built-in.js";
import { openLibrary } from "../../dist/library/open-library.js";
import { isWithin } from "../../dist/place/address.js";
import { attachLeadIns } from "../../dist/retrieve/lead-ins.js";
import { createNearness } from "../../dist/score/nearness.js";
import { openReferences } from "../../dist/use-cases/open-references.js";

const { values: options } = parseArgs({
  options: {
    index: { type: "string" },
    part: { type: "string" },
    all: { type: "boolean", default: false },
  },
});
const library = options.index === undefined ? null : await openLibrary(options.index, null);
if (library === null) {
  console.error("Usage: npm run bench:verify -- --index DIR (a library of the guidance)");
  process.exit(2);
}
const path = new URL("statements.json", import.meta.url);
const questions = JSON.parse(await readFile(path, "utf8"));
const view = await openReferences(library);
const { nearness } = createNearness(() => openBuiltInEmbedder());
const check = createCheck({ references: view }, nearness);
const tallies = new Map();
for (const { part, right, plain, wrong } of questions) {
  if (options.part !== undefined && options.part !== part) continue;
  for (const [text, ...places] of right)
    await judge(part, "right", "right", "requirement", text, places);
  for (const [kind, text, ...places] of plain) {
    const written = kind === "question" || kind === "scenario" ? "advice" : kind;
    await judge(part, "plain", kind, written, text, places);
  }
  for (const [fault, text, ...places] of wrong)
    await judge(part, "wrong", fault, "requirement", text, places);
}
library.close();
for (const [name, { all, refused, marked }] of [...tallies].sort(([a], [b]) =>
  a.localeCompare(b),
)) {
  const rest = all - refused - marked;
  console.log(
    `${name.padEnd(28)} ${all} of which refused ${refused}, marked ${marked}, plain ${rest}`,
  );
}

async function judge(part, group, fault, kind, text, places) {
  const sources = [];
  const pieces = [];
  for (const place of places) {
    for (const { evidence, quote } of await readPlace(place, text)) {
      const [keyed] = keyEvidence([evidence]);
      if (!pieces.some(({ key }) => key === keyed.key)) pieces.push(keyed);
      sources.push({ key: keyed.key, quote });
    }
  }
  const grounded = await groundItem(toGroundable(kind, text, sources), { pieces, check });
  const worst = ["error", "warning"].find((one) =>
    grounded.findings.some(({ severity }) => severity === one),
  );
  for (const name of [
    `${part} ${group}`,
    ...(group === "wrong" ? [`${part} wrong: ${fault}`] : []),
  ]) {
    const tally = tallies.get(name) ?? { all: 0, refused: 0, marked: 0 };
    tally.all += 1;
    if (worst === "error") tally.refused += 1;
    if (worst === "warning") tally.marked += 1;
    tallies.set(name, tally);
  }
  const amiss = group === "wrong" ? worst === undefined : worst !== undefined;
  if (!amiss && !options.all) return;
  const verdict = worst === "error" ? "REFUSED" : worst === "warning" ? "marked" : "PRINTED";
  console.log(`${part} ${group} (${fault}) ${verdict}: ${text} [${places.join(", ")}]`);
  for (const { code, severity, message } of grounded.findings)
    console.log(`    ${severity} ${code}: ${message}`);
}

/** An item that stands by itself. */
function toGroundable(kind, text, sources) {
  const item = { part: 1, kind, text, sources };
  return { id: "s1", item, over: null, formal: false, lent: false, lead: "" };
}

/** The passages in which a place stands, each with the run of it that the words are nearest to. */
async function readPlace(place, text) {
  const [reference] = view.parse(place);
  const [{ reading }] = view.resolve(reference, []);
  const { documentId } = reading.document;
  const { address } = reading;
  const document = library.documents.find(({ id }) => id === documentId);
  const passages = await library.passagesOf(documentId);
  const holding = passages.filter(({ spans }) =>
    spans.some((span) => span.address !== null && isWithin(span.address, address)),
  );
  const evidence = await attachLeadIns(
    holding.map((passage) => ({ passage, document, score: 1, signals: {}, similarity: 0.5 })),
    library,
    view,
  );
  return evidence.map((one) => {
    const own = one.passage.spans.filter(
      (span) => span.address !== null && isWithin(span.address, address),
    );
    const start = own[0].start;
    const words = one.passage.text.slice(start, own.at(-1).end);
    const [best] = quoteBest(words, text);
    return { evidence: one, quote: best === undefined ? "" : words.slice(best.start, best.end) };
  });
}
