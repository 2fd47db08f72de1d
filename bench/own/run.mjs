// Measures questions on own documents in Word: whether the place is cited that answers, and silence and blanks are said.
//   npm run bench:own -- --law FOLDER    a folder with PDFs of the Regulations and the Guide
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { para, run, writeDocx } from "../word/write-docx.mjs";

const { values } = parseArgs({ options: { law: { type: "string", default: "corpus" } } });
const here = fileURLToPath(new URL(".", import.meta.url));
const charm = join(here, "../../bin/charm.js");

/** Headings are short paragraphs in bold, as most policies have them; "@" begins the footer. */
function toDocx(text) {
  const blocks = text.trim().split(/\n\n+/);
  const footer = blocks.find((block) => block.startsWith("@ "))?.slice(2) ?? "";
  const body = blocks.filter((block) => !block.startsWith("@ ")).map(toXml);
  return writeDocx({ body: body.join(""), footer: para(run(footer)) });
}

function toXml(block) {
  if (block.startsWith("# ")) return para(run(block.slice(2), "<w:b/>"));
  if (block.startsWith("- "))
    return block
      .split("\n")
      .map((line) => para(run(line.slice(2)), '<w:pStyle w:val="ListBullet"/>'))
      .join("");
  if (!block.startsWith("|")) return para(run(block.replaceAll("\n", " ")));
  const rows = block.split("\n").map((row) => row.slice(1, -1).split("|"));
  const cell = (text) => `<w:tc>${para(run(text.trim()))}</w:tc>`;
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

const fold = (text) => text.replaceAll("\\", "").replace(/\s+/g, " ");

/** What an answer does with a question: `right`, or what is wrong. */
function judge({ kind, document, place = "" }, { answer, claims, sources }) {
  const head = fold(answer.split("**What ")[0]).slice(0, 900);
  const opensOwn = claims[0]?.authority === "own";
  const unclear = /does not say in so many words/.test(head.slice(0, 300));
  const denies = !unclear && /does not say/.test(head.slice(0, 300));
  const quotes = sources
    .filter(({ file, title }) => new RegExp(document).test(file + title))
    .flatMap((source) => source.quotes);
  const cited = new RegExp(place).test(fold(quotes.join(" ¶ ")));
  if (kind === "not") return opensOwn ? "neighbour" : denies ? "right" : "not said";
  if (kind === "blank")
    return head.includes("leaves this blank") && new RegExp(place).test(fold(answer))
      ? "right"
      : "not said";
  if (kind === "differ") return cited && / differ: /.test(head) ? "right" : "not said";
  if (denies) return "denied";
  return unclear ? "not in so many words" : cited && opensOwn ? "right" : "another place";
}

const folder = await mkdtemp(join(tmpdir(), "charm-bench-own-"));
try {
  await mkdir(join(folder, "corpus/own"), { recursive: true });
  for (const file of (await readdir(values.law)).filter((name) => /Regulations|Guide/.test(name)))
    if (file.endsWith(".pdf")) await cp(join(values.law, file), join(folder, "corpus", file));
  await writeFile(
    join(folder, "corpus/sources.yaml"),
    "documents:\n  - file: own/*\n    authority: own\n",
  );
  for (const name of await readdir(join(here, "documents"))) {
    const text = await readFile(join(here, "documents", name), "utf8");
    await writeFile(join(folder, "corpus/own", name.replace(".txt", ".docx")), toDocx(text));
  }
  const questions = JSON.parse(await readFile(join(here, "questions.json"), "utf8"));
  const asked = questions.map(({ question }) => question);
  const { stdout } = spawnSync(
    process.execPath,
    [charm, "ask", "--json", "--quiet", "--offline", ...asked],
    { cwd: folder, maxBuffer: 2 ** 28, encoding: "utf8" },
  );
  const answers = JSON.parse(stdout);
  const counts = {};
  for (const [i, question] of questions.entries()) {
    const half = question.aside ? "put aside" : "used while building";
    const found = judge(question, answers[i]);
    const of = ((counts[half] ??= {})[question.kind] ??= {});
    of[found] = (of[found] ?? 0) + 1;
    if (found !== "right") console.error(`${found}: ${question.question}`);
  }
  console.log(JSON.stringify(counts, null, 2));
} finally {
  await rm(folder, { recursive: true, force: true });
}
