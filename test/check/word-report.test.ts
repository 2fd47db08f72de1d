// What a report says is read alike from its Markdown and from the Word file that is made of it.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/check/read-document.ts";
import { readReport } from "../../src/check/read-report.ts";
import { writePieces } from "../../src/check/write-markdown.ts";
import type { Report } from "../../src/check/report.ts";
import { exportReport } from "../../src/export/export-report.ts";
import { extractDocx } from "../../src/extract/word/extract-docx.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { withLabels } from "../../src/use-cases/read-checked.ts";

const folder = new URL("../../docs/examples/", import.meta.url);
const examples = readdirSync(folder)
  .filter((name) => /^\d/.test(name))
  .map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const);

async function throughWord(markdown: string): Promise<string> {
  const extraction = extractDocx(await exportReport({ markdown, format: "docx" }));
  const { pieces } = readDocument(readStructure(extraction), extraction.running);
  return writePieces(withLabels(pieces, extraction)).markdown;
}

/** All but the lines, which a Word file has not, and white space. */
function flatten({ parts }: Report): unknown {
  const bare = JSON.stringify(parts, (key, value: unknown) =>
    key === "line" || key === "gaps"
      ? undefined
      : typeof value === "string"
        ? value.replaceAll(/\s+/g, " ").trim()
        : value,
  );
  return JSON.parse(bare);
}

const [, first = ""] = examples[0] ?? [];
const table =
  "| Duty | Quote |\n| --- | --- |\n| The manager must own a boat. [1] | “no such words” [1] [2] |";
const made: (readonly [string, string])[] = [
  ["with citations in a table", first.replace("## RESPONSE\n", `## RESPONSE\n${table}\n\n`)],
  ["with more behind the sources", `${first}\nThe home must keep a horse.\n`],
  [
    "with items in items",
    first.replace("### SOURCES", "- Lead in:\n  - “words” [1]\n    - deeper\n\n### SOURCES"),
  ],
];

describe("a report in Word", () => {
  it.each([...examples, ...made])("says what %s says", async (_name, markdown) => {
    const [inMarkdown, inWord] = [readReport(markdown), readReport(await throughWord(markdown))];
    const sources = ({ parts }: Report) =>
      parts.map((part) => part.sources.map(({ marker, written }) => [marker, written]));
    expect(sources(inWord)).toEqual(sources(inMarkdown));
    const said = ({ parts }: Report) =>
      parts.map((part) =>
        part.statements.map(({ text, label, lead, markers, kind }) => ({
          text,
          label,
          lead,
          markers,
          kind,
        })),
      );
    expect(said(inWord)).toEqual(said(inMarkdown));
    expect(flatten(inWord)).toEqual(flatten(inMarkdown));
  });

  it("keeps footnotes that give no listed source as they are", async () => {
    const markdown = await throughWord("# Policy\n\nSee [3] above.\n\nA line.");
    expect(markdown).toContain("See [3] above.");
  });
});
