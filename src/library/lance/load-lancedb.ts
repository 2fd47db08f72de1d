// Loads LanceDB when a library is first opened: its native module takes some 60 ms, which other commands need not pay.
import { createRequire } from "node:module";
import type * as LanceDb from "@lancedb/lancedb";
import type * as Arrow from "apache-arrow";

export interface LanceModules {
  readonly lancedb: typeof LanceDb;
  readonly arrow: typeof Arrow;
}

/** The modules; loading them again costs nothing. */
export async function loadLanceDb(): Promise<LanceModules> {
  // Both are read when the native module loads. It would warn about its own defaults on stderr; and with one
  // shard the full-text index is built in one order and one partition, whatever the number of cores.
  process.env["LANCEDB_LOG"] ??= "error";
  process.env["LANCE_FTS_NUM_SHARDS"] = "1";
  const lancedb = await import("@lancedb/lancedb");
  // `import` would load Arrow a second time, as another module than the one LanceDB has required.
  const arrow = createRequire(import.meta.url)("apache-arrow") as LanceModules["arrow"];
  return { lancedb, arrow };
}
