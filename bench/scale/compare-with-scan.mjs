// Takes a library and questions; gives how much of what an exact scan of all vectors finds its searches find too.
import { connect } from "@lancedb/lancedb";
import { retrieve } from "../../dist/retrieve/retrieve.js";

/** As retrieval takes from each search (src/retrieve/retrieve.ts). */
const depth = 200;
const shown = 10;

/** Shares of the nearest 200 passages, and of the first 10 that are retrieved; 1 when nothing is missed. */
export async function compareWithScan(index, library, embedder, questions) {
  const table = await (await connect(index)).openTable("passages");
  const scanning = { ...library, searchVector: (vector, k) => scan(table, vector, k) };
  let [candidates, results] = [0, 0];
  for (const question of questions) {
    const { pooled } = await embedder.embedQuestion(question);
    const found = await library.searchVector(pooled, depth);
    candidates += 1 - countMissed(found, await scan(table, pooled, depth)) / depth;
    results += share(
      await retrieve(library, embedder, question, { k: shown }),
      await retrieve(scanning, embedder, question, { k: shown }),
      ({ passage }) => passage.id,
    );
  }
  table.close();
  const round = (value) => Number((value / questions.length).toFixed(4));
  return { "recall@200": round(candidates), "same of 10": round(results) };
}

async function scan(table, vector, k) {
  const query = table.query().nearestTo(vector).distanceType("cosine").bypassVectorIndex();
  const rows = await query.select(["id", "documentId", "_distance"]).limit(k).toArray();
  return rows.map(({ id, documentId, _distance }) => ({ id, documentId, score: 1 - _distance }));
}

/** Passages of the scan that ought to have been found; of equally near ones at the cut any will do. */
function countMissed(found, exact) {
  const ids = new Set(found.map(({ id }) => id));
  const least = (found.at(-1)?.score ?? -1) + 1e-6;
  return exact.filter(({ id, score }) => !ids.has(id) && score > least).length;
}

function share(found, exact, idOf) {
  const ids = new Set(found.map(idOf));
  return exact.filter((each) => ids.has(idOf(each))).length / exact.length;
}
