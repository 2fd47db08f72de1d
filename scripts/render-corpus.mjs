// Takes the Markdown under scripts/corpus; writes the PDFs of corpus/, or with --check says which are out of date.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSource } from "./corpus/parse-source.mjs";
import { printPdf } from "./corpus/print-pdf.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "corpus");
const target = join(here, "..", "corpus");

/** One folder makes one document: its files in order of name, front matter in the first. */
const folders = ["regulations-digest", "guide-digest", "business-plan"];

const check = process.argv.includes("--check");
let stale = 0;
for (const folder of folders) {
  const names = readdirSync(join(sources, folder)).filter((name) => name.endsWith(".md"));
  const texts = names.sort().map((name) => readFileSync(join(sources, folder, name), "utf8"));
  const source = parseSource(texts.join("\n\n"));
  const bytes = await printPdf(source);
  const path = join(target, source.front.file);
  if (!check) writeFileSync(path, bytes);
  else if (!readOrEmpty(path).equals(bytes)) {
    stale += 1;
    process.stderr.write(
      `out of date: corpus/${source.front.file} (run node scripts/render-corpus.mjs)\n`,
    );
  }
}
process.exitCode = stale > 0 ? 1 : 0;

function readOrEmpty(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}
