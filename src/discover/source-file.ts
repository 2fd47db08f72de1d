// A file found in the corpus, before it is read.
import type { Authority } from "../document.ts";

/** What `sources.yaml` says of one file; every field may be missing. */
export interface DeclaredSource {
  readonly title?: string;
  readonly short?: string;
  readonly version?: string;
  readonly date?: string;
  readonly authority?: Authority;
  readonly url?: string;
  readonly licence?: string;
  readonly supersedes?: string;
}

export interface SourceFile {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  readonly bytes: number;
  /** Last modification, milliseconds since the epoch. */
  readonly modified: number;
  readonly declared: DeclaredSource;
}
