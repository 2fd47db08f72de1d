import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { exportReport } from "../../src/export/export-report.ts";
import { readText } from "../../src/export/read-text.ts";
import type { Block, Run } from "../../src/export/blocks.ts";
import { extractDocx } from "../../src/extract/word/extract-docx.ts";
import { readXml } from "../../src/extract/office/read-xml.ts";
import { textParts } from "../support/text-parts.ts";

const report = `# AI Assistant Strategy Session Report

Documents cited:
- Regulations: The Children's Homes (England) Regulations 2015, as at 2024-05-21
- Guide: Guide to the regulations, 1.17

| Document control | |
| --- | --- |
| Document number | POL-07 |
| Version | v2.1 |
| Next review date | May 2027 |
| Home | Fernhill House |

## QUESTION
"Who visits?"

## RESPONSE
**Regulations, regulation 34(4)**: “The policy must say so.” [1] [2]

**What the law requires**

- **Regulations, regulation 34(5)**: “First.” [1]
- **Regulations Schedule 1**, two paragraphs:
  - 1: “One.” [3]
  - 2: “Two.” [3]
- A quote that is no marker: \\[1], and one that nothing is listed for [9].

### SOURCES CONSULTED
Law:
- [1] File: Regs_2015.pdf, Page: 25 (regulations 34(4), 34(5))
- [3] File: Regs_2015.pdf, Page: 39 (Schedule 1 para 1, Schedule 1 para 2)

Guidance:
- [2] File: Guide.pdf, Page: 50 (paragraph 9.30)

---

It is not legal advice.
`;

function citationsOf(blocks: readonly Block[]): string[] {
  const ofRuns = (runs: readonly Run[]) =>
    runs.flatMap((run) => (run.kind === "cite" ? [`${run.text} ${run.notes.join("; ")}`] : []));
  return blocks.flatMap((block) => {
    if (block.kind === "list") return block.items.flatMap((item) => citationsOf(item.blocks));
    if (block.kind === "quote") return citationsOf(block.blocks);
    return "runs" in block ? ofRuns(block.runs) : [];
  });
}

async function parts(markdown: string): Promise<Map<string, string>> {
  const bytes = await exportReport({ markdown, format: "docx" });
  const read = textParts(bytes);
  for (const [name, text] of read)
    if (/\.(?:xml|rels)$/.test(name)) readXml(new TextEncoder().encode(text));
  extractDocx(bytes);
  return read;
}

