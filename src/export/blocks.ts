// A text as the writers of Word and HTML take it: blocks of runs, citations resolved, sources with what is quoted of them.

/** How a stretch of text is set. */
export interface Look {
  readonly strong: boolean;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly code: boolean;
}

export type Run =
  /** `href`: where a link leads, of http, https and mailto alone. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly look: Look;
      readonly href: string | null;
    }
  /**
   * A citation: `text` as written, "[1, 2]"; `sources` are indexes into those of the text; `notes` name the place in each,
   * "Regulations, regulation 34(4), page 25".
   */
  | {
      readonly kind: "cite";
      readonly text: string;
      readonly sources: readonly number[];
      readonly notes: readonly string[];
    }
  | { readonly kind: "break" };

export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | { readonly kind: "list"; readonly start: number | null; readonly items: readonly ListItem[] }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Run[])[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" };

export interface ListItem {
  readonly blocks: readonly Block[];
  /** Index of the source that it lists; null for any other item. */
  readonly source: number | null;
}

/** A line of a list of sources. */
export interface Source {
  /** `1` of "[1]". */
  readonly marker: string;
  /** The line behind its marker. */
  readonly line: string;
  /** What the text quotes where it cites the source, each once. */
  readonly quotes: readonly string[];
}

/** What footers say of a document; null where nothing does. */
export interface DocumentControl {
  readonly number: string | null;
  readonly version: string | null;
  readonly reviewDate: string | null;
}

export interface Text {
  /** Its first heading as it is read; null without one. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
  readonly sources: readonly Source[];
  readonly control: DocumentControl;
  /** The home that its table of document control names. */
  readonly home: string | null;
}

/** Runs as they are read. */
export function readRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === "break" ? " " : run.text)).join("");
}
