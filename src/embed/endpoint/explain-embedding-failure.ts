// Takes a failed call to an embedding endpoint; gives the error a person reads.
import { CharmError, exitCodes } from "../../errors.ts";
import type { CallFailure, FailureKind } from "../../http/call-failure.ts";
import { explainCall, host, said, type CallPlace, type Explain } from "../../http/explain-call.ts";

/** Codes are `embedding-…`. */
export function explainEmbeddingFailure(failure: CallFailure, place: CallPlace): CharmError {
  return explainCall(failure, place, explanations[failure.kind] ?? failed);
}

const runAgain = "What was indexed so far is kept: run the command again later.";

const failed: Explain = () => [
  "embedding-server-failed",
  `Look at the server's own log. ${runAgain}`,
];

const requestRefused: Explain = () => [
  "embedding-request-refused",
  "Check that embedding.model is an embedding model; docs/embedders.md says what is sent.",
];

/** Kinds that only replies of language models can have are left out. */
const explanations: Partial<Record<FailureKind, Explain>> = {
  key: () => [
    "embedding-key-refused",
    "Check OPENAI_API_KEY, and that it belongs to this address and may use this model.",
  ],
  model: (f, p) => [
    "embedding-model-unknown",
    `Check embedding.model and that the address ends where it should (${p.baseUrl}; most servers end in /v1).`,
    `${host(p)} does not know the embedding model “${p.model}”.${said(f)}`,
  ],
  context: (f, p) => [
    "embedding-text-too-long",
    "Set embedding.maxTokens in charm.yaml to what its window holds, or less.",
    `A text is longer than “${p.model}” takes.${said(f)}`,
  ],
  parameter: requestRefused,
  request: requestRefused,
  busy: ({ retryAfter }) => [
    "embedding-busy",
    retryAfter === null
      ? runAgain
      : `What was indexed so far is kept: run the command again in ${Math.ceil(retryAfter)} seconds.`,
  ],
  quota: () => [
    "embedding-quota",
    "Look at the account's billing page, or use the built-in model, which costs nothing.",
  ],
  redirect: () => [
    "embedding-redirected",
    "Set the final address as embedding.baseUrl or OPENAI_BASE_URL.",
  ],
  refused: () => [
    "embedding-unreachable",
    "Start the embedding server, or correct embedding.baseUrl or OPENAI_BASE_URL.",
  ],
  unreachable: () => [
    "embedding-unreachable",
    "Check the address and the connection; the built-in model needs neither.",
  ],
  certificate: () => [
    "embedding-certificate",
    "For a certificate of your own authority, set NODE_EXTRA_CA_CERTS to its file (PEM).",
  ],
  proxy: () => [
    "embedding-proxy",
    "Check HTTPS_PROXY and HTTP_PROXY; hosts that need no proxy are named in NO_PROXY.",
  ],
  "connect-timeout": () => [
    "embedding-unreachable",
    "Check the address, the connection and any firewall; embedding.connectTimeout in charm.yaml allows more time.",
  ],
};

/** The time of the whole call ran out. */
export function explainEmbeddingTimeout(place: CallPlace, seconds: number): CharmError {
  return new CharmError(
    "embedding-timeout",
    `“${place.model}” gave no vectors within ${seconds} seconds.`,
    {
      hint: "Allow more with embedding.timeout in charm.yaml (milliseconds), or use a smaller model.",
      exitCode: exitCodes.unexpected,
    },
  );
}

export function explainOffline(place: CallPlace): CharmError {
  return new CharmError(
    "embedding-offline",
    `Vectors come from ${host(place)}, and this run is offline.`,
    { hint: "Leave --offline out, or use the built-in model or a folder of your own." },
  );
}

export function explainMissingKey(place: CallPlace): CharmError {
  return new CharmError("embedding-key-missing", `No key is set for ${host(place)}.`, {
    hint: "Set OPENAI_API_KEY in the environment; for a model of your own, set embedding.baseUrl.",
  });
}

export function explainOtherDimensions(
  place: CallPlace,
  expected: number,
  given: number,
): CharmError {
  return new CharmError(
    "embedding-other-dimensions",
    `“${place.model}” gave vectors of ${given} numbers where ${expected} were expected.`,
    { hint: `Set embedding.dimensions to ${given} in charm.yaml, or correct embedding.model.` },
  );
}