describe("reading a report", () => {
  it("names what is cited by its short name, the place that the line names, and the page", () => {
    expect(citationsOf(readText(report).blocks)).toEqual([
      "[1][2] Regulations, regulation 34(4), page 25; Guide, paragraph 9.30, page 50",
      "[1] Regulations, regulation 34(5), page 25",
      "[3] Regulations, Schedule 1 para 1, 2, page 39",
      "[3] Regulations, Schedule 1 para 1, 2, page 39",
    ]);
  });

  it("names documents by the order of both lists, whatever the lines call them", () => {
    const text = report.replaceAll("**Regulations, regulation", "**Regulation");
    expect(citationsOf(readText(text).blocks)[1]).toBe(
      "[1] Regulations, regulation 34(5), page 25",
    );
    const more = text.replace("\nGuidance:", "- [4] File: Notes.pdf, Page: 1\n\nGuidance:");
    // With a file more than names nobody knows which is which.
    expect(citationsOf(readText(more).blocks)[1]).toBe("[1] Regs 2015, regulation 34(5), page 25");
  });

  it("goes by the lines where they name documents otherwise than the order", () => {
    const text = report
      .replace("- Regulations: The", "- X: The")
      .replace("- Guide: Guide to", "- Regulations: Guide to");
    expect(citationsOf(readText(text).blocks)[1]).toBe(
      "[1] Regulations, regulation 34(5), page 25",
    );
  });

  it.each([
    ["lists", Array.from({ length: 300 }, (_, i) => `${"  ".repeat(i)}- x`).join("\n")],
    ["lists and quotes", "> - ".repeat(750) + "x"],
    ["quotes", `${">".repeat(120)} x`],
  ])("refuses %s that stand in each other without end", (_name, text) => {
    expect(() => readText(`# T\n\n${text}`)).toThrow("more than 100 deep");
  });

  it.each([
    ["quotes", `${">".repeat(90)} x`],
    ["stars", `${"*".repeat(1500)}a${"*".repeat(1500)}`],
    ["links", `${"[".repeat(300)}a${"](x)".repeat(300)}`],
  ])("takes %s as deep as they may be", async (_name, text) => {
    expect((await exportReport({ markdown: text, format: "docx" })).length).toBeGreaterThan(0);
  });

  it("has a style that its own policy allows", async () => {
    const page = Buffer.from(
      await exportReport({ markdown: "# T\n\nText.", format: "html" }),
    ).toString();
    const [, style = ""] = /<style>([^]*?)<\/style>/.exec(page) ?? [];
    expect(style).not.toBe("");
    expect(page).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  });

  it("takes for each question its own list", () => {
    const part = (file: string) =>
      `## QUESTION\n"x"\n\n## RESPONSE\nIt is so. [1] [2]\n\n### SOURCES CONSULTED\n- [1] File: ${file}.pdf, Page: 1\n`;
    const { blocks } = readText(`${part("A")}\n---\n\n${part("B")}- [2] File: C.pdf, Page: 4\n`);
    expect(citationsOf(blocks)).toEqual(["[1] A, page 1", "[1][2] B, page 1; C, page 4"]);
  });

  it("reads document control from its table, and no footer from another table", () => {
    expect(readText(report)).toMatchObject({
      home: "Fernhill House",
      control: { number: "POL-07", version: "v2.1", reviewDate: "May 2027" },
    });
    const other = "| Version | Change |\n| --- | --- |\n| 1 | first |";
    expect(readText(other).control).toEqual({ number: null, version: null, reviewDate: null });
  });

  it.each(["", " \n", "---", "<!-- nothing -->"])("refuses a report without text: %j", (text) => {
    expect(() => readText(text)).toThrow("There is no text in the report.");
  });

  it("loses no definition, tag or picture", () => {
    const text = readText(
      "[1]: http://x.example\n\n[^1]: Guide, page 3\n\n![plan](x.png) <b>bold</b>\n\n- [x] done",
    );
    const words = JSON.stringify(text.blocks);
    for (const each of ["[1]: ", "[^1]: Guide", "[picture: plan]", "<b>", "☒ "])
      expect(words).toContain(JSON.stringify(each).slice(1, -1));
  });
});

