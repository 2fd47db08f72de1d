// Takes a corpus; makes a library of it and of blurred copies, of any size. Needs `npm run build`.
import { discoverCorpus } from "../../dist/discover/discover-corpus.js";
import { createLibrary } from "../../dist/library/open-library.js";
import { prepareDocument, readFileBytes } from "../../dist/use-cases/prepare-document.js";
import { makeDocuments } from "./make-copies.mjs";

/** Share of the model's window left for short name and headings, as `charm index` leaves it. */
const nameShare = 62;

/** The corpus as `charm index` would store it. Files that cannot be used are left out. */
export async function embedCorpus(corpus, embedder) {
  const { files } = await discoverCorpus(corpus);
  const limits = { most: embedder.maxTokens - nameShare, fewest: 40, count: embedder.countTokens };
  const documents = [];
  for (const file of files) {
    const content = await readFileBytes(file);
    const prepared = await prepareDocument(file, content, limits).catch(() => null);
    if (prepared === null) continue;
    const { info, structure, problems, passages } = prepared;
    const vectors = await embedder.embedPassages(passages.map(({ passage }) => passage.text));
    documents.push({
      info,
      kind: structure.kind,
      fileBytes: file.bytes,
      modified: file.modified,
      problems,
      provisions: structure.provisions,
      passages: passages.map((passage, at) => ({
        ...passage,
        vector: vectors[at].pooled,
        tokens: vectors[at].tokens,
      })),
    });
  }
  return documents;
}

/** A library of `size` passages at `index`, in place of what is there. */
export async function makeLibrary(index, base, size, embedder) {
  const library = await createLibrary(index, embedder, "bench-scale", { replace: true });
  const writer = await library.write();
  for (const document of makeDocuments(base, size)) await writer.put(document);
  return writer.finish();
}
