// What a use case reports while it works; a command turns these into progress on stderr.
import type { Problem } from "../document.ts";

/** What became of one file. */
export interface IndexedFile {
  readonly file: string;
  readonly status: "added" | "updated" | "unchanged" | "removed" | "failed";
  /** Null for formats without pages, and for files that failed or were removed. */
  readonly pages: number | null;
  readonly passages: number;
  readonly problems: readonly Problem[];
}

export type IndexEvent =
  /** The corpus was listed: so many files must be read anew, `bytes` together. */
  | { readonly kind: "planned"; readonly toDo: number; readonly bytes: number }
  /** A file is being read; `number` counts from 1 among the `toDo` files. */
  | { readonly kind: "reading"; readonly file: string; readonly number: number }
  /** Pages of a file were read. */
  | { readonly kind: "pages"; readonly file: string; readonly pages: number; readonly of: number }
  /** The picture of a page without text is being read, of so many of the file. */
  | {
      readonly kind: "picture";
      readonly file: string;
      readonly picture: number;
      readonly of: number;
    }
  /** Passages were embedded since the last such event; `waiting` are known but not yet embedded. */
  | { readonly kind: "embedded"; readonly passages: number; readonly waiting: number }
  | { readonly kind: "file"; readonly result: IndexedFile; readonly bytes: number }
  | { readonly kind: "finishing" };
