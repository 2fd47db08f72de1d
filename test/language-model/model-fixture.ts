// A language model for tests: options that wait for nothing, and a request small enough to read.
import type { CallHooks } from "../../src/language-model/call-model.ts";
import {
  MalformedReply,
  type ChatRequest,
  type ModelEvent,
  type ReadText,
} from "../../src/language-model/chat.ts";
import {
  createLanguageModel,
  type LanguageModel,
} from "../../src/language-model/language-model.ts";
import {
  modelDefaults,
  type LanguageModelOptions,
} from "../../src/language-model/model-options.ts";

/** A key with the shape of none, so that only knowing it can keep it out of sight. */
export const secretKey = "Zq7-hush.hush/9x81";

export function optionsFor(
  baseUrl: string,
  changed: Partial<LanguageModelOptions> = {},
): LanguageModelOptions {
  return {
    ...modelDefaults,
    model: "scripted-1",
    baseUrl,
    apiKey: secretKey,
    cache: null,
    timeout: 5000,
    connectTimeout: 1000,
    ...changed,
  };
}

export function openModel(
  baseUrl: string,
  changed: Partial<LanguageModelOptions> = {},
): LanguageModel {
  return createLanguageModel(optionsFor(baseUrl, changed));
}

export function listen(
  signal = new AbortController().signal,
): CallHooks & { events: ModelEvent[] } {
  const events: ModelEvent[] = [];
  return { signal, events, onEvent: (event) => void events.push(event) };
}

export const request: ChatRequest = {
  messages: (protocol) => [
    { role: "system", content: `rules (${protocol})` },
    { role: "user", content: "a question" },
  ],
  schema: { name: "answer", schema: { type: "object" } },
  room: { usual: 3000, most: 3000 },
  spare: false,
  remind: (_, fault) => `again: ${fault}`,
  promptVersion: "test 1",
  evidence: "e0",
};

/** Nothing can be made of what did not come to its end. */
export const wholeOnly: ReadText<string> = (text, protocol, end) => {
  if (end !== "said") throw new MalformedReply("it has no end");
  return asIs(text, protocol, end);
};

/** Whole when its endpoint says so. */
export const asIs: ReadText<string> = (text, _, end) => ({ value: text, whole: end === "said" });
