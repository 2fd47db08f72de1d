// When servers ask to wait, load, or tell of their window: how long charm waits, and what it sends.
import { expect } from "vitest";
import { good, type Behaviour } from "./behaviour.ts";
import { fail, hang, respond, type ModelList, type SeenRequest } from "../scripted-server.ts";

const quick = { "retry-after-ms": "5" };
const loading = respond(
  503,
  { error: { code: 503, message: "Loading model", type: "unavailable_error" } },
  quick,
);
const busy = (message: string, headers = {}, more = {}) => fail(429, { message, ...more }, headers);

export const waits: readonly Behaviour[] = [
  {
    name: "429 without a word of how long",
    script: [busy("slow down"), good],
    ends: "model",
    calls: 2,
    waits: 350,
  },
  {
    name: "429 with seconds in its header",
    script: [busy("slow down", { "retry-after": "1" }), good],
    ends: "model",
    waits: 1000,
  },
  {
    name: "429 with a header that says nothing a clock knows",
    script: [busy("slow down", { "retry-after": "soon" }), good],
    ends: "model",
    calls: 2,
  },
  {
    name: "429 that speaks of quota and billing, and passes",
    script: [
      busy("You exceeded your current quota, please check your plan and billing details."),
      good,
    ],
    ends: "model",
    calls: 2,
  },
  {
    name: "429 that speaks of context length, and passes",
    script: [busy("Too many tokens per minute for this context length; reduce the length."), good],
    ends: "model",
    calls: 2,
  },
  {
    name: "429 that speaks of a model not found, and passes",
    script: [busy("No capacity: model not found on any free worker"), good],
    ends: "model",
    calls: 2,
  },
  {
    name: "429 with its wait in the text (Azure)",
    script: [
      busy("Requests have exceeded the call rate limit. Please retry after 1 second."),
      good,
    ],
    ends: "model",
    waits: 950,
  },
  {
    name: "429 with its wait in the text (OpenAI, milliseconds)",
    script: [busy("Rate limit reached. Please try again in 20ms."), good],
    ends: "model",
    says: /Waiting 1 second/,
  },
  {
    name: "429 with its wait in the details (Gemini)",
    script: [
      respond(429, [
        {
          error: {
            code: 429,
            message: "You exceeded your current quota.",
            status: "RESOURCE_EXHAUSTED",
            details: [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "1.1s" }],
          },
        },
      ]),
      good,
    ],
    ends: "model",
    waits: 1050,
  },
  {
    name: "429 for an empty account, for good",
    script: [busy("You exceeded your current quota", quick, { code: "insufficient_quota" })],
    ends: "error",
    says: /nothing left to spend/,
    calls: 3,
  },
  {
    name: "429 that asks to wait longer than the time of silence",
    script: [busy("slow down", { "retry-after": "120" })],
    ends: "extractive",
    says: /asks to wait/,
    calls: 1,
  },
  {
    name: "503 while the model loads, more often than there are attempts",
    script: [loading, loading, loading, loading, loading, good],
    ends: "model",
    calls: 6,
    says: /Waiting 1 second: its model is loading/,
  },
  {
    name: "503 with the time that loading takes (Hugging Face)",
    script: [
      respond(503, { error: "Model scripted-1 is currently loading", estimated_time: 0.9 }),
      good,
    ],
    ends: "model",
    waits: 850,
  },
  {
    name: "503 that says nothing of loading",
    script: [respond(503, { message: "Service Unavailable" }, quick), good],
    ends: "model",
    calls: 2,
  },
];

const list =
  (entry: object): ModelList =>
  (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(
      JSON.stringify({
        object: "list",
        data: [
          { id: "other", max_model_len: 900_000 },
          { id: "scripted-1", ...entry },
        ],
      }),
    );
  };

/** Prompt and room for the reply are within a window, at three bytes a token. */
const fits = (window: number) => (requests: readonly SeenRequest[]) => {
  const { body } = requests[0] ?? {};
  const bytes =
    body?.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0) ?? 0;
  expect(bytes / 3 + (body?.max_tokens ?? 0)).toBeLessThanOrEqual(window);
  // No more is left out than must be.
  expect(bytes / 3 + (body?.max_tokens ?? 0)).toBeGreaterThan(window * 0.6);
};

export const windows: readonly Behaviour[] = [
  {
    name: "max_model_len of the model's own entry",
    models: list({ max_model_len: 4096 }),
    script: [good],
    ends: "model",
    sent: fits(4096),
    says: /window of 4,096 tokens \(as its server says\).*\d passages? left out/,
  },
  {
    name: "n_ctx, beside what the model was trained with",
    models: list({ meta: { n_ctx_train: 131_072, n_ctx: 4096 } }),
    script: [good],
    ends: "model",
    sent: fits(4096),
  },
  {
    name: "context_length",
    models: list({ context_length: 4096, top_provider: { context_length: 4096 } }),
    script: [good],
    ends: "model",
    sent: fits(4096),
  },
  {
    name: "nothing, and model.context is set",
    models: list({}),
    script: [good],
    ends: "model",
    settings: ["context: 4096"],
    sent: fits(4096),
    says: /window of 4,096 tokens \(model\.context\)/,
  },
  {
    name: "nothing at all: a default, stated",
    models: (response) => response.writeHead(404).end("no"),
    script: [good],
    ends: "model",
    says: /window of 8,192 tokens \(assumed[^)]*\)/,
  },
  {
    name: "a list that never comes: the default, and no long wait",
    models: () => {},
    script: [good],
    ends: "model",
    settings: ["connectTimeout: 300"],
    says: /8,192 tokens \(assumed/,
  },
  {
    name: "a window too small for any evidence: a clear error",
    models: list({ max_model_len: 1024 }),
    script: [hang],
    ends: "error",
    says: /no room for any evidence/,
    calls: 0,
  },
];
