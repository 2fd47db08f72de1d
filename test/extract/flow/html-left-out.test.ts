// What a reader of a web page sees is its text; what is struck out or out of sight is left out, and told.
import { describe, expect, it } from "vitest";
import { extractHtmlText } from "../../../src/extract/flow/extract-html.ts";
import { extractMd } from "../../../src/extract/flow/extract-md.ts";
import { identifyDocument } from "../../../src/identify/identify-document.ts";

const read = (inner: string, head = "") => {
  const { pages, leftOut, problems } = extractHtmlText(
    `<html><head>${head}</head><body><p>Ring the bell.</p>${inner}</body></html>`,
  );
  return {
    lines: pages[0]?.lines.slice(1).map(({ text }) => text),
    left: leftOut.map(({ reason, text }) => `${reason}: ${text}`),
    codes: problems.map(({ code }) => code),
  };
};

describe("words that are struck out", () => {
  it.each([
    "<del>Leave by the back.</del>",
    "<p><s>Leave by the back.</s></p>",
    "<p><strike><b>Leave</b> by the back.</strike></p>",
    '<p style="text-decoration: line-through">Leave by the back.</p>',
    '<div style="TEXT-DECORATION-LINE: underline line-through;"><p>Leave by the back.</p></div>',
    '<ul><li style="text-decoration:line-through red">Leave by the back.</li></ul>',
    '<p class="old">Leave by the back.</p>',
  ])("are left out of %s", (html) => {
    const { lines, left, codes } = read(
      html,
      "<style>/* x */ p.old, b { color: red; text-decoration: line-through }</style>",
    );
    expect({ lines, left, codes }).toEqual({
      lines: [],
      left: ["struck: Leave by the back."],
      codes: ["struck-text"],
    });
  });

  it("leave what stands beside them, and their place in a row", () => {
    expect(read("<p>Leave by the <del>back</del> <ins>front</ins>.</p>").lines).toEqual([
      "Leave by the front.",
    ]);
    expect(
      read(
        "<table><tr><td>Door</td><td style='text-decoration:line-through'>Back</td><td>Front</td></tr></table>",
      ).lines,
    ).toEqual(["Door | Front"]);
    expect(read('<s style="text-decoration:none">Leave by the front.</s>').lines).toEqual([
      "Leave by the front.",
    ]);
  });

  it("are told once where they stand beside the one cell that is shown", () => {
    expect(read("<table><tr><td>Door</td><td hidden>Back</td></tr></table>")).toEqual({
      lines: ["Door"],
      left: ["hidden: Back"],
      codes: ["hidden-text"],
    });
  });

  it("are known in Markdown", () => {
    const { pages, problems } = extractMd(
      Buffer.from("Ring the bell.\n\n~~Leave by the back.~~\n"),
    );
    expect(pages[0]?.lines.map(({ text }) => text)).toEqual(["Ring the bell."]);
    expect(problems[0]?.message).toBe(
      "1 piece of struck-through text is left out: before any heading (“Leave by the back.”). charm show --left-out prints all that is left out.",
    );
  });
});

