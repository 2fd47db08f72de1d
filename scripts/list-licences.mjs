// Lists the licences of all that an installation brings, from the lock file.
//
//   node scripts/list-licences.mjs            writes docs/licences.md
//   node scripts/list-licences.mjs --print    prints it
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Packages whose entry names none, by how they begin, with where theirs is said. */
const elsewhere = [
  {
    begins: "@lancedb/lancedb-",
    licence: "Apache-2.0",
    said: "by the repository of @lancedb/lancedb",
  },
  { begins: "json-bignum", licence: "MIT", said: "in its own LICENSE" },
];

const { packages } = JSON.parse(readFileSync(at("npm-shrinkwrap.json"), "utf8"));
const byLicence = new Map();
const notes = new Map();
for (const [path, { dev, license, name, version }] of Object.entries(packages)) {
  if (path === "" || dev) continue;
  const called = name ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  const other = license ? null : elsewhere.find(({ begins }) => called.startsWith(begins));
  const licence = license ?? other?.licence;
  if (licence === undefined)
    throw new Error(`${called} names no licence: look it up, and say here where it stands.`);
  if (other) notes.set(other.begins, `${other.begins}…: ${other.said}`);
  byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(`${called} ${version}`));
}

const order = (a, b) => (a < b ? -1 : 1);
const rows = [...byLicence]
  .toSorted(([a], [b]) => order(a, b))
  .map(
    ([licence, names]) =>
      `| ${licence} | ${names.size} | ${[...names].toSorted(order).join(", ")} |`,
  );
const text = `# Licences

What an installation of charm brings besides charm itself (Apache-2.0, [LICENSE](../LICENSE), [NOTICE](../NOTICE)), on any system. Made from the lock file by \`node scripts/list-licences.mjs\`; a test compares it. A bill of materials in CycloneDX's form: \`npm run sbom\`.

| licence | packages | which |
| --- | --- | --- |
${rows.join("\n")}

Where the package's own entry names none: ${[...notes.values()].join("; ")}. The models and what they were made of are in [NOTICE](../NOTICE) and in the README of each folder of \`models/\`.
`;
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(at("docs/licences.md"), text);
