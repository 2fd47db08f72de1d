// The same document as Word file and as the PDF that LibreOffice prints of it says the same, numbers included, under the
// same headings.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { makeDocuments } from "../../bench/word/make-documents.mjs";
// @ts-expect-error: plain JavaScript, without declarations.
import { convert, hasOffice } from "../../bench/word/office.mjs";
import { extract } from "../../src/extract/extract.ts";
import type { Provision } from "../../src/structure/provision.ts";
import { readStructure } from "../../src/structure/structure.ts";

interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly truth: {
    readonly lines: readonly {
      readonly kind: string;
      readonly text: string;
      readonly number: string | null;
      readonly under: string | null;
    }[];
  };
}

/** Kinds of document whose headings are told alike in both: in the others, print has lost what Word says of them. */
const names = new Set([
  "bold headings without styles",
  "styles numbered by the style",
  "tables of all kinds",
  "notes, boxes and document control",
  "tracked changes and hidden words",
  "fields and a contents list",
  "lists inside tables",
  "a heading and its text in one paragraph",
  "typed numbers",
  "styles, tables and contents",
]);

const without = hasOffice ? "" : " (skipped: no soffice)";
const fold = (text: string) => text.replace(/\s+/g, " ");
const folder = mkdtempSync(join(tmpdir(), "charm-print-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each block of text with the heading right above it. */
function headed(provisions: readonly Provision[]) {
  return provisions.flatMap((provision) => {
    let head: Provision | undefined = provision;
    while (head && head.title === null)
      head = head.parent === null ? undefined : provisions[head.parent];
    const text = provision.content.map((block) => ("text" in block ? block.text : "\n")).join(" ");
    return [{ text: fold(text), under: head?.title ?? null }];
  });
}

describe.skipIf(!hasOffice)(`Word files and what is printed of them${without}`, () => {
  // Tracked changes are accepted: LibreOffice prints deletions as well.
  const documents = (makeDocuments(7, { accepted: true }) as Made[]).filter(({ name }) =>
    names.has(name),
  );
  const files = documents.map((_, at) => join(folder, `${at}.docx`));
  let pdfs: readonly string[] = [];
  beforeAll(() => {
    documents.forEach(({ bytes }, at) => writeFileSync(files[at] ?? "", bytes));
    pdfs = convert(files, "pdf", folder) as string[];
  }, 300_000);

  it.each(documents.map(({ name }, at) => [name, at] as const))("%s", async (_name, at) => {
    const [word, print] = await Promise.all(
      [files[at] ?? "", pdfs[at] ?? ""].map(async (file) => {
        const extraction = await extract({ file }, new Uint8Array(readFileSync(file)));
        const lines = extraction.pages.flatMap((page) => page.lines.map(({ text }) => text));
        return {
          lines: fold(lines.join(" ")),
          places: headed(readStructure(extraction).provisions),
        };
      }),
    );
    const under = (of: typeof word, text: string) =>
      of?.places.find((place) => place.text.includes(text))?.under;
    const lines = documents[at]?.truth.lines ?? [];
    const text = lines.filter(
      ({ kind, under: head }) => head !== null && ["text", "item"].includes(kind),
    );
    expect(text.length).toBeGreaterThan(10);
    expect(text.map((line) => [line.text, under(print, line.text)])).toEqual(
      text.map((line) => [line.text, under(word, line.text)]),
    );
    const numbered = lines.filter(({ number, kind }) => number !== null && kind !== "note");
    expect(
      numbered.filter((line) => !print?.lines.includes(`${line.number} ${line.text}`)),
    ).toEqual([]);
  });

  it("has at least eight of them", () => {
    expect(documents.length).toBeGreaterThanOrEqual(8);
  });
});
