// Takes a text; gives a web page of it: one file that asks for nothing, runs nothing, and opens each citation's quote.
import { createHash } from "node:crypto";
import { type Block, type ListItem, readRuns, type Run, type Text } from "../blocks.ts";
import { escapeHtml } from "../../text/escape-html.ts";
import { look } from "./html-look.ts";
import type { CitedPage } from "./pages/cited-page.ts";
import { pagesLook } from "./pages/pages-look.ts";
import { writePages } from "./pages/write-pages.ts";
import { type Running, writeControl } from "../running.ts";
import { isWide, partsOf } from "../wide-tables.ts";

interface Writing {
  readonly text: Text;
  /** Headings so far, each with its level. */
  readonly headings: { readonly level: number; readonly words: string }[];
  /** Where each source is cited for the first time: the number of that citation, from 1. */
  readonly firstCited: Map<number, number>;
  /** The cited page that shows each source: its number, from 1. */
  readonly pageOf: ReadonlyMap<number, number>;
  citations: number;
}

/**
 * The same text and pages, the same web page.
 * @param pages shown beside the text, where its citations lead; without them these lead to the list of sources
 */
export function writeHtml(
  text: Text,
  { home, control }: Running,
  pages: readonly CitedPage[] = [],
): string {
  const pageOf = new Map(
    pages.flatMap(({ sources }, at) => sources.map((one) => [one, at + 1] as const)),
  );
  const writing: Writing = { text, headings: [], firstCited: new Map(), pageOf, citations: 0 };
  const levels = stepLevels(text.blocks);
  const parts = partsOf(text.blocks);
  const needsWidth = parts.some(({ turned }) => turned);
  let at = 0;
  // Sources name the place where they are first cited, which stands before them.
  const written = parts.map(({ turned, blocks }) => {
    const lines = blocks.map((block) => writeBlock(block, writing, levels[at++] ?? 1));
    return turned ? ['<div class="turned">', ...lines, "</div>"] : lines;
  });
  const body = written.flat();
  const title = text.title ?? "Report";
  const style = look + (pages.length > 0 ? pagesLook : "");
  const allowed = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${allowed}'; ${pages.length > 0 ? "img-src data:; " : ""}base-uri 'none'; form-action 'none'`;
  const said = writeControl(control);
  const top = [home, title].filter((part) => part !== null).join(" | ");
  const titled =
    text.blocks[0]?.kind === "heading" && parts[0]?.turned === false ? [body[0] ?? ""] : [];
  return `${[
    "<!doctype html>",
    '<html lang="en-GB">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    "</head>",
    `<body${needsWidth ? ' class="wide"' : ""}>`,
    ...(home === null ? [] : [`<header>${escapeHtml(top)}</header>`]),
    "<main>",
    ...titled,
    ...writeContents(writing),
    ...body.slice(titled.length),
    "</main>",
    ...(pages.length > 0 ? [writePages(pages, writing.firstCited)] : []),
    ...(said === "" ? [] : [`<footer>${escapeHtml(said)}</footer>`]),
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

/** Levels of headings without a gap: one that stands two below another is read as the next below it. */
function stepLevels(blocks: readonly Block[]): number[] {
  const open: { own: number; level: number }[] = [];
  return blocks.map((block) => {
    if (block.kind !== "heading") return 0;
    while ((open.at(-1)?.own ?? 0) >= block.level) open.pop();
    const level = Math.min(6, (open.at(-1)?.level ?? 0) + 1);
    open.push({ own: block.level, level });
    return level;
  });
}

function writeContents({ headings }: Writing): string[] {
  const listed = headings.flatMap(({ level, words }, at) =>
    at > 0 && level <= 3
      ? [`<li class="l${level}"><a href="#h${at + 1}">${escapeHtml(words)}</a></li>`]
      : [],
  );
  if (listed.length < 2) return [];
  return [
    '<nav aria-label="Contents">',
    "<details>",
    "<summary>Contents</summary>",
    "<ul>",
    ...listed,
    "</ul>",
    "</details>",
    "</nav>",
  ];
}

function writeBlock(block: Block, writing: Writing, level = 6): string {
  switch (block.kind) {
    case "heading": {
      writing.headings.push({ level, words: readRuns(block.runs) });
      return `<h${level} id="h${writing.headings.length}">${writeRuns(block.runs, writing)}</h${level}>`;
    }
    case "paragraph":
      return `<p>${writeRuns(block.runs, writing)}</p>`;
    case "list": {
      const tag = block.start === null ? "ul" : "ol";
      const start = block.start === null || block.start === 1 ? "" : ` start="${block.start}"`;
      const items = block.items.map((item) => writeItem(item, writing));
      return [`<${tag}${start}>`, ...items, `</${tag}>`].join("\n");
    }
    case "table":
      return writeTable(block, writing);
    case "quote":
      return `<blockquote>${block.blocks.map((inner) => writeBlock(inner, writing)).join("\n")}</blockquote>`;
    case "code":
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case "rule":
      return "<hr>";
  }
}

/** A source opens with what is quoted of it when a citation leads there, and on paper. */
function writeItem({ blocks, source }: ListItem, writing: Writing): string {
  const [first, ...rest] = blocks;
  const opening = first?.kind === "paragraph" ? writeRuns(first.runs, writing) : "";
  const others = first?.kind === "paragraph" ? rest : blocks;
  const inner = [opening, ...others.map((block) => writeBlock(block, writing))].join("\n");
  if (source === null) return `<li>${inner}</li>`;
  const quotes = writing.text.sources[source]?.quotes ?? [];
  const cited = writing.firstCited.get(source);
  const back =
    cited === undefined ? [] : [`<p><a href="#c${cited}">Back to where it is cited</a></p>`];
  const opened =
    quotes.length === 0 && back.length === 0
      ? ""
      : `<div class="quotes">${[...quotes.map((quote) => `<p>${escapeHtml(quote)}</p>`), ...back].join("\n")}</div>`;
  return `<li id="s${source + 1}">${inner}${opened}</li>`;
}

function writeTable(table: Extract<Block, { kind: "table" }>, writing: Writing): string {
  const { head, rows } = table;
  const name = writing.headings.at(-1)?.words ?? "Table";
  const heads = head.map((cell) => `<th scope="col">${writeRuns(cell, writing)}</th>`).join("");
  const lines = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${writeRuns(cell, writing)}</td>`).join("")}</tr>`,
  );
  return [
    `<div class="scroll${isWide(table) ? " wide" : ""}" role="region" tabindex="0" aria-label="${escapeHtml(`Table: ${name}`)}">`,
    "<table>",
    `<thead><tr>${heads}</tr></thead>`,
    "<tbody>",
    ...lines,
    "</tbody>",
    "</table>",
    "</div>",
  ].join("\n");
}

function writeRuns(runs: readonly Run[], writing: Writing): string {
  return runs
    .map((run) => {
      if (run.kind === "break") return "<br>";
      if (run.kind === "cite") return writeCitation(run, writing);
      const { strong, italic, struck, code } = run.look;
      const tags = [
        ...(strong ? ["strong"] : []),
        ...(italic ? ["em"] : []),
        ...(struck ? ["s"] : []),
        ...(code ? ["code"] : []),
      ];
      const inner = tags.reduceRight(
        (text, tag) => `<${tag}>${text}</${tag}>`,
        escapeHtml(run.text),
      );
      if (run.href === null) return inner;
      return `<a href="${escapeHtml(run.href)}" rel="noopener noreferrer">${inner}</a>`;
    })
    .join("");
}

function writeCitation(
  { sources, notes }: Extract<Run, { kind: "cite" }>,
  writing: Writing,
): string {
  return sources
    .map((source, at) => {
      writing.citations += 1;
      const number = writing.citations;
      if (!writing.firstCited.has(source)) writing.firstCited.set(source, number);
      const marker = writing.text.sources[source]?.marker ?? "";
      const note = escapeHtml(notes[at] ?? "");
      const page = writing.pageOf.get(source);
      const target = page === undefined ? `#s${source + 1}` : `#p${page}`;
      return `<a class="cite" id="c${number}" href="${target}" title="${note}">[${escapeHtml(marker)}]</a>`;
    })
    .join(" ");
}
