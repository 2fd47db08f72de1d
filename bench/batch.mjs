// Measures `charm batch` on the worked example: 36 drafts against the same 36 one by one in an open process, the memory
// from the first to the last, and a batch of many jobs whose work is simulated. Needs `npm run build`.
//
//   npm run bench:batch -- --law FOLDER    a folder with PDFs of the Regulations and the Guide
import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "../dist/batch/store.js";
import { openServices } from "../dist/program/open-services.js";
import { resolveSettings } from "../dist/settings/resolve-settings.js";
import { runBatch } from "../dist/use-cases/run-batch.js";
import { root, round } from "./measure.mjs";

const { values } = parseArgs({
  options: {
    /** Folder that holds the Regulations and the Guide as PDF files. */
    law: { type: "string" },
    /** Jobs of the simulation. */
    jobs: { type: "string", default: "400" },
    packs: { type: "string", default: "12" },
    /** Jobs at a time, one run for each number. */
    parallel: { type: "string", multiple: true, default: ["2"] },
  },
});

if (values.law === undefined) {
  console.error(
    "Name the folder of the Regulations and the Guide: npm run bench:batch -- --law FOLDER",
  );
  process.exit(2);
}

const lawFiles = /^(?:Childrens_Homes_England_Regulations_2015|Guide_to_Children_s_Home_Standards)/;
const packs = (
  "safeguarding missing behaviour complaints-procedure medicines fire contact health education " +
  "staff-supervision whistleblowing night-care"
)
  .split(" ")
  .slice(0, Number(values.packs));
const names = ["Thistle House", "Harbour View", "Fern Cottage"];
const ignore = () => {};
const hooks = {
  signal: new AbortController().signal,
  onEvent: ignore,
  onModelEvent: ignore,
  onBehind: ignore,
  onOwnLeftOut: ignore,
  onFactsUnread: ignore,
  onSending: ignore,
  onReady: ignore,
  onJob: ignore,
};

/** Memory that is held after a collection, in MB: garbage that waits for one says nothing. */
function megabytesHeld() {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: round(rss / 1e6), held: round((heapUsed + external) / 1e6) };
}

async function timed(work) {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
}

const folder = await mkdtemp(join(tmpdir(), "charm-batch-"));
try {
  await cp(join(root, "docs/batch-example"), folder, { recursive: true });
  const law = resolve(values.law);
  for (const file of await readdir(law))
    if (lawFiles.test(file)) await cp(join(law, file), join(folder, "corpus", file));
  const open = async (home) => {
    const flags = {
      corpus: join(folder, "corpus"),
      index: join(folder, "index"),
      offline: true,
      ...(home === null ? {} : { home }),
    };
    const settings = await resolveSettings({ flags, env: {}, cwd: folder });
    return openServices(settings, { apiKey: null, proxies: { http: null }, cwd: folder });
  };
  const all = await open(null);
  await all.index({ paths: [], rebuild: false }, hooks);
  await all.close();

  const singles = { seconds: 0, cpuSeconds: 0 };
  for (const home of names) {
    const services = await open(home);
    const draft = (pack) =>
      services.draft(
        { pack, packPath: join(folder, pack), facts: null, date: "2026-03-02" },
        hooks,
      );
    await draft("night-care");
    for (const pack of packs) {
      const { seconds, cpuSeconds } = await timed(() => draft(pack));
      singles.seconds += seconds;
      singles.cpuSeconds += cpuSeconds;
    }
    await services.close();
  }

  const runs = {};
  for (const parallel of values.parallel.map(Number)) {
    const services = await open(null);
    const request = {
      manifest: "policies.yaml",
      path: join(folder, "policies.yaml"),
      output: join(folder, `out-${parallel}`),
      most: null,
      maxTokens: null,
      maxCost: null,
    };
    const planned = await services.planBatch(request);
    const plan = {
      ...planned,
      jobs: planned.jobs.filter(({ asked }) => packs.includes(asked.pack)),
    };
    const memory = [];
    let ready = 0;
    let first = 0;
    const options = { force: false, parallel, maxTokens: null, maxCost: null, version: "bench" };
    const used = await timed(() =>
      services.batch(plan, options, {
        ...hooks,
        onReady: () => (ready = performance.now()),
        onJob: (_result, done) => {
          if (done === 1) first = (performance.now() - ready) / 1000;
          memory.push(megabytesHeld());
        },
      }),
    );
    await services.close();
    runs[parallel] = {
      jobs: memory.length,
      seconds: round(used.seconds),
      cpuSeconds: round(used.cpuSeconds),
      timesSingles: round(used.seconds / singles.seconds),
      timesSinglesCpu: round(used.cpuSeconds / singles.cpuSeconds),
      secondsToFirst: round(first),
      memoryFirst: memory[0],
      memoryThird: memory[Math.floor(memory.length / 3)],
      memoryLast: memory.at(-1),
    };
  }
  const result = {
    bench: "batch",
    singles: { seconds: round(singles.seconds), cpuSeconds: round(singles.cpuSeconds) },
    byParallel: runs,
    simulated: await simulate(Number(values.jobs)),
  };
  console.log(JSON.stringify(result, null, 2));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Jobs that take no time and give files of the usual size: what the batch itself costs. */
async function simulate(count) {
  const output = join(folder, "simulated");
  const blanks = Array.from({ length: 50 }, (_, i) => ({
    section: `Section ${i}`,
    text: `blank ${i}`,
  }));
  const jobs = Array.from({ length: count }, (_, i) => {
    const file = `home-${i % 40}/${i}.md`;
    const home = `Home ${i % 40}`;
    return {
      line: i + 1,
      home: null,
      homeName: home,
      asked: { kind: "pack", pack: "p", facts: null, date: null },
      outputs: [{ file, path: join(output, file), format: "md" }],
      failure: null,
    };
  });
  const plan = { manifest: "m.yaml", folder: output, jobs, finished: 0, calls: null };
  const memory = [];
  const run = () =>
    timed(async () => {
      const store = await openStore(plan);
      await runBatch(
        plan,
        { force: false, parallel: 2 },
        {
          store,
          signal: hooks.signal,
          inputsOf: async ({ line }) => line,
          work: async ({ line, outputs: [{ file }] }) => ({
            files: [{ file, content: `${line} `.repeat(10_000) }],
            record: { blanks, errors: [], conflicts: [], leftOut: [] },
          }),
          onJob: (_result, done) => {
            if (done === 1 || done === count) memory.push(megabytesHeld());
          },
        },
      );
      await store.settle();
      await store.close();
    });
  const made = await run();
  const again = await run();
  return {
    jobs: count,
    seconds: round(made.seconds),
    secondsAgain: round(again.seconds),
    memoryFirst: memory[0],
    memoryLast: memory[1],
  };
}
