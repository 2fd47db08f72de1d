// Takes one origin, its proxy and a time limit for connecting; gives a fetch that reaches that origin and nothing else.
import {
  request as requestHttp,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { connect as connectTls } from "node:tls";
import { openTunnel, proxyError } from "./open-tunnel.ts";
import type { Proxy } from "./proxy.ts";
import { withCode } from "./with-code.ts";

/** No reply of a model is longer; a server that sends more is not one. */
const mostBytes = 32 * 1024 * 1024;

export interface FetchOptions {
  readonly origin: string;
  /** Null to connect to the origin itself. */
  readonly proxy: Proxy | null;
  /** Milliseconds until the connection, TLS included, must stand. */
  readonly connectTimeout: number;
}

/**
 * Unlike the built-in fetch it knows when a connection stands, follows no redirect and keeps no connection open. The
 * body must be text.
 * Rejects with an error whose code is `CHARM_HOST`, `CHARM_CONNECT_TIMEOUT`, `CHARM_PROXY`, `CHARM_TOO_LONG` or node's
 * own.
 */
export function createFetch({ origin, proxy, connectTimeout }: FetchOptions): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== origin) {
      const message = `A call to ${url.host} was stopped: only ${origin} is configured.`;
      throw withCode("CHARM_HOST", message);
    }
    const secure = url.protocol === "https:";
    const until = Date.now() + connectTimeout;
    const tunnel =
      proxy !== null && secure
        ? await openTunnel(proxy, url, { connectTimeout, signal: init.signal ?? null })
        : null;
    const forward = secure ? null : proxy;
    return await new Promise<Response>((resolve, reject) => {
      const options = toOptions(url, init, { forward, tunnel });
      const request = (secure || forward?.protocol === "https:" ? requestHttps : requestHttp)(
        options,
        (response) => {
          if (forward !== null && response.statusCode === 407) {
            request.destroy(proxyError(forward, 407));
          } else resolve(toResponse(response));
        },
      );
      watchConnecting(request, { until, tunnelled: tunnel !== null, forward }, reject);
      request.end(typeof init.body === "string" ? init.body : undefined);
    });
  };
}

interface Way {
  /** A proxy that is sent the whole call, as those of http:// addresses are. */
  readonly forward: Proxy | null;
  /** A connection through a proxy, as https:// addresses want. */
  readonly tunnel: Socket | null;
}

function toOptions(url: URL, init: RequestInit, { forward, tunnel }: Way): RequestOptions {
  const headers = Object.fromEntries(new Headers(init.headers));
  const path = `${url.pathname}${url.search}`;
  const place = {
    method: init.method ?? "GET",
    ...(init.signal ? { signal: init.signal } : {}),
  };
  const { hostname, port } = url;
  const host = hostname.replace(/^\[|\]$/g, "");
  if (forward !== null) {
    const { authorization } = forward;
    return {
      ...place,
      agent: false,
      protocol: forward.protocol,
      host: forward.hostname,
      port: forward.port,
      path: `${url.origin}${path}`,
      headers: {
        ...headers,
        host: url.host,
        ...(authorization === null ? {} : { "proxy-authorization": authorization }),
      },
    };
  }
  const target = { ...place, protocol: url.protocol, host, port, path, headers };
  if (tunnel === null) return { ...target, agent: false };
  return { ...target, createConnection: () => connectTls({ socket: tunnel, servername: host }) };
}

interface Watch {
  /** Clock in milliseconds. */
  readonly until: number;
  readonly tunnelled: boolean;
  readonly forward: Proxy | null;
}

/** Gives up on a connection that does not stand in time, and says whether it was the proxy's that failed. */
function watchConnecting(
  request: ClientRequest,
  { until, tunnelled, forward }: Watch,
  reject: (error: Error) => void,
): void {
  let stands = false;
  const timer = setTimeout(
    () => request.destroy(withCode("CHARM_CONNECT_TIMEOUT", "No connection in time.")),
    Math.max(0, until - Date.now()),
  );
  const connected = () => {
    stands = true;
    clearTimeout(timer);
  };
  request.on("socket", (socket) => {
    const secure = tunnelled || "encrypted" in socket;
    socket.once(secure ? "secureConnect" : "connect", connected);
  });
  request.on("close", () => clearTimeout(timer));
  request.on("error", (error: NodeJS.ErrnoException) => {
    clearTimeout(timer);
    const ofProxy = forward !== null && !stands && !String(error.code).startsWith("CHARM_");
    reject(ofProxy && error.name !== "AbortError" ? proxyError(forward, error) : error);
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
