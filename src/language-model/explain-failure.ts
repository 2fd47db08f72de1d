// Takes a failed call and where it went; gives the error a person reads.
import { CharmError, exitCodes } from "../errors.ts";
import type { CallFailure, FailureKind } from "../http/call-failure.ts";

interface Place {
  readonly model: string;
  /** Without query or key. */
  readonly baseUrl: string;
}

type Explanation = readonly [code: string, message: string, hint: string, exitCode?: number];

/** Codes are `model-…`; configuration at fault exits 2, an endpoint that fails exits 1. */
export function explainFailure(failure: CallFailure, place: Place): CharmError {
  const [code, message, hint, exitCode] = explanations[failure.kind](failure, place);
  return new CharmError(code, message, { hint, exitCode: exitCode ?? exitCodes.usage });
}

const said = ({ detail }: CallFailure) => (detail === "" ? "" : ` It said: ${detail}`);
const host = ({ baseUrl }: Place) => new URL(baseUrl).host;
const failed = exitCodes.unexpected;

const explanations: Record<FailureKind, (failure: CallFailure, place: Place) => Explanation> = {
  key: (f, p) => [
    "model-key-refused",
    `${host(p)} does not accept the key (${f.status}).${said(f)}`,
    "Check OPENAI_API_KEY, and that it belongs to this address and may use this model.",
  ],
  model: (f, p) => [
    "model-unknown",
    `${host(p)} does not know the model “${p.model}”.${said(f)}`,
    `Check --model and that the address ends where it should (${p.baseUrl}; most servers end in /v1).`,
  ],
  context: (f, p) => [
    "model-context-too-long",
    `The prompt is longer than “${p.model}” takes.${said(f)}`,
    "Set model.context in charm.yaml to the number of tokens its window holds, or choose a model with a larger one.",
  ],
  parameter: (f, p) => [
    "model-request-refused",
    `${host(p)} refuses what was asked of it (${f.status}).${said(f)}`,
    "This endpoint lacks something that even the plain text protocol needs; see docs/models.md.",
  ],
  request: (f, p) => [
    "model-request-refused",
    `${host(p)} refuses what was asked of it (${f.status}).${said(f)}`,
    "Check --model and the address; docs/models.md shows what each kind of server needs.",
  ],
  busy: (f, p) => [
    "model-busy",
    `${host(p)} asks to wait (429) and still did when tried again.${said(f)}`,
    f.retryAfter === null
      ? "Try again later; answers already written are in the cache and cost nothing again."
      : `Try again in ${Math.ceil(f.retryAfter)} seconds; answers already written are in the cache.`,
    failed,
  ],
  quota: (f, p) => [
    "model-quota",
    `${host(p)} says that the account has nothing left to spend.${said(f)}`,
    "Look at the account's billing page, or use --engine extractive, which costs nothing.",
  ],
  server: (f, p) => [
    "model-server-failed",
    `${host(p)} failed (${f.status}), also when tried again.${said(f)}`,
    "Look at the server's own log, or try again later.",
    failed,
  ],
  redirect: (f, p) => [
    "model-redirected",
    `${host(p)} sends calls on to another address (${f.status}), and charm does not follow.`,
    "Set OPENAI_BASE_URL to the final address.",
  ],
  refused: (_, p) => [
    "model-unreachable",
    `Nothing answers at ${p.baseUrl}.`,
    "Start the model's server, or correct OPENAI_BASE_URL.",
  ],
  unreachable: (f, p) => [
    "model-unreachable",
    `${host(p)} cannot be reached.${said(f)}`,
    "Check the address and the connection; --engine extractive needs neither.",
  ],
  "connect-timeout": (_, p) => [
    "model-unreachable",
    `No connection to ${host(p)} in time.`,
    "Check the address, the connection and any firewall; model.connectTimeout in charm.yaml allows more time.",
  ],
  broken: (f, p) => [
    "model-stream-broken",
    `${host(p)} broke off in the middle of its reply, also when tried again.${said(f)}`,
    "Look at the server's own log; nothing of the broken reply was used.",
    failed,
  ],
  cut: (_, p) => [
    "model-reply-cut",
    `“${p.model}” used up the room for its reply before it came to the end.`,
    "Set model.maxReply in charm.yaml to more tokens, or ask less in one question.",
    failed,
  ],
  withheld: (_, p) => [
    "model-reply-withheld",
    `${host(p)} withheld the reply of “${p.model}”.`,
    "Its content filter or refusal stands in the way; use another model or --engine extractive.",
    failed,
  ],
  "too-long": (_, p) => [
    "model-output-malformed",
    `${host(p)} sent more than any answer can be.`,
    "Check that the address is that of a model.",
    failed,
  ],
};

/** The time of the whole call ran out. */
export function explainTimeout(place: Place, seconds: number): CharmError {
  return new CharmError(
    "model-timeout",
    `“${place.model}” gave no complete reply within ${seconds} seconds.`,
    {
      hint: "Allow more with model.timeout in charm.yaml (milliseconds), or use a smaller model or less evidence.",
      exitCode: failed,
    },
  );
}

export function explainMalformed(place: Place, fault: string): CharmError {
  return new CharmError(
    "model-output-malformed",
    `“${place.model}” does not keep to the form its answer must have: ${fault}.`,
    {
      hint: "It was asked again and did the same. A more capable model usually does; --engine extractive needs none.",
      exitCode: failed,
    },
  );
}
