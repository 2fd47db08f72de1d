// Takes the contents of a document; gives them to read, indented by depth, with pages.
import type { OutlineEntry } from "../show/outline.ts";
import type { ShownOutline } from "../show/shown.ts";
import { describeDocument } from "./describe-document.ts";
import { countOf } from "./format.ts";
import { formatPlace } from "./format-place.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { Look } from "./terminal/style.ts";
import { measureText, wrapText } from "../text/wrap.ts";

export function renderOutline(outline: ShownOutline, options: Look): string {
  const { style, width } = options;
  const { file, pages } = outline;
  const head = [
    ...wrapText(sanitiseLine(describeDocument(outline)), width).map((text) => style.bold(text)),
    style.dim(
      [sanitiseLine(file), pages === null ? "" : countOf(pages, "page")]
        .filter((part) => part !== "")
        .join(", "),
    ),
  ];
  const entries = outline.outline.flatMap((entry) => renderEntry(entry, options));
  return `${[...head, "", ...(entries.length === 0 ? ["It has no headings."] : entries)].join("\n")}\n`;
}

/** Pages stand at the right where there is room for them. */
function renderEntry(entry: OutlineEntry, { width, style }: Look): string[] {
  const start = "  ".repeat(Math.min(entry.depth, 8));
  const page = formatPlace({ ...entry, locator: null });
  const lines = wrapText(nameEntry(entry), Math.max(20, width - start.length - 10)).map(
    (line) => start + line,
  );
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
  const named =
    kind === "quotation" ? `[${text}]` : [label, text].filter((part) => part !== "").join("  ");
  const range = paragraphs === null ? "" : ` (${describeRange(paragraphs)})`;
  return `${named}${range}${standing === "current" ? "" : ` (${standing})`}`;
}

function describeRange({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? from : `${from} to ${to}`;
}
