// Whatever stands in a question, a document or a model's words is read in the report as it was written, and is never mark-up.
import { stripVTControlCharacters } from "node:util";
import { Chalk } from "chalk";
import { marked } from "marked";
import { HTMLElement, parse, type Node } from "node-html-parser";
import { expect, it } from "vitest";
import { paintWith } from "../../src/cli/terminal/style.ts";
import type { Draft } from "../../src/draft/draft.ts";
import { gap, nameAt, quotePart, strong, words } from "../../src/draft/line-parts.ts";
import { makeFinding } from "../../src/findings/finding.ts";
import { buildAnswer } from "../../src/report/build-answer.ts";
import { layoutReport, renderReport } from "../../src/report/layout-report.ts";
import { writeTerminal } from "../../src/report/write-terminal.ts";
import { sanitiseLine } from "../../src/text/sanitise.ts";
import { describeDocument, makeEvidence, makePassage } from "../support/made-up-evidence.ts";
import { createRandom } from "../support/seeded-random.ts";

const texts = 600;

/** Everything that Markdown, HTML or a terminal makes something of, and some that they do not. */
const fragments = [
  ..."[7]|[the form](http://evil.example/x)|![x](http://a.b/c.png)|[x][1]|[x]: http://y|[^1]|[^1]: y|[ ]|[x]".split(
    "|",
  ),
  ..."<img src=x onerror=y>|<script>|</script>|<script>z()</script>|<!-- c -->|<!--|-->|<b>|<https://x.example>|<?p ?>".split(
    "|",
  ),
  ..."**must**|**|*|_a_|_|__b__|__|a_b_c|*a*|***|___|a*b*c|~~x~~|~x~|~|~~~".split("|"),
  ..."`|``|```|`code`|&amp;|&#35;|&#x41;|&lt;b&gt;|&|&nbsp;|\\|\\\\|\\*|\\[|\\&amp;|\\`".split("|"),
  ..."# h;#;##; #; ## ;- i;-;+ j;+;1. k;1.;2) l;2);> q;>;| a | b |;|;|---|---|;|-;:-:;---;--;===;=;* * *;:;: d".split(
    ";",
  ),
  ..."http://z.example/?a=1&b=2|HTTPS://z.example|ftp://z.example|www.z.example|WWW.z.example|a@b.example|mailto:a@b.example|xmpp:a@b.example/c|://|http:|www.|@".split(
    "|",
  ),
  ..."$x$|$$y$$|\\(z\\)|@everyone|#123|:smile:|{x}|{{y}}|%|^|'|\"|“|”|’|!|!!|(|)|]|[|](|](x)|!".split(
    "|",
  ),
  ..."🏠|👩‍🚒|🏴|e\u0301|\u0301|日本語|ünï|ﬁ|½|١|İ|ß".split("|"),
  ..."\u001B[31m|\u001B[0m|\u001B[2J|\u001B]0;title\u0007|\u001B]8;;http://x.example\u001B\\|\u009B31m|\u001Bc|\u0000|\u0007|\u0008|\u007F|\u0085".split(
    "|",
  ),
  ..."\r|\n|\r\n|\n\n|\t|  |    |\u00A0|\u2028|\u2029|\u000B|\u000C".split("|"),
  ..."\u202E|\u202D|\u2066|\u2069|\u200E|\u200F|\u061C|\u200B|\uFEFF|\u00AD|\u2060|\u{E0041}".split(
    "|",
  ),
  ..."lamp|The keeper must|a|I|7|1901|a.|b,|c;|d:|e—|f-g|http|s|x".split("|"),
  "long".repeat(40),
  `${"a_".repeat(60)}z`,
  "*".repeat(50),
  "[".repeat(50),
];

const random = createRandom(20260712);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Each fragment alone, then as many put together as are wanted; each has something to read. */
function makeTexts(count: number): string[] {
  const joined = Array.from({ length: count }, () =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(fragments)).join(
      pick(["", "", " ", " ", "\n", "a"]),
    ),
  );
  const all = [...fragments, ...fragments.map((one) => `${one} x`), ...joined];
  return all.map((text) => (/[\p{L}\d]/u.test(sanitiseLine(text)) ? text : `${text} x`));
}

/** A draft that has the text wherever text of others can stand. */
function draftOf(text: string): Draft {
  const document = describeDocument({
    id: "d",
    file: text,
    title: text,
    short: text,
    authority: "own",
    pages: null,
  });
  const passage = makePassage(document, [{ text, page: null }], { trail: [text] });
  const evidence = makeEvidence(document, passage);
  const quote = quotePart({ evidence, start: 0, end: text.length });
  return {
    question: text,
    direct: [
      {
        authority: "own",
        lines: [{ depth: 0, parts: [nameAt(evidence, 0), words(":"), quote] }],
      },
    ],
    sections: [
      {
        heading: text,
        groups: [
          {
            title: text,
            claims: [
              {
                authority: "own",
                kind: "statement",
                unverified: true,
                lines: [{ depth: 0, parts: [strong("Law:"), words(text)], rests: [quote.quote] }],
              },
              {
                authority: "own",
                lines: [
                  { depth: 0, parts: [words(text)], rests: [quote.quote] },
                  { depth: 1, parts: [strong(text), quote] },
                  { depth: 1, parts: [quote, gap] },
                  { depth: 2, parts: [words(text)] },
                  { depth: 1, parts: [{ kind: "blank", label: text }] },
                ],
              },
            ],
            note: text,
            items: [text, text],
          },
        ],
      },
    ],
    missing: [text],
    findings: [makeFinding("prompt-cut", { tokens: "12" }, { reference: `see ${text}` })],
    engine: { name: "test", model: null },
  };
}

