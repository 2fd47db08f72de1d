// Measures second and later answers of one process, and its memory, on an index that is kept. Needs `npm run build`.
//
//   npm run bench:warm -- --corpus DIR --index DIR [--questions 20]
import { parseArgs } from "node:util";
import { readFileSync } from "node:fs";
import { openServices } from "../dist/program/open-services.js";
import { unsaidOptions } from "../dist/program/services.js";
import { resolveSettings } from "../dist/settings/resolve-settings.js";
import { median, root, round } from "./measure.mjs";

const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: "corpus" },
    index: { type: "string", default: "index" },
    /** How many of the 80 everyday questions. */
    questions: { type: "string", default: "20" },
  },
});

const ignore = () => {};
const hooks = {
  signal: new AbortController().signal,
  onEvent: ignore,
  onModelEvent: ignore,
  onBehind: ignore,
  onOlder: ignore,
  onOwnLeftOut: ignore,
  onFactsUnread: ignore,
  onSending: ignore,
};

const listed = JSON.parse(readFileSync(`${root}bench/answers/questions.json`, "utf8"));
const questions = listed.questions
  .slice(0, Number(values.questions))
  .map(({ question }) => question);
const flags = { corpus: values.corpus, index: values.index, offline: true };
const settings = await resolveSettings({ flags, env: {}, cwd: process.cwd() });
const services = await openServices(settings, {
  apiKey: null,
  proxies: { http: null },
  cwd: process.cwd(),
});
await services.index({ paths: [], rebuild: false }, hooks);

const search = { k: 10, explain: false, documents: [], authorities: [] };
const searching = [];
for (const question of questions)
  searching.push(await timed(() => services.search(question, search, hooks)));

// One run of questions, as a session or a batch has it: each answer is made when it is asked for.
const answering = [];
const answers = services.ask(questions, unsaidOptions, hooks)[Symbol.asyncIterator]();
for (const _question of questions) answering.push(await timed(() => answers.next()));
await answers.return?.();
await services.close();

console.log(
  JSON.stringify(
    {
      bench: "warm",
      corpus: values.corpus,
      questions: questions.length,
      searchMs: summarise(searching),
      askMs: summarise(answering),
      megabytes: round(process.memoryUsage().rss / 1e6),
    },
    null,
    2,
  ),
);

/** Of the second and later. */
function summarise(times) {
  const warm = times.slice(1).sort((a, b) => a - b);
  return {
    median: Math.round(median(warm)),
    ninth: Math.round(warm[Math.floor(warm.length * 0.9)]),
  };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
