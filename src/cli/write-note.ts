// Takes what a refresh did; gives the note of it in Markdown, as the text of a pull request.
import { describeChange, describeSections } from "../lock/describe-status.ts";
import type { RefreshedEntry, RefreshResult } from "../program/lock-services.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import { countOf } from "./format.ts";

/** Empty where nothing was done and nothing is to be looked at; the same from run to run. */
export function writeNote({ reports, policies, notes }: RefreshResult): string {
  if (reports.length === 0 && policies.length === 0) return "";
  const lines = [
    "# Reports brought up to date with changed guidance",
    "",
    ...section("Reports", reports.flatMap(noteReport)),
    ...section(
      "Policies to look at",
      policies.flatMap(({ file, changes }) => [
        `- ${code(file)}`,
        ...changes.map(
          (change) => `  - ${plain(describeChange(change))}${plain(describeSections(change))}`,
        ),
      ]),
    ),
    ...section(
      "Notes",
      notes.map((note) => `- ${plain(note)}`),
    ),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];
}

function noteReport(entry: RefreshedEntry): string[] {
  return [
    `- ${code(entry.file)}: ${plain(describeDone(entry))}`,
    ...entry.answered.map((question) => `  - answered again: “${plain(question)}”`),
    ...entry.changes.map((change) => `  - ${plain(describeChange(change))}`),
  ];
}

function describeDone({ done, written, answered, repointed }: RefreshedEntry): string {
  if (done === "removed") return "the report is gone, and its entry was taken out of the lock.";
  const work = [
    ...(answered.length > 0 ? [`${countOf(answered.length, "question")} answered again`] : []),
    ...(repointed > 0 ? [`${countOf(repointed, "source")} with another page`] : []),
  ].join(", ");
  const told = work === "" ? "written anew" : work;
  if (done === "refreshed") return `${told}.`;
  return `edited by hand, and left as it is; ${written ?? ""} has the new text (${told}). Take over what you want, then delete it.`;
}

function code(file: string): string {
  return `\`${sanitiseLine(file).replaceAll("`", "'")}\``;
}

function plain(text: string): string {
  return escapeMarkdown(sanitiseLine(text));
}
