// Takes the folder of the project; gives the Markdown sources of its corpus and the text of its PDFs.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFParse } from "pdf-parse";

export const sourceFolders = ["regulations-digest", "guide-digest", "business-plan"] as const;

export type SourceFolder = (typeof sourceFolders)[number];

/** The sources of one document, joined in the order they are printed. */
export function readSource(folder: SourceFolder): string {
  const path = join("scripts", "corpus", folder);
  const names = readdirSync(path).filter((name) => name.endsWith(".md"));
  return names
    .toSorted()
    .map((name) => readFileSync(join(path, name), "utf8"))
    .join("\n\n");
}

/** Text of each page of a PDF, first page first. */
export async function readPages(path: string): Promise<string[]> {
  const parser = new PDFParse({ data: new Uint8Array(readFileSync(path)) });
  try {
    const result = await parser.getText();
    return result.pages.map((page) => page.text);
  } finally {
    await parser.destroy();
  }
}
