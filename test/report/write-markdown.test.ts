// A report as Markdown: what stands where, and that nothing in it is mark-up but what charm put there.
import { describe, expect, it } from "vitest";
import { plain, strong, type PrintBlock } from "../../src/report/print-block.ts";
import { writeMarkdown } from "../../src/report/write-markdown.ts";
import type { Run } from "../../src/text/wrap.ts";
import { heading, item, marker, paragraph } from "./print-blocks.ts";

describe("blocks", () => {
  it("stand apart by an empty line, unless they belong right under the one above", () => {
    const blocks: PrintBlock[] = [
      heading(1, "Report"),
      heading(2, "QUESTION"),
      { ...paragraph(plain('"Who?"')), tight: true },
      heading(3, "Part"),
      { kind: "item", depth: 0, runs: [plain("one")] },
      item(1, plain("under it")),
      item(2, plain("deeper")),
      item(0, plain("two")),
      { kind: "rule" },
      paragraph(plain("The end.")),
    ];
    expect(writeMarkdown(blocks)).toBe(
      [
        "# Report",
        "",
        "## QUESTION",
        '"Who?"',
        "",
        "### Part",
        "",
        "- one",
        "  - under it",
        "    - deeper",
        "- two",
        "",
        "---",
        "",
        "The end.",
      ].join("\n"),
    );
  });

  it("are nothing where there are none", () => {
    expect(writeMarkdown([])).toBe("");
  });

  it("begin with the first, tight or not", () => {
    expect(writeMarkdown([item(0, plain("one"))])).toBe("- one");
  });
});

describe("runs", () => {
  const write = (...runs: readonly Run[]) => writeMarkdown([paragraph(...runs)]);

  it("are strong between two stars, with the space at their edges outside", () => {
    expect(write(strong("Guide 2.1"), plain(": “x”"))).toBe("**Guide 2.1**: “x”");
    expect(write(strong("Who: "), plain("the keeper"))).toBe("**Who:** the keeper");
    expect(write(plain("a"), strong(" b "), plain("c"))).toBe("a **b** c");
    expect(write(plain("a"), strong("\u0007"), plain("b"))).toBe("ab");
  });

  it("are markers as they stand, while what looks like one is text", () => {
    expect(write(plain("As [7] says. "), marker(1), marker(2))).toBe("As \\[7] says. [1][2]");
  });

  it("are blanks in brackets that make no link", () => {
    expect(write({ text: "[date]", style: "blank" }, plain("(soon)"))).toBe("\\[date](soon)");
  });

  it("stay on one line", () => {
    expect(write(plain("a\n\n# b\r\n- c\td"))).toBe("a # b - c d");
  });

  it("hold nothing that steers or hides", () => {
    expect(write(plain("a\u001B[31mb\u0007\u202Ec"))).toBe("abc");
  });
});

describe("text", () => {
  it.each([
    ["**must**", "\\*\\*must\\*\\*"],
    ["_a_ a_b_c", "\\_a\\_ a_b_c"],
    ["`x`", "\\`x\\`"],
    ["~~x~~", "\\~\\~x\\~\\~"],
    ["[the form](http://evil.example/x)", "\\[the form](http\\://evil.example/x)"],
    ["![x](y.png)", "!\\[x](y.png)"],
    ["<script>", "\\<script>"],
    ["&amp; &#35; & b", "\\&amp; \\&#35; & b"],
    ["\\* \\ a", "\\\\\\* \\ a"],
    ["ends with \\", "ends with \\\\"],
    ["see www.z.example or a@b.example", "see www\\.z.example or a\\@b.example"],
    ["2 < 3, 5 > 4", "2 \\< 3, 5 > 4"],
    ["regulation 28(2)(c) – 10.13", "regulation 28(2)(c) – 10.13"],
  ])("%s is written %s", (text, written) => {
    expect(writeMarkdown([paragraph(plain(text))])).toBe(written);
  });

  it.each([
    ["# h", "\\# h"],
    ["- i", "\\- i"],
    ["+ j", "\\+ j"],
    ["> q", "\\> q"],
    ["| a | b |", "\\| a | b |"],
    ["---", "\\---"],
    ["===", "\\==="],
    ["1. k", "1\\. k"],
    ["2) l", "2\\) l"],
    ["10.13 text", "10.13 text"],
    ["1901.", "1901\\."],
  ])("%s at the beginning is written %s, and stays as it is further on", (text, written) => {
    expect(writeMarkdown([paragraph(plain(text))])).toBe(written);
    expect(writeMarkdown([item(0, plain(text))])).toBe(`- ${written}`);
    expect(writeMarkdown([item(0, strong(text))])).toBe(`- **${written}**`);
    expect(writeMarkdown([paragraph(strong("Law:"), plain(` ${text}`))])).toBe(`**Law:** ${text}`);
  });

  it.each([
    ["a ##", "### a \\##"],
    ["a # ", "### a \\# "],
    ["#", "### \\#"],
    ["C#", "### C#"],
  ])("%j at the end of a heading is written %j", (text, written) => {
    expect(writeMarkdown([heading(3, text)])).toBe(written);
  });
});
