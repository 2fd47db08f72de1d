// What is printed of a report, in the form that every writer takes: blocks of runs of text.
import type { Run } from "../text/wrap.ts";

export type PrintBlock = {
  /** Stands right under the block before it, with no empty line between them. */
  readonly tight?: boolean;
} & (
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3 | 4; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  /** @property depth 0 for an item of the outermost list */
  | { readonly kind: "item"; readonly depth: number; readonly runs: readonly Run[] }
  /** A text to paste. @property depth -1 for a paragraph, else as of an item */
  | { readonly kind: "paste"; readonly depth: number; readonly runs: readonly Run[] }
  /** A row of a table. @property head it names the columns */
  | {
      readonly kind: "row";
      readonly head: boolean;
      readonly cells: readonly (readonly Run[])[];
    }
  | { readonly kind: "rule" }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      /** As many cells as the head has; a line feed parts the lines of a cell. */
      readonly rows: readonly (readonly string[])[];
    }
);

export function plain(text: string): Run {
  return { text, style: "plain" };
}

export function strong(text: string): Run {
  return { text, style: "strong" };
}

/** Runs as they are read. */
export function readRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

/** A line that announces a list, and the list right under it; nothing where the list is empty. */
export function layoutList(over: string, items: readonly (readonly Run[])[]): PrintBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: "paragraph", runs: [plain(over)] },
    ...items.map((runs): PrintBlock => ({ kind: "item", depth: 0, runs, tight: true })),
  ];
}
