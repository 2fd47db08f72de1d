// Takes how far indexing is, or what became of a file; gives a line of words.
import type { IndexedFile } from "../../use-cases/events.ts";
import type { Behind, Older } from "../../use-cases/open-up-to-date.ts";
import { countOf, describeProblem, formatCount, formatTimeLeft } from "../format.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { IndexProgress } from "./index-progress.ts";

/** One line for a spinner, the least important last. */
export function describeProgress(progress: IndexProgress): string {
  const { filesDone, files, estimate } = progress;
  if (progress.finishing) return "Finishing the index";
  const parts = [
    `Indexing ${formatCount(filesDone)} of ${countOf(files, "file")}`,
    countOf(progress.pages + progress.pagesOfCurrent, "page"),
    countOf(progress.passagesEmbedded, "passage"),
  ];
  if (estimate !== null) parts.push(formatTimeLeft(estimate.seconds));
  const { picture } = progress;
  if (picture !== null) parts.push(`OCR of page ${picture.number} of ${picture.of} without text`);
  if (progress.current !== null) parts.push(sanitiseLine(progress.current));
  return parts.join(" · ");
}

/** Said before the library is brought up to date for a question. */
export const behindReasons = {
  missing: "There is no library yet: the corpus is indexed first.",
  unfinished: "The last indexing was cut short: it is finished first.",
  changed: "The corpus has changed: the library is brought up to date first.",
  "other-chunking":
    "This version reads documents in another way: the corpus is indexed anew first.",
} as const satisfies Record<Behind, string>;

/** Said where the library is read as it is. */
export function describeOlder({ files, cause }: Older): string {
  const older = `The library is older than the corpus by ${countOf(files, "file")}`;
  if (cause === null)
    return `${older}, which would take a while to read: this rests on what is there. \`charm index\` brings it up to date.`;
  const [what, hint] = [cause.message, cause.hint ?? ""].map(sanitiseLine);
  return `${older}: this rests on what is there. ${what} ${hint}`;
}

/** `Guide.pdf: added, 81 pages, 412 passages`, and its problems. */
export function describeFile({ file, status, pages, passages, problems }: IndexedFile): string {
  const parts: string[] = [status];
  if (status === "added" || status === "updated") {
    if (pages !== null) parts.push(countOf(pages, "page"));
    parts.push(countOf(passages, "passage"));
  }
  const line = `${sanitiseLine(file)}: ${parts.join(", ")}`;
  return problems.length === 0 ? line : `${line}. ${problems.map(describeProblem).join(" ")}`;
}
