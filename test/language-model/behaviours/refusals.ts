// How servers refuse: the error bodies of ten makes, to the letter, and what charm makes of each.
import { foldsSystem, good, shrinksTo, without, writeJson, type Behaviour } from "./behaviour.ts";
import { chunk, done, respond, sayEvents, type Reaction, madeFor } from "../scripted-server.ts";

const openai = (
  status: number,
  message: string,
  code: string | null,
  param: string | null = null,
) => respond(status, { error: { message, type: "invalid_request_error", param, code } });
const vllm = (code: number, message: string, type = "BadRequestError") =>
  respond(code, { object: "error", message, type, param: null, code });
const gemini = (code: number, message: string, status: string, details: unknown[] = []) =>
  respond(code, [{ error: { code, message, status, details } }]);
const google = "type.googleapis.com/google.rpc";

/** Refusals of what was asked. */
export const refusals: readonly Behaviour[] = [
  {
    name: "OpenAI: a key it does not know",
    script: [openai(401, "Incorrect API key provided.", "invalid_api_key")],
    ends: "error",
    says: /does not accept the key \(401\)/,
    calls: 1,
  },
  {
    name: "OpenAI: max_tokens where it wants max_completion_tokens",
    script: [
      openai(
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        "unsupported_parameter",
        "max_tokens",
      ),
      good,
    ],
    ends: "model",
    sent: without(["max_tokens"], ["max_completion_tokens", "seed", "response_format"]),
  },
  {
    name: "OpenAI: a temperature that a model does not take, its text naming others",
    script: [
      openai(
        400,
        "Unsupported value: 'temperature' does not support 0 with this model. Use seed or response_format to steer it.",
        "unsupported_value",
        "temperature",
      ),
      good,
    ],
    ends: "model",
    sent: without(["temperature"], ["seed", "response_format"]),
  },
  {
    name: "OpenAI: no system role with this model",
    script: [
      openai(
        400,
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
        "unsupported_value",
        "messages[0].role",
      ),
      good,
    ],
    ends: "model",
    sent: foldsSystem,
  },
  {
    name: "Azure: a deployment there is not",
    script: [
      respond(404, {
        error: {
          code: "DeploymentNotFound",
          message: "The API deployment for this resource does not exist.",
        },
      }),
    ],
    ends: "error",
    says: /does not know the model/,
    calls: 1,
  },
  {
    name: "Azure: a prompt that its content filter stops",
    script: [
      respond(400, {
        error: {
          message:
            "The response was filtered due to the prompt triggering content management policy.",
          type: null,
          param: "prompt",
          code: "content_filter",
          status: 400,
          innererror: { code: "ResponsibleAIPolicyViolation" },
        },
      }),
    ],
    ends: "extractive",
    says: /withheld/,
    calls: 1,
  },
  {
    name: "Azure: its gateway's own form of a refused key",
    script: [
      respond(401, { statusCode: 401, message: "Access denied due to missing subscription key." }),
    ],
    ends: "error",
    says: /missing subscription key/,
  },
  {
    name: "Mistral: a parameter named by its place alone",
    script: [
      respond(422, {
        object: "error",
        message: {
          detail: [
            {
              type: "extra_forbidden",
              loc: ["body", "seed"],
              msg: "Extra inputs are not permitted",
            },
          ],
        },
        type: "invalid_request_error",
      }),
      good,
    ],
    ends: "model",
    sent: without(["seed"], ["response_format", "temperature"]),
  },
  {
    name: "FastAPI: the same in its own form, of the schema",
    script: [
      respond(422, {
        detail: [{ loc: ["body", "response_format"], msg: "extra fields not permitted" }],
      }),
      good,
    ],
    ends: "model",
    sent: without(["response_format"], ["seed", "temperature"]),
  },
  {
    name: "Gemini: a list, with an unknown name",
    script: [
      gemini(
        400,
        'Invalid JSON payload received. Unknown name "seed": Cannot find field.',
        "INVALID_ARGUMENT",
      ),
      good,
    ],
    ends: "model",
    sent: without(["seed"], ["response_format"]),
  },
  {
    name: "Gemini: a key it does not know, as 400",
    script: [
      gemini(400, "API key not valid. Please pass a valid API key.", "INVALID_ARGUMENT", [
        { "@type": `${google}.ErrorInfo`, reason: "API_KEY_INVALID" },
      ]),
    ],
    ends: "error",
    says: /does not accept the key/,
    calls: 1,
  },
  {
    name: "Gemini: a model it does not know",
    script: [gemini(404, "models/scripted-1 is not found for API version v1beta.", "NOT_FOUND")],
    ends: "error",
    says: /is not found for API version/,
  },
  {
    name: "Gemini: a template without a system role",
    script: [
      gemini(400, "Developer instruction is not enabled for models/gemma-3", "INVALID_ARGUMENT"),
      good,
    ],
    ends: "model",
    sent: foldsSystem,
  },
  {
    name: "vLLM, old form: a model it does not serve",
    script: [vllm(404, "The model `scripted-1` does not exist.", "NotFoundError")],
    ends: "error",
    says: /does not exist/,
  },
  {
    name: "vLLM: a template that wants turns to alternate",
    script: [
      vllm(400, "Conversation roles must alternate user/assistant/user/assistant/..."),
      good,
    ],
    ends: "model",
    sent: foldsSystem,
  },
  {
    name: "llama.cpp: a template that has no system role, failing inside",
    script: [
      respond(500, {
        error: { code: 500, message: "System role not supported", type: "server_error" },
      }),
      good,
    ],
    ends: "model",
    sent: foldsSystem,
  },
  {
    name: "llama.cpp: a grammar that fails inside",
    script: [
      respond(500, {
        error: { code: 500, message: "failed to parse grammar", type: "server_error" },
      }),
      good,
    ],
    ends: "model",
    sent: without(["response_format"], ["seed"]),
  },
  {
    name: "Ollama: a model that is not pulled, as a bare text",
    script: [respond(404, { error: "model 'scripted-1' not found, try pulling it first" })],
    ends: "error",
    says: /try pulling it first/,
  },
  {
    name: "Ollama: the same as an object",
    script: [
      respond(404, {
        error: {
          message: 'model "scripted-1" not found',
          type: "api_error",
          param: null,
          code: null,
        },
      }),
    ],
    ends: "error",
    says: /not found/,
  },
  {
    name: "LM Studio: a schema it does not take, as a bare text",
    script: [respond(400, { error: "'response_format.type' must be 'text'" }), good],
    ends: "model",
    sent: without(["response_format"], ["seed"]),
  },
  {
    name: "OpenRouter: nothing left to spend",
    script: [respond(402, { error: { code: 402, message: "Insufficient credits" } })],
    ends: "error",
    says: /nothing left to spend/,
    calls: 1,
  },
  {
    name: "OpenRouter: a prompt that its moderation stops",
    script: [
      respond(403, {
        error: {
          code: 403,
          message: "Your input was flagged",
          metadata: { reasons: ["violence"], flagged_input: "…", provider_name: "x" },
        },
      }),
    ],
    ends: "extractive",
    says: /withheld/,
  },
  {
    name: "OpenRouter: what the provider behind it refused stands inside as text",
    script: [
      respond(400, {
        error: {
          code: 400,
          message: "Provider returned error",
          metadata: {
            raw: '{"error":{"message":"temperature: this parameter is not supported","type":"invalid_request_error"}}',
            provider_name: "x",
          },
        },
      }),
      good,
    ],
    ends: "model",
    sent: without(["temperature"], ["seed", "response_format"]),
  },
  {
    name: "TGI: a generation that failed passes",
    script: [
      respond(424, { error: "Request failed during generation: CUDA", error_type: "generation" }),
      good,
    ],
    ends: "model",
    calls: 2,
  },
  {
    name: "a web page in place of an answer, for good",
    script: [respond(502, "<html><h1>502 Bad Gateway</h1></html>", { "retry-after-ms": "5" })],
    ends: "extractive",
    says: /502/,
    calls: 3,
  },
  {
    name: "a refusal that names nothing",
    script: [respond(400, "Bad Request"), good],
    ends: "model",
    sent: without(["response_format", "seed", "stream_options", "temperature"], ["max_tokens"]),
  },
  ...(
    [
      ["seed", "Unrecognized request argument supplied: seed", ["seed"]],
      ["temperature", "temperature is not supported", ["temperature"]],
      ["response_format", "This response_format type is unavailable now", ["response_format"]],
      ["stream_options", "unknown field `stream_options`", ["stream_options"]],
    ] as const
  ).map(([name, message, gone]): Behaviour => ({
    name: `no ${name}`,
    script: [openai(400, message, null), good],
    ends: "model",
    sent: without(gone, ["max_tokens", "messages"]),
    calls: 2,
  })),
  {
    name: "no stream",
    script: [openai(400, "stream=true is not supported for this model", null), good],
    ends: "model",
    sent: (requests) => {
      if (requests[1]?.body.stream !== false) throw new Error("It streams still.");
    },
  },
  {
    name: "a reply longer than the model writes: as much as it does, by the same name",
    script: [
      openai(
        400,
        "max_tokens is too large: 6000. This model supports at most 4096 completion tokens, whereas you provided 6000.",
        null,
        "max_tokens",
      ),
      good,
    ],
    settings: ["context: 32000"],
    ends: "model",
    calls: 2,
    sent: (requests) => {
      const asked = requests.map(({ body }) => body.max_tokens).join();
      if (asked !== "6000,4096") throw new Error(`It asked for ${asked}.`);
    },
  },
  {
    name: "neither name for the length of a reply",
    script: [
      openai(400, "Unknown field: max_tokens", null),
      openai(400, "Unknown field: max_completion_tokens", null),
      good,
    ],
    ends: "model",
    calls: 3,
  },
  {
    name: "four parameters refused one after the other",
    script: [
      openai(400, "seed is not supported", null, "seed"),
      openai(400, "temperature is not supported", null, "temperature"),
      openai(400, "response_format is not supported", null, "response_format"),
      openai(400, "stream_options is not supported", null, "stream_options"),
      good,
    ],
    ends: "model",
    calls: 5,
  },
];

