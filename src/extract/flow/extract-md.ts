// Takes the bytes of a Markdown text; gives its paragraphs, list items, table rows and headings.
import { Parser } from "marked";
import { cleanText } from "../../text/clean-text.ts";
import { LinearLexer } from "../../text/linear-lexer.ts";
import type { FlowExtraction } from "../page.ts";
import { decodeText } from "./decode-text.ts";
import { extractHtmlText } from "./extract-html.ts";

const frontMatter = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * Rendered to HTML and read as such, so that HTML inside Markdown needs no second set of rules. Front matter is not
 * text; its title is kept.
 * @throws CharmError `unreadable` or `no-text`
 */
export function extractMd(bytes: Uint8Array): FlowExtraction {
  const text = decodeText(bytes);
  const matter = frontMatter.exec(text);
  const tokens = new LinearLexer().lex(matter ? text.slice(matter[0].length) : text);
  const html = Parser.parse(tokens);
  const extraction = extractHtmlText(html);
  const title = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(matter?.[1] ?? "")?.[2];
  if (!title) return extraction;
  return { ...extraction, info: { ...extraction.info, title: cleanText(title).trim() } };
}
