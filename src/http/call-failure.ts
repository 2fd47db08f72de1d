// Takes whatever a call to an endpoint threw; gives what kind of failure it was, with every secret taken out.
import { messageOf } from "../errors.ts";
import type { Redact } from "./redact.ts";

export type FailureKind =
  | "key"
  | "model"
  | "context"
  /** The endpoint does not take a parameter that was sent. */
  | "parameter"
  | "request"
  | "busy"
  | "quota"
  | "server"
  | "redirect"
  | "refused"
  | "unreachable"
  | "connect-timeout"
  | "broken"
  | "cut"
  | "withheld"
  | "too-long";

export interface CallFailure {
  readonly kind: FailureKind;
  /** HTTP status; null when there was no response. */
  readonly status: number | null;
  /** What the endpoint said, on one line and without secrets. */
  readonly detail: string;
  /** Seconds the endpoint asks to wait; null when it does not say. */
  readonly retryAfter: number | null;
}

/** A call that failed; `failure` says how. */
export class CallError extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure) {
    super(failure.detail);
    this.name = "CallError";
    this.failure = failure;
  }
}

const contextWords =
  /context[ _-]?(?:length|window|size)|maximum context|max_model_len|n_ctx|too many tokens|(?:prompt|input) is too long|reduce the length|exceeds? the (?:available |model'?s )?context/i;
const parameterWords =
  /response_format|json_schema|json schema|structured output|grammar|\bseed\b|\btemperature\b|stream_options|max_completion_tokens|max_tokens|\bstream(?:ing)?\b/i;
const modelWords =
  /model[ _](?:not[ _]found|does not exist)|unknown model|no such model|model .{0,80}(?:not found|does not exist)|unknownmodel/i;

/** Time limits of the run and interruptions are the caller's to tell apart; they never get here. */
export function classifyFailure(error: unknown, redact: Redact): CallFailure {
  if (error instanceof CallError) return error.failure;
  const status = field(error, "status");
  const detail = oneLine(redact(describe(error)));
  if (typeof status !== "number") {
    return { kind: classifyConnection(error), status: null, detail, retryAfter: null };
  }
  const retryAfter = readRetryAfter(field(error, "headers"));
  return { kind: classifyStatus(status, detail, codeOf(error)), status, detail, retryAfter };
}

function classifyStatus(status: number, detail: string, code: string): FailureKind {
  const said = `${code} ${detail}`;
  if (status === 401 || status === 403) return "key";
  if (status >= 300 && status < 400) return "redirect";
  if (status === 413 || (status < 500 && status !== 429 && contextWords.test(said)))
    return "context";
  if (status === 429)
    return /insufficient_quota|quota|billing|credit/i.test(said) ? "quota" : "busy";
  if (status === 402) return "quota";
  if (status === 404 || (status < 500 && modelWords.test(said))) return "model";
  // Some servers fail within rather than refuse: "500: failed to parse grammar".
  if (status >= 500 && /grammar|response_format|json_schema/i.test(said)) return "parameter";
  if (status >= 500 || status === 408 || status === 409 || status === 425) return "server";
  return parameterWords.test(said) ? "parameter" : "request";
}

function classifyConnection(error: unknown): FailureKind {
  const codes = new Set(chain(error).map((e) => field(e, "code")));
  if (codes.has("CHARM_CONNECT_TIMEOUT") || codes.has("ETIMEDOUT")) return "connect-timeout";
  if (codes.has("CHARM_TOO_LONG")) return "too-long";
  if (codes.has("ECONNREFUSED")) return "refused";
  const unreachable = ["ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "CHARM_HOST"];
  if (unreachable.some((code) => codes.has(code))) return "unreachable";
  if ([...codes].some((code) => /CERT|TLS|SSL|SELF_SIGNED/.test(String(code))))
    return "unreachable";
  return "broken";
}

/** Seconds from `retry-after-ms`, or `Retry-After` as seconds or a date. */
export function readRetryAfter(headers: unknown, now = Date.now()): number | null {
  const get = (name: string) =>
    headers instanceof Headers ? headers.get(name) : (field(headers, name) as string | undefined);
  const milliseconds = Number.parseFloat(get("retry-after-ms") ?? "");
  if (milliseconds >= 0) return milliseconds / 1000;
  const value = get("retry-after");
  if (typeof value !== "string" || value.trim() === "") return null;
  const seconds = Number(value);
  if (seconds >= 0) return seconds;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000);
}

/** An error and what caused it, outermost first. */
function chain(error: unknown): unknown[] {
  const errors: unknown[] = [];
  for (
    let at = error;
    at !== undefined && at !== null && errors.length < 6;
    at = field(at, "cause")
  ) {
    errors.push(at);
    // An attempt at several addresses of one host fails with all their errors.
    const several = field(at, "errors");
    if (Array.isArray(several)) errors.push(...several);
  }
  return errors;
}

function describe(error: unknown): string {
  const messages = chain(error).map(messageOf);
  return messages.find((message) => message !== "" && message !== "Connection error.") ?? "";
}

function codeOf(error: unknown): string {
  return [field(error, "code"), field(error, "type"), field(error, "param")]
    .filter(Boolean)
    .join(" ");
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it takes out
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
