// Takes ObliQA passages; gives a library of them, one passage a passage, made once and kept.

import { createHash } from "node:crypto";
import { embedPassages } from "../../dist/embed/token-embedder.js";
import { indexedText } from "../../dist/chunk/indexed-text.js";
import { createLibrary, openLibrary } from "../../dist/library/open-library.js";
import { pairStems } from "../../dist/text/search-stems.js";
import { cutText } from "./cut-text.mjs";
import { passageKey } from "./read-obliqa.mjs";

/** Raised when this file would make other rows of the same documents. */
const making = "obliqa@1";
const batch = 64;

/**
 * @param {string} index   folder of the library; one that holds the same documents is used as it is
 * @param {import("./read-obliqa.mjs").ObliqaPassage[][]} documents
 * @param {import("../../dist/embed/token-embedder.js").TokenEmbedder} embedder
 * @param {(done: number, of: number) => void} onProgress
 */
export async function openObliqa(index, documents, embedder, onProgress) {
  const wanted = documents.map((passages) => describeDocument(passages));
  const held = await openLibrary(index, embedder).catch(() => null);
  if (held !== null && isSame(held, wanted)) return held;
  held?.close();
  const library = await createLibrary(index, embedder, making, { replace: true });
  const writer = await library.write();
  const total = documents.reduce((sum, passages) => sum + passages.length, 0);
  let done = 0;
  for (const [at, passages] of documents.entries()) {
    const info = wanted[at];
    const rows = passages.flatMap((passage) => cutPassage(passage, embedder));
    await writer.put({
      info,
      kind: "numbered",
      fileBytes: 0,
      modified: 0,
      problems: [],
      passages: await embedRows(info.id, rows, embedder),
      provisions: [],
    });
    onProgress((done += passages.length), total);
  }
  return writer.finish();
}

function isSame(library, wanted) {
  const ids = library.documents.map(({ id }) => id).sort();
  return (
    library.finished &&
    ids.join() ===
      wanted
        .map(({ id }) => id)
        .sort()
        .join()
  );
}

function describeDocument(passages) {
  const number = passages[0]?.document ?? 0;
  const sha256 = createHash("sha256").update(JSON.stringify(passages)).digest("hex");
  return {
    id: `obliqa-${String(number).padStart(3, "0")}-${sha256.slice(0, 12)}`,
    file: `${number}.json`,
    title: `ObliQA document ${number}`,
    short: "",
    version: null,
    date: null,
    authority: "other",
    url: null,
    licence: null,
    supersedes: null,
    sha256,
    pages: null,
  };
}

/** What is longer than the model reads becomes several rows; the best of them counts. */
function cutPassage(passage, embedder) {
  const { document, number, text, trail } = passage;
  const pieces = cutText(text, embedder.maxTokens, embedder.countTokens);
  return pieces.map((piece) => ({ key: passageKey(document, number), text: piece, trail }));
}

async function embedRows(documentId, rows, embedder) {
  const stored = [];
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch);
    const vectors = await embedPassages(
      embedder,
      some.map(({ text }) => text),
    );
    for (const [at, row] of some.entries()) {
      const passage = toPassage(documentId, start + at, row);
      const indexed = indexedText("", passage);
      stored.push({
        passage,
        indexed,
        phrases: pairStems(indexed).join(" "),
        vector: vectors[at].pooled,
        tokens: vectors[at].tokens,
      });
    }
  }
  return stored;
}

function toPassage(documentId, ordinal, { key, text, trail }) {
  return {
    id: `${documentId}-${String(ordinal).padStart(5, "0")}`,
    documentId,
    ordinal,
    text,
    spans: [],
    marks: [],
    locator: key,
    locators: [key],
    trail,
    page: null,
    pageEnd: null,
    standing: "current",
  };
}
