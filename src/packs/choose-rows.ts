// Takes the sections of a pack and all its rows; gives each section its rows. No row is left out, and none comes twice.
import type { ChecklistRow } from "../requirements/checklist.ts";
import type { PackSection } from "./pack.ts";
import { fits } from "./fits.ts";
import type { Fault } from "./fault.ts";

interface WrittenSection {
  readonly title: string;
  readonly rows: readonly string[];
  readonly note?: string | undefined;
}

/** Rows of a section come in the order of its patterns, of one pattern in that of the set. */
export function chooseRows(
  sections: readonly WrittenSection[],
  rows: readonly ChecklistRow[],
  fault: Fault,
): PackSection[] {
  const taken = new Set<ChecklistRow>();
  const chosen = sections.map(({ title, rows: patterns, note }, i): PackSection => {
    const own = patterns.flatMap((pattern, at) => {
      const found = rows.filter((row) => !taken.has(row) && fits(row.id, pattern));
      if (found.length === 0)
        fault(
          ["sections", i, "rows", at],
          `“${pattern}” is no requirement of the pack that is still free.`,
          "Give the id of a row, or its beginning with * behind it; the first section that names a row has it.",
        );
      for (const row of found) taken.add(row);
      return found;
    });
    return { title, rows: own, note: note ?? null };
  });
  const left = rows.filter((row) => !taken.has(row));
  if (left.length > 0)
    fault(
      ["sections"],
      `no section holds ${left
        .map(({ id }) => id)
        .slice(0, 8)
        .join(", ")}${left.length > 8 ? " and more" : ""}.`,
      "Every requirement belongs into a section: nothing may be lost.",
    );
  return chosen;
}
