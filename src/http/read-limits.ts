// Takes what a refusal says; gives the numbers in it: a window, what was sent, and how long to wait.

export interface NamedLimits {
  /** Tokens that the model's window holds, prompt and reply; null where none is named. */
  readonly window: number | null;
  /** Tokens of the prompt as the endpoint counts them; null where it does not say. */
  readonly sent: number | null;
}

const figure = String.raw`(\d[\d,]*)`;

/** "maximum context length is 4096", "4096 maximum", "must be <= 4096", "allowed (4096)", "Limit 6000". */
const windows = [
  String.raw`context (?:length|window|size)(?! by\b)[^\d.;]{0,24}${figure}`,
  String.raw`(?:>|with) ${figure}(?: tokens)? max`,
  String.raw`(?:<=|≤|at most|not exceed|allowed|limit(?: is| of)?)[\s:(]{0,3}${figure}`,
].map((pattern) => new RegExp(pattern, "i"));

/** "(6000 in the messages", "3400 input tokens", "resulted in 7000 tokens", "7000 tokens > 4096". */
const prompts = [
  String.raw`${figure} (?:in the messages|of text input|input tokens|prompt tokens|.?inputs.? tokens)`,
  String.raw`(?:resulted in|prompt contains|received|token count|requested|first)[\s(]{0,2}${figure}`,
  String.raw`${figure} tokens >`,
].map((pattern) => new RegExp(pattern, "i"));

/** No window is smaller: a smaller number is a number of something else. */
const smallestWindow = 256;

export function readLimits(text: string): NamedLimits {
  const window = firstFigure(text, windows);
  return {
    window: window !== null && window >= smallestWindow ? window : null,
    sent: firstFigure(text, prompts),
  };
}

function firstFigure(text: string, patterns: readonly RegExp[]): number | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return Number(found.replaceAll(",", ""));
  }
  return null;
}

/** Seconds from `retry-after-ms`, or `Retry-After` as seconds or a date. */
export function readRetryAfter(headers: Headers | null, now = Date.now()): number | null {
  if (headers === null) return null;
  const milliseconds = Number.parseFloat(headers.get("retry-after-ms") ?? "");
  if (milliseconds >= 0) return milliseconds / 1000;
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value);
  // Whatever is not written as HTTP writes dates is no date: "soon", "20s".
  const date = /\d{4} \d\d:\d\d:\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? readDuration(value) : Math.max(0, (date - now) / 1000);
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };
const duration = String.raw`\d+(?:\.\d+)?\s*(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)(?![a-z])`;
const toWait = new RegExp(
  String.raw`\b(?:try again|retry|wait)\b[^.;\d]{0,40}((?:${duration}\s*)+)`,
  "i",
);

/** "Please retry after 26 seconds.", "try again in 1m26.4s", "in 342ms": seconds; null where nothing is said. */
export function readWaitInText(text: string): number | null {
  const found = toWait.exec(text)?.[1];
  return found === undefined ? null : readDuration(found);
}

function readDuration(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|millis|s|m|h)/gi)];
  if (parts.length === 0) return null;
  return parts.reduce((sum, [, amount, unit = ""]) => {
    const name = unit.toLowerCase();
    return sum + Number(amount) * (units[name === "millis" ? "ms" : name] ?? 0);
  }, 0);
}
