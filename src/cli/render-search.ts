// Takes the results of a search; gives them as a list to read.
import type { SearchResult } from "../use-cases/search-library.ts";
import { formatPlace, joinParts } from "./format.ts";
import { sanitise, sanitiseLine } from "../text/sanitise.ts";
import type { Look } from "./terminal/style.ts";
import { wrapText } from "../text/wrap.ts";

/** Lines of a passage shown; `--json` has all of it. */
const mostLines = 4;
const indent = "    ";

export function renderSearch(results: readonly SearchResult[], options: Look): string {
  if (results.length === 0) return "Nothing found.\n";
  return `${results.map((result) => renderResult(result, options).join("\n")).join("\n\n")}\n`;
}

function renderResult(result: SearchResult, { width, style }: Look): string[] {
  const place = [formatPlace({ ...result, locator: null }), sanitiseLine(result.locator ?? "")];
  const head = [
    style.bold(`${String(result.rank).padStart(2)}. ${sanitiseLine(result.file)}`),
    ...place.filter((part) => part !== "").map((part) => style.cyan(part)),
    style.dim(result.score.toFixed(2)),
  ];
  const room = width - indent.length;
  const section = wrapText(sanitiseLine(result.section), room).map((line) => style.dim(line));
  const lines = wrapText(sanitise(result.text), room - 2);
  const shown = lines.slice(0, mostLines);
  if (lines.length > mostLines) shown[mostLines - 1] += " …";
  const more = [...renderTwins(result, room), ...renderExplanation(result)];
  return [
    head.join("  "),
    ...[...section, ...shown, ...more.map((line) => style.dim(line))].map((line) => indent + line),
  ];
}

/** Places that say the same: "also in Guide.pdf, p. 20, 4.1". */
function renderTwins({ also = [] }: SearchResult, room: number): string[] {
  if (also.length === 0) return [];
  const places = also.map(({ file, page, locator }) =>
    joinParts([file, formatPlace({ page, locator: null }), locator ?? ""].map(sanitiseLine), ", "),
  );
  return wrapText(`also in ${places.join("; ")}`, room);
}

/** One signal a line: value, weight, and the share that they give. */
function renderExplanation({ explanation = [] }: SearchResult): string[] {
  return explanation.map(({ signal, value, weight }) => {
    const share =
      weight === null ? "not weighed" : `× ${weight.toFixed(3)} = ${(value * weight).toFixed(3)}`;
    return `${signal.padEnd(10)} ${value.toFixed(3).padStart(8)} ${share}`;
  });
}
