// Takes what an endpoint refused; gives the parameters to do without, so that no one server's extras are needed.
import type { CallFailure } from "../http/call-failure.ts";

/** Parameters beyond model and messages that are sent as long as the endpoint takes them. */
export interface Extras {
  readonly structured: boolean;
  readonly seed: boolean;
  readonly temperature: boolean;
  readonly streamOptions: boolean;
  readonly stream: boolean;
  /** Two names are in use for the length of a reply; null to leave it out. */
  readonly lengthName: "max_completion_tokens" | "max_tokens" | null;
}

export interface Reduced {
  readonly extras: Extras;
  /** What is left out from now on, for a note. */
  readonly what: string;
}

/** OpenAI's own address goes by the newer name; what else speaks its protocol mostly knows the older. */
export function firstExtras(baseUrl: string): Extras {
  const newer = /(?:^|\.)(?:openai\.com|openai\.azure\.com)$/.test(new URL(baseUrl).hostname);
  return {
    structured: true,
    seed: true,
    temperature: true,
    streamOptions: true,
    stream: true,
    lengthName: newer ? "max_completion_tokens" : "max_tokens",
  };
}

/** Null when nothing is left to do without. */
export function reduceExtras(extras: Extras, failure: CallFailure): Reduced | null {
  const { kind, detail } = failure;
  if (kind === "parameter") {
    const named = reduceNamed(extras, detail);
    if (named) return named;
  }
  if (kind !== "parameter" && kind !== "request") return null;
  // A refusal that names nothing we know: go on with what every server takes.
  const { structured, seed, streamOptions } = extras;
  if (!structured && !seed && !streamOptions) return null;
  return {
    extras: { ...extras, structured: false, seed: false, streamOptions: false },
    what: "structured output, seed and usage in the stream",
  };
}

function reduceNamed(extras: Extras, detail: string): Reduced | null {
  const structuredWords = /response_format|json_schema|json schema|structured output|grammar/i;
  if (extras.structured && structuredWords.test(detail)) {
    return { extras: { ...extras, structured: false }, what: "structured output" };
  }
  if (extras.streamOptions && /stream_options/i.test(detail)) {
    return { extras: { ...extras, streamOptions: false }, what: "usage in the stream" };
  }
  if (/max_completion_tokens|max_tokens/i.test(detail)) return reduceLength(extras, detail);
  if (extras.seed && /\bseed\b/i.test(detail)) {
    return { extras: { ...extras, seed: false }, what: "seed" };
  }
  if (extras.temperature && /\btemperature\b/i.test(detail)) {
    return { extras: { ...extras, temperature: false }, what: "temperature" };
  }
  if (extras.stream && /\bstream(?:ing)?\b/i.test(detail)) {
    return { extras: { ...extras, stream: false, streamOptions: false }, what: "streaming" };
  }
  return null;
}

/** "Unsupported parameter: 'max_tokens' … Use 'max_completion_tokens' instead" names both; the first is at fault. */
function reduceLength(extras: Extras, detail: string): Reduced | null {
  const fault = /max_completion_tokens|max_tokens/i.exec(detail)?.[0].toLowerCase();
  if (extras.lengthName === null || fault !== extras.lengthName) {
    return extras.lengthName === null
      ? null
      : { extras: { ...extras, lengthName: null }, what: "a limit to the reply" };
  }
  const other = fault === "max_tokens" ? "max_completion_tokens" : "max_tokens";
  return { extras: { ...extras, lengthName: other }, what: fault };
}
