// Measures how time grows with size: each reader on each hard text, each check, and each export; prints the slopes of
// time over size (1 where twice the text takes twice the time) and those that are too steep.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openBuiltInEmbedder } from "../../dist/embed/built-in.js";
import { openServices } from "../../dist/program/open-services.js";
import { resolveSettings } from "../../dist/settings/resolve-settings.js";
import { exportFile } from "../../dist/use-cases/export-report.js";
import { prepareDocument } from "../../dist/use-cases/prepare-document.js";
import { kinds, shapes } from "./shapes.mjs";

const { values } = parseArgs({
  options: {
    /** Characters of the largest text; three are measured, each twice the one before. */
    size: { type: "string", default: "400000" },
    /** Parts of names of what is measured, such as "index md"; all without. */
    only: { type: "string", multiple: true, default: [] },
    corpus: { type: "string", default: "corpus" },
    index: { type: "string", default: "index" },
  },
});

const steepest = 1.2;
/** What takes less at the largest size, in seconds, is too short to be judged. */
const shortest = 0.15;

const largest = Number(values.size);
const sizes = [largest / 4, largest / 2, largest];
const signal = new AbortController().signal;
const ignore = () => {};
const hooks = {
  signal,
  onEvent: ignore,
  onModelEvent: ignore,
  onBehind: ignore,
  onOlder: ignore,
  onOwnLeftOut: ignore,
  onFactsUnread: ignore,
  onSending: ignore,
};

/** Seconds of processor time of this process. */
async function time(work) {
  const before = process.cpuUsage();
  let failure = null;
  await work().catch((error) => {
    failure = error.code ?? error.message;
  });
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1_000_000, failure };
}

/** Of the line through the logarithms, by least squares. */
function slopeOf(points) {
  const logs = points.map(([size, seconds]) => [Math.log(size), Math.log(Math.max(seconds, 1e-4))]);
  const mean = (at) => logs.reduce((sum, one) => sum + one[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const up = logs.reduce((sum, one) => sum + (one[0] - x) * (one[1] - y), 0);
  return up / logs.reduce((sum, one) => sum + (one[0] - x) ** 2, 0);
}

const steep = [];

async function measure(name, prepare) {
  if (values.only.length > 0 && !values.only.some((part) => name.includes(part))) return;
  const points = [];
  let told = "";
  for (const size of sizes) {
    const work = await prepare(size);
    const { seconds, failure } = await time(work);
    points.push([size, seconds]);
    if (failure !== null) told = `  (${failure})`;
  }
  const last = points.at(-1)[1];
  const slope = slopeOf(points);
  const isSteep = slope > steepest && last > shortest;
  if (isSteep) steep.push(name);
  const shown = points.map(([, seconds]) => seconds.toFixed(2).padStart(7)).join(" ");
  console.log(
    `${name.padEnd(34)} ${shown}   ${slope.toFixed(2)}${isSteep ? "  STEEP" : ""}${told}`,
  );
}

const folder = await mkdtemp(join(tmpdir(), "charm-linear-"));
const embedder = await openBuiltInEmbedder();
const settings = await resolveSettings({
  flags: { corpus: resolve(values.corpus), index: resolve(values.index), offline: true },
  env: {},
  cwd: folder,
});
const services = await openServices(settings, { apiKey: null, proxies: {}, cwd: folder });
try {
  const limits = { most: embedder.maxTokens - 62, fewest: 40, count: embedder.countTokens };
  const prepareFile = (kind, content) => () =>
    prepareDocument(
      { file: `a.${kind}`, path: `/a.${kind}`, bytes: content.length, modified: 1, declared: {} },
      { bytes: new Uint8Array(content), sha256: "0".repeat(64) },
      limits,
    );
  // Once unmeasured, so that what is loaded and compiled is not counted.
  for (const [kind, make] of Object.entries(kinds))
    await time(prepareFile(kind, await make(shapes["short paragraphs"](20_000))));
  await services.checkText("# A\n\nThe keeper must look.\n", null, hooks);
  console.log(
    `${"".padEnd(34)} ${sizes.map((size) => String(size).padStart(7)).join(" ")}   slope`,
  );
  for (const [shape, makeText] of Object.entries(shapes)) {
    for (const [kind, make] of Object.entries(kinds))
      await measure(`index ${kind} ${shape}`, async (size) =>
        prepareFile(kind, await make(makeText(size))),
      );
    for (const as of ["report", "policy"])
      await measure(`check ${as} ${shape}`, async (size) => {
        const text = `# Lamps\n\n${makeText(size)}\n`;
        return () => services.checkText(text, as, hooks);
      });
    for (const form of ["html", "docx"])
      await measure(`export ${form} ${shape}`, async (size) => {
        const report = join(folder, "a.md");
        await writeFile(report, `# Lamps\n\n${makeText(size)}\n`);
        const files = { report, output: join(folder, `a.${form}`), template: null, redline: null };
        return () => exportFile(files, { home: null, control: {} }, signal);
      });
  }
} finally {
  await services.close();
  await embedder.close();
  await rm(folder, { recursive: true, force: true });
}
console.log(steep.length === 0 ? "None is too steep." : `Too steep: ${steep.join("; ")}`);
process.exitCode = steep.length === 0 ? 0 : 3;
