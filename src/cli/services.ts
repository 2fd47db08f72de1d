// The use cases as the commands see them, whatever model and library stand behind.
import type { Problem } from "../document.ts";
import type { Answer } from "../report/answer.ts";
import type { Settings } from "../settings/settings.ts";
import type { IndexedFile, IndexEvent } from "../use-cases/events.ts";
import type { Behind } from "../use-cases/open-library.ts";
import type { ShownOutline, ShownReference } from "../show/shown.ts";
import type { SearchResult } from "../use-cases/search-library.ts";

/** How a use case is told to stop, and tells of its progress. */
export interface Hooks {
  readonly signal: AbortSignal;
  readonly onEvent: (event: IndexEvent) => void;
  /** Called before the library is brought up to date for a question or query. */
  readonly onBehind: (why: Behind) => void;
}

export interface IndexOutcome {
  readonly documents: readonly IndexedFile[];
  /** Problems of the corpus itself rather than of one document. */
  readonly problems: readonly Pick<Problem, "code" | "message">[];
  readonly fingerprint: string;
}

/** Each throws CharmError for failures a person can mend. */
export interface Services {
  readonly index: (
    request: { readonly paths: readonly string[]; readonly rebuild: boolean },
    hooks: Hooks,
  ) => Promise<IndexOutcome>;
  /** Brings the library up to date first; one answer a question, in order. */
  readonly ask: (questions: readonly string[], hooks: Hooks) => Promise<readonly Answer[]>;
  /** Brings the library up to date first; at most `k` results, best first. */
  readonly search: (query: string, k: number, hooks: Hooks) => Promise<readonly SearchResult[]>;
  /** Brings the library up to date first; one entry a reference, in order. */
  readonly show: (
    references: readonly string[],
    hooks: Hooks,
  ) => Promise<readonly ShownReference[]>;
  /** Brings the library up to date first; the contents of the document that goes by this name. */
  readonly outline: (document: string, hooks: Hooks) => Promise<ShownOutline>;
  readonly close: () => Promise<void>;
}

export type ServicesFactory = (settings: Settings) => Promise<Services>;
