// What measures that law forbids to use on a child, and people whom it forbids to appoint, are called in policies
// (field/measures.json): vocabulary, which says nothing of what is forbidden.
import { readFieldTable } from "./read-field.ts";

interface Table {
  readonly rows: readonly {
    /** Words by which law speaks of a matter. */
    readonly law: string;
    /** Words by which others do. */
    readonly words: readonly string[];
  }[];
}

const rows = readFieldTable<Table>("measures", { rows: [] }).rows.map(({ law, words }) => {
  const patterns = words.map((name) => (/^\w/.test(name) ? `\\b${name}\\b` : name));
  return { law, words: new RegExp(patterns.join("|"), "i") };
});

/** Whether a text may speak of what words of law are about; null where the table has nothing on these. */
export function speaksOfMeasure(law: string, text: string): boolean | null {
  const about = rows.filter((row) => law.toLowerCase().includes(row.law));
  return about.length === 0 ? null : about.some(({ words }) => words.test(text));
}
