// Takes the table of passages with all rows in place; makes the indexes that its searches use, anew each time.
import type { Index, Table } from "@lancedb/lancedb";
import { settleVersions } from "./rewrite.ts";
import type { Store } from "./store.ts";
import { phraseColumn, textColumn, vectorColumn } from "./tables.ts";

/**
 * From so many passages on, vectors, ids and documents are indexed too. Below, a scan of the vectors takes some 10 ms
 * and an index would save half of that (docs/retrieval.md).
 */
const manyRows = 20_000;

/** LanceDB's own aim for such an index: it joins parts of less than a quarter, and divides those of more than four times that. */
const rowsPerPart = 4_096;

/**
 * Makes the full-text and the phrase index over all rows, and in a large library those that spare scans.
 * @param large number of passages from which a library is large
 */
export async function buildIndexes(store: Store, table: Table, large = manyRows): Promise<void> {
  // Else joining the parts of the table would first add them to indexes that are about to be replaced.
  for (const { name } of await table.listIndices()) await table.dropIndex(name);
  await settleVersions([table]);
  await Promise.all([
    table.createIndex(textColumn, { config: textIndex(store) }),
    table.createIndex(phraseColumn, { config: phraseIndex(store) }),
  ]);
  const rows = await table.countRows();
  if (rows > 0 && rows >= large) await buildLargeIndexes(store, table, rows);
}

async function buildLargeIndexes(
  { lancedb: { Index } }: Store,
  table: Table,
  rows: number,
): Promise<void> {
  // Whole vectors, and every search looks at every part (`allParts`): exact, though LanceDB divides at random.
  const numPartitions = Math.ceil(rows / rowsPerPart);
  const vectors = Index.ivfFlat({ numPartitions, distanceType: "cosine" });
  await table.createIndex(vectorColumn, { config: vectors });
  await table.createIndex("id", { config: Index.btree() });
  await table.createIndex("documentId", { config: Index.bitmap() });
  await table.createIndex("authority", { config: Index.bitmap() });
}

function textIndex({ lancedb }: Store): Index {
  return lancedb.Index.fts({
    baseTokenizer: "simple",
    language: "English",
    lowercase: true,
    asciiFolding: true,
    stem: true,
    removeStopWords: true,
    maxTokenLength: 40,
    withPosition: false,
  });
}

/** Phrases come ready made (src/text/search-stems.ts): they are told apart by spaces and by nothing else. */
function phraseIndex({ lancedb }: Store): Index {
  return lancedb.Index.fts({
    baseTokenizer: "whitespace",
    lowercase: false,
    asciiFolding: false,
    stem: false,
    removeStopWords: false,
    maxTokenLength: 80,
    withPosition: false,
  });
}
