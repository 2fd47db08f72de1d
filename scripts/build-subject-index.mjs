// Makes vectors.i8 and SHA256SUMS of models/subject-index and models/known-statements from the files of phrases beside
// them. For maintainers, never run at install; needs `npm run build`.
//
//   node scripts/build-subject-index.mjs            embeds and writes
//   node scripts/build-subject-index.mjs --check    embeds, and compares with what is there
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { readKnownStatements } from "../dist/facts/known-statements.js";
import { countUsefulWorkers } from "../dist/models/worker-pool.js";
import {
  readSubjects,
  subjectFiles,
  vectorScale,
} from "../dist/retrieve/subjects/subject-index.js";

const { values: options } = parseArgs({ options: { check: { type: "boolean", default: false } } });

await build("subject-index", subjectFiles, (file, text) =>
  readSubjects(file, text).map(({ phrase }) => phrase),
);
await build("known-statements", [{ name: "statements.tsv" }], (_, text) =>
  readKnownStatements(text).map(({ text: statement }) => statement),
);

async function build(name, listed, read) {
  const folder = fileURLToPath(new URL(`../models/${name}`, import.meta.url));
  const texts = listed.map((file) => ({ ...file, bytes: readFileSync(join(folder, file.name)) }));
  const phrases = texts.flatMap(({ bytes, ...file }) => read(file, bytes.toString("utf8")));
  const vectors = { name: "vectors.i8", bytes: await embedAll(phrases) };
  const sums = [...texts, vectors].map((file) => `${sha256(file.bytes)}  ${file.name}\n`).join("");
  for (const file of [vectors, { name: "SHA256SUMS", bytes: Buffer.from(sums) }]) {
    const path = join(folder, file.name);
    if (!options.check) writeFileSync(path, file.bytes);
    else if (!readFileSync(path).equals(file.bytes)) {
      console.error(`${path} is not what the script builds.`);
      process.exitCode = 1;
    }
  }
}

async function embedAll(phrasesToEmbed) {
  const embedder = await openBuiltInEmbedder({ workers: countUsefulWorkers() });
  const rows = await embedder.embed(phrasesToEmbed);
  await embedder.close();
  const bytes = rows.flatMap((row) =>
    Array.from(row, (value) => Math.max(-127, Math.min(127, Math.round(value * vectorScale)))),
  );
  return Buffer.from(Int8Array.from(bytes).buffer);
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
