// Takes a gap matrix; gives the texts of its first page: what was held against what, and how much of it was found.
import { duties } from "../../requirements/checklist.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { BlankPlace, Conflict, GapMatrix } from "../matrix.ts";
import type { GapChanges } from "./since.ts";
import { countOf, nameDuty, namePlace, nameWholeSource, quotePlace } from "./words.ts";

/** On each page of a set that binds nobody. */
const voluntaryLine = "Voluntary: no regulation asks for this, and nobody is bound to it.";

const closingLine =
  "It tells what the documents say and not what the home does; it is not legal advice.";

export function titleOf({ summary: { title, voluntary } }: GapMatrix): string {
  return nameMatrix(sanitiseLine(title), voluntary);
}

/** The same for the head of a printed page, which takes no more than 255 characters, marks doubled. */
export function pageHeadOf({ summary: { title, voluntary } }: GapMatrix): string {
  const name = sanitiseLine(title);
  return nameMatrix(name.length > 90 ? `${name.slice(0, 89)}…` : name, voluntary);
}

function nameMatrix(name: string, voluntary: boolean): string {
  const said = !voluntary || /\bvoluntary\b/i.test(name) ? "" : " (voluntary)";
  return `Gap matrix: ${name}${said}`;
}

/** Sentences on the whole; those on the set first. */
export function introductionOf(
  { rows, conflicts, blanks, summary }: GapMatrix,
  changes: GapChanges | null,
): string[] {
  const { set, voluntary, documents } = summary;
  const held = `${countOf(rows.length, "requirement")} of the set ${sanitiseLine(set)} held against ${countOf(documents.length, "document")}.`;
  const beside = `${countOf(conflicts.length, "contradiction")}, ${countOf(blanks.length, "blank")}.`;
  return [
    ...(voluntary ? [voluntaryLine] : []),
    held,
    beside,
    ...(changes === null ? [] : [countChanges(changes)]),
    closingLine,
  ];
}

function countChanges({ rows, removed }: GapChanges): string {
  const added = rows.filter(({ was }) => was === null).length;
  const changed = rows.length - added;
  if (changed + added + removed.length === 0) return "Since the last run no verdict has changed.";
  const counts = [
    `${countOf(changed, "changed verdict")}`,
    ...(added === 0 ? [] : [countOf(added, "new requirement")]),
    ...(removed.length === 0 ? [] : [`${countOf(removed.length, "requirement")} no longer there`]),
  ];
  return `Since the last run: ${counts.join(", ")}. Only these are shown.`;
}

export const dutyHead = ["Duty", "Not found", "Partly met", "Met", "Not applicable"];

/** How many rows of each duty have which verdict; duties without rows are left out. */
export function countDuties({ summary }: GapMatrix): (string | number)[][] {
  return duties.flatMap((duty) => {
    const { not_found, partly, met, not_applicable } = summary.byDuty[duty];
    const counts = [not_found, partly, met, not_applicable];
    return counts.some((count) => count > 0) ? [[nameDuty(duty, summary), ...counts]] : [];
  });
}

export const documentHead = ["Document", "Met", "Partly met", "Blanks", "Contradictions"];

/** For how many rows each document gives evidence, and what else was found in it. */
export function countDocuments({ summary }: GapMatrix): (string | number)[][] {
  return summary.documents.map(({ file, met, partly, blanks, conflicts }) => [
    sanitiseLine(file),
    met,
    partly,
    blanks,
    conflicts,
  ]);
}

/** Texts that rows rest on and the library does not hold, each once, with where it is to be found. */
export function sourcesOf({ rows }: GapMatrix): string[] {
  return [
    ...new Set(rows.flatMap(({ source }) => (source === null ? [] : nameWholeSource(source)))),
  ];
}

/** What of the documents could not be read. */
export function problemsOf({ summary }: GapMatrix): string[] {
  return summary.documents.flatMap(({ file, problems }) =>
    problems.map((problem) => `${sanitiseLine(file)}: ${sanitiseLine(problem)}`),
  );
}

/** "How often the manager supervises staff", then each side with its place. */
export function describeConflict({ about, sides }: Conflict): { about: string; sides: string[] } {
  return {
    about: sanitiseLine(about),
    sides: sides.map((side) => {
      const [says, quote] = [sanitiseLine(side.says), sanitiseLine(side.quote)];
      return says === quote || quote === ""
        ? `${says} ${namePlace(side)}`
        : `${says}: ${quotePlace(side)}`;
    }),
  };
}

export function describeBlank(blank: BlankPlace): string {
  return `${sanitiseLine(blank.blank)}: ${quotePlace(blank)}`;
}