describe("a Word file", () => {
  it("has headings, a contents field, footnotes, header and footer", async () => {
    const read = await parts(report);
    const main = read.get("word/document.xml") ?? "";
    expect(main).toContain('<w:pStyle w:val="Heading3"/>');
    expect(main).toMatch(/TOC [^<]*\\o &quot;2-3&quot;/);
    expect(main).not.toContain('w:dirty="true"');
    expect(read.get("word/footnotes.xml")).toContain("Regulations, regulation 34(4), page 25 ");
    expect(main.match(/<w:footnoteReference /g)).toHaveLength(3);
    expect(main).toMatch(/<w:fldSimple w:instr=" NOTEREF note_3 \\f \\h ">.*?<w:t[^>]*>3<\/w:t>/s);
    expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(read.get("word/header1.xml")).toContain("Fernhill House | AI Assistant");
    expect(read.get("word/footer1.xml")).toContain("POL-07 | Version 2.1 | Review May 2027");
  });

  it("has page numbers in its contents, and no question on opening", async () => {
    const long = report.replace("### SOURCES", `${"Word after word. ".repeat(400)}\n\n### SOURCES`);
    const main = (await parts(long)).get("word/document.xml") ?? "";
    const pages = [...main.matchAll(/PAGEREF [^<]*<\/w:instrText>.*?<w:t[^>]*>(\d+)<\/w:t>/gs)];
    expect(pages.map(([, page]) => page)).toEqual(["1", "1", "1", "3"]);
    expect(main).not.toContain('w:dirty="true"');
    // A title that stands over all is not listed under itself.
    expect(main.match(/AI Assistant Strategy Session Report/g)).toHaveLength(1);
  });

  it("has contents without numbers where the text is very long", async () => {
    const markdown = `${report}\n\n${"Word after word. ".repeat(25_000)}`;
    const main = textParts(await exportReport({ markdown, format: "docx" })).get(
      "word/document.xml",
    );
    expect(main).toContain("TOC ");
    expect(main).not.toContain("PAGEREF");
    expect(main).not.toContain('w:dirty="true"');
  });

  it("is printed with page numbers that the printing program finds", async () => {
    const bytes = await exportReport({ markdown: report, format: "docx", printed: true });
    const main = textParts(bytes).get("word/document.xml") ?? "";
    expect(main).not.toContain(">TOC ");
    expect(main).toContain("PAGEREF _Toc1");
  });

  it("turns only the part that has a wide table", async () => {
    const wide = (columns: number) =>
      [
        `|${" A longer word |".repeat(columns)}`,
        `|${" --- |".repeat(columns)}`,
        `|${" a few words in a cell |".repeat(columns)}`,
      ].join("\n");
    const main = (
      await parts(`# T\n\nText.\n\n## A\n\nText.\n\n## B\n\n${wide(9)}\n\n## C\n\n${wide(4)}`)
    ).get("word/document.xml");
    const sections = [...(main ?? "").matchAll(/<w:pgSz [^>]*>/g)].map(([size]) =>
      size.includes('w:orient="landscape"'),
    );
    expect(sections).toEqual([false, true, false]);
    const narrow = (await parts(`# T\n\n## B\n\n|${" N |".repeat(9)}\n|${" --- |".repeat(9)}`)).get(
      "word/document.xml",
    );
    expect(narrow).not.toContain("landscape");
  });

  it("refuses a table of more columns than Word takes, and a page takes it", async () => {
    const row = (cell: string, columns: number) => `|${`${cell}|`.repeat(columns)}`;
    const table = (columns: number) =>
      `# T\n\n${row("Who", columns)}\n${row("---", columns)}\n${row("b", columns)}`;
    await expect(exportReport({ markdown: table(64), format: "docx" })).rejects.toThrow(
      "The table that begins with “Who” and “Who” has 64 columns; Word takes 63.",
    );
    await parts(table(63));
    await exportReport({ markdown: table(64), format: "html" });
  });

  it("has the same bytes each time, and no day in it", async () => {
    const [one, two] = [
      await exportReport({ markdown: report, format: "docx" }),
      await exportReport({ markdown: report, format: "docx" }),
    ];
    expect(one).toEqual(two);
    expect([...textParts(one).values()].join("")).not.toContain(
      String(new Date().getFullYear()) + "-",
    );
  });

  it.each([
    ["control characters", "a\u0000b\u0008c\u001bd\u007f e\u000bf"],
    ["halves of pairs", "a \ud83d b \udc00 c"],
    ["what no XML holds", "a \ufffe b \uffff c &#0; &#xD800; &#65534;"],
    ["emoji and joiners", "👩‍👧 🔥 naïve"],
    ["right to left", "שלום עולם مرحبا"],
    ["mark-up", "<script>alert(1)</script> & \"x\" 'y' ]]> <w:t>"],
    ["_x0041_ and {{body}}", "_x0041_ {{body}} $& $1"],
  ])("is well formed with %s", async (_name, text) => {
    const read = await parts(
      `# ${text}\n\n${text}\n\n| ${text.replaceAll("|", "")} |\n| --- |\n| ${text} |\n\n- ${text}`,
    );
    expect(read.get("word/document.xml")).not.toMatch(/<script/);
  });

  it("takes lists in lists, quotes, code, and cells that are missing", async () => {
    const read = await parts(
      "1. a\n   - b\n     1. c\n\n5. five\n\n> quote\n>\n> - item\n\n```\ncode <x>\n```\n\n| a | b |\n| --- | --- |\n| 1 |\n| 1 | 2 |",
    );
    expect(read.get("word/numbering.xml")).toBeDefined();
  });
});

