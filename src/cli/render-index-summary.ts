// Takes what became of the files of a corpus; gives a table of changes, the problems by file, what each is taken for, and totals.
import { sumReading } from "../place/ocr-field.ts";
import { writeSure } from "../text/ocr-words.ts";
import type { IndexedDocument } from "../use-cases/describe-indexed.ts";
import type { IndexedFile } from "../use-cases/events.ts";
import { renderAdvice, renderTakings } from "./render-takings.ts";
import { countOf, describeProblem, formatCount } from "./format.ts";
import type { IndexOutcome } from "../program/services.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { Look, Style } from "./terminal/style.ts";
import { wrapIndented, wrapText } from "../text/wrap.ts";

const order: readonly IndexedFile["status"][] = [
  "added",
  "updated",
  "removed",
  "unchanged",
  "failed",
];

/**
 * Unchanged files without problems are counted and not listed.
 * @param isOcr whether this run reads scanned pages
 */
export function renderIndexSummary(outcome: IndexOutcome, options: Look, isOcr = false): string {
  const { documents, unread, problems, fingerprint } = outcome;
  const changed = documents.filter(({ status }) => status !== "unchanged" && status !== "failed");
  const troubled = documents.filter((document) => document.problems.length > 0);
  const blocks = [
    renderTable(changed, options.style),
    ...troubled.map((document) => renderProblems(document, options)),
    problems.flatMap(({ file, message }) =>
      renderNote(sanitiseLine(`${file}: ${message}`), options),
    ),
    renderTakings(documents, unread, options),
    renderAdvice(documents, options),
    [...renderTotals(documents, fingerprint), ...renderReading(documents, isOcr, options)],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function renderTable(documents: readonly IndexedFile[], style: Style): string[] {
  if (documents.length === 0) return [];
  const head = ["status".padEnd(8), "pages".padStart(6), "passages".padStart(9), " file"];
  return [
    style.dim(head.join(" ")),
    ...documents.map((document) =>
      [
        style.green(document.status.padEnd(8)),
        (document.pages === null ? "–" : formatCount(document.pages)).padStart(6),
        formatCount(document.passages).padStart(9),
        ` ${sanitiseLine(document.file)}`,
      ].join(" "),
    ),
  ];
}

function renderProblems(document: IndexedFile, options: Look): string[] {
  const failed = document.status === "failed";
  const mark = failed ? options.style.red("failed") : options.style.yellow("note");
  return [
    `${mark}  ${sanitiseLine(document.file)}`,
    ...document.problems.flatMap((problem) =>
      wrapIndented(describeProblem(problem), "    ", options),
    ),
  ];
}

function renderNote(message: string, { width, style }: Look): string[] {
  const lines = wrapText(message, width - 6);
  return lines.map((line, i) => (i === 0 ? `${style.yellow("note")}  ${line}` : `      ${line}`));
}

function renderTotals(documents: readonly IndexedFile[], fingerprint: string): string[] {
  const counts = order.flatMap((status) => {
    const count = documents.filter((document) => document.status === status).length;
    return count === 0 ? [] : [`${formatCount(count)} ${status}`];
  });
  const held = documents.filter(({ status }) => status !== "failed" && status !== "removed");
  const passages = held.reduce((sum, document) => sum + document.passages, 0);
  return [
    counts.length === 0 ? "Nothing to do." : `${counts.join(", ")}.`,
    `${countOf(held.length, "document")} with ${countOf(passages, "passage")}. Library ${fingerprint.slice(0, 16)}.`,
  ];
}

/** What of the library was read by OCR: the words of such pages may be wrong. */
function renderReading(
  documents: readonly IndexedDocument[],
  isOcr: boolean,
  { width }: Look,
): string[] {
  const read = documents.flatMap(({ ocr }) => (ocr === undefined ? [] : [ocr]));
  const { pages, confidence, lowest } = sumReading(...read);
  if (pages === 0) return isOcr ? ["No page needed OCR, or none gave words by it."] : [];
  const holding = read.filter((one) => Object.keys(one.pages).length > 0).length;
  const kept = isOcr ? "" : " They are kept from an earlier run with --ocr.";
  return wrapText(
    `${countOf(pages, "page")} of ${countOf(holding, "document")} read by OCR: ${writeSure(confidence)} on average, ${writeSure(lowest)} of the least sure page.${kept}`,
    width,
  );
}