describe("words out of sight", () => {
  it.each([
    "<p hidden>Unseen.</p>",
    '<p style="display:none">Unseen.</p>',
    '<p style="visibility: hidden">Unseen.</p>',
    '<p style="opacity:0">Unseen.</p>',
    '<p style="font-size:1px">Unseen.</p>',
    '<p style="font-size:.01em">Unseen.</p>',
    '<p style="color:white">Unseen.</p>',
    '<p style="color:#FFFFFF">Unseen.</p>',
    '<p style="color: rgb(254, 254, 254)">Unseen.</p>',
    '<p style="color:rgba(0,0,0,0)">Unseen.</p>',
    '<p style="color:transparent">Unseen.</p>',
    '<font color="#fff"><p>Unseen.</p></font>',
    '<div style="background:#003366"><p style="color:#036">Unseen.</p></div>',
    '<p style="position:absolute; left:-9999px">Unseen.</p>',
    '<p style="text-indent:-9999px">Unseen.</p>',
    '<p style="position:absolute;clip:rect(0 0 0 0)">Unseen.</p>',
    '<p style="height:1px;overflow:hidden">Unseen.</p>',
    '<p style="mso-hide:all">Unseen.</p>',
    '<p id="x">Unseen.</p>',
    '<table><tr style="display:none"><td>Un</td><td>seen.</td></tr></table>',
    '<ul><li style="display:none">Unseen.</li></ul>',
    '<p style="color:hsl(120, 0%, 100%)">Unseen.</p>',
    '<p style="color:hsla(0 0% 0% / 2%)">Unseen.</p>',
    '<p style="color:oklch(100% 0 0)">Unseen.</p>',
    '<p style="color:WhiteSmoke">Unseen.</p>',
    '<p style="color:var(--paper)">Unseen.</p>',
    '<div style="--ink:var(--paper)"><p style="color:var(--none, var(--ink))">Unseen.</p></div>',
    '<div style="background:navy no-repeat"><p style="color:navy">Unseen.</p></div>',
    '<h2 style="color:#fefefe">Unseen.</h2>',
    '<table><tbody style="display:none"><tr><td>Un</td><td>seen.</td></tr></tbody></table>',
    '<p style="-webkit-text-fill-color:transparent">Unseen.</p>',
    '<p style="filter:blur(0) opacity(0%)">Unseen.</p>',
    '<p style="display:/* so */none">Unseen.</p>',
    String.raw`<p style="d\69splay:none">Unseen.</p>`,
    String.raw`<p style="display:n\6f ne">Unseen.</p>`,
    "<p style=\"content:';';display:none\">Unseen.</p>",
    '<p style="display:none !important;display:block">Unseen.</p>',
    '<p class="off" style="display:block">Unseen.</p>',
    '<p id="exact" class="off2">Unseen.</p>',
    '<p class="nest">Unseen.</p>',
    '<p style="max-height:0;overflow:hidden">Unseen.</p>',
    '<p style="width:0;overflow-x:clip">Unseen.</p>',
    '<p style="content-visibility:hidden">Unseen.</p>',
    '<p style="transform:rotate(3deg) translate(-200vw, 0)">Unseen.</p>',
    '<p style="translate:-9999px">Unseen.</p>',
    '<p style="position:relative;top:-9999px">Unseen.</p>',
    '<p style="position:fixed;inset:-9999px auto auto 0">Unseen.</p>',
    '<p style="margin:-9999px 0 0">Unseen.</p>',
    '<p style="font:0/0 a">Unseen.</p>',
    '<p style="font:italic 700 .5px/2 serif">Unseen.</p>',
    '<p style="font-size:calc(0px)">Unseen.</p>',
    '<div style="font-size:.2em"><p style="font-size:.2em">Unseen.</p></div>',
    '<p style="zoom:0">Unseen.</p>',
    '<p style="scale:0">Unseen.</p>',
    '<p style="transform:scale(1, 0)">Unseen.</p>',
    '<p style="clip-path:circle(0)">Unseen.</p>',
    '<p style="clip-path:inset(100% 0 0 0)">Unseen.</p>',
    '<p style="clip-path:polygon(0 0, 0 0, 0 0)">Unseen.</p>',
    "<p popover>Unseen.</p>",
    '<p style="text-indent:100%;white-space:nowrap;overflow:hidden">Unseen.</p>',
  ])("are left out of %s", (html) => {
    const { lines, left, codes } = read(
      html,
      `<style>@media screen { #x { display: none } } :root { --paper: #fff } .off { display: none !important }
        #exact { display: none } p.off2 { display: block } @supports (color: red) { @layer a { .nest { display: none } } }</style>`,
    );
    expect(lines).toEqual([]);
    expect(left).toEqual([expect.stringMatching(/^hidden: Un ?seen\.$/)]);
    expect(codes).toEqual(["hidden-text"]);
  });

  it.each([
    '<p style="color:white;background:black">Seen.</p>',
    '<div style="background-color:#0b0c0c"><p style="color:#fff">Seen.</p></div>',
    '<table bgcolor="navy"><tr><td style="color:#fff">Seen.</td></tr></table>',
    '<div style="background:url(dark.png)"><p style="color:white">Seen.</p></div>',
    '<p style="color:#ddd">Seen.</p>',
    '<p style="font-size:8px">Seen.</p>',
    '<p style="opacity:.8">Seen.</p>',
    '<p style="position:absolute;left:20px">Seen.</p>',
    '<p style="overflow:hidden;width:100%">Seen.</p>',
    '<p style="text-decoration:underline">Seen.</p>',
    '<p class="print small">Seen.</p>',
    "<details><summary>More</summary>Seen.</details>",
    '<div style="font-size:0"><p style="font-size:16px">Seen.</p></div>',
    '<div style="visibility:hidden"><p style="visibility:visible">Seen.</p></div>',
    '<p style="font:700 12px/1.5 Arial">Seen.</p>',
    '<p style="color:hsl(0, 0%, 20%)">Seen.</p>',
    '<p style="transform:translate(-50%, 10px)">Seen.</p>',
    '<p style="transform:scale(.9)">Seen.</p>',
    '<p style="position:relative;left:-4px">Seen.</p>',
    '<p style="max-height:0">Seen.</p>',
    '<p style="clip-path:circle(50%)">Seen.</p>',
    '<p style="clip-path:inset(10% 20%)">Seen.</p>',
    '<p style="color:transparent;background:linear-gradient(red, blue)">Seen.</p>',
    '<p style="/* display:none */color:red">Seen.</p>',
    `<p style="content:'display:none;'">Seen.</p>`,
    '<p style="color:var(--dark, #000)">Seen.</p>',
    '<p style="filter:opacity(90%)">Seen.</p>',
  ])("are not those of %s", (html) => {
    const head =
      "<style>@media print { .print { display: none } } @media (max-width: 40em) { .small { display: none } } p:hover { opacity: 0 }</style>";
    const { lines, left } = read(html, head);
    expect(lines?.at(-1)).toBe("Seen.");
    expect(left).toEqual([]);
  });

  it("are told with some of the places", () => {
    const many = ["One", "Two", "Three", "Four", "Five", "Six"].map(
      (word) => `<p hidden>${word} is a word.</p>`,
    );
    const page = extractHtmlText(`<h1>Visitors</h1><p>Ring.</p>${many.join("")}`);
    expect(page.problems[0]?.message).toBe(
      "6 pieces of hidden text are left out: under “Visitors” (“One is a word.”); under “Visitors” (“Two is a word.”); under “Visitors” (“Three is a word.”); under “Visitors” (“Four is a word.”); under “Visitors” (“Five is a word.”); and 1 more. charm show --left-out prints all that is left out.",
    );
  });
});

