// Takes what a command found; gives it to a run of GitHub Actions, as annotations and as a summary of the job.
import { appendFile, stat } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Severity } from "../findings/codes.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { sanitise, sanitiseLine } from "../text/sanitise.ts";
import { countOf, joinParts } from "./format.ts";
import { writeText, type Io } from "./io.ts";

/** One thing to tell of a file. */
export interface GithubRow {
  readonly severity: Severity;
  /** As the user named it. */
  readonly file: string;
  /** From 1; null in files without lines. */
  readonly line: number | null;
  /** Section and page, in files without lines; empty where there is none. */
  readonly place: string;
  /** What kind of thing it is. */
  readonly code: string;
  readonly message: string;
}

export interface GithubReport {
  readonly title: string;
  /** Says how much there is of what; a sentence. */
  readonly lead: string;
  readonly rows: readonly GithubRow[];
}

/** GitHub shows no more than this of one kind for a step (docs.github.com, "Workflow commands", limits). */
const mostAnnotations = 10;
/** A summary of 1 MiB is refused as a whole; some room is left for what other programs add. */
const mostBytes = 1_000_000;

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  note: "notice",
};

/**
 * The worst first, in either. The summary is added to the file that `GITHUB_STEP_SUMMARY` names; without it, or where
 * nothing can be added to that file, it goes to standard output as well.
 */
export async function writeForGithub(
  { title, lead, rows }: GithubReport,
  io: Pick<Io, "stdout" | "env" | "cwd">,
): Promise<void> {
  const sorted = rows.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
  const shown = sorted.slice(0, mostAnnotations).map((row) => `${writeAnnotation(row, io)}\n`);
  await writeText(io.stdout, shown.join(""));
  const file = io.env["GITHUB_STEP_SUMMARY"] ?? "";
  const report = { title, lead, rows: sorted };
  if (file !== "" && (await addSummary(file, report))) return;
  await writeText(io.stdout, writeSummary(report, mostBytes));
}

async function addSummary(file: string, report: GithubReport): Promise<boolean> {
  try {
    const held = await stat(file).then(
      ({ size }) => size,
      () => 0,
    );
    await appendFile(file, writeSummary(report, mostBytes - held));
    return true;
  } catch {
    return false;
  }
}

/** `::error file=a.md,line=3,title=…::…`, as the runner reads it back. */
function writeAnnotation(
  { severity, file, line, place, code, message }: GithubRow,
  { env, cwd }: Pick<Io, "env" | "cwd">,
): string {
  const properties = [
    `file=${escapeProperty(inWorkspace(file, cwd, env["GITHUB_WORKSPACE"] ?? ""))}`,
    ...(line === null ? [] : [`line=${line}`]),
    `title=${escapeProperty(`charm: ${sanitiseLine(code)}`)}`,
  ];
  const said = joinParts([sanitiseLine(place), sanitise(message)], ": ");
  return `::${levels[severity]} ${properties.join(",")}::${escapeData(said)}`;
}

/** Annotations stand beside files of the repository, named from its root. */
function inWorkspace(file: string, cwd: string, workspace: string): string {
  const named = sanitiseLine(file);
  if (workspace === "") return named;
  const path = relative(workspace, resolve(cwd, named));
  return path.startsWith("..") || isAbsolute(path) ? named : path.split(sep).join("/");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** @param most bytes in UTF-8 that it may take; what does not fit is counted */
export function writeSummary({ title, lead, rows }: GithubReport, most: number): string {
  const head = [`## ${escapeMarkdown(title)}`, "", lead, ""].join("\n");
  if (rows.length === 0) return `${head}\n`;
  const table = `\n| | Where | What | Code |\n| --- | --- | --- | --- |\n`;
  let left = most - Buffer.byteLength(head + table) - 200;
  const lines: string[] = [];
  for (const row of rows) {
    const line = writeRow(row);
    left -= Buffer.byteLength(line);
    if (left < 0) break;
    lines.push(line);
  }
  const rest = rows.length - lines.length;
  const cut =
    rest === 0 ? "" : `\n… and ${countOf(rest, "more finding")} that found no room here.\n`;
  return `${head}${lines.length === 0 ? "" : table}${lines.join("")}${cut}\n`;
}

function writeRow({ severity, file, line, place, code, message }: GithubRow): string {
  const where = joinParts([file, line === null ? place : `line ${line}`], ", ");
  const cells = [severity, where, message, code].map((text) =>
    escapeMarkdown(sanitiseLine(text)).replaceAll("|", "\\|"),
  );
  return `| ${cells.join(" | ")} |\n`;
}
