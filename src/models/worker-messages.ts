// What passes between a program and its worker processes.
import { CharmError, messageOf } from "../errors.ts";
import { jobFailed } from "./work-errors.ts";

/** Items to do one kind of job with. */
export interface WorkRequest {
  readonly id: number;
  readonly kind: string;
  readonly items: readonly unknown[];
}

export type WorkReply =
  | { readonly id: number; readonly results: readonly unknown[] }
  | { readonly id: number; readonly failure: WorkFailure };

/** An error as plain data, because a class does not survive the way between processes. */
export interface WorkFailure {
  /** Null for what is no CharmError. */
  readonly code: string | null;
  readonly message: string;
  readonly hint: string | null;
}

export function packFailure(error: unknown): WorkFailure {
  if (error instanceof CharmError) {
    return { code: error.code, message: error.message, hint: error.hint };
  }
  return { code: null, message: messageOf(error), hint: null };
}

export function unpackFailure({ code, message, hint }: WorkFailure): CharmError {
  if (code === null) return jobFailed(message);
  return new CharmError(code, message, hint === null ? {} : { hint });
}
