// Reads the text of a PDF's pages by a way that is not the program's own, to look for quotes on them.
import { readFile } from "node:fs/promises";
import { PDFParse } from "pdf-parse";

/** Folded text of each page, by page number from 1. */
export async function readPageTexts(path: string): Promise<ReadonlyMap<number, string>> {
  const parser = new PDFParse({ data: new Uint8Array(await readFile(path)) });
  try {
    const { pages } = await parser.getText();
    return new Map(pages.map(({ num, text }) => [num, foldText(text)]));
  } finally {
    await parser.destroy();
  }
}

/** Letters and digits only: white space, hyphens at line ends and bars of tables are no matter. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, "");
}
