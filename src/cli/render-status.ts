// Takes the status of reports and policies; gives it to read, or as GitHub Actions takes it.
import { describeChange, describeSections, type ToldChange } from "../lock/describe-status.ts";
import type { StatusEntry, StatusReport } from "../program/lock-services.ts";
import { reportStates, type ReportState } from "../use-cases/status.ts";
import type { Due } from "../use-cases/due.ts";
import { sanitise, sanitiseLine } from "../text/sanitise.ts";
import { wrapText } from "../text/wrap.ts";
import { countOf, joinParts } from "./format.ts";
import type { GithubReport, GithubRow } from "./github.ts";
import type { Look, Style } from "./terminal/style.ts";

const words: Readonly<Record<ReportState, string>> = {
  missing: "missing",
  gone: "gone",
  changed: "changed",
  superseded: "superseded",
  "read-otherwise": "read otherwise",
  settings: "settings changed",
  edited: "edited by hand",
  moved: "moved",
  fresh: "fresh",
};

/** Columns of the states. */
const margin = 18;

/** The stale first; what is fresh is counted. */
export function renderStatus(status: StatusReport, look: Look): string {
  const { style } = look;
  const part = (title: string, entries: readonly StatusEntry[]) => {
    const shown = sortEntries(entries).filter((entry) => entry.status !== "fresh");
    const lines = shown.flatMap((entry) => renderEntry(entry, look));
    return lines.length === 0 ? [] : [style.bold(title), ...lines, ""];
  };
  const due = status.due.flatMap((one) => renderDue(one, look));
  return `${[
    ...part("Reports", status.reports),
    ...part("Policies", status.policies),
    ...(due.length === 0 ? [] : [style.bold("Due"), ...due, ""]),
    summarise(status),
  ].join("\n")}\n`;
}

function sortEntries(entries: readonly StatusEntry[]): StatusEntry[] {
  const rank = ({ status }: StatusEntry) => reportStates.indexOf(status);
  return entries.toSorted((a, b) => rank(a) - rank(b));
}

function renderEntry({ file, states, stale, changes, notes }: StatusEntry, look: Look): string[] {
  const { style } = look;
  const [first = "fresh", ...others] = states;
  const colour = stale ? style.red : style.yellow;
  const also = others.length === 0 ? "" : `, also ${others.map((one) => words[one]).join(", ")}`;
  return [
    `  ${colour(words[first].padEnd(margin - 2))}${sanitiseLine(file)}${style.dim(also)}`,
    ...changes.flatMap((change) => indent(tellInFull(change), look)),
    ...notes.flatMap((note) => indent(note, look)),
  ];
}

function tellInFull(change: ToldChange): string {
  return `${describeChange(change)}${describeSections(change)}`;
}

function renderDue({ file, home, overdue, message, provision }: Due, look: Look): string[] {
  const word = overdue ? look.style.red("overdue".padEnd(margin - 2)) : "due".padEnd(margin - 2);
  const where = joinParts([home ?? "", file ?? ""].map(sanitiseLine), ": ");
  return [
    `  ${word}${where === "" ? "(no such document)" : where}`,
    ...indent(`${message}${cite(provision)}`, look),
  ];
}

/** What asks for it, in its own words. */
function cite(provision: Due["provision"]): string {
  if (provision === null) return "";
  const { name, page, text } = provision;
  const at = page === null ? name : `${name}, page ${page}`;
  return ` ${at}: “${text.replaceAll(/\s+/g, " ")}”`;
}

function indent(text: string, { width, style }: { width: number; style: Style }): string[] {
  const lines = wrapText(sanitise(text), Math.max(20, width - margin));
  return lines.map((line) => " ".repeat(margin) + style.dim(line));
}

/** "3 reports and 1 policy on 57 provisions: 1 changed, 3 fresh; 1 stale. 2 things due." */
function summarise({ summary }: StatusReport): string {
  const { reports, policies, provisions, stale, due, byStatus } = summary;
  const of = joinParts(
    [
      countOf(reports, "report"),
      policies === 0 ? "" : `${policies} ${policies === 1 ? "policy" : "policies"}`,
    ],
    " and ",
  );
  const counted = reportStates
    .filter((state) => byStatus[state] > 0)
    .map((state) => `${byStatus[state]} ${words[state]}`);
  const told = counted.length === 0 ? "" : `: ${counted.join(", ")}`;
  const dates = due === 0 ? "" : ` ${countOf(due, "thing")} due.`;
  return `${of}, resting on ${countOf(provisions, "place")}${told}. ${stale} stale.${dates}`;
}

/** What is stale is an error, what is due a warning, and all else a note. */
export function toGithubReport(status: StatusReport): GithubReport {
  const entries = [...status.reports, ...status.policies];
  const rows = sortEntries(entries)
    .filter((entry) => entry.status !== "fresh")
    .flatMap(toRows);
  return {
    title: "Status of reports and policies",
    lead: summarise(status),
    rows: [...rows, ...status.due.map(dueRow)],
  };
}

function toRows({ file, status, stale, changes, notes }: StatusEntry): GithubRow[] {
  const severity = stale ? "error" : "note";
  const base = { severity, file, line: null } as const;
  const told = changes.map((change) => ({
    ...base,
    place: placeOf(change),
    code: change.kind,
    message: describeChange(change),
  }));
  const others = notes.map((message) => ({ ...base, place: "", code: status, message }));
  const rows = [...told, ...others];
  return rows.length > 0 ? rows : [{ ...base, place: "", code: status, message: words[status] }];
}

function placeOf({ sections }: ToldChange): string {
  const [first] = sections;
  if (first === undefined) return "";
  const named = first.section === null ? "" : `“${first.section}”`;
  return joinParts([named, first.page === null ? "" : `page ${first.page}`], ", ");
}

function dueRow({ code, file, home, section, page, message, provision }: Due): GithubRow {
  const place = joinParts(
    [section === null ? "" : `“${section}”`, page === null ? "" : `page ${page}`],
    ", ",
  );
  const law = provision === null ? "" : ` (${provision.name})`;
  const named = file ?? home ?? "(no such document)";
  return { severity: "warning", file: named, line: null, place, code, message: `${message}${law}` };
}
