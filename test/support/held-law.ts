// The Regulations, the Guide and a home's documents in a library in memory, read as they are indexed.
import { basename } from "node:path";
import { prepareDocument, readFileBytes } from "../../src/use-cases/prepare-document.ts";
import type { Library } from "../../src/library/library.ts";
import { createMemoryLibrary, type HeldDocument } from "../use-cases/show-memory-library.ts";
import { sharedPath } from "./shared-folder.ts";

const law = [
  "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
  "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
];
const limits = { most: 200, fewest: 30, count: (text: string) => text.split(/\s+/).length };

export interface HeldLaw {
  readonly library: Library;
  /** Words of each of the two, provisions in their order. */
  readonly texts: readonly string[];
}

/** @param own paths of the home's documents */
export async function readHeldDocuments(own: readonly string[] = []): Promise<HeldLaw> {
  const held: HeldDocument[] = [];
  const files = [
    ...law.map((file) => ({ file, path: sharedPath("guidance", file), declared: {} })),
    ...own.map((path) => ({ file: basename(path), path, declared: { authority: "own" as const } })),
  ];
  for (const one of files) {
    const source = { ...one, bytes: 0, modified: 0 };
    const { passages, ...rest } = await prepareDocument(
      source,
      await readFileBytes(source),
      limits,
    );
    held.push({ ...rest, passages: passages.map(({ passage }) => passage) });
  }
  const texts = held
    .slice(0, law.length)
    .map(({ structure }) => structure.provisions.flatMap(readOwn).join("\n"));
  return { library: createMemoryLibrary(held), texts };
}

function readOwn({ content, locator }: HeldDocument["structure"]["provisions"][number]): string[] {
  const label = /\(\w+\)$/.exec(locator ?? "")?.[0] ?? "";
  return [label, ...content.flatMap((item) => ("text" in item ? [item.text] : []))];
}
