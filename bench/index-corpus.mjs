// Measures indexing a corpus from nothing against the embedding model alone on the same passages.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { countUsefulWorkers } from "../dist/models/worker-pool.js";
import { openLibrary } from "../dist/library/open-library.js";
import { expectExit, measureCharm, median, round } from "./measure.mjs";

const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: "corpus" },
    runs: { type: "string", default: "3" },
  },
});

/** Texts given to the model at a time, as indexing does. */
const batch = 32;

/** What indexing gave the model to embed, and whether it kept token vectors too. */
async function readIndexed(index) {
  const library = await openLibrary(index, null);
  if (library === null) throw new Error(`there is no index ${index}`);
  const texts = [];
  let withTokens = false;
  for (const { id } of library.documents) {
    const passages = await library.passagesOf(id);
    texts.push(...passages.map(({ text }) => text));
    const [tokens] = await library.tokenVectors(passages.slice(0, 1).map((one) => one.id));
    withTokens ||= tokens !== undefined && tokens.length > 0;
  }
  library.close();
  return { texts, withTokens };
}

/** Seconds from starting the workers to the last vector. */
async function timeEmbedder({ texts, withTokens }) {
  const started = performance.now();
  const embedder = await openBuiltInEmbedder({ workers: countUsefulWorkers() });
  const embed = withTokens ? embedder.embedPassages : embedder.embed;
  const waiting = [];
  for (let i = 0; i < texts.length; i += batch) waiting.push(embed(texts.slice(i, i + batch)));
  await Promise.all(waiting);
  const seconds = (performance.now() - started) / 1000;
  await embedder.close();
  return seconds;
}

const folder = await mkdtemp(join(tmpdir(), "charm-bench-"));
try {
  const indexing = [];
  const embedding = [];
  const memory = [];
  let indexed = null;
  // By turns, so that what else the machine does falls on both.
  for (let i = 0; i < Number(values.runs); i += 1) {
    const index = join(folder, `index-${i}`);
    const run = await measureCharm(["index", "--corpus", values.corpus, "--index", index]);
    indexing.push(expectExit(run, 0).seconds);
    if (run.megabytes !== null) memory.push(run.megabytes);
    indexed ??= await readIndexed(index);
    embedding.push(await timeEmbedder(indexed));
  }
  const result = {
    bench: "index",
    corpus: values.corpus,
    runs: indexing.length,
    passages: indexed.texts.length,
    tokenVectors: indexed.withTokens,
    workers: countUsefulWorkers(),
    indexSecondsMedian: round(median(indexing)),
    embedderSecondsMedian: round(median(embedding)),
    ratio: round(median(indexing) / median(embedding)),
    ratios: indexing.map((seconds, i) => round(seconds / embedding[i])),
    megabytesMost: memory.length === 0 ? null : round(Math.max(...memory)),
  };
  console.log(JSON.stringify(result, null, 2));
  console.error(
    `index: ${result.indexSecondsMedian} s for ${result.passages} passages, ${result.ratio} × the model alone ` +
      `(${result.embedderSecondsMedian} s); at most ${result.megabytesMost} MB, workers included`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