describe("a web page", () => {
  const page = async (markdown: string) =>
    new TextDecoder().decode(await exportReport({ markdown, format: "html" }));

  it("asks for nothing and runs nothing", async () => {
    const html = await page(report);
    expect(html).toContain("default-src 'none'; style-src 'sha256-");
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|style="/i);
  });

  it("opens the quote of each citation", async () => {
    const html = await page(report);
    const [, id] =
      /<a class="cite" id="c1" href="#(s\d+)" title="Regulations, regulation 34\(4\), page 25">\[1\]/.exec(
        html,
      ) ?? [];
    const item = new RegExp(`<li id="${id}">.*?</li>`, "s").exec(html)?.[0] ?? "";
    expect(item).toContain("“The policy must say so.”");
    expect(item).toContain("“First.”");
    expect(item).not.toContain("“One.”");
  });

  it.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>)",
    '“a <b onclick="x">” "quoted" \'single\'',
    "</style><style>*{}</style>",
    "<svg/onload=alert(1)>",
    "&lt;script&gt; &#60;script&#62;",
  ])("shows what a document holds and never obeys it: %s", async (text) => {
    const nasty = report.replace("First.", text).replace("Regs_2015.pdf", `${text}.pdf`);
    for (const markdown of [
      `# ${text}\n\n${text}\n\n- ${text}\n\n| ${text} |\n| --- |\n| ${text} |`,
      nasty,
    ]) {
      const html = await page(markdown);
      const tags = new Set(
        [...html.replace(/<style>.*?<\/style>/s, "").matchAll(/<\/?([a-z][\w]*)/g)].map(
          ([, tag]) => tag,
        ),
      );
      for (const tag of ["script", "img", "svg", "b", "style"]) expect(tags).not.toContain(tag);
      expect(html).not.toMatch(/href="(?!#|https?:|mailto:)/);
    }
  });

  it("has its headings in order, whatever their levels were", async () => {
    const html = await page("### Third\n\n# First\n\n#### Fourth\n\n**Bold**\n\ntext");
    expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(["1", "1", "2", "3"]);
  });
});

describe("10,000 rows", () => {
  it("are written in either form", async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `| ${i} | words of row ${i} | “quote” |`);
    const markdown = `# T\n\n| A | B | C |\n| --- | --- | --- |\n${rows.join("\n")}`;
    const docx = textParts(await exportReport({ markdown, format: "docx" }));
    expect(docx.get("word/document.xml")?.match(/<w:tr>/g)).toHaveLength(10_001);
    const html = new TextDecoder().decode(await exportReport({ markdown, format: "html" }));
    expect(html.match(/<tr>/g)).toHaveLength(10_001);
  }, 60_000);

  it("quotes items from where their lead-in stands", async () => {
    const markdown = [
      "# Report",
      "**Rule 4**: “(1) A visit is only put off for—” [1]",
      "- “(a) illness; or”\n- “(b) snow.”",
      "What follows is ours.",
      "- “our own words”",
      "### SOURCES CONSULTED",
      "- [1] File: rules.pdf, Page: 3",
    ].join("\n\n");
    const html = new TextDecoder().decode(await exportReport({ markdown, format: "html" }));
    const quoted = /<div class="quotes">([^]*?)<\/div>/.exec(html)?.[1] ?? "";
    expect(quoted).toContain("<p>“(b) snow.”</p>");
    expect(quoted).not.toContain("our own words");
  });
});
