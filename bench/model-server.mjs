// Asks questions through a real server that speaks the OpenAI protocol, with whatever model it has; prints what became of
// each reply, and fails if a report holds what `charm check` finds wrong. A small model tests this best.
//
//   OPENAI_BASE_URL=http://127.0.0.1:8123/v1 npm run bench:model-server -- --index DIR --corpus DIR --model NAME
//
// Settings of the model (model.context, model.maxReply) come from charm.yaml of the folder it is run in.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: "corpus" },
    index: { type: "string", default: "index" },
    model: { type: "string" },
    question: {
      type: "string",
      multiple: true,
      default: [
        "How soon must a new manager have the level 5 diploma?",
        "Who gets the independent person's report?",
      ],
    },
  },
});
if (values.model === undefined || process.env.OPENAI_BASE_URL === undefined) {
  console.error(
    "Usage: OPENAI_BASE_URL=URL npm run bench:model-server -- --model NAME [--index DIR]",
  );
  process.exit(2);
}
const charm = fileURLToPath(new URL("../bin/charm.js", import.meta.url));
const place = ["--corpus", values.corpus, "--index", values.index];
const folder = await mkdtemp(join(tmpdir(), "charm-bench-"));
let wrong = 0;
try {
  for (const question of values.question) {
    const began = performance.now();
    const asked = await run(["ask", question, ...place, "--model", values.model]);
    const seconds = Math.round((performance.now() - began) / 1000);
    const report = join(folder, "report.md");
    await writeFile(report, asked.stdout);
    const checked = await run(["check", report, ...place, "--json"]);
    const findings = JSON.parse(checked.stdout).flatMap((one) => one.findings);
    const errors = findings.filter(({ severity }) => severity === "error");
    wrong += errors.length + (asked.code === 0 || asked.code === 3 ? 0 : 1);
    const fellBack = asked.stdout.includes("in the documents' own words, not the language model's");
    const how = fellBack ? "in the documents' own words" : "by the model";
    console.log(`${question}\n  exit ${asked.code}, ${seconds} s, answered ${how}`);
    console.log(`  charm check: ${errors.length} errors, ${findings.length} findings`);
    for (const { message } of errors) console.log(`    ${message}`);
    console.log(asked.stderr.trim().replaceAll(/^/gm, "  | "));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;

function run(args) {
  return new Promise((resolve) => {
    execFile(process.execPath, [charm, ...args], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}
