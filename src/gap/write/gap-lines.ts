// Takes a gap matrix; gives what is shown of its rows, in the order in which they are to be dealt with.
import { duties } from "../../requirements/checklist.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { GapMatrix, GapRow, GapSummary, Verdict } from "../matrix.ts";
import type { GapChanges } from "./since.ts";
import {
  nameDuty,
  nameRequirement,
  nameSource,
  nameVerdict,
  quotePlace,
  reasonWords,
  verdictNames,
} from "./words.ts";

/** A row as it is shown; a line feed parts the lines of a text. Those that the user fills in are empty. */
export interface GapLine {
  readonly requirement: string;
  readonly place: string;
  readonly duty: string;
  /** Of the last run; null where there is none to compare with. */
  readonly was: string | null;
  readonly verdict: string;
  /** Null for a row that is no longer there. */
  readonly confidence: number | null;
  readonly evidence: string;
  readonly missing: string;
  readonly whyNot: string;
  readonly action: "";
  readonly owner: "";
  readonly byWhen: "";
}

type Column = readonly [key: keyof GapLine, title: string];

const columns: readonly Column[] = [
  ["requirement", "Requirement"],
  ["place", "Place"],
  ["duty", "Duty"],
  ["was", "Verdict last time"],
  ["verdict", "Verdict"],
  ["confidence", "Confidence"],
  ["evidence", "Evidence"],
  ["missing", "Missing"],
  ["whyNot", "Why not applicable"],
  ["action", "Action"],
  ["owner", "Owner"],
  ["byWhen", "By when"],
];

export function columnsOf(changes: GapChanges | null): readonly Column[] {
  return changes === null ? columns.filter(([key]) => key !== "was") : columns;
}

/** As it is printed: a number with two digits behind the point. */
export function cellOf(line: GapLine, key: keyof GapLine): string {
  const value = line[key];
  return typeof value === "number" ? value.toFixed(2) : (value ?? "");
}

const verdictOrder: readonly Verdict[] = ["not_found", "partly", "met", "not_applicable"];

/** By duty, then by verdict, what is missing first; else in the order of the set. */
function orderRows<T extends Pick<GapRow, "duty" | "verdict">>(rows: readonly T[]): T[] {
  const rank = ({ duty, verdict }: T) =>
    duties.indexOf(duty) * verdictOrder.length + verdictOrder.indexOf(verdict);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

/** All rows; with `changes` those alone that have another verdict, are new, or are gone. */
export function linesOf({ rows, summary }: GapMatrix, changes: GapChanges | null): GapLine[] {
  if (changes === null) return orderRows(rows).map((row) => toLine(row, summary, null));
  const changed = orderRows(changes.rows).map((row) =>
    toLine(row, summary, row.was === null ? "not in the last run" : verdictNames[row.was]),
  );
  const removed = changes.removed.map((row): GapLine => ({
    ...empty,
    requirement: sanitiseLine(row.requirement),
    place: nameRequirement({ ...row, page: null }),
    duty: nameDuty(row.duty, summary),
    was: verdictNames[row.was],
    verdict: "no longer in the set",
    confidence: null,
    evidence: "",
    missing: "",
    whyNot: "",
  }));
  return [...changed, ...removed];
}

const empty = { action: "", owner: "", byWhen: "" } as const;

function toLine(row: GapRow, summary: GapSummary, was: string | null): GapLine {
  return {
    ...empty,
    requirement: describeRequirement(row),
    place: nameRequirement(row),
    duty: nameDuty(row.duty, summary),
    was,
    verdict: nameVerdict(row),
    confidence: row.confidence,
    evidence: describeEvidence(row),
    missing: describeMissing(row),
    whyNot: describeWhyNot(row),
  };
}

/** What it asks for in charm's words, then the provision's own; of what the library does not hold, where it is from. */
function describeRequirement(row: GapRow): string {
  const { requirement, asks, source, condition, verdict } = row;
  const words = sanitiseLine(requirement);
  const short = asks === null ? "" : sanitiseLine(asks);
  const own = source === null ? `“${words}”` : words;
  const lines = [
    ...(short === "" || short === words ? [] : [short]),
    ...(source === null ? [own] : [own, `(not in the library: ${nameSource(source)})`]),
    ...(condition === null || verdict === "not_applicable"
      ? []
      : [`Condition: ${sanitiseLine(condition)}`]),
  ];
  return lines.join("\n");
}

function describeEvidence({ evidence, near }: GapRow): string {
  return [
    ...evidence.map(quotePlace),
    ...near.map((place) => `Near, and no evidence: ${quotePlace(place)}`),
  ].join("\n");
}

function describeMissing({ verdict, why, missing, unread, conflicts }: GapRow): string {
  if (verdict === "not_applicable") return "";
  return [
    ...(missing === null ? [] : [sanitiseLine(missing)]),
    ...(why === null ? [] : [reasonWords[why]]),
    ...unread.map((line) => `Not read: ${sanitiseLine(line)}`),
    ...conflicts.map((at) => `See contradiction ${at + 1}.`),
  ].join("\n");
}

function describeWhyNot({ verdict, condition }: GapRow): string {
  if (verdict !== "not_applicable") return "";
  const only = condition === null ? "" : `Condition: ${sanitiseLine(condition)}. `;
  return `${only}The home's documents or home.yaml say otherwise of this home.`;
}
