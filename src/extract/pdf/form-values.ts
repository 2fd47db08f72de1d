// Takes the runs of a page and the fields of its form; gives the runs with what is filled in, each beside its label.
import type { FormField } from "./annotations.ts";
import { apply, type Matrix } from "./matrix.ts";
import type { TextRun } from "./text-run.ts";

/** A field in page coordinates: down from the top left. */
interface PlacedField extends Omit<FormField, "rect"> {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A label stands at most this far from its field, in its size. */
const farthest = { beside: 24, box: 4, above: 2.2 };
/** What goes on with a sentence stands nearer behind its field, in its size. */
const nearest = 1.5;
/** What is filled in stands this far behind its label, in its size. */
const behind = 0.3;

export function addFormValues(
  runs: readonly TextRun[],
  fields: readonly FormField[],
  view: Matrix,
): TextRun[] {
  const placed = fields.map((field) => placeField(field, view));
  const all = [...runs];
  for (const field of placed) {
    const printed = runs.some((run) => isInside(run, field) && run.text.trim() === field.value);
    if (!printed) addField(all, field, runs, placed);
  }
  return all;
}

function placeField({ rect, ...field }: FormField, view: Matrix): PlacedField {
  const [x1, y1] = apply(view, rect[0], rect[1]);
  const [x2, y2] = apply(view, rect[2], rect[3]);
  return {
    ...field,
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
  };
}

function middleOf(run: TextRun): number {
  return run.baseline - 0.35 * run.size;
}

function isLevel(run: TextRun, { top, bottom }: PlacedField): boolean {
  return middleOf(run) > top - 2 && middleOf(run) < bottom + 2;
}

function isInside(run: TextRun, field: PlacedField): boolean {
  return isLevel(run, field) && run.left > field.left - 2 && run.right < field.right + 2;
}

function addField(
  all: TextRun[],
  field: PlacedField,
  runs: readonly TextRun[],
  fields: readonly PlacedField[],
): void {
  const before = nearestBeside(field, runs, fields, "left");
  const after = nearestBeside(field, runs, fields, "right");
  if (field.kind === "box") {
    const gap = (label: TextRun | null) =>
      label ? Math.max(label.left - field.right, field.left - label.right) : 1e9;
    if (after && (!before || gap(after) <= gap(before))) all.push(beforeLabel(field, after));
    else if (before) addBehind(all, field, before, true);
    else all.push(alone(field, runs));
    return;
  }
  if (before) {
    // Within a sentence what is filled in is a part of it.
    addBehind(all, field, before, after === null);
    return;
  }
  const above = nearestAbove(field, runs, fields);
  if (above) addBehind(all, field, above, true);
  else all.push(alone(field, runs));
}

function nearestBeside(
  field: PlacedField,
  runs: readonly TextRun[],
  fields: readonly PlacedField[],
  side: "left" | "right",
): TextRun | null {
  const gapOf = (one: { readonly left: number; readonly right: number }) =>
    side === "left" ? field.left - one.right : one.left - field.right;
  const reach = field.kind === "box" ? farthest.box : side === "left" ? farthest.beside : nearest;
  const [found] = runs
    .filter((run) => isLevel(run, field) && gapOf(run) > -3 && gapOf(run) < reach * run.size)
    .sort((a, b) => gapOf(a) - gapOf(b));
  if (!found) return null;
  const parted = fields.some(
    (other) =>
      other !== field && isLevel(found, other) && gapOf(other) > -3 && gapOf(other) < gapOf(found),
  );
  return parted ? null : found;
}

function nearestAbove(
  field: PlacedField,
  runs: readonly TextRun[],
  fields: readonly PlacedField[],
): TextRun | null {
  const overlaps = (one: { readonly left: number; readonly right: number }) =>
    one.left < field.right && one.right > field.left - 3;
  const [found] = runs
    .filter((run) => {
      const gap = field.top - run.baseline;
      return overlaps(run) && gap > -3 && gap < farthest.above * run.size;
    })
    .sort((a, b) => b.baseline - a.baseline || a.left - b.left);
  if (!found) return null;
  const parted = fields.some(
    (other) =>
      other !== field &&
      overlaps(other) &&
      other.bottom <= field.top + 2 &&
      other.bottom > found.baseline,
  );
  return parted ? null : found;
}

/** @param named the field's value is all that the label is for */
function addBehind(all: TextRun[], field: PlacedField, label: TextRun, named: boolean): void {
  const left = label.right + behind * label.size;
  const next = all
    .filter((run) => Math.abs(run.baseline - label.baseline) < 2 && run.left > left)
    .map((run) => run.left);
  const room = Math.min(
    Math.max(field.right - 1, left + 1),
    ...next.map((x) => x - (named ? 1.5 : behind) * label.size),
  );
  const open = named && !/[:?.…_]\s*$/.test(label.text);
  const at = all.indexOf(label);
  if (open && at >= 0) all[at] = { ...label, text: `${label.text.trimEnd()}:` };
  all.push({ ...plainRun(field, label), left, right: Math.max(room, left + 1) });
}

function beforeLabel(field: PlacedField, label: TextRun): TextRun {
  const right = label.left - behind * label.size;
  return { ...plainRun(field, label), left: right - label.size, right };
}

function plainRun({ value }: PlacedField, label: TextRun): TextRun {
  return { ...label, text: value, bold: false, italic: false, spaced: true, goesOn: true };
}

/** In its own place, with what its tip says for a label. */
function alone(field: PlacedField, runs: readonly TextRun[]): TextRun {
  const [usual] = runs;
  const { tip, value, left, right, top, bottom } = field;
  const size = Math.min(0.8 * (bottom - top), usual?.size ?? 11);
  return {
    text: tip === "" ? value : `${tip}: ${value}`,
    left,
    right: Math.max(right - 1, left + 1),
    baseline: Math.min(top + 1.2 * size, bottom),
    size,
    font: usual?.font ?? "",
    bold: false,
    italic: false,
    spaced: true,
    pale: false,
    goesOn: false,
  };
}
