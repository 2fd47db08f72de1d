// Takes one origin and a time limit for connecting; gives a fetch that reaches that origin and nothing else.
import { request as requestHttp, type IncomingMessage, type RequestOptions } from "node:http";
import { request as requestHttps } from "node:https";
import { Readable } from "node:stream";

/** No reply of a model is longer; a server that sends more is not one. */
const mostBytes = 32 * 1024 * 1024;

export interface FetchOptions {
  readonly origin: string;
  /** Milliseconds until the connection, TLS included, must stand. */
  readonly connectTimeout: number;
}

/**
 * Unlike the built-in fetch it knows when a connection stands, follows no redirect, uses no proxy and keeps no
 * connection open. The body must be text.
 * Rejects with an error whose code is `CHARM_HOST`, `CHARM_CONNECT_TIMEOUT`, `CHARM_TOO_LONG` or node's own.
 */
export function createFetch({ origin, connectTimeout }: FetchOptions): typeof fetch {
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.origin !== origin) {
        reject(
          withCode(
            "CHARM_HOST",
            `A call to ${url.host} was stopped: only ${origin} is configured.`,
          ),
        );
        return;
      }
      const options: RequestOptions = {
        method: init.method ?? "GET",
        headers: Object.fromEntries(new Headers(init.headers)),
        agent: false,
        ...(init.signal ? { signal: init.signal } : {}),
      };
      const send = url.protocol === "https:" ? requestHttps : requestHttp;
      const request = send(url, options, (response) => resolve(toResponse(response)));
      const timer = setTimeout(() => {
        request.destroy(withCode("CHARM_CONNECT_TIMEOUT", "No connection in time."));
      }, connectTimeout);
      const connected = () => clearTimeout(timer);
      request.on("socket", (socket) => {
        socket.once(url.protocol === "https:" ? "secureConnect" : "connect", connected);
      });
      request.on("close", connected);
      request.on("error", (error) => {
        connected();
        reject(error);
      });
      request.end(typeof init.body === "string" ? init.body : undefined);
    });
}

function toResponse(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  }
  const status = message.statusCode ?? 502;
  const bodiless = status === 204 || status === 205 || status === 304;
  if (bodiless) message.resume();
  const body = bodiless ? null : (Readable.toWeb(limited(message)) as ReadableStream);
  return new Response(body, { status: status < 200 || status > 599 ? 502 : status, headers });
}

/** The message itself, destroyed when more comes than any model writes. */
function limited(message: IncomingMessage): IncomingMessage {
  let bytes = 0;
  message.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) message.destroy(withCode("CHARM_TOO_LONG", "The reply has no end."));
  });
  // Listening for data sets it flowing; nothing may flow before there is a reader.
  message.pause();
  return message;
}

/** Failure of a connection, with a code such as node gives its own. */
function withCode(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
