// Takes the bytes of a web page; gives the paragraphs, list items, table rows and headings of its main part.
import { HTMLElement } from "node-html-parser";
import { CharmError } from "../../errors.ts";
import { tidyText } from "../../text/clean-text.ts";
import { type Losses, tellLosses } from "../losses.ts";
import type { FlowExtraction } from "../page.ts";
import { decodeText } from "./decode-text.ts";
import { flowExtraction } from "./flow-page.ts";
import { noteLeftOut } from "./html-left-out.ts";
import { readHtmlLines } from "./html-lines.ts";
import { readLooks } from "./html-looks.ts";
import { parseHtml } from "./parse-html.ts";

/** Longer web pages, in bytes, are data: the longest Acts are some 10 MB. */
const largestPage = 20_000_000;

/** @throws CharmError `unreadable` or `no-text` */
export function extractHtml(bytes: Uint8Array): FlowExtraction {
  if (bytes.length > largestPage) {
    throw new CharmError("unreadable", "It is larger than any web page (over 20 MB).", {
      hint: "Save the parts that are needed as pages of their own, or as PDF.",
    });
  }
  return extractHtmlText(decodeText(bytes));
}

/** The same for a page already decoded. Nothing that the page refers to is fetched. */
export function extractHtmlText(html: string): FlowExtraction {
  const marked = html.replace(/<!doctype[^>]{0,2000}>|<!\[CDATA\[|\]\]>/gi, "");
  const page = parseHtml(inBody(closeComments(marked)), {
    comment: false,
    // Left open, elements end where what holds them ends.
    parseNoneClosedTags: true,
    closeAllByClosing: true,
    blockTextElements: { script: false, style: true, noscript: false, template: false },
  });
  const main = findMain(page);
  const body = page.querySelector("body") ?? page;
  // A page whose <main> is filled in by a script has its text elsewhere, if it has any.
  const looks = readLooks(page);
  const read = main ? readHtmlLines(main, looks) : null;
  const inMain = main !== null && read !== null && read.texts.length > 0;
  const { texts, footnotes, losses } = inMain ? read : readHtmlLines(body, looks);
  if (inMain) noteBeside(main, body, losses);
  return flowExtraction(texts, readInfo(page), { footnotes, ...tellLosses(losses) });
}

/** The parser takes time by the square of the number of elements that nothing holds. */
function inBody(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<body>${html}</body>`;
}

/** A comment without an end is text. The parser would look for the end of each of them through all the rest. */
function closeComments(html: string): string {
  const last = html.lastIndexOf("-->");
  const from = last < 0 ? 0 : last + 3;
  return html.slice(0, from) + html.slice(from).replaceAll("<!--", "&lt;!--");
}

/** What stands outside the page's main part belongs to the site. */
function noteBeside(main: HTMLElement, body: HTMLElement, losses: Losses): void {
  for (let inner = main; inner !== body && inner.parentNode; inner = inner.parentNode) {
    for (const node of inner.parentNode.childNodes)
      if (node !== inner && node instanceof HTMLElement) noteLeftOut(node, "menu", losses);
  }
}

/** The part of the page that is its own, where the page says which. */
function findMain(page: HTMLElement): HTMLElement | null {
  const main = page.querySelector("main, [role=main]");
  if (main) return main;
  const articles = page.querySelectorAll("article");
  return articles.length === 1 ? (articles[0] ?? null) : null;
}

function readInfo(page: HTMLElement): FlowExtraction["info"] {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const name = (meta.getAttribute("name") ?? meta.getAttribute("property") ?? "").toLowerCase();
    const content = tidyText(meta.getAttribute("content") ?? "");
    if (name !== "" && content !== "" && !metas.has(name)) metas.set(name, content);
  }
  const first = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((value) => value) ?? null;
  // What was changed since is as at the change.
  const created = first(
    "govuk:public-updated-at",
    "dcterms.modified",
    "dc.date.modified",
    "article:modified_time",
    "og:updated_time",
    "last-modified",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "article:published_time",
    "date",
  );
  return {
    title: tidyText(page.querySelector("title")?.text ?? "") || null,
    author: first("author", "dcterms.creator", "dc.creator", "dc.publisher"),
    producer: first("generator"),
    created: /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(created ?? "")?.[0] ?? null,
  };
}
