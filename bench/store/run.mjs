// Measures search over a store of many documents: is the right page, and the right document, among the first? Needs
// `npm run build`.
//
//   node bench/store/make-store.mjs --to DIR
//   npm run bench:store -- --store DIR [--index DIR] [--list]
//
// A question counts for its half: wordings of half 1 were never looked at while anything was fitted.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openServices } from "../../dist/program/open-services.js";
import { resolveSettings } from "../../dist/settings/resolve-settings.js";
import { round } from "../measure.mjs";

const { values } = parseArgs({
  options: {
    store: { type: "string" },
    index: { type: "string" },
    /** Print the questions of half 0 that fail. */
    list: { type: "boolean", default: false },
  },
});
if (values.store === undefined) {
  console.error("Name the store: --store DIR");
  process.exit(2);
}

const ignore = () => {};
const hooks = {
  signal: new AbortController().signal,
  onEvent: ignore,
  onBehind: ignore,
  onOlder: ignore,
  onOwnLeftOut: ignore,
  onFactsUnread: ignore,
  onSending: ignore,
};
const flags = {
  corpus: join(values.store, "corpus"),
  index: values.index ?? join(values.store, "index"),
  offline: true,
};
const settings = await resolveSettings({ flags, env: {}, cwd: process.cwd() });
const surroundings = { apiKey: null, proxies: { http: null }, cwd: process.cwd() };
const services = await openServices(settings, surroundings);
await services.index({ paths: [], rebuild: false }, hooks);

const questions = JSON.parse(readFileSync(join(values.store, "questions.json"), "utf8"));
const request = { k: 10, explain: false, documents: [], authorities: [] };
const ranked = [];
for (const { question, file, page, half } of questions) {
  const started = performance.now();
  const results = await services.search(question, request, hooks);
  const ms = performance.now() - started;
  const ofDocument = results.findIndex((each) => each.file === file);
  const ofPage = results.findIndex(
    (each) => each.file === file && each.page <= page && each.pageEnd >= page,
  );
  ranked.push({ half, ofDocument, ofPage, ms });
  if (values.list && half === 0 && (ofPage < 0 || ofPage >= 5))
    console.error(
      JSON.stringify({
        question,
        file,
        page,
        ofDocument,
        first: results[0]?.file,
        at: results[0]?.page,
      }),
    );
}
await services.close();

const share = (list, holds) => round(list.filter(holds).length / list.length);
const within = (at, k) => at >= 0 && at < k;
const summarise = (list) => ({
  questions: list.length,
  "page@1": share(list, ({ ofPage }) => ofPage === 0),
  "page@5": share(list, ({ ofPage }) => within(ofPage, 5)),
  "page@10": share(list, ({ ofPage }) => within(ofPage, 10)),
  "document@1": share(list, ({ ofDocument }) => ofDocument === 0),
  "document@10": share(list, ({ ofDocument }) => within(ofDocument, 10)),
});
const times = ranked.map(({ ms }) => ms).sort((a, b) => a - b);
console.log(
  JSON.stringify(
    {
      bench: "store",
      halves: [0, 1].map((half) => summarise(ranked.filter((each) => each.half === half))),
      msMedian: Math.round(times[times.length >> 1]),
    },
    null,
    2,
  ),
);
