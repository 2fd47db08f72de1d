// Brings the tables of a library into one order, so that results do not depend on the order of indexing.
import type { Table } from "@lancedb/lancedb";
import type { Store } from "./store.ts";

/** Rows held in memory at a time: some 40 MB of passages with their vectors and those of their tokens. */
const batchRows = 2_048;

/**
 * Gives a table the rows of the given documents only, in that order, as a new version; costs little where they stand
 * so already. BM25 adds up 32-bit floats in an order that follows the order of rows: only equal tables give equal
 * scores.
 */
export async function arrangeRows(
  store: Store,
  table: Table,
  documentIds: readonly string[],
): Promise<void> {
  const source = await store.connection.openTable(table.name);
  await source.checkout(await table.version());
  const runs = await findRuns(source);
  const present = new Set(runs.map((run) => run.documentId));
  const wanted = documentIds.filter((id) => present.has(id));
  const arranged =
    runs.length === wanted.length && runs.every((run, at) => run.documentId === wanted[at]);
  if (!arranged) await rewriteRows(source, table, runs, wanted);
  source.close();
}

/** Rows of one document that stand together. */
interface Run {
  readonly documentId: string;
  readonly rowIds: bigint[];
}

async function rewriteRows(
  source: Table,
  table: Table,
  runs: readonly Run[],
  documentIds: readonly string[],
): Promise<void> {
  const rank = new Map(documentIds.map((id, index) => [id, index]));
  const rankOf = ({ documentId }: Run) => rank.get(documentId) ?? Infinity;
  const live = runs.filter(({ documentId }) => rank.has(documentId));
  live.sort((a, b) => rankOf(a) - rankOf(b));
  const batches = batchRowIds(live.map((run) => run.rowIds));
  for (const [index, batch] of batches.entries()) {
    const parts = [];
    // Rows come in the order of their ids, not as asked: hence one request a run.
    for (const ids of batch) parts.push(await source.takeRowIds(ids).toArrow());
    const [first, ...rest] = parts;
    if (first === undefined) continue;
    await table.add(first.concat(...rest), { mode: index === 0 ? "overwrite" : "append" });
  }
  if (batches.length === 0) await table.delete("true");
}

/** Each round joins or divides one part of a vector index; a bound, should LanceDB ever undo what it did. */
const mostRounds = 100;

/**
 * Joins what was written in parts until nothing is left to join, and clears nothing away. Called before a manifest
 * names the versions of tables: clearing away later goes through the same steps, and must find nothing left to do that
 * would make a newer version and so take the named one for old.
 */
export async function settleVersions(tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    for (let round = 0; round < mostRounds; round += 1) {
      const before = await table.version();
      await table.optimize({ cleanupOlderThan: new Date(0) });
      if ((await table.version()) === before) break;
    }
  }
}

/**
 * Deletes versions that were replaced longer ago than `keepMs`. The library is whole without it, and the next run
 * tries again: a failure (a file still open on some systems) is of no account.
 */
export async function clearOldVersions(tables: readonly Table[], keepMs: number): Promise<void> {
  for (const table of tables) {
    const cleanupOlderThan = new Date(Date.now() - keepMs);
    await table.optimize({ cleanupOlderThan }).catch(() => undefined);
  }
}

async function findRuns(table: Table): Promise<Run[]> {
  const keys = await table.query().select(["documentId"]).withRowId().toArrow();
  if (keys.numRows === 0) return [];
  const documentIds = keys.getChild("documentId")?.toArray() as readonly string[];
  const rowIds = keys.getChild("_rowid")?.toArray() as BigUint64Array;
  const runs: Run[] = [];
  for (const [index, rowId] of rowIds.entries()) {
    const documentId = documentIds[index] ?? "";
    const last = runs.at(-1);
    if (last?.documentId === documentId) last.rowIds.push(rowId);
    else runs.push({ documentId, rowIds: [rowId] });
  }
  return runs;
}

/** Groups lists of rows into batches of at most `batchRows`; longer lists are divided. */
function batchRowIds(lists: readonly (readonly bigint[])[]): (readonly bigint[])[][] {
  const batches: (readonly bigint[])[][] = [];
  let held = batchRows;
  for (const list of lists) {
    for (let start = 0; start < list.length; start += batchRows) {
      const part = list.slice(start, start + batchRows);
      if (held + part.length > batchRows) {
        batches.push([]);
        held = 0;
      }
      batches.at(-1)?.push(part);
      held += part.length;
    }
  }
  return batches;
}
