// Makes models/subject-index/vectors.i8 and SHA256SUMS from the files of phrases beside them. For maintainers, never
// run at install; needs `npm run build`.
//
//   node scripts/build-subject-index.mjs            embeds and writes
//   node scripts/build-subject-index.mjs --check    embeds, and compares with what is there
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { openBuiltInEmbedder } from "../dist/embed/built-in.js";
import { countUsefulWorkers } from "../dist/models/worker-pool.js";
import {
  readSubjects,
  subjectFiles,
  vectorScale,
} from "../dist/retrieve/subjects/subject-index.js";

const folder = fileURLToPath(new URL("../models/subject-index", import.meta.url));
const { values: options } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const texts = subjectFiles.map((file) => ({
  ...file,
  bytes: readFileSync(join(folder, file.name)),
}));
const phrases = texts.flatMap(({ bytes, ...file }) =>
  readSubjects(file, bytes.toString("utf8")).map(({ phrase }) => phrase),
);
const vectors = { name: "vectors.i8", bytes: await embedAll(phrases) };
const sums = [...texts, vectors].map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join("");
const files = [vectors, { name: "SHA256SUMS", bytes: Buffer.from(sums) }];
for (const { name, bytes } of files) {
  if (!options.check) writeFileSync(join(folder, name), bytes);
  else if (!readFileSync(join(folder, name)).equals(bytes)) {
    console.error(`${name} is not what the script builds.`);
    process.exitCode = 1;
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
