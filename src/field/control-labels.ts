// What tables of document control name (field/control-labels.json): labels that promise a value, so that an empty cell
// beside them is one left out.
import { readFieldTable } from "./read-field.ts";

/** Compared without case, and without punctuation. */
export const controlLabels: ReadonlySet<string> = new Set(
  readFieldTable<readonly string[]>("control-labels", []),
);
