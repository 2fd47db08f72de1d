// Measures retrieval over libraries of growing size, made of a corpus and blurred copies of it. Needs `npm run build`.
//
//   npm run bench:scale -- --corpus DIR --questions FILE [--sizes 3000,10000,30000,100000] [--rounds 3] [--work DIR]
//
// Prints one JSON object a size. Libraries in --work are kept and used again as they are: name another folder, or
// delete it, when the corpus or the program has changed what is stored. 100,000 passages take 2 GB and some minutes.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { openBuiltInEmbedder } from "../../dist/embed/built-in.js";
import { countUsefulWorkers } from "../../dist/models/worker-pool.js";
import { openLibrary } from "../../dist/library/open-library.js";
import { compareWithScan } from "./compare-with-scan.mjs";
import { embedCorpus, makeLibrary } from "./make-library.mjs";
import { timeRetrieval } from "./time-retrieval.mjs";

const { values: options } = parseArgs({
  options: {
    corpus: { type: "string", default: "corpus" },
    questions: { type: "string" },
    sizes: { type: "string", default: "3000,10000,30000,100000" },
    rounds: { type: "string", default: "3" },
    work: { type: "string", default: join(tmpdir(), "charm-bench-scale") },
  },
});

const few = await openBuiltInEmbedder();
const questions = readQuestions();
let base = null;
for (const size of options.sizes.split(",").map(Number)) {
  const index = join(options.work, `${size}`);
  const made = (await hasLibrary(index)) ? {} : await make(index, size);
  const library = await openLibrary(index, few);
  const times = await timeRetrieval(library, few, questions, Number(options.rounds));
  const exact = await compareWithScan(index, library, few, questions);
  library.close();
  console.log(JSON.stringify({ size, ...made, MB: sizeOf(index), ...times, ...exact }));
}
await few.close();

async function hasLibrary(index) {
  const library = await openLibrary(index, few);
  library?.close();
  return library?.finished === true;
}

async function make(index, size) {
  const many = await openBuiltInEmbedder({ workers: countUsefulWorkers() });
  base ??= await embedCorpus(options.corpus, many);
  const start = performance.now();
  const library = await makeLibrary(index, base, size, many);
  library.close();
  await many.close();
  return { "made in s": Math.round((performance.now() - start) / 1000) };
}

function readQuestions() {
  if (options.questions === undefined) return ["What must the registered manager do?"];
  const lines = readFileSync(options.questions, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line).question);
}

function sizeOf(folder) {
  return Number(execFileSync("du", ["-sm", folder], { encoding: "utf8" }).split("\t")[0]);
}
