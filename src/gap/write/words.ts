// How duties, verdicts, reasons and places of a gap matrix are called wherever it is written.
import { sanitiseLine } from "../../text/sanitise.ts";
import type { Duty, GapRow, GapSummary, Place, Reason, Source, Verdict } from "../matrix.ts";

const dutyNames: Readonly<Record<Duty, string>> = {
  must: "must",
  should: "should",
  voluntary: "voluntary",
  "not-home": "not a duty of the home",
  "self-assessment": "self-assessment",
};

/** In a set that binds nobody each row says so, whoever it is for. */
export function nameDuty(duty: Duty, { voluntary }: Pick<GapSummary, "voluntary">): string {
  const name = dutyNames[duty];
  return voluntary && duty !== "voluntary" ? `${name} (voluntary)` : name;
}

export const dutyHeadings: Readonly<Record<Duty, string>> = {
  must: "Must: what the law requires of the home",
  should: "Should: what the home must have regard to, or is asked for",
  voluntary: "Voluntary: what nobody is bound to",
  "not-home": "Not a duty of the home: never a gap",
  "self-assessment": "Self-assessment: what only those concerned can say; never a gap",
};

export const verdictNames: Readonly<Record<Verdict, string>> = {
  met: "met",
  partly: "partly met",
  not_found: "not found",
  not_applicable: "not applicable",
};

/** A file or picture that was not read may hold what was not found. */
export function nameVerdict({
  verdict,
  why,
}: {
  readonly verdict: Verdict;
  readonly why: Reason | null;
}): string {
  const unsure = verdict === "not_found" && (why === "unread" || why === "picture");
  return unsure ? "not found in what was read" : verdictNames[verdict];
}

export const reasonWords: Readonly<Record<Reason, string>> = {
  "heading-only": "There is a heading with nothing under it.",
  blank: "The place is still to be filled in.",
  "copy-of-law": "The words of the law are copied, with no arrangement of the home's own.",
  "course-title": "It is only the name of a course.",
  "other-policy": "It is only the name of another document.",
  "other-person": "It is what somebody else does.",
  "one-limb": "Some of what is asked for is there.",
  advice: "It is what a home could do, not what this one does.",
  contradicted: "Another place says otherwise.",
  picture: "A picture stands there, whose words are not read.",
  unread: "A file could not be read.",
};

/** "Regulations 34(4)(a), page 39"; what the library does not hold has no page. */
export function nameRequirement(row: Pick<GapRow, "document" | "locator" | "page">): string {
  const place = [row.document, row.locator].map(sanitiseLine).filter((part) => part !== "");
  return `${place.join(" ")}${row.page === null ? "" : `, page ${row.page}`}`;
}

/** "(policy.docx, “Who is told”, page 3)". */
export function namePlace({ file, section, page }: Omit<Place, "quote">): string {
  const parts = [
    sanitiseLine(file),
    ...(section === null ? [] : [`“${sanitiseLine(section)}”`]),
    ...(page === null ? [] : [`page ${page}`]),
  ];
  return `(${parts.join(", ")})`;
}

/** "“We tell the police at once.” (policy.docx, “Who is told”, page 3)". */
export function quotePlace(place: Place): string {
  return `“${sanitiseLine(place.quote)}” ${namePlace(place)}`;
}

/** Whose text it is and of when; where it is to be found stands on the first page. */
export function nameSource({ title, body, date }: Source): string {
  return joinNames([title, body, date]);
}

export function nameWholeSource({ title, body, date, where }: Source): string {
  return joinNames([title, body, date, where]);
}

function joinNames(names: readonly string[]): string {
  return names
    .map(sanitiseLine)
    .filter((name) => name !== "")
    .join("; ");
}

/** 1 → "1 blank", 2 → "2 blanks". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
