// The worked example of a batch, in a folder of its own, and what must stand in the files of one home alone.
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readZip, unpackEntry } from "../../src/extract/office/read-zip.ts";
import { root } from "./project.ts";

export interface ExampleHome {
  readonly name: string;
  readonly folder: string;
  /** Names, places and words that belong to it alone. */
  readonly own: readonly string[];
}

const homes: readonly ExampleHome[] = [
  {
    name: "Thistle House",
    folder: "thistle-house",
    own: [
      "thistle",
      "Nadia",
      "Brook",
      "Carter Row",
      "SC900001",
      "green card",
      "plum-coloured",
      "35 minutes",
    ],
  },
  {
    name: "Harbour View",
    folder: "harbour-view",
    own: ["harbour", "Marlow", "Slip Lane", "SC900002", "boat room", "sea wall", "quay door"],
  },
  {
    name: "Fern Cottage",
    folder: "fern-cottage",
    own: ["fern", "The Cottage", "Quarry Road", "geese", "kitchen telephone", "quarry warden"],
  },
];

export async function copyExample(folder: string): Promise<void> {
  await cp(join(root, "docs/batch-example"), folder, { recursive: true });
}

/** By their paths below the folder, hidden ones as well. */
export async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const read = await Promise.all(files.map((path) => readFile(path)));
  return new Map(files.map((path, at) => [path.slice(folder.length + 1), read[at] as Buffer]));
}

/** Words of one home in a file of another: `file: word`. */
export async function findStrangers(outputs: string): Promise<string[]> {
  const sentences = await ownSentences();
  const found: string[] = [];
  for (const [file, bytes] of await readTree(outputs)) {
    const home = homes.find(({ folder }) => file.startsWith(`${folder}/`));
    if (home === undefined) continue;
    const text = readWords(file, bytes).replaceAll(/\s+/g, " ").toLowerCase();
    for (const other of homes) {
      if (other === home) continue;
      const words = [other.name, ...other.own, ...(sentences.get(other) ?? [])];
      for (const word of words)
        if (text.includes(word.toLowerCase())) found.push(`${file}: ${word}`);
    }
  }
  return found;
}

/** Of a Word file all of its parts, without their tags. */
function readWords(file: string, bytes: Buffer): string {
  if (!file.endsWith(".docx")) return bytes.toString("utf8");
  const parts = readZip(bytes, { name: "Word document", extension: ".docx" });
  const xml = parts.map((part) => Buffer.from(unpackEntry(part)).toString("utf8")).join("\n");
  return xml.replaceAll(/<\/w:p>/g, "\n").replaceAll(/<[^>]*>/g, "");
}

/** Sentences of each home's Markdown that no other home's holds. */
async function ownSentences(): Promise<Map<ExampleHome, string[]>> {
  const all = await Promise.all(
    homes.map(async (home) => {
      const folder = join(root, "docs/batch-example/corpus", home.folder);
      const tree = [...(await readTree(folder))].filter(([file]) => file.endsWith(".md"));
      const text = tree.map(([, bytes]) => bytes.toString("utf8")).join("\n");
      return text.split(/\n+|(?<=\.) /).filter((line) => line.split(" ").length > 4);
    }),
  );
  return new Map(
    homes.map((home, at) => [
      home,
      (all[at] ?? []).filter((line) => all.every((lines, i) => i === at || !lines.includes(line))),
    ]),
  );
}
