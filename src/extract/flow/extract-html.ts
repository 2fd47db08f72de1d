// Takes the bytes of a web page; gives the paragraphs, list items, table rows and headings of its main part.
import { parse, type HTMLElement } from "node-html-parser";
import { cleanText } from "../../text/clean-text.ts";
import type { Extraction } from "../page.ts";
import { decodeText } from "./decode-text.ts";
import { flowExtraction } from "./flow-page.ts";
import { readHtmlLines } from "./html-lines.ts";

/** @throws CharmError `unreadable` or `no-text` */
export function extractHtml(bytes: Uint8Array): Extraction {
  return extractHtmlText(decodeText(bytes));
}

/** The same for a page already decoded. Nothing that the page refers to is fetched. */
export function extractHtmlText(html: string): Extraction {
  const page = parse(html.replace(/<!doctype[^>]*>|<!\[CDATA\[|\]\]>/gi, ""), {
    comment: false,
    // Left open, elements end where what holds them ends.
    parseNoneClosedTags: true,
    closeAllByClosing: true,
    blockTextElements: { script: false, style: false, noscript: false, template: false },
  });
  const main = findMain(page);
  const body = page.querySelector("body") ?? page;
  // A page whose <main> is filled in by a script has its text elsewhere, if it has any.
  const read = main ? readHtmlLines(main) : null;
  const { texts, footnotes } = read && read.texts.length > 0 ? read : readHtmlLines(body);
  return flowExtraction(texts, readInfo(page), { footnotes });
}

/** The part of the page that is its own, where the page says which. */
function findMain(page: HTMLElement): HTMLElement | null {
  const main = page.querySelector("main, [role=main]");
  if (main) return main;
  const articles = page.querySelectorAll("article");
  return articles.length === 1 ? (articles[0] ?? null) : null;
}

function readInfo(page: HTMLElement): Extraction["info"] {
  const metas = new Map<string, string>();
  for (const meta of page.querySelectorAll("meta")) {
    const name = (meta.getAttribute("name") ?? meta.getAttribute("property") ?? "").toLowerCase();
    const content = tidy(meta.getAttribute("content") ?? "");
    if (name !== "" && content !== "" && !metas.has(name)) metas.set(name, content);
  }
  const first = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((value) => value) ?? null;
  const created = first(
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "article:published_time",
    "date",
  );
  return {
    title: tidy(page.querySelector("title")?.text ?? "") || null,
    author: first("author", "dcterms.creator", "dc.creator", "dc.publisher"),
    producer: first("generator"),
    created: /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(created ?? "")?.[0] ?? null,
  };
}

function tidy(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}
