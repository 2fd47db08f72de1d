// What passes between the embedder and its worker processes.

import { CharmError } from "../errors.ts";
import type { PassageVectors, TokenVectors } from "./token-embedder.ts";

/** First argument of a worker whose model is not the built-in one; the second is the model, as JSON. */
export const localWorker = "--local-model";

/** What is wanted for each text: its vector, or its vector and those of its tokens, whole or in few bytes. */
export type WorkKind = "vectors" | "tokens" | "passages";

export type WorkResult<K extends WorkKind> = K extends "vectors"
  ? Float32Array
  : K extends "tokens"
    ? TokenVectors
    : PassageVectors;

export interface WorkRequest {
  readonly id: number;
  readonly kind: WorkKind;
  readonly texts: readonly string[];
}

export type WorkReply =
  | { readonly id: number; readonly results: readonly WorkResult<WorkKind>[] }
  | { readonly id: number; readonly failure: WorkFailure };

/** An error as plain data, because a class does not survive the way between processes. */
export interface WorkFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

export function describeFailure(error: unknown): WorkFailure {
  if (error instanceof CharmError) {
    return { code: error.code, message: error.message, hint: error.hint };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: "embedding-failed", message: `Embedding failed: ${message}`, hint: null };
}

export function restoreFailure({ code, message, hint }: WorkFailure): CharmError {
  return new CharmError(code, message, hint === null ? {} : { hint });
}