/** Errors that come as success, or in the middle of a stream. */
export const hiddenErrors: readonly Behaviour[] = [
  {
    name: "200 with an error that says nothing of its kind: tried again",
    script: [
      respond(200, { error: { message: "Upstream went away" } }, { "retry-after-ms": "5" }),
      good,
    ],
    ends: "model",
    calls: 2,
  },
  {
    name: "200 with an error that carries 429",
    script: [respond(200, { error: { code: 429, message: "Rate limit exceeded" } }), good],
    ends: "model",
    says: /Waiting 1 second: it asks to wait/,
  },
  {
    name: "200 with vLLM's old form of a prompt too long",
    script: [
      respond(200, {
        object: "error",
        message:
          "This model's maximum context length is 4096 tokens. However, you requested 9000 tokens (6000 in the messages, 3000 in the completion).",
        type: "BadRequestError",
        code: 400,
      }),
      good,
    ],
    ends: "model",
    sent: shrinksTo(4096),
  },
  {
    name: "an error as an event",
    script: [
      sayEvents(['data: {"error": {"message": "CUDA out of memory", "code": 500}}\n\n', done]),
      good,
    ],
    ends: "model",
    calls: 2,
  },
  {
    name: "an event that is called error and has no such field",
    script: [
      sayEvents(['event: error\ndata: {"message": "overloaded", "type": "overloaded_error"}\n\n']),
      good,
    ],
    ends: "model",
    calls: 2,
  },
  {
    name: "an event that is called error and is plain text",
    script: [sayEvents(["event: error\ndata: worker died\n\n"]), good],
    ends: "model",
    calls: 2,
  },
  {
    name: "llama.cpp: a line of its own for an error",
    script: [
      sayEvents(['error: {"code":500,"message":"slot unavailable","type":"server_error"}\n\n']),
      good,
    ],
    ends: "model",
    calls: 2,
  },
  {
    name: "a prompt too long, told in the stream",
    script: [
      sayEvents([
        'data: {"error":{"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_prompt_tokens":6000,"n_ctx":4096}}\n\n',
      ]),
      good,
    ],
    ends: "model",
    sent: shrinksTo(4096),
  },
  {
    name: "OpenRouter: a provider that disconnects after a few words",
    script: [
      sayEvents([
        chunk({ content: '{"items": [' }),
        chunk({ content: "" }, "error", { error: { code: 502, message: "Provider disconnected" } }),
        done,
      ]),
      good,
    ],
    ends: "model",
    calls: 2,
  },
  {
    name: "an error event after the whole answer and its end: the answer stands",
    script: [
      madeFor((request) =>
        sayEvents([
          chunk({ content: writeJson(request) }),
          chunk({}, "stop"),
          'data: {"error":{"message":"usage could not be counted"}}\n\n',
        ]),
      ),
    ],
    ends: "model",
    calls: 1,
  },
];

