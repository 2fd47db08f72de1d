// Takes a failed call to a language model and where it went; gives the error a person reads.
import { CharmError, exitCodes } from "../errors.ts";
import type { CallFailure, FailureKind } from "../http/call-failure.ts";
import type { NamedLimits } from "../http/read-limits.ts";
import { explainCall, host, said, type CallPlace, type Explain } from "../http/explain-call.ts";

/** The prompt is longer than the model's window, as its endpoint says. */
export class PromptTooLong extends CharmError {
  readonly limits: NamedLimits;

  constructor(message: string, hint: string, limits: NamedLimits) {
    super("model-context-too-long", message, { hint });
    this.limits = limits;
  }
}

/** Codes are `model-…`; a `PromptTooLong` where less evidence may help. */
export function explainFailure(failure: CallFailure, place: CallPlace): CharmError {
  const error = explainCall(failure, place, explanations[failure.kind]);
  const { kind, window, sent } = failure;
  if (kind !== "context") return error;
  return new PromptTooLong(error.message, error.hint ?? "", { window, sent });
}

const explanations: Record<FailureKind, Explain> = {
  key: () => [
    "model-key-refused",
    "Check OPENAI_API_KEY, and that it belongs to this address and may use this model.",
  ],
  model: (f, p) => [
    "model-unknown",
    `Check --model and that the address ends where it should (${p.baseUrl}; most servers end in /v1).`,
    `${host(p)} does not know the model “${p.model}”.${said(f)}`,
  ],
  context: (f, p) => [
    "model-context-too-long",
    "Set model.context in charm.yaml to the number of tokens its window holds, or choose a model with a larger one.",
    `The prompt is longer than “${p.model}” takes.${said(f)}`,
  ],
  parameter: () => [
    "model-request-refused",
    "This endpoint lacks something that even the plain text protocol needs; see docs/models.md.",
  ],
  request: () => [
    "model-request-refused",
    "Check --model and the address; docs/models.md shows what each kind of server needs.",
  ],
  busy: ({ retryAfter }) => [
    "model-busy",
    retryAfter === null
      ? "Try again later; answers already written are in the cache and cost nothing again."
      : `Try again in ${Math.ceil(retryAfter)} seconds; answers already written are in the cache.`,
  ],
  quota: () => [
    "model-quota",
    "Look at the account's billing page, or use --engine extractive, which costs nothing.",
  ],
  loading: () => ["model-server-failed", "Wait until the server has its model, and ask again."],
  server: () => ["model-server-failed", "Look at the server's own log, or try again later."],
  redirect: () => ["model-redirected", "Set OPENAI_BASE_URL to the final address."],
  refused: () => ["model-unreachable", "Start the model's server, or correct OPENAI_BASE_URL."],
  unreachable: () => [
    "model-unreachable",
    "Check the address and the connection; --engine extractive needs neither.",
  ],
  certificate: () => [
    "model-certificate",
    "For a certificate of your own authority, set NODE_EXTRA_CA_CERTS to its file (PEM).",
  ],
  proxy: () => [
    "model-proxy-failed",
    "Check HTTPS_PROXY and HTTP_PROXY; hosts that need no proxy are named in NO_PROXY.",
  ],
  "connect-timeout": () => [
    "model-unreachable",
    "Check the address, the connection and any firewall; model.connectTimeout in charm.yaml allows more time.",
  ],
  broken: (f, p) => [
    "model-stream-broken",
    "Look at the server's own log; nothing of the broken reply was used.",
    `${host(p)} broke off in the middle of its reply, also when tried again.${said(f)}`,
  ],
  silent: ({ detail }, p) => [
    "model-timeout",
    "Allow more with model.timeout in charm.yaml (milliseconds of silence), or use a smaller model.",
    `“${p.model}” said nothing for ${detail}.`,
  ],
  withheld: (f, p) => [
    "model-reply-withheld",
    "Its content filter or refusal stands in the way; use another model or --engine extractive.",
    `${host(p)} withheld the reply of “${p.model}”.${said(f)}`,
  ],
  "too-long": (_, p) => [
    "model-output-malformed",
    "Check that the address is that of a model.",
    `${host(p)} sent more than any answer can be.`,
  ],
};

export function explainCut({ model }: Pick<CallPlace, "model">): CharmError {
  return new CharmError(
    "model-reply-cut",
    `“${model}” used up the room for its reply before there was anything whole.`,
    {
      hint: "Set model.maxReply in charm.yaml to more tokens, or ask less in one question.",
      exitCode: exitCodes.unexpected,
    },
  );
}

export function explainMalformed({ model }: Pick<CallPlace, "model">, fault: string): CharmError {
  return new CharmError(
    "model-output-malformed",
    `“${model}” does not keep to the form its answer must have: ${fault}.`,
    {
      hint: "It was asked again and did the same. A more capable model usually does; --engine extractive needs none.",
      exitCode: exitCodes.unexpected,
    },
  );
}
