// Takes the text of a source; gives its sentences and clauses, each with the lead-ins it hangs from.
import { findSentences } from "../text/sentences.ts";

/** The smallest part of a source that says something, with what it needs to be understood. */
export interface Unit {
  /** Its own words. */
  readonly text: string;
  /** The lead-ins it hangs from, outermost first, joined by spaces: "The registered person must ensure that—". */
  readonly lead: string;
}

/** `(1)`, `(1A)` are digits, `(a)`, `(ba)` letters, `(ii)` romans, `(A)` capitals. */
type LabelShape = "digit" | "letter" | "roman" | "capital";

interface OpenLead {
  readonly text: string;
  /** Shape of the labels under it, known once its first item is read; null for items without labels. */
  items: LabelShape | null | undefined;
}

const label = /^\((?:(\d+[A-Z]*)|([a-z]{1,5})|([A-Z]{1,2}))\)\s*/;
const opens = /(?:[—–:]|\s-)\s*$/;

/** @param leadIn what the text as a whole hangs from, if it begins inside a provision */
export function readUnits(text: string, leadIn: string | null = null): Unit[] {
  const units: Unit[] = [];
  const open: OpenLead[] = [];
  const base = leadIn === null ? [] : [leadIn];
  for (const line of text.split("\n").map((raw) => raw.trim())) {
    if (line === "") continue;
    const shapes = shapesOf(line);
    closeLeads(open, shapes, line, units.at(-1)?.text ?? "");
    const lead = [...base, ...open.map((entry) => entry.text)].join(" ");
    const own = line.replace(label, "");
    const sentences = findSentences(own).map(({ start, end }) => own.slice(start, end));
    for (const sentence of sentences) units.push({ text: sentence, lead });
    if (opens.test(line)) open.push({ text: sentences.at(-1) ?? own, items: undefined });
  }
  return units;
}

/** The shapes that a line's label can have; none without a label. `(i)` may be a letter or a roman numeral. */
function shapesOf(line: string): LabelShape[] {
  const match = label.exec(line);
  if (match === null) return [];
  if (match[1] !== undefined) return ["digit"];
  if (match[3] !== undefined) return ["capital"];
  return /^[ivxl]+$/.test(match[2] ?? "") ? ["roman", "letter"] : ["letter"];
}

/** Closes the lead-ins that a line no longer hangs from. */
function closeLeads(
  open: OpenLead[],
  shapes: readonly LabelShape[],
  line: string,
  before: string,
): void {
  const last = open.at(-1);
  if (last !== undefined && last.items === undefined) {
    // The first line under a lead-in says what its items look like.
    const [shape] = shapes;
    last.items = shape ?? null;
    return;
  }
  if (shapes.length === 0) {
    const ended = /[.!?]["”’)]*$/.test(before) && /^[A-Z“"]/.test(line);
    while (open.length > 0 && (open.at(-1)?.items !== null || ended)) open.pop();
    return;
  }
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const items = open[depth]?.items;
    if (items !== undefined && items !== null && shapes.includes(items)) {
      open.length = depth + 1;
      return;
    }
  }
  open.length = 0;
}
