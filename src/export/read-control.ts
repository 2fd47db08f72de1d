// Takes the blocks of a text; gives what its table of document control says: number, version, review date, home.
import { findBlanks } from "../text/blanks.ts";
import { type Block, type DocumentControl, readRuns, type Run } from "./blocks.ts";

export interface ReadControl {
  readonly control: DocumentControl;
  readonly home: string | null;
}

/** What the first cell of a row, or the head of a column, calls each field. */
const labels = {
  number:
    /^(?:document|policy|report|reference)?\s*(?:number|no\.?|ref(?:erence)?\.?(?: number)?)$/i,
  version: /^(?:document |policy )?(?:version|issue|revision)(?: (?:number|no\.?))?$/i,
  reviewDate: /^(?:next |date of next )?review(?: (?:date|due|by|on))?(?: date)?$/i,
  home: /^(?:name of (?:the )?)?(?:home|children[’']s home)(?: name)?$/i,
} as const;

type Field = keyof typeof labels;

/** A table says it where at least two of its labels are such fields: "Version" alone heads many a table. */
export function readControl(blocks: readonly Block[]): ReadControl {
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const found = readTable(block);
    if (found.size < 2) continue;
    const get = (field: Field) => found.get(field) ?? null;
    const [number, version, reviewDate] = [get("number"), get("version"), get("reviewDate")];
    return { control: { number, version, reviewDate }, home: get("home") };
  }
  return { control: { number: null, version: null, reviewDate: null }, home: null };
}

function readTable({ head, rows }: Extract<Block, { kind: "table" }>): Map<Field, string> {
  const found = new Map<Field, string>();
  const note = (label: readonly Run[], value: readonly Run[] | undefined): void => {
    const name = readRuns(label).replace(/:\s*$/, "").trim();
    const said = readRuns(value ?? []).trim();
    const field = (Object.keys(labels) as Field[]).find((one) => labels[one].test(name));
    if (field !== undefined && said !== "" && !isBlank(said) && !found.has(field))
      found.set(field, said);
  };
  // Labels stand before their values, in pairs of columns, or in one row over them.
  const lines = [head, ...rows];
  for (const cells of lines)
    for (let at = 0; at + 1 < cells.length; at += 2) note(cells[at] ?? [], cells[at + 1]);
  const [first] = rows;
  if (found.size < 2 && rows.length === 1) head.forEach((label, at) => note(label, first?.[at]));
  return found;
}

/** A place that is still to be filled in says nothing in a footer either; words in brackets may stand beside what is said. */
function isBlank(text: string): boolean {
  if (/^n\/a$/i.test(text) || !/[\p{L}\p{N}]/u.test(text)) return true;
  return findBlanks(text).some(
    ({ kind, start, end }) => kind !== "brackets" || end - start === text.length,
  );
}
