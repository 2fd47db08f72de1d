import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../../src/cli/terminal/render-markdown.ts";

const plain = (markdown: string, width = 40) =>
  renderMarkdown(markdown, { width, style: new Chalk({ level: 0 }) });

describe("renderMarkdown", () => {
  it("lays out a report", () => {
    const report = [
      "# Session Report",
      "",
      "## QUESTION",
      '"Who signs the visitors\' book, and when is it looked at?"',
      "",
      "**Your own documents**",
      "",
      "- A visitor signs the book on the way in and once more on the way out. [1][2]",
      "  - Nobody signs for another.",
      "1. The book is kept",
      "",
      "> quoted words that go on for longer than a line",
      "",
      "---",
      "",
      "Two lines of",
      "one paragraph.",
      "",
    ].join("\n");
    expect(plain(report)).toMatchInlineSnapshot(`
      "Session Report

      QUESTION
      "Who signs the visitors' book, and when
      is it looked at?"

      Your own documents

      • A visitor signs the book on the way in
        and once more on the way out. [1][2]
        • Nobody signs for another.
      1. The book is kept

      │ quoted words that go on for longer
      │ than a line

      ────────────────────────────────────────

      Two lines of one paragraph.
      "
    `);
  });

  it.each([
    ["bold and italic", "**a** and *b* and _c_", "a and b and c"],
    ["a marker in bold", "**must sign [1]**", "must sign [1]"],
    ["names with underscores", "File: My_report_final.pdf", "File: My_report_final.pdf"],
    ["a lone star", "2 * 3 * 4", "2 * 3 * 4"],
    ["escapes", String.raw`\*not bold\* \[1\]`, "*not bold* [1]"],
    ["code", "run `charm index` now", "run charm index now"],
    ["a link", "[the Act](https://x.example/act)", "the Act (https://x.example/act)"],
    ["a table, as it stands", "| a | b |", "| a | b |"],
    ["fenced text, as it stands", "```\n# no heading\n```", "    # no heading"],
    ["controls", "a\u001B[31mb", "ab"],
  ])("%s", (_, markdown, expected) => {
    expect(plain(markdown, 60)).toBe(`${expected}\n`);
  });

  it("colours headings, emphasis and markers, each line by itself", () => {
    const markdown = "## A heading\n\n**one two three** four [12]";
    const text = renderMarkdown(markdown, { width: 10, style: new Chalk({ level: 1 }) });
    expect(text.replaceAll("\u001B", "^")).toMatchInlineSnapshot(`
      "^[1mA heading^[22m

      ^[1mone two three^[22m four
      ^[36m[12]^[39m
      "
    `);
  });
});