/** Prompts too long, in the words of eight servers; each names a window of 4,096. */
const wordings: readonly (readonly [name: string, refusal: Reaction, counted?: number])[] = [
  [
    "OpenAI",
    openai(
      400,
      "This model's maximum context length is 4096 tokens. However, your messages resulted in 7000 tokens. Please reduce the length of the messages.",
      "context_length_exceeded",
      "messages",
    ),
  ],
  [
    "vLLM, which speaks of max_tokens as well",
    vllm(
      400,
      "'max_tokens' or 'max_completion_tokens' is too large: 6000. This model's maximum context length is 4096 tokens and your request has 3400 input tokens (6000 > 4096 - 3400).",
    ),
    3400,
  ],
  [
    "llama.cpp",
    respond(400, {
      error: {
        code: 400,
        message: "the request exceeds the available context size. try increasing the context size",
        type: "exceed_context_size_error",
        n_prompt_tokens: 7000,
        n_ctx: 4096,
      },
    }),
  ],
  [
    "Mistral",
    respond(400, {
      object: "error",
      message:
        "Prompt contains 7000 tokens and 0 draft tokens, too large for model with 4096 maximum context length",
      type: "invalid_request_prompt",
      code: "3051",
    }),
  ],
  [
    "Gemini",
    gemini(
      400,
      "The input token count (7000) exceeds the maximum number of tokens allowed (4096).",
      "INVALID_ARGUMENT",
    ),
  ],
  [
    "TGI",
    respond(422, {
      error:
        "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 3400 `inputs` tokens and 6000 `max_new_tokens`",
      error_type: "validation",
    }),
    3400,
  ],
  [
    "LM Studio",
    respond(400, {
      error:
        "Trying to keep the first 7000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.",
    }),
  ],
  [
    "OpenRouter",
    respond(400, {
      error: {
        code: 400,
        message: "Provider returned error",
        metadata: {
          raw: '{"error":{"message":"prompt is too long: 7000 tokens > 4096 maximum"}}',
          provider_name: "x",
        },
      },
    }),
  ],
];

export const tooLong = wordings.map(([name, refusal, counted]): Behaviour => ({
  name,
  script: [refusal, good],
  ends: "model",
  sent: shrinksTo(4096, counted),
}));
