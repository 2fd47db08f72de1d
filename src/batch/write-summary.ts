// Takes the summary of a batch; gives it as Markdown: what failed, then per home the blanks, the errors, the contradictions.
import { groupBy } from "../lists.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { BatchSummary, SummaryFailure, SummaryHome } from "./summary.ts";

const noHome = "No home";

export function writeSummary(summary: BatchSummary): string {
  const { manifest, jobs, done, failed, withErrors, homes } = summary;
  const lines = [
    "# Batch summary",
    "",
    `Manifest: ${plain(manifest)}. ${count(jobs, "job")}: ${done} done, ${withErrors} of them with errors, ${failed} failed.`,
    "",
    "| Home | Files | Blanks to fill | Errors | Contradictions | Jobs that failed |",
    "| --- | --- | --- | --- | --- | --- |",
    ...homes.map((home) => {
      const counts = [home.files, home.blanks, home.errors, home.conflicts, home.failed];
      return `| ${[nameOf(home), ...counts.map(({ length }) => length)].join(" | ")} |`;
    }),
    ...section("## Jobs that failed", homes.flatMap(listFailed)),
    ...homes.flatMap(writeHome),
  ];
  return `${lines.join("\n")}\n`;
}

function writeHome(home: SummaryHome): string[] {
  const errors = home.errors.map(({ file, line, message }) => {
    const at = line === null ? "" : `, line ${line}`;
    return `- ${plain(file)}${at}: ${plain(message)}`;
  });
  const conflicts = home.conflicts.flatMap(({ about, sides, files }) => [
    `- ${plain(about)} (${nameFiles(files, home)})`,
    ...sides.map((side) => `  - ${plain(side)}`),
  ]);
  return [
    "",
    `## ${nameOf(home)}`,
    "",
    `### Blanks to fill (${home.blanks.length})`,
    ...listBlanks(home),
    "",
    `### Errors (${home.errors.length})`,
    ...orNone(errors),
    "",
    `### Contradictions across its files (${home.conflicts.length})`,
    ...orNone(conflicts),
    ...section(
      "### Changed by hand, and left as they are",
      home.edited.map((file) => `- ${plain(file)}`),
    ),
    ...section(
      "### Documents that were not used",
      home.leftOut.map((text) => `- ${plain(text)}`),
    ),
  ];
}

/** What stands open in several files is said once, above what stands in one. */
function listBlanks(home: SummaryHome): string[] {
  const same = groupBy(home.blanks, ({ section: under, text }) => JSON.stringify([under, text]));
  const groups = [...same.values()].map((group) => ({
    text: `${plain(group[0]?.section ?? "")}: ${plain(group[0]?.text ?? "")}`,
    files: [...new Set(group.map(({ file }) => file))],
  }));
  const several = groups.filter(({ files }) => files.length > 1);
  const single = groupBy(
    groups.filter(({ files }) => files.length === 1),
    ({ files }) => files[0] ?? "",
  );
  const lines = [
    ...several.map(({ text, files }) => `- ${text} (${nameFiles(files, home)})`),
    ...[...single].flatMap(([file, blanks]) => [
      `- ${plain(file)}`,
      ...blanks.map(({ text }) => `  - ${text}`),
    ]),
  ];
  return orNone(lines);
}

/** Names of many files would hide what is said of them. */
const mostNamed = 4;

function nameFiles(files: readonly string[], { files: all }: SummaryHome): string {
  if (files.length > 1 && files.length === all.length) return `all ${all.length} files`;
  return files.length > mostNamed ? `${files.length} files` : files.map(plain).join(", ");
}

function listFailed({ home, failed }: SummaryHome): string[] {
  return failed.map((one) => describeFailure(one, home));
}

function describeFailure(
  { line, job, file, message, hint }: SummaryFailure,
  home: string | null,
): string {
  const about = `line ${line} (${home ?? noHome}, ${job}, ${file})`;
  return `- ${plain(`${about}: ${message}${hint === null ? "" : ` ${hint}`}`)}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, "", ...lines];
}

function orNone(lines: readonly string[]): string[] {
  return ["", ...(lines.length === 0 ? ["None."] : lines)];
}

function nameOf({ home }: SummaryHome): string {
  return plain(home ?? noHome);
}

function plain(text: string): string {
  return escapeMarkdown(sanitiseLine(text));
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
