// Expected failures: what went wrong, what to do about it, and the exit code a script sees.

/** Exit codes of the command line (docs/cli.md). */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  findings: 3,
  stale: 4,
  interrupted: 130,
} as const;

/** A failure a person can mend: `message` names the thing at fault, `hint` says what to do. */
export class CharmError extends Error {
  readonly code: string;
  readonly exitCode: number;
  readonly hint: string | null;

  /** @param code stable machine name, such as `corpus-missing` */
  constructor(
    code: string,
    message: string,
    options: { hint?: string; exitCode?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "CharmError";
    this.code = code;
    this.hint = options.hint ?? null;
    this.exitCode = options.exitCode ?? exitCodes.usage;
  }
}

/** What was thrown, in its own words. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The user pressed Ctrl-C, or the process was told to stop. */
export class InterruptedError extends CharmError {
  constructor() {
    super("interrupted", "Interrupted.", { exitCode: exitCodes.interrupted });
  }
}
