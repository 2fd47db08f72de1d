// Takes a comparison; gives what is printed of it: the two editions, each change, and what rests on what changed.
import { layoutList, plain, strong, type PrintBlock } from "../../report/print-block.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { Change, WordChange } from "../change.ts";
import type { ComparedEdition, Comparison, TouchedText } from "../comparison.ts";
import { excerpt } from "./excerpt.ts";
import { kindNames, nameChange, nameDate, nameDigest, nameMark, nameSummary } from "./words.ts";

export function layoutDiff(comparison: Comparison): PrintBlock[] {
  const { old, new: now, changes, summary } = comparison;
  return [
    { kind: "heading", level: 1, runs: [plain(`What changed: ${sanitiseLine(now.title)}`)] },
    layoutEditions(old, now),
    ...(old.sha256 === now.sha256 ? [paragraph("Both are the same file.")] : []),
    ...[old, now].flatMap(({ file, problems }) =>
      problems.map(({ message }) => paragraph(`${file}: ${message}`)),
    ),
    paragraph(nameSummary(summary)),
    ...(changes.length === 0 ? [] : [heading("Changes")]),
    ...changes.flatMap((change, i) => layoutChange(change, i + 1, comparison)),
    ...layoutTouched(comparison),
  ];
}

function layoutEditions(old: ComparedEdition, now: ComparedEdition): PrintBlock {
  const row = (name: string, read: (edition: ComparedEdition) => string) => [
    name,
    read(old),
    read(now),
  ];
  return {
    kind: "table",
    head: ["", "Older", "Newer"],
    rows: [
      row("File", ({ file }) => file),
      row("Version", ({ version }) => version ?? "states none"),
      row("Date", nameDate),
      row("sha256", nameDigest),
    ],
  };
}

function layoutChange(change: Change, number: number, comparison: Comparison): PrintBlock[] {
  const { kind, marks, force, shifts } = change;
  const name = nameChange(change, comparison);
  const blocks: PrintBlock[] = [
    {
      kind: "paragraph",
      runs: [strong(`Change ${number}: ${name}: ${kindNames[kind]}`)],
    },
  ];
  for (const mark of marks) blocks.push(item([plain(nameMark(mark))]));
  if (force !== null) blocks.push(item([plain(`duty: ${force}`)]));
  if (shifts.length > 0) {
    const list = shifts.map((one) => `${one.old} is ${one.new}`).join(", ");
    blocks.push(item([plain(`numbered on: ${sanitiseLine(list)}`)]));
  }
  return [...blocks, ...layoutTexts(change)];
}

function layoutTexts({ kind, oldText, newText, words }: Change): PrintBlock[] {
  if (kind === "reworded") {
    return [
      item([plain("was: "), ...excerpt(oldText ?? "", sideOf(words, "old"))]),
      item([plain("is: "), ...excerpt(newText ?? "", sideOf(words, "new"))]),
    ];
  }
  if (kind === "renumbered" || kind === "moved") return [];
  const lines = (newText ?? oldText ?? "").split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => item([plain(line)]));
}

function sideOf(words: readonly WordChange[], side: "old" | "new") {
  return words.map((one) => ({ at: one.at[side], length: one[side].length }));
}

function layoutTouched({ changes, touched, old }: Comparison): PrintBlock[] {
  if (changes.length === 0) return [];
  const { reports, documents, rows, looked, unread } = touched;
  const cited = "cites what changed";
  const files = looked === 1 ? "1 file was" : `${looked} files were`;
  return [
    heading("What rests on it"),
    ...(looked === 0 && unread.length === 0
      ? [paragraph("No report or policy was looked through: name them with --against.")]
      : reports.length + documents.length === 0
        ? [paragraph(`${files} looked through, and none ${cited}.`)]
        : [paragraph(`${files} looked through.`)]),
    ...layoutList("Reports:", reports.map(nameTouched)),
    ...layoutList("Own documents:", documents.map(nameTouched)),
    ...layoutList(
      `Rows of the sets of requirements that rest on ${sanitiseLine(old.short)}:`,
      rows.map((row) => [
        plain(`${row.set}, ${row.row}: ${row.place} (${nameNumbers(row.changes)})`),
      ]),
    ),
    ...layoutList(
      "Not read:",
      unread.map(({ file, why }) => [plain(`${file}: ${why}`)]),
    ),
  ];
}

function nameTouched({ file, citations }: TouchedText) {
  const list = citations.map(({ reference, line, page, section, changes }) => {
    const at =
      line !== null
        ? `line ${line}`
        : [section === null ? null : `“${section}”`, page === null ? null : `page ${page}`]
            .filter((one) => one !== null)
            .join(", ");
    return `${reference}${at === "" ? "" : `, ${at}`} (${nameNumbers(changes)})`;
  });
  return [strong(sanitiseLine(file)), plain(`: ${sanitiseLine(list.join("; "))}`)];
}

/** "change 3", "changes 3, 4". */
function nameNumbers(changes: readonly number[]): string {
  const numbers = changes.map((at) => at + 1).join(", ");
  return `${changes.length === 1 ? "change" : "changes"} ${numbers}`;
}

function heading(text: string): PrintBlock {
  return { kind: "heading", level: 2, runs: [plain(text)] };
}

function paragraph(text: string): PrintBlock {
  return { kind: "paragraph", runs: [plain(sanitiseLine(text))] };
}

function item(runs: ReturnType<typeof excerpt>): PrintBlock {
  return { kind: "item", depth: 0, runs, tight: true };
}
