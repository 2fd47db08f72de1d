// Takes the body of a refusal, in whatever form its server has it; gives what it says and what it names.
import { readLimits, readRetryAfter, readWaitInText, type NamedLimits } from "./read-limits.ts";

export interface Refusal extends NamedLimits {
  /** HTTP status, or the one that the body names where it came as a success; null where there is none. */
  readonly status: number | null;
  /** All its texts, the outermost first. */
  readonly text: string;
  /** Codes, types and reasons, with spaces between them. */
  readonly codes: string;
  /** The parameter it finds fault with; null where it names none apart from its text. */
  readonly parameter: string | null;
  /** Seconds it asks to wait; null where it does not say. */
  readonly retryAfter: number | null;
}

/** A call that was refused; its message says nothing, since it may be looked into for words. */
export class RefusedCall extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super("The endpoint refused the call.");
    this.name = "RefusedCall";
    this.refusal = refusal;
  }
}

/** What stands in a refusal under these names is meant for people. */
const texts = new Set(["message", "msg", "error", "detail", "description", "error_description"]);
const codes = new Set(["code", "type", "status", "error_type", "reason", "reasons", "statusCode"]);
const waits = new Set(["retryDelay", "retry_after", "estimated_time"]);
const sizes = new Set(["n_ctx", "max_model_len", "context_length"]);
/** No refusal goes deeper, and none has more to say. */
const most = { depth: 8, texts: 12, characters: 4000 };

interface Gathered {
  readonly texts: string[];
  readonly codes: string[];
  parameter: string | null;
  wait: number | null;
  window: number | null;
  sent: number | null;
}

/** @param headers null where the refusal came in the middle of a stream */
export function readRefusal(
  body: string,
  { status, headers }: { readonly status: number | null; readonly headers: Headers | null },
): Refusal {
  const value = parse(body);
  const found: Gathered = {
    texts: [],
    codes: [],
    parameter: null,
    wait: null,
    window: null,
    sent: null,
  };
  if (value !== undefined) gather(value, found, 0);
  // A web page says nothing that a terminal could show.
  else if (!/^\s*</.test(body)) found.texts.push(body.trim());
  const text = [...new Set(found.texts)].join(": ").slice(0, most.characters);
  const limits = readLimits(text);
  return {
    status: status !== null && status >= 300 ? status : namedStatus(found.codes),
    text,
    codes: [...new Set(found.codes)].join(" "),
    parameter: found.parameter,
    window: found.window ?? limits.window,
    sent: found.sent ?? limits.sent,
    retryAfter: readRetryAfter(headers) ?? found.wait ?? readWaitInText(text),
  };
}

/** True when what came as a success, or as an event of a stream, is the report of a failure. */
export function isRefusal(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRefusal);
  if (typeof value !== "object" || value === null) return false;
  const { error, object, choices, detail, errors } = value as Record<string, unknown>;
  if (error !== undefined && error !== null && error !== false) return true;
  return object === "error" || (choices === undefined && (detail ?? errors) !== undefined);
}

function gather(value: unknown, found: Gathered, depth: number): void {
  if (depth > most.depth || found.texts.length >= most.texts) return;
  if (Array.isArray(value)) {
    for (const item of value) gather(item, found, depth + 1);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (texts.has(name) && typeof inner === "string") found.texts.push(inner);
    // A gateway passes on what the server behind it said, as text.
    else if (name === "raw" && typeof inner === "string") gather(parse(inner), found, depth + 1);
    else if (name === "loc" && Array.isArray(inner)) found.parameter ??= lastName(inner);
    else if (name === "param" && typeof inner === "string") found.parameter ??= inner;
    else if (waits.has(name)) found.wait ??= Number.parseFloat(String(inner)) || null;
    else if (sizes.has(name) && typeof inner === "number") found.window ??= inner;
    else if (name === "n_prompt_tokens" && typeof inner === "number") found.sent ??= inner;
    else if (codes.has(name)) found.codes.push(...[inner].flat().filter(isPlain).map(String));
    else gather(inner, found, depth + 1);
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}

/** ["body", "messages", 0, "role"] → "messages.role" without what every call has. */
function lastName(path: readonly unknown[]): string | null {
  const names = path.filter((step) => typeof step === "string" && step !== "body");
  return names.length === 0 ? null : names.join(".");
}

function namedStatus(named: readonly string[]): number | null {
  const status = named.map(Number).find((code) => code >= 400 && code < 600);
  return status ?? null;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? { message: value } : value;
  } catch {
    return undefined;
  }
}
