// Measures retrieval over libraries of growing size, made of a corpus and blurred copies of it. Needs `npm run build`.
//
//   npm run bench:scale -- --corpus DIR --questions FILE [--sizes 3000,10000,30000,100000] [--work DIR] [--exact]
//
// Prints one JSON object a size: milliseconds a question (median, 9 in 10), of them in each search, megabytes on
// disk, and the share of the nearest 100 by vectors that an exact scan gives too.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { countUsefulWorkers, openBuiltInEmbedder } from "../../dist/embed/built-in.js";
import { discoverCorpus } from "../../dist/discover/discover-corpus.js";
import { createLibrary } from "../../dist/library/open-library.js";
import { retrieve } from "../../dist/retrieve/retrieve.js";
import { pairStems } from "../../dist/retrieve/words.js";
import { prepareDocument, readFileBytes } from "../../dist/use-cases/prepare-document.js";
import { makeDocuments } from "./make-copies.mjs";

const nearest = 100;
const { values: options } = parseArgs({
  options: {
    corpus: { type: "string", default: "corpus" },
    questions: { type: "string" },
    sizes: { type: "string", default: "3000,10000,30000,100000" },
    work: { type: "string", default: join(tmpdir(), "charm-bench-scale") },
  },
});
const many = await openBuiltInEmbedder({ workers: countUsefulWorkers() });
const base = await embedCorpus(options.corpus);
const questions = readQuestions();
for (const size of options.sizes.split(",").map(Number)) {
  const index = join(options.work, `${size}`);
  const start = performance.now();
  const library = await makeLibrary(index, size);
  const made = performance.now() - start;
  console.log(
    JSON.stringify({
      size,
      "index s": Math.round(made / 1000),
      ...(await measure(library, index)),
    }),
  );
  library.close();
}
await many.close();

async function embedCorpus(corpus) {
  const { files } = await discoverCorpus(corpus);
  const limits = { most: many.maxTokens - 62, fewest: 40, count: many.countTokens };
  const texts = [];
  for (const file of files) {
    const prepared = await prepareDocument(file, await readFileBytes(file), limits).catch(
      () => null,
    );
    texts.push(...(prepared?.passages ?? []).map(({ passage }) => passage.text));
  }
  const vectors = await many.embedPassages(texts);
  return texts.map((text, at) => ({
    text,
    vector: vectors[at].pooled,
    tokens: vectors[at].tokens,
  }));
}

function readQuestions() {
  if (options.questions === undefined)
    return base.slice(0, 50).map(({ text }) => text.slice(0, 80));
  const lines = readFileSync(options.questions, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line).question);
}

async function makeLibrary(index, size) {
  const library = await createLibrary(index, many, "bench-scale", { replace: true });
  const writer = await library.write();
  for (const { number, rows } of makeDocuments(base, size))
    await writer.put(toDocument(number, rows));
  return writer.finish();
}

function toDocument(number, rows) {
  const id = `copy-${String(number).padStart(5, "0")}`;
  const info = { id, file: `${id}.txt`, title: id, short: id, authority: "other", sha256: id };
  const unknown = {
    version: null,
    date: null,
    url: null,
    licence: null,
    supersedes: null,
    pages: null,
  };
  return {
    info: { ...info, ...unknown },
    kind: "headed",
    fileBytes: 0,
    modified: 0,
    problems: [],
    provisions: [],
    passages: rows.map(({ text, vector, tokens }, ordinal) => ({
      indexed: text,
      phrases: pairStems(text).join(" "),
      vector,
      tokens,
      passage: toPassage(id, ordinal, text),
    })),
  };
}

function toPassage(documentId, ordinal, text) {
  const id = `${documentId}-${String(ordinal).padStart(5, "0")}`;
  const place = { locator: null, locators: [], trail: [], page: null, pageEnd: null };
  return {
    id,
    documentId,
    ordinal,
    text,
    spans: [],
    marks: [],
    links: [],
    standing: "current",
    ...place,
  };
}

async function measure(library, index) {
  const few = await openBuiltInEmbedder();
  await retrieve(library, few, questions[0], { k: 40 });
  const times = { whole: [], text: [], phrases: [], vectors: [] };
  const timed = async (name, work) => {
    const start = performance.now();
    const result = await work();
    times[name].push(performance.now() - start);
    return result;
  };
  let shared = 0;
  for (const question of questions) {
    await timed("whole", () => retrieve(library, few, question, { k: 40 }));
    const { pooled } = await few.embedQuestion(question);
    await timed("text", () => library.searchText(question, 200));
    await timed("phrases", () => library.searchPhrases(pairStems(question).join(" "), 200));
    const found = await timed("vectors", () => library.searchVector(pooled, nearest));
    shared += await compareWithScan(library, pooled, found);
  }
  const megabytes = Number(execFileSync("du", ["-sm", index], { encoding: "utf8" }).split("\t")[0]);
  const [median, most] = [quantile(times.whole, 0.5), quantile(times.whole, 0.9)];
  const parts = Object.fromEntries(
    ["text", "phrases", "vectors"].map((name) => [`${name} ms`, quantile(times[name], 0.5)]),
  );
  return {
    ms: median,
    "ms of 9 in 10": most,
    ...parts,
    MB: megabytes,
    recall: shared / questions.length,
  };
}

/** Share of the nearest by a scan of all vectors that the search found; 1 while the search itself scans. */
async function compareWithScan(library, vector, found) {
  const exact = await library.searchVector(vector, nearest);
  const ids = new Set(exact.map(({ id }) => id));
  return found.filter(({ id }) => ids.has(id)).length / nearest;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
}
