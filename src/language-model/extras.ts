// Takes what an endpoint refused; gives the parameters to do without, so that no one server's extras are needed.
import type { CallFailure } from "../http/call-failure.ts";

/** What is sent beyond model and messages as long as the endpoint takes it, and the role that rules are sent in. */
export interface Extras {
  readonly structured: boolean;
  readonly seed: boolean;
  readonly temperature: boolean;
  readonly streamOptions: boolean;
  readonly stream: boolean;
  /** Rules stand in a message of their own; with the question otherwise. */
  readonly system: boolean;
  /** Two names are in use for the length of a reply: the first of those that were not refused is sent. */
  readonly lengthNames: readonly string[];
  /** Most tokens of a reply that the endpoint lets be asked for; null where it set no limit. */
  readonly mostReply: number | null;
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
    system: true,
    lengthNames: newer
      ? ["max_completion_tokens", "max_tokens"]
      : ["max_tokens", "max_completion_tokens"],
    mostReply: null,
  };
}

/** Null when nothing is left to do without. */
export function reduceExtras(extras: Extras, failure: CallFailure): Reduced | null {
  const { kind, detail, parameter } = failure;
  if (kind !== "parameter" && kind !== "request") return null;
  const named = (parameter && reduceNamed(extras, parameter, detail)) || null;
  const reduced = named ?? reduceNamed(extras, detail, detail);
  if (reduced) return reduced;
  // A refusal that names nothing we know: go on with what every server takes.
  const { structured, seed, streamOptions, temperature } = extras;
  if (!structured && !seed && !streamOptions && !temperature) return null;
  return {
    extras: { ...extras, structured: false, seed: false, streamOptions: false, temperature: false },
    what: "structured output, seed, temperature and usage in the stream",
  };
}

type Step = readonly [words: RegExp, reduce: (extras: Extras, detail: string) => Reduced | null];

/** Takes a parameter out that is still sent. */
function leaveOut(words: RegExp, name: keyof Extras, what: string, changed: Partial<Extras>): Step {
  return [words, (extras) => (extras[name] ? { extras: { ...extras, ...changed }, what } : null)];
}

const steps: readonly Step[] = [
  leaveOut(
    /response_format|json_schema|json schema|structured output|grammar/i,
    "structured",
    "structured output",
    { structured: false },
  ),
  leaveOut(/stream_options/i, "streamOptions", "usage in the stream", { streamOptions: false }),
  [/max_completion_tokens|max_tokens/i, reduceLength],
  leaveOut(/\bseed\b/i, "seed", "seed", { seed: false }),
  leaveOut(/\btemperature\b/i, "temperature", "temperature", { temperature: false }),
  leaveOut(
    /\brole\b|roles must alternate|only user and assistant roles|developer instruction/i,
    "system",
    "a message of its own for the rules",
    { system: false },
  ),
  leaveOut(/\bstream(?:ing)?\b/i, "stream", "streaming", { stream: false, streamOptions: false }),
];

/** Of several that a text speaks of, the first is at fault; the others tend to be advice. */
function reduceNamed(extras: Extras, named: string, detail: string): Reduced | null {
  const found = steps.flatMap(([words, reduce]) => {
    const at = named.search(words);
    const reduced = at === -1 ? null : reduce(extras, detail);
    return reduced === null ? [] : [{ at, reduced }];
  });
  return found.toSorted((a, b) => a.at - b.at)[0]?.reduced ?? null;
}

/** "supports at most 4096 completion tokens", "the valid range of max_tokens is [1, 8192]". */
const tooMany = /(?:at most|less than or equal to|<=|\[\d+,) ?(\d+)/i;

function reduceLength(extras: Extras, detail: string): Reduced | null {
  const { lengthNames, mostReply } = extras;
  const [refused, ...others] = lengthNames;
  if (refused === undefined) return null;
  const limit = Number(tooMany.exec(detail)?.[1]);
  if (limit > 0 && (mostReply === null || limit < mostReply)) {
    return { extras: { ...extras, mostReply: limit }, what: `room for more than ${limit} tokens` };
  }
  const what = others.length === 0 ? "a limit to the reply" : refused;
  return { extras: { ...extras, lengthNames: others }, what };
}
