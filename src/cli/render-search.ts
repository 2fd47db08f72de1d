// Takes the results of a search; gives them as a list to read.
import type { SearchResult } from "../use-cases/search-library.ts";
import { sanitise, sanitiseLine } from "./terminal/sanitise.ts";
import type { Style } from "./terminal/style.ts";
import { wrapText } from "./terminal/wrap.ts";

/** Lines of a passage shown; `--json` has all of it. */
const mostLines = 4;
const indent = "    ";

export function renderSearch(
  results: readonly SearchResult[],
  options: { readonly width: number; readonly style: Style },
): string {
  if (results.length === 0) return "Nothing found.\n";
  return `${results.map((result) => renderResult(result, options).join("\n")).join("\n\n")}\n`;
}

function renderResult(
  result: SearchResult,
  { width, style }: { readonly width: number; readonly style: Style },
): string[] {
  const place = [describePage(result), result.locator && sanitiseLine(result.locator)];
  const head = [
    style.bold(`${String(result.rank).padStart(2)}. ${sanitiseLine(result.file)}`),
    ...place.filter((part) => part !== null && part !== "").map((part) => style.cyan(part)),
    style.dim(result.score.toFixed(2)),
  ];
  const room = width - indent.length;
  const section = wrapText(sanitiseLine(result.section), room).map((line) => style.dim(line));
  const lines = wrapText(sanitise(result.text), room - 2);
  const shown = lines.slice(0, mostLines);
  if (lines.length > mostLines) shown[mostLines - 1] += " …";
  return [head.join("  "), ...[...section, ...shown].map((line) => indent + line)];
}

function describePage({ page, pageEnd }: SearchResult): string | null {
  if (page === null) return null;
  return pageEnd === null || pageEnd === page ? `p. ${page}` : `pp. ${page}–${pageEnd}`;
}
