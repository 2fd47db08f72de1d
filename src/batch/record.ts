// What is told of a finished job in the summary: plain data that the journal keeps.

export interface JobBlank {
  /** Heading that it stands under. */
  readonly section: string;
  /** What has to be said there. */
  readonly text: string;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  /** Of the output; null where it is of the whole. */
  readonly line: number | null;
}

export interface JobConflict {
  readonly about: string;
  /** What is said, each with its place. */
  readonly sides: readonly string[];
}

export interface JobRecord {
  readonly blanks: readonly JobBlank[];
  /** Findings of severity error, and why a question is declined. */
  readonly errors: readonly JobError[];
  /** Between documents of the home. */
  readonly conflicts: readonly JobConflict[];
  /** Documents of the home that were not read, and why. */
  readonly leftOut: readonly string[];
}
