// Takes whatever a call to an endpoint threw; gives what kind of failure it was, with every secret taken out.
import { messageOf } from "../errors.ts";
import { RefusedCall, type Refusal } from "./read-refusal.ts";
import type { Redact } from "./redact.ts";

export type FailureKind =
  | "key"
  | "model"
  | "context"
  /** The endpoint does not take a parameter that was sent. */
  | "parameter"
  | "request"
  | "busy"
  /** The endpoint is not ready yet: it reads its model. */
  | "loading"
  | "quota"
  | "server"
  | "redirect"
  | "refused"
  | "unreachable"
  /** The host shows a certificate that this machine does not trust. */
  | "certificate"
  | "proxy"
  | "connect-timeout"
  /** Connected, and then nothing for as long as is allowed; the detail says how long. */
  | "silent"
  | "broken"
  | "withheld"
  | "too-long";

export interface CallFailure extends Pick<Refusal, "parameter" | "window" | "sent"> {
  readonly kind: FailureKind;
  /** HTTP status; null when there was no response. */
  readonly status: number | null;
  /** What the endpoint said, on one line and without secrets. */
  readonly detail: string;
  /** Seconds the endpoint asks to wait; null when it does not say. */
  readonly retryAfter: number | null;
}

/** A failure that no refusal tells of. */
export function plainFailure(kind: FailureKind, detail = ""): CallFailure {
  const none = { status: null, retryAfter: null, parameter: null, window: null, sent: null };
  return { kind, detail, ...none };
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
  /context[ _-]?(?:length|window|size)|maximum context|max_model_len|n_ctx|too many tokens|(?:prompt|input) (?:is )?too long|reduce (?:the length|your message)|exceeds? the (?:available |model'?s )?context|input token count|number of tokens allowed|max_new_tokens|longer than the model|max_tokens must be at least 1, got -/i;
const systemWords =
  /system role|role\W{1,40}system|messages\[0\]\.role|roles must alternate|only user and assistant roles|developer instruction/i;
const structureWords = /response_format|json_schema|json schema|structured output|grammar/i;
const parameterWords =
  /\bseed\b|\btemperature\b|stream_options|max_completion_tokens|max_tokens|\bstream(?:ing)?\b/i;
const modelWords =
  /model[ _](?:not[ _]found|does not exist)|unknown model|no such model|model .{0,80}(?:not found|does not exist)|unknownmodel/i;
const keyWords = /api[ _-]?key[ _](?:not[ _]valid|invalid)|(?:invalid|incorrect)[ _]api[ _-]?key/i;
const withheldWords =
  /content[ _]?(?:filter|policy|management policy)|responsibleai|moderation|\bflagged\b/i;
const quotaWords = /insufficient_quota|\bquota\b|billing|credit/i;
const loadingWords = /\bloading\b|warming up|starting up/i;

/** Time limits of the run and interruptions are the caller's to tell apart; they never get here. */
export function classifyFailure(error: unknown, redact: Redact): CallFailure {
  if (error instanceof CallError) return error.failure;
  const causes = chain(error);
  const refused = causes.find((cause) => cause instanceof RefusedCall);
  if (refused === undefined) {
    return plainFailure(classifyConnection(causes), oneLine(redact(describe(causes))));
  }
  const { refusal } = refused;
  const detail = oneLine(redact(refusal.text));
  const { status, retryAfter, parameter, window, sent } = refusal;
  return { kind: classifyRefusal(refusal), status, detail, retryAfter, parameter, window, sent };
}

/** A refusal that came in a stream or as a success may have no status: then its words decide. */
function classifyRefusal({ status, text, codes, parameter }: Refusal): FailureKind {
  const said = `${codes} ${parameter ?? ""} ${text}`;
  // It passes, whatever it says; what it says is told when it does not.
  if (status === 429) return quotaWords.test(said) ? "quota" : "busy";
  if (status !== null && status < 400) return "redirect";
  if (status === 402) return "quota";
  if (status === 413) return "context";
  if (status === null || status < 500) {
    if (withheldWords.test(said)) return "withheld";
    if (status === 401 || status === 403 || keyWords.test(said)) return "key";
    if (contextWords.test(said)) return "context";
    if (status === 404 || modelWords.test(said)) return "model";
  }
  // Some servers fail within rather than refuse: "500: failed to parse grammar".
  if (structureWords.test(said) || systemWords.test(said)) return "parameter";
  if (status === null) return /rate.?limit|too many requests/i.test(said) ? "busy" : "broken";
  if (status === 503 && loadingWords.test(said)) return "loading";
  if (status >= 500 || [408, 409, 424, 425].includes(status)) return "server";
  return parameterWords.test(said) ? "parameter" : "request";
}

function classifyConnection(causes: readonly unknown[]): FailureKind {
  const codes = causes.map((cause) => String(field(cause, "code")));
  const has = (...names: string[]) => names.some((name) => codes.includes(name));
  if (has("CHARM_PROXY")) return "proxy";
  if (has("CHARM_CONNECT_TIMEOUT", "ETIMEDOUT")) return "connect-timeout";
  if (has("CHARM_TOO_LONG")) return "too-long";
  if (has("ECONNREFUSED")) return "refused";
  if (has("ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "CHARM_HOST")) {
    return "unreachable";
  }
  if (codes.some((code) => /CERT|UNABLE_TO_VERIFY/.test(code))) return "certificate";
  return codes.some((code) => /TLS|SSL|EPROTO/.test(code)) ? "unreachable" : "broken";
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

function describe(causes: readonly unknown[]): string {
  const messages = causes.map(messageOf);
  return messages.find((message) => message !== "" && message !== "Connection error.") ?? "";
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
