import { describe, expect, it } from "vitest";
import { extractHtml, extractHtmlText } from "../../../src/extract/flow/extract-html.ts";
import type { FlowLine } from "../../../src/extract/page.ts";

const read = (html: string) => extractHtml(Buffer.from(html));
/** Each line in short: `H1` heading, `-` item, `|` row, `*` bold paragraph, nothing for others. */
const outline = (html: string) =>
  ((read(html).pages[0]?.lines ?? []) as readonly FlowLine[]).map((line) => {
    const kind = line.heading
      ? `H${line.heading} `
      : line.place
        ? "- "
        : line.cells
          ? "| "
          : line.bold
            ? "* "
            : "";
    return kind + (line.number === null ? "" : `${line.number} `) + line.text;
  });

describe("extractHtml", () => {
  it("reads headings, paragraphs, lists and tables of the main part", () => {
    expect(
      outline(`<!DOCTYPE html><html><head><title>T</title><style>p { color: red }</style></head><body>
        <header><h2>Site</h2></header><nav>Menu</nav>
        <main><header><h1>Going <em>missing</em></h1></header>
          <p>First&nbsp;paragraph &amp; <a href="https://x.test">a link</a>.<br>Next line</p>
          <p><strong>Who to tell</strong></p>
          <ul><li>one <ol start="3"><li>deep</li><li value="7"><p>deeper</p><p>more</p></li></ol></li><li>two</li></ul>
          <table><caption>Staff</caption><tr><th>Role</th><th>Hours</th></tr><tr><td>Manager</td><td></td></tr></table>
          <table><tr><td><p>A box</p><p>of text</p></td></tr></table>
          <pre>kept
  as lines</pre>
          <dl><dt>Term<dd>Meaning</dl>
          <aside>Related</aside><footer>End</footer><script>alert(1)</script>
        </main><footer>Site</footer></body></html>`),
    ).toEqual([
      "H1 Going missing",
      "First paragraph & a link. Next line",
      "* Who to tell",
      "- one",
      "- 3. deep",
      "- 7. deeper",
      "more",
      "- two",
      "Staff",
      "| Role | Hours",
      "| Manager | –",
      "A box",
      "of text",
      "kept",
      "as lines",
      "Term",
      "Meaning",
    ]);
  });

  it("keeps the empty cells of a row in their place", () => {
    const { pages } = read(
      "<table><tr><td></td><td>a</td><td> </td><td>b <p>c</p></td></tr></table>",
    );
    expect(pages[0]?.lines[0]).toMatchObject({ text: "a | b c", cells: ["", "a", "", "b c"] });
  });

  it("gives long tables no more cells than they have", () => {
    const wide = `<tr>${"<td colspan=200>x</td>".repeat(6)}</tr>`;
    const [page] = read(
      `<table>${wide}${"<tr><td>a</td><td>b</td></tr>".repeat(5000)}</table>`,
    ).pages;
    expect(page?.lines).toHaveLength(5001);
    expect(page?.lines.at(-1)?.cells).toEqual(["a", "b"]);
  });

  it.each([
    [
      "cells that span rows and columns",
      "<tr><td rowspan=2>Fire</td><td>Jo</td><td>now</td></tr><tr><td>Al</td><td>later</td></tr><tr><td colspan=2>Flood</td><td>now</td></tr>",
      ["| Fire | Jo | now", "| Fire | Al | later", "| Flood | now"],
    ],
    [
      "a row of which all but one cell stand in the row above",
      "<tr><td rowspan=2>Fire</td><td>Jo</td></tr><tr><td>Al</td></tr><tr><td>A box</td></tr>",
      ["| Fire | Jo", "| Fire | Al", "A box"],
    ],
    [
      "groups of columns",
      "<tr><th rowspan=2>Risk<th colspan=2>Who<tr><th>Day<th>Night<tr><td>Fire<td>Jo<td>Al",
      ["| Risk | Who: Day | Who: Night", "| Fire | Jo | Al"],
    ],
    [
      "labels with values",
      "<tr><th scope=row>Manager</th><td>Jo</td></tr><tr><th>Phone</th><td>204</td></tr>",
      ["| Manager: Jo", "| Phone: 204"],
    ],
    [
      "a table in a cell",
      "<tr><td>a</td><td>b<table><tr><td>x</td><td>y</td><td>z</td></tr></table></td><td>c</td></tr>",
      ["| a | b | c", "| x | y | z"],
    ],
  ])("reads a table with %s", (_, rows, lines) => {
    expect(outline(`<table>${rows}</table>`)).toEqual(lines);
  });

  it("manages without end tags", () => {
    expect(
      outline(
        "<h2>A</h2><p>one<p>two<ul><li>x<li>y</ul><table><tr><td>1<td>2<tr><td>3<td>4</table><p>end",
      ),
    ).toEqual(["H2 A", "one", "two", "- x", "- y", "| 1 | 2", "| 3 | 4", "end"]);
  });

  it("leaves out what a reader would not see", () => {
    expect(
      outline(`<p>seen</p><p hidden>a</p><p style="display: none">b</p><p style="color:red;visibility:hidden">c</p>
        <p style="font-size:0">d</p><div role="navigation">e</div><button>f</button><template>g</template><!-- h -->`),
    ).toEqual(["seen"]);
  });

  it("takes the body where main is empty, and a single article", () => {
    expect(outline("<body><main></main><p>text</p></body>")).toEqual(["text"]);
    expect(outline("<body><p>around</p><article><h1>A</h1></article></body>")).toEqual(["H1 A"]);
    expect(outline("<body><article>a</article><article>b</article></body>")).toEqual(["a", "b"]);
  });

  it("lifts footnotes out of the text", () => {
    const { pages } =
      read(`<p>Children agree<sup><a href="#fn:1">[footnote 1]</a></sup> with it.</p>
      <div class="footnotes"><ol><li id="fn:1"><p>In a survey. <a href="#fnref:1">↩</a></p></li></ol></div>`);
    expect(pages[0]?.lines.map(({ text, marks }) => ({ text, marks }))).toEqual([
      { text: "Children agree with it.", marks: [{ at: 14, label: "1", kind: "footnote" }] },
    ]);
    expect(pages[0]?.footnotes).toMatchObject([{ label: "1", lines: [{ text: "In a survey." }] }]);
  });

  it("says what the page says of itself", () => {
    const { info } = read(
      '<title>A &amp; B\n - GOV.UK</title><meta name="author" content="Us"><meta property="article:published_time" content="2024-03-05T10:00:00Z"><p>x',
    );
    expect(info).toEqual({
      title: "A & B - GOV.UK",
      author: "Us",
      producer: null,
      created: "2024-03-05",
    });
  });

  it("takes control characters and disguised ones out", () => {
    expect(outline("<p>safe&#x202E;guard&#173;ing &#27;[31m o&#xFB03;ce</p>")).toEqual([
      "safeguarding [31m office",
    ]);
  });

  it("has nothing to say of a page without text", () => {
    expect(() => read("<html><body><script>render()</script></body></html>")).toThrow("no text");
  });

  it("takes a long list in one pass", () => {
    const start = performance.now();
    expect(outline(`<ol>${"<li>x</li>".repeat(20_000)}</ol>`).at(-1)).toBe("- 20000. x");
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe("extractHtml: pages made to waste time", () => {
  it("takes comments and declarations without an end in one pass, and keeps the text", () => {
    const started = performance.now();
    const html = `<p>Lock the door.</p>${"<!doctype ".repeat(20_000)}${"<!--".repeat(100_000)}`;
    const [page] = extractHtmlText(`<!-- a --><p>Ring the bell.</p><!-- b -->${html}`).pages;
    expect(performance.now() - started).toBeLessThan(5000);
    expect(page?.lines.slice(0, 2).map(({ text }) => text)).toEqual([
      "Ring the bell.",
      "Lock the door.",
    ]);
  });

  it("refuses a page larger than any", () => {
    expect(() => extractHtml(new Uint8Array(20_000_001).fill(32))).toThrow(
      "larger than any web page",
    );
  });
});
