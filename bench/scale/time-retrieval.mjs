// Takes an open library and questions; gives milliseconds a question, in all and for each part. Needs `npm run build`.
import { pairStems } from "../../dist/text/search-stems.js";
import { findNamedDocuments } from "../../dist/retrieve/find-documents.js";
import { retrieve } from "../../dist/retrieve/retrieve.js";
import { openReferences } from "../../dist/use-cases/open-references.js";

/** As `charm ask` retrieves. */
const k = 150;
/** As retrieval takes from each search, and compares token by token (src/retrieve/retrieve.ts). */
const [depth, compared] = [200, 100];

/** Medians, and what 9 in 10 stay below, over all questions and rounds; parts are measured one at a time. */
export async function timeRetrieval(library, embedder, questions, rounds) {
  const references = await openReferences(library);
  const search = (model, question) =>
    retrieve(library, model, question, { k, named: findNamedDocuments(question, references) });
  const first = await time(() => search(embedder, questions[0]));
  const times = {};
  const note = async (part, work) => (times[part] ??= []).push(await time(work));
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      const vectors = await embedder.embedQuestion(question);
      const encoded = { ...embedder, embedQuestion: () => Promise.resolve(vectors) };
      await note("whole", () => search(embedder, question));
      await note("encoded", () => search(encoded, question));
    }
  }
  for (const question of questions) {
    const { pooled } = await embedder.embedQuestion(question);
    const pairs = [...new Set(pairStems(question))].join(" ");
    const hits = await library.searchVector(pooled, depth);
    const ids = hits.map(({ id }) => id);
    await note("text", () => library.searchText(question, depth));
    await note("phrases", () => library.searchPhrases(pairs, depth));
    await note("vectors", () => library.searchVector(pooled, depth));
    await note("tokens", () => library.tokenVectors(ids.slice(0, compared)));
    await note("passages", () => library.passages(ids.slice(0, k)));
  }
  return {
    "first ms": Math.round(first),
    ms: quantile(times.whole, 0.5),
    "ms of 9 in 10": quantile(times.whole, 0.9),
    "ms, question encoded": quantile(times.encoded, 0.5),
    "text ms": quantile(times.text, 0.5),
    "phrases ms": quantile(times.phrases, 0.5),
    "vectors ms": quantile(times.vectors, 0.5),
    "token vectors ms": quantile(times.tokens, 0.5),
    "passages ms": quantile(times.passages, 0.5),
  };
}

async function time(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
}
