// Measures a cold `charm ask` on a corpus that is indexed already: wall time and memory, each run a new process.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { expectExit, measureCharm, median, round } from "./measure.mjs";

const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: "corpus" },
    /** An index that is kept; without it one is made for this measurement. */
    index: { type: "string" },
    runs: { type: "string", default: "7" },
    question: {
      type: "string",
      default: "What qualifications must our registered manager hold?",
    },
  },
});

const folder = values.index === undefined ? await mkdtemp(join(tmpdir(), "charm-bench-")) : null;
const place = ["--corpus", values.corpus, "--index", values.index ?? join(folder, "index")];
try {
  expectExit(await measureCharm(["index", ...place]), 0);
  const ask = async () => expectExit(await measureCharm(["ask", values.question, ...place]), 0, 3);
  // The first run reads the program and the index from disk for all that follow.
  const { stdout: report } = await ask();
  const runs = [];
  for (let i = 0; i < Number(values.runs); i += 1) runs.push(await ask());
  const seconds = runs.map((run) => run.seconds);
  const memory = runs.flatMap(({ megabytes }) => (megabytes === null ? [] : [megabytes]));
  const result = {
    bench: "ask",
    corpus: values.corpus,
    runs: runs.length,
    secondsMedian: round(median(seconds)),
    secondsLeast: round(Math.min(...seconds)),
    secondsMost: round(Math.max(...seconds)),
    cpuSecondsMedian: round(median(runs.map(({ cpuSeconds }) => cpuSeconds ?? Number.NaN))),
    megabytesMost: memory.length === 0 ? null : round(Math.max(...memory)),
    sameBytes: runs.every(({ stdout }) => stdout === report),
  };
  console.log(JSON.stringify(result, null, 2));
  console.error(
    `ask: ${result.secondsMedian} s (median of ${result.runs}; ${result.cpuSecondsMedian} s of processor time), at most ${result.megabytesMost} MB; ` +
      `${result.sameBytes ? "the same bytes each time" : "THE REPORTS DIFFER"}`,
  );
} finally {
  if (folder !== null) await rm(folder, { recursive: true, force: true });
}