interface Block {
  readonly tag: string;
  readonly text: string;
  /** The stretches of it that are strong. */
  readonly strong: readonly string[];
}

function block(tag: string, text: string, ...stretches: readonly string[]): Block {
  return { tag, text: fold(text), strong: stretches.map(fold) };
}

/** What a reader is to see of the draft, block by block. */
function expectedBlocks(text: string): Block[] {
  const t = sanitiseLine(text);
  // In what is quoted, white space of any kind is a space before anything is taken out.
  const q = sanitiseLine(text.replace(/\s+/g, " "));
  const told =
    "Warning (prompt-cut): The endpoint read only 12 tokens of the prompt: its window may be smaller than charm was told (model.context).";
  return [
    block("h1", "AI Assistant Strategy Session Report"),
    block(
      "p",
      "Library: 1 document, fingerprint f. Engine: test (the documents' own words, no language model).",
    ),
    block("p", "Documents cited:"),
    block("li", `${t}, version and date not stated`),
    block("h2", "QUESTION"),
    block("p", `"${t}"`),
    block("h2", "RESPONSE"),
    block("p", `${t}, “${t}”: “${q}” [1]`, `${t}, “${t}”`),
    block("h3", t),
    block("p", t, t),
    block("li", `Law: ${t} [unverified] [1]`, "Law:"),
    block("li", `${t} [1]`),
    block("li", `${t} “${q}”`, t),
    block("li", `“${q}” …`),
    block("li", t),
    block("li", `[${t}]`),
    block("p", t),
    block("li", t),
    block("li", t),
    block("p", "Not found in the corpus", "Not found in the corpus"),
    block("li", t),
    block("h3", "SOURCES CONSULTED"),
    block("p", "Your own documents:"),
    block("li", `[1] File: ${t}, Section: ${t}`),
    block("h3", "FINDINGS"),
    block("li", `${told} (see ${q})`),
    block("hr", ""),
    block("p", "This report goes no further than the documents it cites; it is not legal advice."),
  ];
}

/** White space is not what a text says; where it stands next to a mark it may have been put there or taken away. */
function fold(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/(?<=[“"[(]) | (?=[”"\]),.;:])/g, "")
    .trim();
}

const blockTags = new Set([
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "p",
  "li",
  "hr",
  "pre",
  "table",
  "blockquote",
]);

function readHtml(html: string): { blocks: Block[]; tags: Set<string> } {
  const blocks: Block[] = [];
  const tags = new Set<string>();
  const ownText = (node: Node): string => {
    if (!(node instanceof HTMLElement)) return node.text;
    return node.rawTagName === "ul" ? "" : node.childNodes.map(ownText).join("");
  };
  const visit = (node: Node): void => {
    if (!(node instanceof HTMLElement)) return;
    const tag = node.rawTagName;
    if (tag) tags.add(tag);
    if (blockTags.has(tag)) {
      const stretches = node.childNodes.filter(
        (child) => child instanceof HTMLElement && child.rawTagName === "strong",
      );
      blocks.push(block(tag, ownText(node), ...stretches.map((child) => child.text)));
    }
    node.childNodes.forEach(visit);
  };
  visit(parse(html, { comment: true, blockTextElements: {} }));
  return { blocks, tags };
}

const allTexts = makeTexts(texts);
const library = { fingerprint: "f", documents: 1 };

it(
  "comes back from Markdown as it was written, and is nothing but text",
  { timeout: 120_000 },
  () => {
    const allowed = new Set(["h1", "h2", "h3", "p", "ul", "li", "strong", "hr"]);
    for (const text of allTexts) {
      const markdown = renderReport([buildAnswer(draftOf(text), library)]);
      const html = marked.parse(markdown, { async: false, gfm: true });
      const { blocks, tags } = readHtml(html);
      // With the text, so that a failure tells which it was.
      expect({ text, blocks }).toEqual({ text, blocks: expectedBlocks(text) });
      const other = [...tags].filter((tag) => !allowed.has(tag));
      expect({ text, other, comments: html.includes("<!--") }).toEqual({
        text,
        other: [],
        comments: false,
      });
    }
  },
);

it("comes back from a terminal as it was written, in whatever width", { timeout: 120_000 }, () => {
  const paint = paintWith(new Chalk({ level: 1 }));
  for (const [i, text] of allTexts.entries()) {
    const width = [20, 40, 80, 100][i % 4] ?? 80;
    const written = writeTerminal(layoutReport([buildAnswer(draftOf(text), library)]), {
      width,
      paint,
    });
    const shown = stripVTControlCharacters(written);
    // oxlint-disable-next-line no-control-regex -- that none is left is the point
    const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/.test(shown);
    const expected = expectedBlocks(text).map((one) => {
      if (one.tag === "hr") return "─".repeat(width);
      return one.tag === "li" ? `• ${one.text}` : one.text;
    });
    expect({ text, controls, shown: fold(shown) }).toEqual({
      text,
      controls: false,
      shown: fold(expected.join(" ")),
    });
  }
});
