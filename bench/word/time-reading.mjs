// How long reading Word files takes beside embedding what they say.
import { chunkDocument } from "../../dist/chunk/chunk.js";
import { openBuiltInEmbedder } from "../../dist/embed/built-in.js";
import { extractDocx } from "../../dist/extract/word/extract-docx.js";
import { readStructure } from "../../dist/structure/structure.js";

/** Words on a page of a policy. */
const wordsOnPage = 400;
const pages = 100;

/** Reads as many of the documents as make a hundred pages; embeds their passages on one core, as reading has one. */
export async function timeReading(documents) {
  const chosen = [];
  for (let words = 0, at = 0; words < pages * wordsOnPage; at += 1) {
    const doc = documents[at % documents.length];
    chosen.push(doc);
    words += doc.truth.lines.reduce((sum, { text }) => sum + text.split(" ").length, 0);
  }
  const embedder = await openBuiltInEmbedder({ workers: 1 });
  const started = performance.now();
  const structures = chosen.map(({ bytes }) => readStructure(extractDocx(bytes)));
  const reading = performance.now() - started;
  const limits = { most: embedder.maxTokens, fewest: 40, count: embedder.countTokens };
  const passages = structures.flatMap((structure, at) =>
    chunkDocument(`d${at}`, structure, limits),
  );
  const before = performance.now();
  for (let at = 0; at < passages.length; at += 32)
    await embedder.embedPassages(passages.slice(at, at + 32).map(({ text }) => text));
  const embedding = performance.now() - before;
  await embedder.close();
  const seconds = (ms) => (ms / 1000).toFixed(2);
  return `100 pages of Word: read in ${seconds(reading)} s, embedded in ${seconds(embedding)} s (${passages.length} passages): ${((100 * reading) / embedding).toFixed(1)} %`;
}
