// Takes a failed call to an embedding endpoint; gives the error a person reads.

import { CharmError, exitCodes } from "../../errors.ts";
import type { CallFailure, FailureKind } from "../../http/call-failure.ts";

export interface EmbeddingPlace {
  readonly model: string;
  /** Without query or key. */
  readonly baseUrl: string;
}

type Explanation = readonly [code: string, message: string, hint: string, exitCode?: number];

/** Codes are `embedding-…`; configuration at fault exits 2, an endpoint that fails exits 1. */
export function explainEmbeddingFailure(failure: CallFailure, place: EmbeddingPlace): CharmError {
  const explain = explanations[failure.kind] ?? failed;
  const [code, message, hint, exitCode] = explain(failure, place);
  return new CharmError(code, message, { hint, exitCode: exitCode ?? exitCodes.usage });
}

const said = ({ detail }: CallFailure) => (detail === "" ? "" : ` It said: ${detail}`);
const host = ({ baseUrl }: EmbeddingPlace) => new URL(baseUrl).host;
const statusOf = ({ status }: CallFailure) => (status === null ? "" : ` (${status})`);
const runAgain = "What was indexed so far is kept: run the command again later.";

type Explain = (failure: CallFailure, place: EmbeddingPlace) => Explanation;

const failed: Explain = (f, p) => [
  "embedding-server-failed",
  `${host(p)} failed${statusOf(f)}, also when tried again.${said(f)}`,
  `Look at the server's own log. ${runAgain}`,
  exitCodes.unexpected,
];

const requestRefused: Explain = (f, p) => [
  "embedding-request-refused",
  `${host(p)} refuses what was asked of it${statusOf(f)}.${said(f)}`,
  "Check that embedding.model is an embedding model; docs/embedders.md says what is sent.",
];

/** Kinds that only replies of language models can have are left out. */
const explanations: Partial<Record<FailureKind, Explain>> = {
  key: (f, p) => [
    "embedding-key-refused",
    `${host(p)} does not accept the key${statusOf(f)}.${said(f)}`,
    "Check OPENAI_API_KEY, and that it belongs to this address and may use this model.",
  ],
  model: (f, p) => [
    "embedding-model-unknown",
    `${host(p)} does not know the embedding model “${p.model}”.${said(f)}`,
    `Check embedding.model and that the address ends where it should (${p.baseUrl}; most servers end in /v1).`,
  ],
  context: (f, p) => [
    "embedding-text-too-long",
    `A text is longer than “${p.model}” takes.${said(f)}`,
    "Set embedding.maxTokens in charm.yaml to what its window holds, or less.",
  ],
  parameter: requestRefused,
  request: requestRefused,
  busy: (f, p) => [
    "embedding-busy",
    `${host(p)} asks to wait (429) and still did when tried again.${said(f)}`,
    f.retryAfter === null
      ? runAgain
      : `What was indexed so far is kept: run the command again in ${Math.ceil(f.retryAfter)} seconds.`,
    exitCodes.unexpected,
  ],
  quota: (f, p) => [
    "embedding-quota",
    `${host(p)} says that the account has nothing left to spend.${said(f)}`,
    "Look at the account's billing page, or use the built-in model, which costs nothing.",
  ],
  redirect: (f, p) => [
    "embedding-redirected",
    `${host(p)} sends calls on to another address${statusOf(f)}, and charm does not follow.`,
    "Set the final address as embedding.baseUrl or OPENAI_BASE_URL.",
  ],
  refused: (_, p) => [
    "embedding-unreachable",
    `Nothing answers at ${p.baseUrl}.`,
    "Start the embedding server, or correct embedding.baseUrl or OPENAI_BASE_URL.",
  ],
  unreachable: (f, p) => [
    "embedding-unreachable",
    `${host(p)} cannot be reached.${said(f)}`,
    "Check the address and the connection; the built-in model needs neither.",
  ],
  "connect-timeout": (_, p) => [
    "embedding-unreachable",
    `No connection to ${host(p)} in time.`,
    "Check the address, the connection and any firewall; embedding.connectTimeout in charm.yaml allows more time.",
  ],
};

/** The time of the whole call ran out. */
export function explainEmbeddingTimeout(place: EmbeddingPlace, seconds: number): CharmError {
  return new CharmError(
    "embedding-timeout",
    `“${place.model}” gave no vectors within ${seconds} seconds.`,
    {
      hint: "Allow more with embedding.timeout in charm.yaml (milliseconds), or use a smaller model.",
      exitCode: exitCodes.unexpected,
    },
  );
}

export function explainOffline(place: EmbeddingPlace): CharmError {
  return new CharmError(
    "embedding-offline",
    `Vectors come from ${host(place)}, and this run is offline.`,
    { hint: "Leave --offline out, or use the built-in model or a folder of your own." },
  );
}

export function explainMissingKey(place: EmbeddingPlace): CharmError {
  return new CharmError("embedding-key-missing", `No key is set for ${host(place)}.`, {
    hint: "Set OPENAI_API_KEY in the environment; for a model of your own, set embedding.baseUrl.",
  });
}

export function explainOtherDimensions(
  place: EmbeddingPlace,
  expected: number,
  given: number,
): CharmError {
  return new CharmError(
    "embedding-other-dimensions",
    `“${place.model}” gave vectors of ${given} numbers where ${expected} were expected.`,
    { hint: `Set embedding.dimensions to ${given} in charm.yaml, or correct embedding.model.` },
  );
}
