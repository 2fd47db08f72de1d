// What users of the package can see of its types: the rest is taken out of dist/, and docs/api-report.md lists it, so that
// a change of it shows in review.
//
//   node scripts/api/public-types.mjs --trim      after the compiler; `npm run build` does it
//   node scripts/api/public-types.mjs [--check]   writes the report, or fails where it is not the one there
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { trimTypes } from "./trim-types.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const dist = join(root, "dist");
const report = join(root, "docs/api-report.md");

const fileOf = (path) => join(dist, path.replace(/\.ts$/, ".d.ts"));
const kept = trimTypes((path) => readFileSync(fileOf(path), "utf8"), "api/index.ts");

if (process.argv.includes("--trim")) {
  const all = readdirSync(dist, { recursive: true, encoding: "utf8" });
  for (const name of all) if (name.endsWith(".d.ts")) rmSync(join(dist, name));
  for (const [path, { types }] of kept) writeFileSync(fileOf(path), types);
} else {
  const text = writeReport();
  if (!process.argv.includes("--check")) writeFileSync(report, text);
  else if (readFileSync(report, "utf8") !== text) {
    console.error(
      "The types of the package are not those of docs/api-report.md. If that is meant, say so in CHANGELOG.md, and " +
        "write the report anew: npm run build && node scripts/api/public-types.mjs",
    );
    process.exitCode = 1;
  }
}

function writeReport() {
  const parts = [...kept].map(
    ([path, { printed }]) => `## ${path}\n\n\`\`\`ts\n${printed.trim()}\n\`\`\`\n`,
  );
  return `# The types of the package

Every type that a program can see of \`import … from "charm"\` ([library.md](library.md)), by the file it stands in; the first has what can be imported. \`node scripts/api/public-types.mjs\` writes this page from the built package, and a test holds it against that: a change here is a change for users, and belongs into the changelog.

${parts.join("\n")}`;
}