describe("the furniture of a site", () => {
  it("is left out without a problem, and listed", () => {
    const page = extractHtmlText(
      "<body><div>Accept cookies</div><div><nav>Home</nav><main><h1>Bells</h1><p>Ring.</p><nav>Contents</nav></main><p>Useful?</p></div><footer>Help</footer></body>",
    );
    expect(page.pages[0]?.lines.map(({ text }) => text)).toEqual(["Bells", "Ring."]);
    expect(page.leftOut.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 5 }, () => "menu"),
    );
    expect(page.leftOut.map(({ text }) => text).sort()).toEqual([
      "Accept cookies",
      "Contents",
      "Help",
      "Home",
      "Useful?",
    ]);
    expect(page.problems).toEqual([]);
  });
});

describe("the date of a web page", () => {
  const dateOf = (html: string) =>
    identifyDocument(
      { file: "page.html", path: "/page.html", bytes: 1, modified: 1, declared: {} },
      "a".repeat(64),
      extractHtmlText(html),
    ).date;
  const main = (inner: string) => `<main><h1>Bells</h1>${inner}<p>Ring every bell.</p></main>`;

  it("is its last update, as printed or as its head says", () => {
    expect(
      dateOf(
        main(
          "<dl><dt>Published:</dt><dd>1 May 2020</dd><dt>Last updated:</dt><dd>3 June 2024 — See all</dd></dl>",
        ),
      ),
    ).toBe("2024-06-03");
    expect(
      dateOf(
        main(
          "<p>First published: 1 May 2020. Page last reviewed: 3 June 2024. Next review due: 3 June 2027</p>",
        ),
      ),
    ).toBe("2024-06-03");
    expect(dateOf(main("<p>Published 1 May 2020<br>Last updated 3 June 2024</p>"))).toBe(
      "2024-06-03",
    );
    expect(
      dateOf(
        `<head><meta property="article:published_time" content="2020-05-01"><meta property="article:modified_time" content="2024-06-03T10:00:00Z"></head>${main("")}`,
      ),
    ).toBe("2024-06-03");
  });
});
