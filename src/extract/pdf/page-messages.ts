// What passes between the program and the thread that reads PDFs.
import { CharmError } from "../../errors.ts";
import type { OpenedPdf, RawPage } from "./pdf-reader.ts";

export interface PageRequest {
  readonly bytes: Uint8Array;
  readonly from: number;
}

export type PageReply =
  /** What the system calls the thread, once. */
  | { readonly kind: "thread"; readonly name: string | null }
  | { readonly kind: "opened"; readonly pdf: OpenedPdf }
  | { readonly kind: "starting"; readonly page: number }
  | { readonly kind: "page"; readonly page: RawPage }
  | { readonly kind: "broken"; readonly page: number }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly failure: ReadFailure };

/** An error as plain data, because a class does not survive the way between threads. */
type ReadFailure = Pick<CharmError, "code" | "message" | "hint">;

export function describeReadFailure(error: unknown): ReadFailure {
  if (error instanceof CharmError)
    return { code: error.code, message: error.message, hint: error.hint };
  return { code: "unreadable", message: "It is damaged.", hint: null };
}

export function restoreReadFailure({ code, message, hint }: ReadFailure): CharmError {
  return new CharmError(code, message, hint === null ? {} : { hint });
}
