// What a terminal shows of a report: wrapped, indented, in the styles its reader wants, and nothing that steers it.
import { describe, expect, it } from "vitest";
import { plain, strong, type PrintBlock } from "../../src/report/print-block.ts";
import type { TerminalLook } from "../../src/report/terminal-lines.ts";
import { writeTerminal } from "../../src/report/write-terminal.ts";
import { heading, item, marker, paragraph } from "./print-blocks.ts";

const bare: TerminalLook["paint"] = (text) => text;
const named: TerminalLook["paint"] = (text, style) =>
  style === "plain" ? text : `<${style}>${text}</${style}>`;

const write = (blocks: readonly PrintBlock[], width = 40, paint = bare) =>
  writeTerminal(blocks, { width, paint });

const report: readonly PrintBlock[] = [
  heading(1, "Session Report"),
  heading(2, "QUESTION"),
  {
    ...paragraph(plain('"Who signs the visitors\' book, and when is it looked at?"')),
    tight: true,
  },
  paragraph(strong("Your own documents")),
  {
    ...item(
      0,
      plain("A visitor signs the book on the way in and once more on the way out. "),
      marker(1),
      marker(2),
    ),
    tight: false,
  },
  item(1, plain("Nobody signs for another, however long they have known each other.")),
  item(0, strong("Rules 2.1"), plain(": “The book is kept”"), plain(" "), marker(3)),
  { kind: "rule" },
  paragraph(plain("One paragraph.")),
];

describe("writeTerminal", () => {
  it("lays out a report", () => {
    expect(write(report)).toMatchInlineSnapshot(`
      "Session Report

      QUESTION
      "Who signs the visitors' book, and when
      is it looked at?"

      Your own documents

      • A visitor signs the book on the way in
        and once more on the way out. [1][2]
        • Nobody signs for another, however
          long they have known each other.
      • Rules 2.1: “The book is kept” [3]

      ────────────────────────────────────────

      One paragraph.
      "
    `);
  });

  it("paints headings, labels, markers, blanks and rules, each line by itself", () => {
    const blocks: PrintBlock[] = [
      heading(1, "A title of two lines"),
      heading(2, "A heading"),
      heading(3, "Another"),
      paragraph(strong("one two three four"), plain(" five "), marker(12)),
      item(0, plain("Signed on "), { text: "[date]", style: "blank" }, plain(".")),
      { kind: "rule" },
    ];
    expect(write(blocks, 20, named)).toBe(
      [
        "<title>A title of two lines</title>",
        "",
        "<heading>A heading</heading>",
        "",
        "<heading>Another</heading>",
        "",
        "<strong>one two three four</strong>",
        "five <marker>[12]</marker>",
        "• Signed on <blank>[date]</blank>.",
        "",
        `<rule>${"─".repeat(20)}</rule>`,
        "",
      ].join("\n"),
    );
    expect(write(blocks.slice(0, 1), 12, named)).toBe(
      "<title>A title of</title>\n<title>two lines</title>\n",
    );
    expect(write([paragraph(strong("one two three four five six"))], 20, named)).toBe(
      "<strong>one two three four</strong>\n<strong>five six</strong>\n",
    );
  });

  it("paints nothing between the words of two styles", () => {
    const runs = [strong("Who:"), plain(" the keeper "), marker(1)];
    expect(write([paragraph(...runs)], 40, named)).toBe(
      "<strong>Who:</strong> the keeper <marker>[1]</marker>\n",
    );
  });

  it.each([
    ["stars", "**a** and *b* and _c_"],
    ["names with underscores", "File: My_report_final.pdf"],
    ["escapes", String.raw`\*not bold\* \[1\]`],
    ["code", "run `charm index` now"],
    ["a link", "[the Act](https://x.example/act)"],
    ["a table", "| a | b |"],
    ["what looks like a heading", "# no heading"],
    ["an entity", "&amp; <b>"],
  ])("shows %s as they stand", (_, text) => {
    expect(write([paragraph(plain(text))], 60)).toBe(`${text}\n`);
    expect(write([item(0, strong(text))], 60)).toBe(`• ${text}\n`);
    expect(write([heading(2, text)], 60)).toBe(`${text}\n`);
  });

  it.each([
    ["a colour", "a\u001B[31mb", "ab"],
    ["a title for the window", "a\u001B]0;title\u0007b", "ab"],
    ["lone controls", "a\u0000\u0007\u0008b", "ab"],
    ["what would overwrite the line", "safe\rEVIL", "safe EVIL"],
    ["line feeds, which would add lines", "a\n\n• b", "a • b"],
    ["marks that reverse direction", "a\u202Eb", "ab"],
  ])("lets no control through: %s", (_, text, shown) => {
    for (const run of [plain(text), strong(text), { text, style: "blank" } as const]) {
      expect(write([paragraph(run)])).toBe(`${shown}\n`);
      expect(write([item(0, run)])).toBe(`• ${shown}\n`);
      expect(write([{ kind: "heading", level: 3, runs: [run] }])).toBe(`${shown}\n`);
    }
  });

  it("keeps room for words however deep an item is", () => {
    const text = "twenty columns of it and more";
    const lines = write([item(12, plain(text))], 30).split("\n");
    expect(lines).toEqual([
      `${" ".repeat(24)}• twenty columns of it`,
      `${" ".repeat(26)}and more`,
      "",
    ]);
  });

  it("leaves a word whole that is wider than the line, and measures wide ones", () => {
    const word = "x".repeat(50);
    expect(write([paragraph(plain(`a ${word} b`))])).toBe(`a\n${word}\nb\n`);
    expect(write([paragraph(plain("日本日本日本日本日本 日本"))], 22)).toBe(
      "日本日本日本日本日本\n日本\n",
    );
  });
});
