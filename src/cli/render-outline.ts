// Takes the contents of a document; gives them to read, indented by depth, with pages.
import type { OutlineEntry } from "../show/outline.ts";
import type { ShownOutline } from "../show/shown.ts";
import { describeDocument } from "./describe-document.ts";
import { countOf, formatPlace, joinParts } from "./format.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { Look } from "./terminal/style.ts";
import { measureText, wrapIndented, wrapText } from "../text/wrap.ts";

export function renderOutline(outline: ShownOutline, options: Look): string {
  const { style, width } = options;
  const { file, pages } = outline;
  const head = [
    ...wrapText(sanitiseLine(describeDocument(outline)), width).map((text) => style.bold(text)),
    style.dim(joinParts([sanitiseLine(file), pages === null ? "" : countOf(pages, "page")], ", ")),
  ];
  const entries = outline.outline.flatMap((entry) => renderEntry(entry, options));
  return `${[...head, "", ...(entries.length === 0 ? ["It has no headings."] : entries)].join("\n")}\n`;
}

/** Pages stand at the right where there is room for them. */
function renderEntry(entry: OutlineEntry, { width, style }: Look): string[] {
  const start = "  ".repeat(Math.min(entry.depth, 8));
  const page = formatPlace({ ...entry, locator: null });
  const lines = wrapIndented(nameEntry(entry), start, { width: width - 10 });
  const last = lines.pop() ?? start;
  const room = Math.max(2, width - measureText(last) - page.length);
  return [...lines, page === "" ? last : `${last}${" ".repeat(room)}${style.dim(page)}`];
}

function nameEntry({ kind, locator, title, paragraphs, standing }: OutlineEntry): string {
  const text = sanitiseLine(title ?? "");
  const label =
    locator === null || text.toLowerCase().startsWith(locator.toLowerCase())
      ? ""
      : sanitiseLine(locator);
  const named = kind === "quotation" ? `[${text}]` : joinParts([label, text], "  ");
  const range = paragraphs === null ? "" : ` (${describeRange(paragraphs)})`;
  return `${named}${range}${standing === "current" ? "" : ` (${standing})`}`;
}

function describeRange({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from} to ${to}`;
}
