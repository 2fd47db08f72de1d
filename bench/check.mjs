// Measures `charm check` on policies made for it: the memory that folders of 10 and of 100 take, and the time that one of
// 40 pages takes when the library and the model are open.
// Time goes by the length of a text: seconds of processor time on a shared machine with two cores (December 2026), library
// of 16 documents: one paragraph of 2 MB 9, a table of 10,000 rows 8, 200,000 times “[” 0.4.
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openServices } from "../dist/program/open-services.js";
import { resolveSettings } from "../dist/settings/resolve-settings.js";
import { expectExit, measureCharm, median, round } from "./measure.mjs";
import { para, run, writeDocx } from "./word/write-docx.mjs";

const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: "corpus" },
    /** An index that is kept; without it one is made for this measurement. */
    index: { type: "string" },
    runs: { type: "string", default: "5" },
  },
});

/** Words on a page of a policy. */
const wordsOnPage = 400;
const matters = [
  "Medicines",
  "Fire drills",
  "Complaints",
  "Visits",
  "Restraint",
  "Contact with family",
  "Staff supervision",
  "Going missing",
  "Education",
  "Records",
];
const verbs = ["writes down", "looks through", "talks over", "passes on", "brings up", "files"];
const things = "plan log note list form rota diary letter record report card key chart".split(" ");

/** A policy of our own wording; no two sentences of all that are made are the same, and one in 50 names a regulation. */
function makePolicy(pages, seed) {
  let state = seed * 7919 + 1;
  const next = (list) => {
    state = (state * 48_271) % 2_147_483_647;
    return list[state % list.length];
  };
  const blocks = [];
  let words = 0;
  for (let section = 1; words < pages * wordsOnPage; section += 1) {
    const matter = next(matters);
    blocks.push(para(run(`${section} ${matter} (Regulation ${1 + (state % 51)})`, "<w:b/>")));
    for (let i = 0; i < 12; i += 1) {
      const text = Array.from(
        { length: 4 },
        (_, at) =>
          `On day ${1 + (state % 28)} the ${next(["deputy", "key worker", "manager", "team"])} ${next(verbs)} the ${next(things)} about ${next(matters).toLowerCase()}${i + at === 0 ? ` under regulation ${1 + (state % 51)}` : ""}, and keeps the ${next(things)} (form ${seed}.${section}.${i}.${at}).`,
      ).join(" ");
      words += text.split(" ").length;
      blocks.push(para(run(text)));
    }
  }
  return writeDocx({ body: blocks.join("") });
}

const folder = await mkdtemp(join(tmpdir(), "charm-check-"));
const index = resolve(values.index ?? join(folder, "index"));
const place = ["--corpus", values.corpus, "--index", index];
try {
  expectExit(await measureCharm(["index", ...place]), 0);
  const memory = {};
  for (const count of [10, 100]) {
    const files = join(folder, `policies-${count}`);
    await mkdir(files);
    for (let i = 0; i < count; i += 1)
      await writeFile(join(files, `policy-${i}.docx`), makePolicy(4, i + 1));
    const measured = expectExit(await measureCharm(["check", files, "--json", ...place]), 0, 3);
    memory[count] = { megabytes: round(measured.megabytes), seconds: round(measured.seconds) };
  }
  const long = join(folder, "long.docx");
  const settings = await resolveSettings({
    flags: { corpus: resolve(values.corpus), index, offline: true },
    env: {},
    cwd: folder,
  });
  const services = await openServices(settings, { apiKey: null, cwd: folder });
  const ignore = () => {};
  const hooks = {
    signal: new AbortController().signal,
    onEvent: ignore,
    onModelEvent: ignore,
    onBehind: ignore,
    onSending: ignore,
  };
  const seconds = [];
  for (let i = 0; i <= Number(values.runs); i += 1) {
    // Another text each time: nothing of it can be remembered.
    await writeFile(long, makePolicy(40, 1000 + i));
    const started = performance.now();
    await services.check([long], { fix: false, as: "policy", output: null }, hooks);
    seconds.push((performance.now() - started) / 1000);
  }
  await services.close();
  const warm = seconds.slice(1);
  const result = {
    bench: "check",
    corpus: values.corpus,
    folders: memory,
    fortyPages: {
      runs: warm.length,
      secondsFirst: round(seconds[0]),
      secondsMedian: round(median(warm)),
      secondsMost: round(Math.max(...warm)),
    },
  };
  console.log(JSON.stringify(result, null, 2));
} finally {
  await rm(folder, { recursive: true, force: true });
}
