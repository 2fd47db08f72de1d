// What documents say, and what they are called, is text in every output: Markdown, web page, Word file, terminal, JSON.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { marked } from "marked";
import { parse } from "node-html-parser";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { textParts } from "../support/text-parts.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

/** A sentence of a document, with what would be live in some output; and the name of its file, which slashes cannot be in. */
const documents: readonly (readonly [name: string, sentence: string])[] = [
  ["<img src=x onerror=alert(1)>", "lock <script>alert(1)</script> in the cellar each night"],
  ["![x](y)", "read ![the map](http://evil.example/x.png) in the cellar each night"],
  ["[a](javascript:alert(1))", "sweep <img src=x onerror=alert(1)> in the cellar each night"],
  ["# heading", "see [keeper]: http://evil.example/ in the cellar each night"],
  ["| a | b", "count | casks | --- | in the cellar each night"],
  ["--- title", "seek --- and === in the cellar each night"],
  ["a&amp;b", "hide <!-- nothing --> in the cellar each night"],
  ["`code`", "write \\<b>bold\\</b> and &lt;i&gt; &amp; &copy; in the cellar each night"],
  ["_star_ _u_", "mend ``` fence ``` and ~~~ strike ~~ in the cellar each night [^1]"],
  [
    "{{x}} %s $y$",
    "shun javascript:alert(1) and [x](javascript:alert(1)) in the cellar each night",
  ],
  ["[1] File: b", "shut <details><summary>the door</summary> of the cellar each night</details>"],
  ["=1+1", "close ]]> <![CDATA[ the cellar ]]> each night"],
  ["www.evil.example", "say “quote “deeply” ‘in’ the” cellar each night"],
  ["a, Page 3 (x)", "store http://evil.example and www.evil.example in the cellar each night"],
];
const sentenceOf = (sentence: string) => `The keeper must ${sentence}.`;

let home: string;
let quoted: readonly string[];
const place = ["--corpus", "corpus", "--index", "index"];
const charm = (...args: string[]) => runCharm([...args, ...place], { cwd: home });

beforeAll(async () => {
  if (!isBuilt) return;
  home = await mkdtemp(join(inject("runFolder"), "hostile-text-"));
  await mkdir(join(home, "corpus"));
  for (const [i, [name, sentence]] of documents.entries()) {
    const text = `Rule ${i + 1}\n\n${sentenceOf(sentence)}\n\nThe lamp is lit at dusk.\n`;
    await writeFile(join(home, "corpus", `${name}.txt`), text);
  }
  const question = "What must the keeper do in the cellar each night?";
  await charm("ask", question, "-o", "report.md");
  const asked = await charm("ask", question, "--json");
  const [answer] = JSON.parse(asked.stdout) as [{ sources: { quotes: string[] }[] }];
  quoted = answer.sources.flatMap(({ quotes }) => quotes);
}, 60_000);
afterAll(async () => {
  if (isBuilt) await rm(home, { recursive: true, force: true });
});

const fold = (text: string) => text.replace(/\s+/g, " ");

/** Elements that run, fetch or lead somewhere. */
const live =
  "script, img, iframe, object, embed, form, input, link, base, video, audio, details, svg, a";

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("text of documents and their names", () => {
  it("is quoted as it stands, in JSON", () => {
    const all = documents.map(([, sentence]) => sentenceOf(sentence));
    expect(quoted.length).toBeGreaterThan(6);
    for (const quote of quoted) expect(all.some((one) => one.includes(quote))).toBe(true);
  });

  it("is read as it stands where Markdown is rendered, and nothing is live", async () => {
    const report = await readFile(join(home, "report.md"), "utf8");
    const page = parse(await marked(report));
    expect(page.querySelectorAll(`${live}, table, del, code, pre`).map(String)).toEqual([]);
    const text = fold(page.structuredText);
    for (const quote of quoted) expect(text).toContain(quote);
    const titles = page.querySelectorAll("h1, h2, h3, h4").map((one) => one.text);
    expect(titles).toEqual([
      "AI Assistant Strategy Session Report",
      "QUESTION",
      "RESPONSE",
      "SOURCES CONSULTED",
    ]);
  });

  it("is found by charm's own check", async () => {
    const checked = await charm("check", "report.md", "--json");
    expect(checked.code).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject([{ findings: [] }]);
  });

  it("is read as it stands in a web page, and nothing in it is live", async () => {
    await charm("export", "report.md", "-o", "report.html");
    const page = parse(await readFile(join(home, "report.html"), "utf8"));
    const leading = page.querySelectorAll(live).filter(({ tagName, attributes }) => {
      // Its own table of contents.
      return tagName !== "DETAILS" && !(tagName === "A" && /^#|^$/.test(attributes["href"] ?? ""));
    });
    expect(leading.map(String)).toEqual([]);
    expect(page.querySelectorAll("details")).toHaveLength(1);
    const handlers = page
      .querySelectorAll("*")
      .filter(({ attributes }) => Object.keys(attributes).some((name) => /^on/i.test(name)));
    expect(handlers.map(String)).toEqual([]);
    const text = fold(page.querySelector("body")?.structuredText ?? "");
    for (const quote of quoted) expect(text).toContain(quote);
  });

  it("is read as it stands in a Word file, which leads nowhere", async () => {
    await charm("export", "report.md", "-o", "report.docx");
    const parts = textParts(await readFile(join(home, "report.docx")));
    const xml = parts.get("word/document.xml") ?? "";
    const words = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, one]) => one).join(""),
    );
    const text = fold(parse(`<p>${words.join(" ")}</p>`).text);
    for (const quote of quoted) expect(text).toContain(quote);
    const relations = [...parts].filter(([name]) => name?.endsWith(".rels"));
    for (const [, content] of relations) expect(content).not.toContain("evil.example");
    expect(xml).not.toMatch(/<w:(?:fldSimple|instrText)[^>]*>[^<]*(?:evil|javascript)/);
  });

  it("is read as it stands in a terminal's search, on its own lines", async () => {
    const { stdout } = await charm("search", "keeper cellar night", "-k", "50");
    for (const [name] of documents) expect(stdout).toContain(`. ${name}.txt`);
  });
});
