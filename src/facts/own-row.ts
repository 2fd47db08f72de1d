// Takes a row of a table of an own document with the names of its columns; gives what each cell says of the row's label.
import { readTimeFacts, type TimeFact } from "../text/time-facts.ts";
import type { TimeRole } from "../text/time-words.ts";
import type { OwnSentence } from "./own-sentences.ts";

const apart = " | ";

/**
 * Each cell under the name of its column: the time that it gives, that those whom the column names have none of it, or
 * what is done.
 * @param columns the row over it, cells apart by " | ", as they are in `row`
 */
export function readOwnRow(columns: string, row: string, heading: string): OwnSentence[] {
  const names = columns.split(apart);
  const cells = row.split(apart);
  const label = cells[0]?.trim() ?? "";
  if (label === "") return [];
  let start = label.length + apart.length;
  return cells.slice(1).flatMap((cell, i): OwnSentence[] => {
    const name = names[i + 1]?.trim() ?? "";
    const said = `${label}: ${cell.trim()}`;
    const under = [heading, name].filter((part) => part !== "").map((part) => `${part}.`);
    const base = { start: 0, end: row.length, context: under.join(" "), clause: false, cell: true };
    const facts = readCell(cell, name, start);
    start += cell.length + apart.length;
    if (facts.length > 0) return facts.map((fact) => ({ ...base, said, text: label, fact }));
    if (saysNo.test(cell.trim()))
      return name === ""
        ? []
        : [{ ...base, text: `${label} for ${name}`, said: `${name} have no ${label}`, fact: null }];
    if (cell.trim().split(/\s+/).length < fewest || ofWhom.test(name)) return [];
    // "Late back | no outing that week": what the row is about is when it is done, whatever that denies.
    const context = [...under, `If ${label},`].join(" ");
    return [{ ...base, context, text: cell.trim(), said: cell.trim(), fact: null }];
  });
}

/** A cell of fewer words names somebody or something, and does not say what is done. */
const fewest = 4;

const saysNo = /^(?:no|none|not (?:required|needed|applicable)|n\/a|–|-)$/i;

/** Under such a name stands who does it. */
const ofWhom = /\bwho(?:m|se)?\b/i;

interface Column {
  readonly named: RegExp;
  readonly role: TimeRole;
  /** What makes of a bare cell what it means under the name. */
  readonly lead: string;
}

/** What a bare time under the name of a column is: "six years" under "How long we keep it" is for how long kept. */
const times: readonly Column[] = [
  {
    named: /\b(?:keep|kept|retain\w*|retention|stored?|hold|held|archived?)\b/i,
    role: "keeping",
    lead: "kept for ",
  },
  { named: /\b(?:how often|frequency|intervals?|every)\b/i, role: "interval", lead: "every " },
  {
    named:
      /\b(?:by when|when by|how (?:soon|quickly|fast)|within|deadlines?|time ?(?:limits?|scales?|frames?)|no later than)\b/i,
    role: "deadline",
    lead: "within ",
  },
  { named: /\b(?:when|how often|frequency|dates?|months?)\b/i, role: "interval", lead: "in " },
];

/** @param at where the cell begins in its row */
function readCell(cell: string, column: string, at: number): TimeFact[] {
  const shift = (facts: readonly TimeFact[], by: number) =>
    facts.map((fact) => {
      const start = Math.max(0, fact.start - by);
      const end = fact.end - by;
      return { ...fact, words: cell.slice(start, end), start: at + start, end: at + end };
    });
  const under = times.filter(({ named }) => named.test(column));
  const keeping = under.some(({ role }) => role === "keeping");
  const bare = keeping ? [] : readTimeFacts(cell);
  if (bare.length > 0) return shift(bare, 0);
  for (const { role, lead } of under) {
    const led = /^(?:for|until|till|in|within|every)\b/i.test(cell)
      ? lead.replace(/ \w+ $/, " ")
      : lead;
    const facts = readTimeFacts(led + cell).filter((fact) => fact.role === role);
    if (facts.length > 0) return shift(facts, led.length);
  }
  return [];
}
