// Takes the pages that a report cites; gives them as HTML beside it, each shown when a citation leads there, without a script.
import { escapeHtml } from "../../../text/escape-html.ts";
import type { CitedPage } from "./cited-page.ts";

/** @param firstCited for each source the number of the citation that leads back; undefined where nothing cites it */
export function writePages(
  pages: readonly CitedPage[],
  firstCited: ReadonlyMap<number, number>,
): string {
  const panels = pages.map((page, at) => writePanel(page, at, pages.length, firstCited));
  return [
    '<aside class="pages" aria-label="Cited pages" tabindex="0">',
    ...panels,
    "</aside>",
  ].join("\n");
}

function writePanel(
  page: CitedPage,
  at: number,
  count: number,
  firstCited: ReadonlyMap<number, number>,
): string {
  const cited = page.sources.flatMap((source) => firstCited.get(source) ?? []);
  const back = cited.length === 0 ? null : Math.min(...cited);
  const links = [
    ...(at > 0 ? [`<a href="#p${at}">Page before</a>`] : []),
    ...(back === null ? [] : [`<a href="#c${back}">Back to where it is cited</a>`]),
    ...(at + 1 < count ? [`<a href="#p${at + 2}">Next page</a>`] : []),
  ];
  return [
    `<section class="page" id="p${at + 1}" aria-labelledby="pn${at + 1}">`,
    `<h2 id="pn${at + 1}">${escapeHtml(page.name)}</h2>`,
    `<p class="turn">${links.join(" ")}</p>`,
    ...(page.note === null ? [] : [`<p class="why">${escapeHtml(page.note)}</p>`]),
    ...(page.picture === null ? [writeText(page)] : [writePicture(page, page.picture)]),
    ...writeQuotes(page),
    "</section>",
  ].join("\n");
}

/** Marks are attributes of a drawing, since the page's policy allows no style of an element. */
function writePicture(
  { name, quotes }: CitedPage,
  { type, bytes, width, height }: NonNullable<CitedPage["picture"]>,
): string {
  const data = Buffer.from(bytes).toString("base64");
  const size = (share: number, of: number) => Math.round(share * of * 10) / 10;
  const marks = quotes.map(({ rects }, at) => {
    const drawn = rects.map(
      (one) =>
        `<rect x="${size(one.x, width)}" y="${size(one.y, height)}" width="${size(one.width, width)}" height="${size(one.height, height)}"/>`,
    );
    return drawn.length === 0 ? "" : `<g class="mark" data-quote="${at + 1}">${drawn.join("")}</g>`;
  });
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(`${name}, as it is printed`)}">`,
    `<image href="data:${type};base64,${data}" width="${width}" height="${height}"/>`,
    ...marks.filter((mark) => mark !== ""),
    "</svg>",
  ].join("\n");
}

/** The text with the quotes in it marked: each once, and only where it stands once. */
function writeText({ text, quotes }: CitedPage): string {
  const paragraphs = text.map((paragraph) => {
    const spans = quotes.flatMap(({ text: quote }) => {
      const isOnce = text.filter((one) => one.includes(quote)).length === 1;
      const start = paragraph.indexOf(quote);
      if (quote === "" || !isOnce || start < 0 || paragraph.includes(quote, start + 1)) return [];
      return [{ start, end: start + quote.length }];
    });
    return `<p>${markSpans(paragraph, spans)}</p>`;
  });
  return `<div class="text">${paragraphs.join("\n")}</div>`;
}

function markSpans(text: string, spans: readonly { start: number; end: number }[]): string {
  let [written, from] = ["", 0];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    written += `${escapeHtml(text.slice(from, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    from = end;
  }
  return written + escapeHtml(text.slice(from));
}

/** What is marked is said in words too: nobody must see the colour. */
function writeQuotes({ quotes, picture }: CitedPage): string[] {
  if (quotes.length === 0) return [];
  const items = quotes.map(({ text, rects }) => {
    const isUnmarked = picture !== null && rects.length === 0;
    const unmarked = isUnmarked ? " (its place on the page is not certain: not marked)" : "";
    return `<li>“${escapeHtml(text)}”${unmarked}</li>`;
  });
  return ["<h3>Quoted from this page</h3>", "<ul>", ...items, "</ul>"];
}
