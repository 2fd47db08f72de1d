// A server on loopback that speaks the OpenAI protocol and says what a script tells it to.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a call asked for, as far as scripts look at it. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly stream?: boolean;
    readonly temperature?: number;
    readonly seed?: number;
    readonly response_format?: unknown;
    readonly stream_options?: unknown;
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
  };
}

/** Writes one response. */
export type Reaction = (request: SeenRequest, response: ServerResponse) => void | Promise<void>;

export interface ScriptedServer {
  /** Ends in /v1. */
  readonly baseUrl: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  /** Calls of `GET …/models`, which are no part of the script. */
  readonly asked: () => number;
  readonly close: () => Promise<void>;
}

/** What `GET …/models` is answered with. */
export type ModelList = (response: ServerResponse) => void;

/** As most servers of one model have it: the model, and nothing of its window. */
const plainList: ModelList = (response) =>
  sendJson(response, 200, { data: [{ id: "scripted-1" }] });

/** @param script the reaction to each call, from 0; the last goes for all that follow */
export async function startServer(
  script: readonly Reaction[],
  models: ModelList = plainList,
): Promise<ScriptedServer> {
  const requests: SeenRequest[] = [];
  let asked = 0;
  const server = createServer((incoming, response) => {
    if (incoming.method === "GET") {
      asked += 1;
      models(response);
      return;
    }
    const chunks: Buffer[] = [];
    incoming.on("data", (part: Buffer) => chunks.push(part));
    incoming.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      const body = JSON.parse(text) as SeenRequest["body"];
      const request = { path: incoming.url ?? "", headers: incoming.headers, body };
      requests.push(request);
      const reaction = script[Math.min(requests.length, script.length) - 1];
      void reaction?.(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    port,
    requests,
    asked: () => asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface SayOptions {
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
  readonly finish?: string | null;
  /** Milliseconds between chunks. */
  readonly pause?: number;
  /** Answers in one piece though a stream was asked for. */
  readonly whole?: boolean;
}

/** Says a text: streamed in small pieces when that is asked for, whole otherwise. */
export function say(
  text: string | ((request: SeenRequest) => string),
  options: SayOptions = {},
): Reaction {
  const {
    usage = { prompt_tokens: 2000, completion_tokens: 100 },
    finish = "stop",
    pause = 0,
  } = options;
  return async (request, response) => {
    const said = typeof text === "string" ? text : text(request);
    if (request.body.stream !== true || options.whole) {
      const choices = [
        { index: 0, message: { role: "assistant", content: said }, finish_reason: finish },
      ];
      sendJson(response, 200, { choices, ...(usage ? { usage } : {}) });
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (let at = 0; at < said.length; at += 37) {
      sendChunk(response, { content: said.slice(at, at + 37) }, null);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
    if (finish !== null) sendChunk(response, {}, finish);
    if (usage && request.body.stream_options) {
      response.write(`data: ${JSON.stringify({ choices: [], usage })}\n\n`);
    }
    response.end("data: [DONE]\n\n");
  };
}

/** Starts to say a text and breaks the connection. */
export function breakOff(text: string): Reaction {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    sendChunk(response, { content: text }, null);
    setTimeout(() => response.destroy(), 20);
  };
}

export function fail(
  status: number,
  error: Readonly<Record<string, unknown>> | string = { message: "no" },
  headers: Readonly<Record<string, string>> = {},
): Reaction {
  return (_, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (typeof error === "string") {
      response.writeHead(status, { "content-type": "text/plain" });
      response.end(error);
    } else sendJson(response, status, { error });
  };
}

/** A refusal (or whatever else) to the letter, in the form that one server has it. */
export function respond(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reaction {
  return (_, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (typeof body === "string") {
      response.writeHead(status, { "content-type": "text/html" });
      response.end(body);
    } else sendJson(response, status, body);
  };
}

/** Events of a stream to the letter, each after its own pause in milliseconds where it has one. */
export function sayEvents(
  events: readonly (string | number)[],
  end: "close" | "break" | "stay" = "close",
): Reaction {
  return async (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
    for (const event of events) {
      if (typeof event === "string") response.write(event);
      else await new Promise((resolve) => setTimeout(resolve, event));
    }
    if (end === "close") response.end();
    if (end === "break") setTimeout(() => response.destroy(), 20);
  };
}

/** A reaction that is made for the prompt it answers. */
export function madeFor(make: (request: SeenRequest) => Reaction): Reaction {
  return (request, response) => make(request)(request, response);
}

/** One event of a stream: a piece of the reply, or its end. */
export function chunk(delta: unknown, finish: string | null = null, more: object = {}): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", choices, ...more })}\n\n`;
}

export const done = "data: [DONE]\n\n";

/** Takes the call and says nothing, ever. */
export const hang: Reaction = () => {};

/** Writes bytes that are no event of the protocol. */
export function sayRaw(text: string, type = "text/event-stream"): Reaction {
  return (_, response) => {
    response.writeHead(200, { "content-type": type });
    response.end(text);
  };
}

function sendChunk(response: ServerResponse, delta: unknown, finish: string | null): void {
  response.write(chunk(delta, finish));
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}
