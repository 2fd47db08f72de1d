// Takes the facts of a home and the day of a version; gives the fields of document control, none of them made up.
import type { HomeFacts } from "../homes/facts.ts";
import type { ControlField } from "./policy-draft.ts";

const numbered: Readonly<Record<string, string>> = {
  whole: "a whole number, as in 3",
  "major.minor": "two numbers, as in 3.1",
  "year.number": "year and number, as in 2025.2",
  date: "a date, as in 2025-03-01",
};

/** @param date ISO date of this version; null while nobody has given it one */
export function controlFields(facts: HomeFacts, date: string | null): ControlField[] {
  const { versions, reviewMonths, approver } = facts.documentControl;
  const form = versions === null ? "" : `: ${numbered[versions] ?? versions}`;
  return [
    known("Home", facts.name),
    blank("Document number", "document number"),
    blank("Version", `version${form}`),
    approvalOf(facts, approver),
    date === null
      ? blank("Date of this version", "date of this version")
      : known("Date of this version", date),
    reviewOf(date, reviewMonths),
  ];
}

function known(name: string, value: string): ControlField {
  return { name, value, blank: null };
}

function blank(name: string, what: string): ControlField {
  return { name, value: null, blank: what };
}

/** Who approves is known; that it is approved is not. */
function approvalOf({ people }: HomeFacts, approver: string | null): ControlField {
  if (approver === null) return blank("Approved by", "who approves this document, and when");
  const post = approver.replaceAll("-", " ");
  const names = people.flatMap((one) =>
    one.post === approver && one.until === null && one.name !== null ? [one.name] : [],
  );
  const [name] = names;
  const who = names.length === 1 ? `${post}, ${name}` : post;
  return blank("Approved by", `approval of the ${who}, with date`);
}

function reviewOf(date: string | null, months: number | null): ControlField {
  const name = "Next review";
  if (months === null) return blank(name, "date of the next review");
  if (date !== null) return known(name, addMonths(date, months));
  return known(
    name,
    `${months} ${months === 1 ? "month" : "months"} after the date of this version`,
  );
}

/** The same day so many months on; the last of the month where it has no such day. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}
