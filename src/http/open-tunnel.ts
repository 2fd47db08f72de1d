// Takes a proxy and an https:// address; gives a connection through the one to the other (RFC 9110, CONNECT).
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Socket } from "node:net";
import type { Proxy } from "./proxy.ts";
import { withCode } from "./with-code.ts";

/** Rejects with an error whose code is `CHARM_PROXY` or `CHARM_CONNECT_TIMEOUT`, or with the signal's reason. */
export function openTunnel(
  proxy: Proxy,
  { hostname, port }: URL,
  { connectTimeout, signal }: { connectTimeout: number; signal: AbortSignal | null },
): Promise<Socket> {
  const target = `${hostname}:${port || 443}`;
  const { authorization } = proxy;
  return new Promise((resolve, reject) => {
    const request = (proxy.protocol === "https:" ? requestHttps : requestHttp)({
      agent: false,
      protocol: proxy.protocol,
      host: proxy.hostname,
      port: proxy.port,
      method: "CONNECT",
      path: target,
      headers: {
        host: target,
        ...(authorization === null ? {} : { "proxy-authorization": authorization }),
      },
      ...(signal ? { signal } : {}),
    });
    const timer = setTimeout(
      () => request.destroy(withCode("CHARM_CONNECT_TIMEOUT", "No connection in time.")),
      connectTimeout,
    );
    request.on("close", () => clearTimeout(timer));
    request.on("connect", ({ statusCode = 0 }, socket) => {
      clearTimeout(timer);
      if (statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(proxyError(proxy, statusCode));
      }
    });
    // Some refuse with a page, as if it had been an ordinary call.
    request.on("response", ({ statusCode = 0 }) => request.destroy(proxyError(proxy, statusCode)));
    request.on("error", (error: NodeJS.ErrnoException) => {
      const own = String(error.code).startsWith("CHARM_") || error.name === "AbortError";
      reject(own ? error : proxyError(proxy, error));
    });
    request.end();
  });
}

/** What a proxy answered or why it could not be reached; its user and password are not told. */
export function proxyError({ hostname, port }: Proxy, why: number | NodeJS.ErrnoException): Error {
  const place = `The proxy ${hostname}:${port}`;
  if (why === 407) {
    return withCode("CHARM_PROXY", `${place} asks for a user and password, or refuses them (407).`);
  }
  const fault =
    typeof why === "number"
      ? `does not let the call through (${why})`
      : `cannot be reached (${why.code ?? why.message})`;
  return withCode("CHARM_PROXY", `${place} ${fault}.`);
}
